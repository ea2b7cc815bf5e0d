"""3.4 Program: values for its families."""

from random import Random

from content.generators.people import FIRST_NAMES
from content.generators.registry import generator
from content.values import Both, Value

ROBOTS = (
    Both("un robot tondeuse", "a robot mower"),
    Both("un robot aspirateur", "a robot vacuum cleaner"),
    Both("un petit robot de classe", "a small classroom robot"),
    Both("le robot d’un entrepôt", "a warehouse robot"),
    Both("un robot de livraison", "a delivery robot"),
)

# What a program does, its variable, values for its two limits, and its three messages.
MESSAGES = (
    (Both("qui pilote une station météo", "that runs a weather station"), Both("vent", "wind"),
     (15, 20, 25, 30), (45, 50, 55, 60), Both("calme", "calm"), Both("frais", "fresh"), Both("fort", "strong")),
    (Both("qui surveille une serre", "that watches a greenhouse"), Both("degres", "degrees"),
     (4, 5, 8, 10), (25, 28, 30, 35), Both("froid", "cold"), Both("doux", "mild"), Both("chaud", "hot")),
    (Both("qui note un jeu de lettres", "that scores a word game"), Both("points", "points"),
     (20, 25, 30, 40), (60, 70, 75, 80), Both("bronze", "bronze"), Both("argent", "silver"), Both("or", "gold")),
    (Both("qui pèse des colis", "that weighs parcels"), Both("kilos", "kilos"),
     (2, 3, 5, 6), (10, 15, 20, 30), Both("léger", "light"), Both("moyen", "medium"), Both("lourd", "heavy")),
    (Both("qui surveille un récupérateur d’eau", "that watches a rainwater tank"), Both("litres", "litres"),
     (40, 50, 60, 80), (150, 200, 250, 280), Both("bas", "low"), Both("correct", "normal"), Both("plein", "full")),
    (Both("qui classe les joueurs d’un club d’échecs", "that ranks players at a chess club"), Both("parties", "games"),
     (10, 15, 20, 25), (50, 60, 75, 90), Both("débutant", "beginner"), Both("confirmé", "regular"),
     Both("maître", "master")),
)  # fmt: skip

JARS = (("a", "b", "c"), ("x", "y", "z"), ("m", "n", "p"), ("u", "v", "w"), ("r", "s", "t"))

# What a printing program counts through, and what it prints each time inside and after.
PRINTS = (
    (Both("les étiquettes d’un immeuble", "labels for a block of flats"), Both("etage", "floor"),
     Both("Étage", "Floor"), Both("Porte", "Door")),
    (Both("les fiches d’un entrepôt", "cards for a warehouse"), Both("allee", "aisle"),
     Both("Allée", "Aisle"), Both("Caisse", "Crate")),
    (Both("le calendrier d’un tournoi", "a tournament schedule"), Both("jour", "day"),
     Both("Jour", "Day"), Both("Match", "Match")),
    (Both("les billets d’un théâtre", "tickets for a theatre"), Both("rang", "row"),
     Both("Rang", "Row"), Both("Place", "Seat")),
    (Both("le carnet d’un entraînement", "a training log"), Both("semaine", "week"),
     Both("Semaine", "Week"), Both("Séance", "Session")),
)  # fmt: skip

FUNCTIONS = (Both("score", "score"), Both("prix", "price"), Both("total", "total"), Both("rang", "rank"))


@generator
def grid_robot(rng: Random) -> dict[str, Value]:
    """Three moves on a grid of 25 squares: along, across, and back a little."""
    there, back = rng.choice(((2, 1), (3, 1), (3, 2), (4, 1), (4, 2)))
    across = rng.randint(2, 4)
    right, down = rng.random() < 0.5, rng.random() < 0.5
    column = rng.randint(0, 4 - there) if right else rng.randint(there, 4)
    row = rng.randint(0, 4 - across) if down else rng.randint(across, 4)
    along, over = 1 if right else -1, 1 if down else -1
    french = ("droite", "gauche") if right else ("gauche", "droite")
    english = ("right", "left") if right else ("left", "right")
    steps = Both(
        f"{french[0]} {there}\n{'bas' if down else 'haut'} {across}\n{french[1]} {back}",
        f"{english[0]} {there}\n{'down' if down else 'up'} {across}\n{english[1]} {back}",
    )
    end = (column + along * (there - back), row + over * across)
    return {
        "name": rng.choice(FIRST_NAMES),
        "robot": rng.choice(ROBOTS),
        "grid": _grid(column, row),
        "steps": steps,
        "start": _square(column, row),
        "end": _square(*end),
        "column": "ABCDE"[end[0]],
        "row": end[1] + 1,
        "counting_start": _square(end[0], end[1] - over),
        "without_last": _square(column + along * there, end[1]),
    }


def _square(column: int, row: int) -> str:
    return f"{'ABCDE'[column]}{row + 1}"


def _grid(column: int, row: int) -> str:
    lines = ["  A B C D E"]
    for at in range(5):
        cells = ["R" if (here, at) == (column, row) else "." for here in range(5)]
        lines.append(f"{at + 1} {' '.join(cells)}")
    return "\n".join(lines)


@generator
def branch_limit(rng: Random) -> dict[str, Value]:
    """Three branches, and a value that stands exactly on a limit."""
    program, variable, first, second, small, middle, large = rng.choice(MESSAGES)
    low, high = rng.choice(first), rng.choice(second)
    at_low = rng.random() < 0.5
    return {
        "name": rng.choice(FIRST_NAMES),
        "program": program,
        "variable": variable,
        "code": Both(
            f'si {variable.fr} < {low}\n  afficher "{small.fr}"\n'
            f'sinon si {variable.fr} < {high}\n  afficher "{middle.fr}"\n'
            f'sinon\n  afficher "{large.fr}"',
            f'if {variable.en} < {low}\n  show "{small.en}"\n'
            f'else if {variable.en} < {high}\n  show "{middle.en}"\n'
            f'else\n  show "{large.en}"',
        ),
        "value": low if at_low else high,
        "shown": middle if at_low else large,
        "inclusive": small if at_low else middle,
        "other": large if at_low else small,
    }


@generator
def swap_trace(rng: Random) -> dict[str, Value]:
    """A swap that loses a value, then a sum: who sees an exchange finds another number."""
    first, second, total = rng.choice(JARS)
    one, two = rng.sample(range(2, 10), 2)
    times = rng.randint(2, 4)
    return {
        "name": rng.choice(FIRST_NAMES),
        "code": f"{first} ← {one}\n{second} ← {two}\n{first} ← {second}\n{second} ← {first}\n"
        f"{total} ← {times} × {first} + {second}",
        "first": first,
        "second": second,
        "total": total,
        "one": one,
        "two": two,
        "times": times,
        "result": times * two + two,
        "exchanged": times * two + one,
        "unchanged": times * one + two,
    }


@generator
def loop_lines(rng: Random) -> dict[str, Value]:
    """A loop inside a loop, a line before it and a line after: how many lines are printed."""
    papers, variable, title, inner = rng.choice(PRINTS)
    low, turns, times = rng.randint(2, 4), rng.randint(4, 5), rng.randint(3, 7)
    high = low + turns - 1
    return {
        "name": rng.choice(FIRST_NAMES),
        "papers": papers,
        "code": Both(
            f"pour {variable.fr} de {low} à {high} inclus\n"
            f'  afficher "{title.fr}"\n'
            f'  répéter {times} fois\n    afficher "{inner.fr}"\n'
            '  afficher "-----"',
            f"for {variable.en} from {low} to {high} inclusive\n"
            f'  print "{title.en}"\n'
            f'  repeat {times} times\n    print "{inner.en}"\n'
            '  print "-----"',
        ),
        "low": low,
        "high": high,
        "turns": turns,
        "times": times,
        "each": times + 2,
        "count": turns * (times + 2),
        "one_turn_less": (turns - 1) * (times + 2),
        "added": 2 * turns + times,
        "last_once": turns * (times + 1) + 1,
    }


@generator
def recursion_value(rng: Random) -> dict[str, Value]:
    """A function that calls itself three times before its base case."""
    function = rng.choice(FUNCTIONS)
    base, factor = rng.randint(0, 2), rng.randint(2, 3)
    start = rng.choice([value for value in range(2, 10) if value != factor * (base + 1) + base + 2])
    values = [start]
    for n in range(base + 1, base + 4):
        values.append(factor * values[-1] + n)
    top = base + 3
    return {
        "name": rng.choice(FIRST_NAMES),
        "function": function,
        "code": Both(
            f"fonction {function.fr}(n)\n  si n = {base}\n    renvoyer {start}\n  sinon\n"
            f"    renvoyer {factor} × {function.fr}(n - 1) + n",
            f"function {function.en}(n)\n  if n = {base}\n    return {start}\n  else\n"
            f"    return {factor} × {function.en}(n - 1) + n",
        ),
        "top": top,
        "base": base,
        "n1": base + 1,
        "n2": base + 2,
        "start": start,
        "value1": values[1],
        "value2": values[2],
        "result": values[3],
        "one_call": factor * start + top,
        "from_zero": values[3] - factor**3 * start,
        "same_n": factor * (factor * (factor * start + top) + top) + top,
    }
