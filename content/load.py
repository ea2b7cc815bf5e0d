"""Files to a `Bank`. What cannot be used stops here, every fault at once, with its file and line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from content.bank import Bank
from content.errors import ContentError
from content.generators import load_generators
from content.schema import Family, Framework, Lesson, Misconception, ReviewEntry, Strict, Thresholds, Unit

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML built without libyaml reads the same, slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

INSTALLED = Path(__file__).parent
_T = TypeVar("_T")
_FAMILY: TypeAdapter[Family] = TypeAdapter(Family)


class _Misconceptions(Strict):
    competence: str
    misconceptions: tuple[Misconception, ...]


def load(*folders: Path) -> Bank:
    """The installed bank, with the challenges of further folders beside it. ContentError lists every fault."""
    return load_from(INSTALLED, *folders)


def load_from(*folders: Path) -> Bank:
    """A bank of these folders alone, over the one framework."""
    load_generators()
    reader = _Reader()
    framework = reader.one(INSTALLED / "framework.yaml", TypeAdapter(Framework))
    units = reader.one(INSTALLED / "units.yaml", TypeAdapter(dict[str, Unit]))
    families: dict[str, Family] = {}
    files: dict[str, Path] = {}
    lessons: dict[tuple[str, str], Lesson] = {}
    misconceptions: dict[str, Misconception] = {}
    for folder in folders:
        for path, family in reader.many(folder / "items", _FAMILY):
            if family.id in families:
                reader.fault(path, 1, f"the id {family.id} is already used by {files[family.id].name}: choose another")
            families[family.id], files[family.id] = family, path
        for _, lesson in reader.many(folder / "lessons", TypeAdapter(Lesson)):
            lessons[lesson.competence, lesson.skill] = lesson
        for _, register in reader.many(folder / "misconceptions", TypeAdapter(_Misconceptions)):
            misconceptions.update({known.code: known for known in register.misconceptions})
    if reader.faults or framework is None or units is None:
        raise ContentError(reader.faults)
    return Bank(framework, families, lessons, misconceptions, units, files)


def load_thresholds() -> Thresholds:
    return _only(INSTALLED / "thresholds.yaml", TypeAdapter(Thresholds))


def load_reviews() -> tuple[ReviewEntry, ...]:
    return _only(INSTALLED / "reviews.yaml", TypeAdapter(tuple[ReviewEntry, ...]))


def _only(path: Path, model: TypeAdapter[_T]) -> _T:
    reader = _Reader()
    value = reader.one(path, model)
    if value is None:
        raise ContentError(reader.faults)
    return value


class _Reader:
    """Reads files and keeps what is wrong with them, so that an author sees every fault at once."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def fault(self, path: Path, line: int, what: str) -> None:
        self.faults.append(f"{path}:{line}: {what}")

    def many(self, folder: Path, model: TypeAdapter[_T]) -> Iterator[tuple[Path, _T]]:
        for path in sorted(folder.rglob("*.yaml")):
            value = self.one(path, model)
            if value is not None:
                yield path, value

    def one(self, path: Path, model: TypeAdapter[_T]) -> _T | None:
        try:
            text = path.read_text("utf-8")
            return model.validate_python(yaml.load(text, Loader))
        except OSError as error:
            self.fault(path, 1, f"cannot be read ({error.strerror}): restore the file")
        except yaml.MarkedYAMLError as error:
            at = error.problem_mark
            self.fault(path, at.line + 1 if at else 1, f"not valid YAML: {error.problem}")
        except ValidationError as error:
            for wrong in error.errors():
                where = [step for step in wrong["loc"] if step not in ("choice", "text", "number")]
                self.fault(path, line_of(text, where), f"{'.'.join(map(str, where)) or 'file'}: {wrong['msg']}")
        return None


def line_of(text: str, where: list[Any]) -> int:
    """The line of a key in a YAML text, or of the nearest parent that is there."""
    node = yaml.compose(text, Loader)
    line = 1
    for step in where:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
    return line
