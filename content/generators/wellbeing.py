"""4.3 Protect health, well-being and the environment: values for its families."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from content.generators.people import first_names
from content.generators.registry import generator
from content.values import Both, Value


@dataclass(frozen=True)
class Point:
    """One point of a desk: as it should be, as it should not, and why."""

    good: Both
    bad: Both
    why: Both


POINTS = (
    Point(
        Both("Le haut de l’écran est à hauteur des yeux.", "The top of the screen is at eye level."),
        Both("Le bas de l’écran est plus haut que les yeux.", "The bottom of the screen is above the eyes."),
        Both(
            "un écran trop haut fait lever la tête et fatigue la nuque",
            "a screen too high tips the head back and tires the neck",
        ),
    ),
    Point(
        Both("L’écran est à une longueur de bras.", "The screen is an arm’s length away."),
        Both("L’écran est à une longueur de main.", "The screen is a hand’s length away."),
        Both("un écran trop près fatigue les yeux", "a screen too close tires the eyes"),
    ),
    Point(
        Both("Les pieds sont à plat sur un appui.", "The feet are flat on a footrest."),
        Both("Les pieds pendent sous la chaise.", "The feet hang below the chair."),
        Both("des pieds sans appui tirent sur le bas du dos", "feet without support pull on the lower back"),
    ),
    Point(
        Both("Les coudes sont pliés, près du corps.", "The elbows are bent, close to the body."),
        Both("Les bras sont tendus loin vers le clavier.", "The arms stretch far out to the keyboard."),
        Both("des bras tendus fatiguent les épaules", "stretched arms tire the shoulders"),
    ),
    Point(
        Both("La fenêtre est sur le côté du bureau.", "The window is to the side of the desk."),
        Both("La fenêtre se trouve juste derrière l’écran.", "The window is right behind the screen."),
        Both("une lumière vive derrière l’écran éblouit", "bright light behind the screen dazzles"),
    ),
    Point(
        Both("Le bas du dos touche le dossier.", "The lower back rests on the chair back."),
        Both("Le dos est courbé, loin du dossier.", "The back is bent, far from the chair back."),
        Both("un dos courbé sans appui se fatigue vite", "a bent back without support soon tires"),
    ),
)
WORKERS = (
    ("étudie à la maison", "studies at home"), ("tient les comptes d’un club", "keeps a club’s accounts"),
    ("traduit des romans", "translates novels"), ("répond aux clients à distance", "answers customers from home"),
    ("prépare un concours", "prepares for an exam"), ("écrit ses mémoires", "writes memoirs"),
)  # fmt: skip

DEVICES = (
    (("un ordinateur fixe", "a desktop computer"), (130, 140, 160, 170, 180)),
    (("une console de jeux", "a games console"), (110, 120, 140, 150, 170)),
    (("un vidéoprojecteur", "a projector"), (190, 210, 220, 230, 240)),
    (("un grand écran d’affichage", "a large display screen"), (90, 110, 120, 130, 140)),
)  # fmt: skip

DAYS = (("lun.", "Mon"), ("mar.", "Tue"), ("mer.", "Wed"), ("jeu.", "Thu"), ("ven.", "Fri"))
# A use of the phone: its name in the table, then two other ways to say it.
USES = (
    (("vidéo", "video"), ("vidéos", "videos"), ("la vidéo", "the videos")),
    (("jeux", "games"), ("jeu", "game"), ("les jeux", "the games")),
    (("chat", "chat"), ("tchat", "chats"), ("le chat", "the chat")),
    (("infos", "news"), ("info", "the news app"), ("les infos", "the news")),
    (("radio", "radio"), ("radios", "the radio app"), ("la radio", "the radio")),
    (("cartes", "maps"), ("carte", "map"), ("les cartes", "the maps")),
)


@generator
def desk_posture(rng: Random) -> dict[str, Value]:
    """Four points of a desk, one of which should be changed."""
    points = rng.sample(POINTS, 4)
    line = rng.randint(1, 4)
    shown = [point.bad if at == line else point.good for at, point in enumerate(points, 1)]
    others = [at for at in range(1, 5) if at != line]
    return {
        "name": first_names(rng, 1)[0],
        "work": Both(*rng.choice(WORKERS)),
        "list": Both(
            "\n".join(f"{at}. {text.fr}" for at, text in enumerate(shown, 1)),
            "\n".join(f"{at}. {text.en}" for at, text in enumerate(shown, 1)),
        ),
        "line": line,
        "why": points[line - 1].why,
        **{f"other_{at}": other for at, other in enumerate(others, 1)},
    }


@generator
def energy_month(rng: Random) -> dict[str, Value]:
    """Power × time: kilowatt-hours of a device over a month."""
    device, powers = rng.choice(DEVICES)
    watts, hours, days = (
        rng.choice(powers),
        rng.randint(3, 9),
        rng.choice((20, 22, 24, 26)),
    )  # even: no tie when rounding
    return {
        "name": first_names(rng, 1)[0],
        "device": Both(*device),
        "watts": watts,
        "hours": hours,
        "days": days,
        "watt_hours": watts * hours * days,
        "kwh": _tenth(Decimal(watts * hours * days) / 1000),
        "kwh_day": Decimal(watts * hours) / 1000,
        "kwh_day_tenth": _tenth(Decimal(watts * hours) / 1000),
        "kwh_no_hours": Decimal(watts * days) / 1000,
        "kwh_no_hours_tenth": _tenth(Decimal(watts * days) / 1000),
    }


@generator
def screen_week(rng: Random) -> dict[str, Value]:
    """Minutes of five days: one use is never striking and yet takes the most time over the week."""
    steady = [rng.randint(47, 56) for _ in DAYS]
    spike, *often = rng.sample(range(5), 4)
    one_day = [rng.randint(106, 124) if day == spike else rng.randint(12, 24) for day in range(5)]
    most_days = [rng.randint(58, 64) if day in often else rng.randint(4, 9) for day in range(5)]
    little = [rng.randint(10, 29) for _ in DAYS]
    columns = {"steady": steady, "one_day": one_day, "most_days": most_days, "little": little}
    uses = dict(zip(columns, rng.sample(USES, 4), strict=True))
    order = rng.sample(sorted(columns), 4)
    key = uses["steady"]
    return {
        "name": first_names(rng, 1)[0],
        "table": Both(
            _grid([uses[use][0][0] for use in order], [columns[use] for use in order], 0),
            _grid([uses[use][0][1] for use in order], [columns[use] for use in order], 1),
        ),
        "use": Both(*key[0]),
        "use_alt": Both(*key[1]),
        "use_the": Both(*key[2]),
        "use_one_day": Both(*uses["one_day"][0]),
        "use_most_days": Both(*uses["most_days"][0]),
        "total": sum(steady),
        "total_one_day": sum(one_day),
        "total_most_days": sum(most_days),
    }


def _grid(heads: list[str], columns: list[list[int]], language: int) -> str:
    """A table of minutes: one line a day, one column a use."""
    lines = ["     " + "".join(f"{head:>7}" for head in heads)]
    for at, day in enumerate(DAYS):
        lines.append(f"{day[language]:<5}" + "".join(f"{column[at]:>7}" for column in columns))
    return "\n".join(lines)


@generator
def device_footprint(rng: Random) -> dict[str, Value]:
    """Footprint a year of a device whose life a repair makes longer."""
    making, repair, use = rng.randint(55, 95), rng.randint(4, 8), rng.randint(4, 9)
    planned = rng.choice((2, 3))
    years = planned + rng.choice((2, 3))
    return {
        "name": first_names(rng, 1)[0],
        "device": Both(*rng.choice((("une tablette", "a tablet"), ("un téléphone", "a phone")))),
        "making": making,
        "repair": repair,
        "use": use,
        "planned": planned,
        "years": years,
        "per_year": _tenth(Decimal(making + repair) / years + use),
        "whole": making + repair,
        "share": _tenth(Decimal(making + repair) / years),
        "no_repair": _tenth(Decimal(making) / years + use),
        "use_once": _tenth(Decimal(making + repair + use) / years),
        "old_life": _tenth(Decimal(making + repair) / planned + use),
    }


def _tenth(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP)
