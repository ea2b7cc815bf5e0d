"""From a family and a seed to a variant: values drawn, words filled, options put in order."""

from decimal import Decimal
from random import Random

from content.generators import generate
from content.schema import (
    ChoiceFamily,
    ChoiceWords,
    Family,
    Language,
    NumberFamily,
    NumberWords,
    TextFamily,
    TextWords,
    Trap,
)
from content.values import Values, fill, show
from content.variant import ChoiceKey, Key, NumberKey, ShownOption, ShownTrap, TextKey, Variant


def render(family: Family, seed: int, language: Language) -> Variant:
    """One serving of a family. The same seed is the same challenge in each language, options in the same order."""
    values: Values = generate(family.generator, seed) if family.generator else {}
    words = family.fr if language == "fr" else family.en
    return Variant(
        family=family.id,
        seed=seed,
        language=language,
        competence=family.competence,
        skill=family.skill,
        level=family.level,
        stem=fill(words.stem, values, language),
        key=_key(family, seed, language, values),
        hint=fill(words.hint, values, language),
        explanation=fill(words.explanation, values, language),
        needs=family.needs,
        reviewed=family.reviewed,
    )


def _key(family: Family, seed: int, language: Language, values: Values) -> Key:
    match family:
        case ChoiceFamily():
            return _choice(family, family.fr if language == "fr" else family.en, seed, language, values)
        case TextFamily():
            return _text(family, family.fr if language == "fr" else family.en, language, values)
        case NumberFamily():
            return _number(family, family.fr if language == "fr" else family.en, language, values)


def _choice(family: ChoiceFamily, words: ChoiceWords, seed: int, language: Language, values: Values) -> ChoiceKey:
    shown = [
        ShownOption(
            text=fill(option.text, values, language),
            right=option.key,
            trap=option.trap,
            feedback=option.feedback and fill(option.feedback, values, language),
        )
        for option in words.options
    ]
    if family.order == "sorted":
        shown.sort(key=lambda option: sorting_number(option.text))
    else:
        Random(f"{family.id}:{seed}:order").shuffle(shown)
    return ChoiceKey(options=tuple(shown))


def _text(family: TextFamily, words: TextWords, language: Language, values: Values) -> TextKey:
    return TextKey(
        form=fill(words.form, values, language),
        exact=family.exact,
        accepts=tuple(dict.fromkeys(fill(text, values, language) for text in words.accepts)),
        rejects=_traps(words.rejects, values, language),
    )


def _number(family: NumberFamily, words: NumberWords, language: Language, values: Values) -> NumberKey:
    return NumberKey(
        form=fill(words.form, values, language),
        value=_plain(family.value, values),
        unit=family.unit,
        tolerance=_plain(family.tolerance, values),
        traps=_traps(words.traps, values, language),
    )


def _traps(traps: tuple[Trap, ...], values: Values, language: Language) -> tuple[ShownTrap, ...]:
    return tuple(
        ShownTrap(
            text=fill(trap.text, values, language),
            trap=trap.trap,
            feedback=trap.feedback and fill(trap.feedback, values, language),
        )
        for trap in traps
    )


def _plain(template: str, values: Values) -> str:
    """A number without any language: `{name}` gives the value itself."""
    if template.startswith("{"):
        value = values[template[1:-1]]
        return str(value) if isinstance(value, int | Decimal) else show(value, "en")
    return str(Decimal(template))


def sorting_number(text: str) -> Decimal:
    """The number an option begins with, for options that stand in numeric order."""
    digits = "".join(char for char in text.replace(",", ".").split(" ")[0] if char.isdigit() or char in ".-")
    return Decimal(digits or "0")
