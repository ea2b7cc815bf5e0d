"""The bank: all that authors wrote, by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content.render import render
from content.schema import Competence, Domain, Family, Framework, Language, Lesson, Misconception, Skill, Unit
from content.variant import Variant


@dataclass(frozen=True)
class Bank:
    """All that authors wrote, by id. Immutable once loaded."""

    framework: Framework
    families: Mapping[str, Family]
    lessons: Mapping[tuple[str, str], Lesson]  # by competence and skill
    misconceptions: Mapping[str, Misconception]
    units: Mapping[str, Unit]
    files: Mapping[str, Path] = field(default_factory=dict)  # where each family was read

    def render(self, family: str, seed: int, language: Language) -> Variant:
        return render(self.families[family], seed, language)

    def competences(self) -> tuple[Competence, ...]:
        """The 16 competences in the framework's order: the order of the engine's axes."""
        return tuple(competence for domain in self.framework.domains for competence in domain.competences)

    def domain(self, code: str) -> Domain:
        return next(domain for domain in self.framework.domains if domain.code == code)

    def competence(self, code: str) -> Competence:
        return next(competence for competence in self.competences() if competence.code == code)

    def skill(self, competence: str, code: str) -> Skill:
        return next(skill for skill in self.competence(competence).skills if skill.code == code)

    def live(self) -> list[Family]:
        return [family for family in self.families.values() if family.status == "live"]
