"""Names, places and hosts that generators share. All fictional; hosts stand under reserved domains (RFC 2606)."""

from random import Random

FIRST_NAMES = (
    "Aïcha", "Ali", "Amélie", "Ana", "Baptiste", "Chloé", "Dalia", "Denis", "Diego", "Elif", "Fatou", "Gaëlle",
    "Hugo", "Ines", "Jeanne", "Karim", "Lina", "Louise", "Malik", "Marco", "Mei", "Nadia", "Noé", "Olga", "Paul",
    "Rosa", "Samir", "Sofia", "Thomas", "Yasmine", "Youssef", "Zoé",
)  # fmt: skip
TOWNS = (
    "valbois",
    "montclair",
    "rivesec",
    "hautpre",
    "belleroche",
    "sablon",
    "ormeval",
    "clairac",
    "fontaune",
    "liziere",
)
SHOPS = ("librairie-nova", "velo-plus", "jardin-malin", "cafe-leo", "tissus-mona", "outils-pro", "bio-panier")


def first_names(rng: Random, count: int) -> list[str]:
    """Different first names, of varied origins."""
    return rng.sample(FIRST_NAMES, count)
