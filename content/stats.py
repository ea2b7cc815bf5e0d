"""What the bank holds, in numbers."""

from collections import Counter

from pydantic import BaseModel

from content.bank import Bank


class Stats(BaseModel):
    families: int
    generated: int
    skills: int
    lessons: int
    sandboxes: int
    kinds: dict[str, int]
    cells: dict[str, int]
    languages: dict[str, int]


def stats(bank: Bank) -> Stats:
    """Counts over live families; a cell is a competence at a level, empty cells count 0."""
    live = bank.live()
    filled = Counter(f"{family.competence}/{family.level}" for family in live)
    cells = [f"{competence.code}/{level}" for competence in bank.competences() for level in range(1, 9)]
    return Stats(
        families=len(live),
        generated=sum(1 for family in live if family.generator),
        skills=len({(family.competence, family.skill) for family in live}),
        lessons=len(bank.lessons),
        sandboxes=0,
        kinds=dict(Counter(family.kind for family in live)),
        cells={cell: filled[cell] for cell in cells},
        languages={"fr": len(live), "en": len(live)},
    )
