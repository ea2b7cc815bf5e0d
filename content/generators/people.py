"""Names, places and hosts that generators share. All fictional; hosts stand under reserved domains (RFC 2606)."""

from random import Random

from content.values import Both

FIRST_NAMES = (
    "Aïcha", "Ali", "Amélie", "Ana", "Baptiste", "Chloé", "Dalia", "Denis", "Diego", "Elif", "Fatou", "Gaëlle",
    "Hugo", "Inès", "Jeanne", "Karim", "Lina", "Louise", "Malik", "Marco", "Mei", "Nadia", "Noé", "Olga", "Paul",
    "Rosa", "Samir", "Sofia", "Thomas", "Yasmine", "Youssef", "Zoé",
)  # fmt: skip
# Invented towns, without accents so that their small letters make a host name.
TOWNS = (
    Both("Valbrune", "Elmsby"), Both("Montaubel", "Brightmere"), Both("Rivesec", "Stonewick"),
    Both("Hautebrise", "Westlow"), Both("Roquelune", "Oakferry"), Both("Sablonne", "Fairwick"),
    Both("Ormeval", "Ashmere"), Both("Clairvigne", "Kingsferry"), Both("Fontaune", "Thornbeck"),
    Both("Lizerac", "Larkhaven"),
)  # fmt: skip
# Two-digit numbers for file names, fit for all ages.
FILE_NUMBERS = tuple(number for number in range(11, 100) if number != 69)


def first_names(rng: Random, count: int) -> list[str]:
    """Different first names, of varied origins."""
    return rng.sample(FIRST_NAMES, count)
