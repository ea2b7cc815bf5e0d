"""Measures of prose, and the words that would speak to the learner: families are read by *tu* and by *vous*."""

import re

from content.schema import Language

_MATERIAL = re.compile(r"```.*?```|`[^`]*`|«[^»]*»|“[^”]*”", re.DOTALL)
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")

# Nouns and adverbs in -ez that are no imperatives.
_NOT_VERBS = {"assez", "chez", "nez", "rez", "rendez"}
_FRENCH = re.compile(
    r"\b(tu|toi|te|t[’']\w+|tes|vous|votre|vos|vôtre|vôtres|tien|tienne|tiens|\w+ez|sois|soyez)\b", re.IGNORECASE
)
_TON = re.compile(r"\b(ton|ta)\b(?! (?:neutre|poli|correct|du|de|est|juste|plus|trop|calme|amical))", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(le|un|ce|du|au|bon|quel) $", re.IGNORECASE)  # "le ton" is a noun
_ENGLISH = re.compile(r"\b(you|your|yours|yourself|you[’']\w+)\b", re.IGNORECASE)


def impersonal_fault(text: str, language: Language) -> str | None:
    """The first word that speaks to the learner, outside quoted material and code. None if there is none."""
    prose = _MATERIAL.sub(" ", text).replace("rendez-vous", " ").replace("Rendez-vous", " ")
    if language == "en":
        found = _ENGLISH.search(prose)
        return found[0] if found else None
    for match in _FRENCH.finditer(prose):
        if match[0].casefold() not in _NOT_VERBS:
            return match[0]
    found = _TON.search(prose)
    return (
        found[0]
        if found and not re.search(r"\b(le|un|ce|du|au|bon|quel) $", prose[: found.start()], re.IGNORECASE)
        else None
    )


def word_count(text: str) -> int:
    """Words outside code."""
    return len(_WORD.findall(re.sub(r"```.*?```|`[^`]*`", " x ", text, flags=re.DOTALL)))


def sentence_count(text: str) -> int:
    return max(1, len(_SENTENCE_END.findall(text)))
