"""What a placement or a practice is about: all competences (""), a domain ("4") or one competence ("4.1")."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from content.bank import Bank
from flows.messages import Button, Rows
from flows.wording import Text, _
from flows.world import Library, World, content_language


def valid(scope: str, bank: Bank) -> bool:
    return scope == "" or any(scope in (one.code, one.code.split(".")[0]) for one in bank.competences())


def inside(scope: str, competence: str) -> bool:
    return scope in ("", competence, competence.split(".")[0])


@lru_cache(maxsize=256)
def axes(scope: str, library: Library) -> tuple[int, ...]:
    """The engine's axes of a scope, ascending."""
    return tuple(at for at, one in enumerate(library.bank.competences()) if inside(scope, one.code))


@lru_cache(maxsize=256)
def positions(scope: str, library: Library) -> NDArray[np.intp]:
    """Where the items of a scope stand in the table."""
    return np.flatnonzero(np.isin(library.table.competence, axes(scope, library)))


def name(scope: str, language: str, bank: Bank) -> Text:
    """The scope in the learner's words."""
    if not scope:
        return _("everything")
    known = bank.competence(scope) if "." in scope else bank.domain(scope)
    return known.fr if content_language(language) == "fr" else known.en


def choices(wish: str, scope: str, language: str, world: World, whole: Text) -> Rows:
    """Buttons to narrow a scope: the domains, then the competences of one. `whole` names the choice not to narrow."""
    french = content_language(language) == "fr"
    if not scope:
        inner = [(domain.code, domain.fr if french else domain.en) for domain in world.bank.framework.domains]
    else:
        inner = [(one.code, one.fr if french else one.en) for one in world.bank.domain(scope).competences]
    return (
        (Button(whole, f"/{wish} {scope or 'any'}!"),),
        *((Button(f"{code} {label}", f"/{wish} {code}"),) for code, label in inner),
    )
