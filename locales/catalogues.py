"""Keeps the catalogues in step with the code: `python -m locales.catalogues update`, then `check`.

`update` extracts what `_` and `n_` mark into each catalogue; English is filled with itself. `check` lists what is
missing, fuzzy, obsolete or broken, and fails when there is anything.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from content.typography import set_french

HERE = Path(__file__).parent
ROOT = HERE.parent
SOURCES = ("bot", "flows")
KEYWORDS = {"_": None, "n_": (1, 2)}
PARTIAL = ("fr@tu",)  # what differs only
Marked = dict[str | tuple[str, ...] | list[str], Message]
_NOISE = re.compile(r'^"(?!Language:|Plural-Forms|MIME|Content).*\\n"\n', re.MULTILINE)
_SLOT = re.compile(r"\{(\w+)\}")
_SECOND_PERSON_PLURAL = re.compile(r"\b(vous|votre|vos|vôtre|vôtres)\b|\b(?!assez|chez|nez\b)\w+ez\b", re.IGNORECASE)


def template() -> Catalog:
    """Every message that the code marks, and where."""
    catalogue = Catalog(project="Déclic", charset="utf-8")
    for folder in SOURCES:
        found = extract_from_dir(ROOT / folder, method_map=[("**.py", "python")], keywords=KEYWORDS)
        for filename, _line, message, comments, context in found:
            if message and message != ("", ""):
                catalogue.add(message, locations=[(f"{folder}/{filename}", 0)], auto_comments=comments, context=context)
    return catalogue


def paths() -> dict[str, Path]:
    return {path.parent.parent.name: path for path in sorted(HERE.glob("*/LC_MESSAGES/declic.po"))}


def read(name: str, path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=name.split("@")[0])


def update() -> None:
    for name, path in paths().items():
        catalogue = Catalog(locale=name.split("@")[0], header_comment=f"# Déclic: {name}", charset="utf-8")
        for message in read(name, path) if path.stat().st_size else ():
            if message.id:
                catalogue.add(message.id, message.string)
        catalogue.update(template(), no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        for message in list(catalogue):
            if not message.id:
                continue
            if name == "en":
                message.string = message.id
                message.flags.discard("fuzzy")
            elif name in PARTIAL and not _translated(message):
                del catalogue[message.id]
            elif name.startswith("fr"):
                message.string = _set(message.string)
        path.write_text(_text(catalogue), "utf-8")


def _text(catalogue: Catalog) -> str:
    """The file, without the dates and placeholders of its header: it changes only when its messages do."""
    written = BytesIO()
    write_po(written, catalogue, sort_by_file=True, width=0, include_lineno=False)
    return _NOISE.sub("", written.getvalue().decode("utf-8"))


def _set(string: str | tuple[str, ...] | list[str] | None) -> str | tuple[str, ...]:
    return set_french(string) if isinstance(string, str) else tuple(set_french(form) for form in _forms(string))


def _translated(message: Message) -> bool:
    return bool(message.string) and all(_forms(message.string))


def faults() -> list[str]:
    """Everything that is wrong with any catalogue, one line each."""
    marked = {message.id: message for message in template() if message.id}
    said: list[str] = []
    for name, path in paths().items():
        catalogue = read(name, path)
        said += [f"{name}: {fault}" for fault in _faults(name, catalogue, marked)]
    return said


def _faults(name: str, catalogue: Catalog, marked: Marked) -> Iterator[str]:
    present = {message.id: message for message in catalogue if message.id}
    if name not in PARTIAL:
        yield from (f"missing: {id!r}" for id in marked.keys() - present.keys())
    yield from (f"no longer used: {id!r}" for id in present.keys() - marked.keys())
    for id, message in present.items():
        if not _translated(message) or message.fuzzy:
            yield f"not translated: {id!r}"
            continue
        yield from _broken(name, message)


def _broken(name: str, message: Message) -> Iterator[str]:
    slots = set(_SLOT.findall(_forms(message.id)[-1]))
    for string in _forms(message.string):
        here = set(_SLOT.findall(string))
        if here - slots or slots - here - {"count"}:
            yield f"arguments differ: {message.id!r}"
        if string.count("**") % 2 or string.count("`") % 2:
            yield f"a mark without its pair: {message.id!r}"
        if name.startswith("fr") and set_french(string) != string:
            yield f"French spaces and apostrophes (run update): {string!r}"
        if name == "fr@tu" and _SECOND_PERSON_PLURAL.search(string):
            yield f"says vous: {string!r}"


def _forms(said: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())


def main() -> int:
    match sys.argv[1:]:
        case ["update"]:
            update()
            return 0
        case ["check"]:
            said = faults()
            sys.stderr.write("".join(f"{fault}\n" for fault in said))
            return 1 if said else 0
    sys.stderr.write("python -m locales.catalogues update|check\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
