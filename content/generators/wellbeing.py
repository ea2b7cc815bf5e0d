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
        Both("Les pieds sont à plat sur un repose-pieds.", "The feet are flat on a footrest."),
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
        Both("Le bas du dos touche le dossier.", "The lower back rests against the backrest."),
        Both("Le dos est courbé, loin du dossier.", "The back is hunched, away from the backrest."),
        Both("un dos courbé sans appui se fatigue vite", "a hunched back without support soon tires"),
    ),
)
WORKERS = (
    ("étudie à la maison", "studying at home"), ("tient les comptes d’un club", "keeping a club’s accounts"),
    ("traduit des romans", "translating novels"), ("répond aux clients à distance", "answering customers from home"),
    ("prépare un concours", "preparing for an exam"), ("écrit ses mémoires", "writing memoirs"),
)  # fmt: skip

DEVICES = (
    (("un ordinateur fixe", "desktop computer"), (130, 140, 160, 170, 180)),
    (("une console de jeux", "games console"), (110, 120, 140, 150, 170)),
    (("un vidéoprojecteur", "projector"), (190, 210, 220, 230, 240)),
    (("un grand écran d’affichage", "large display screen"), (90, 110, 120, 130, 140)),
)  # fmt: skip

DAYS = (("lun.", "Mon"), ("mar.", "Tue"), ("mer.", "Wed"), ("jeu.", "Thu"), ("ven.", "Fri"))
# A use of the phone: its name in the table, then two other ways to say it.
USES = (
    (("vidéo", "video"), ("vidéos", "videos"), ("la vidéo", "the videos")),
    (("jeux", "games"), ("jeu", "game"), ("les jeux", "the games")),
    (("SMS", "texts"), ("textos", "text messages"), ("les SMS", "the texts")),
    (("infos", "news"), ("info", "the news app"), ("les infos", "the news")),
    (("radio", "radio"), ("radios", "the radio app"), ("la radio", "the radio")),
    (("plans", "maps"), ("plan", "map"), ("les plans", "the maps")),
)

# Where a young witness reads what happens, what happens, and the adult who can act there.
GROUPS = (
    (("dans le groupe de la classe", "in the class group chat"), ("un enseignant", "a teacher")),
    (("dans le groupe de son équipe", "in the team’s group chat"), ("l’entraîneuse", "the coach")),
    (("sur le salon d’un jeu en ligne", "in the chat of an online game"), ("un parent", "a parent")),
    (("dans le groupe de l’école de musique", "in the music school’s group chat"), ("un professeur", "a teacher")),
    (("dans le groupe du car scolaire", "in the school bus group chat"), ("un parent", "a parent")),
)
ATTACKS = (
    ("on se moque chaque jour du même camarade", "the same person is mocked every day"),
    ("des rumeurs sur un camarade reviennent chaque jour", "rumours about one person come back every day"),
    ("on insulte chaque soir le même camarade", "the same person is insulted every evening"),
    ("des photos truquées d’un camarade reviennent sans cesse", "doctored photos of one person keep coming back"),
)
ERASING = (
    ("Faire effacer les messages et ne plus en parler", "Have the messages deleted and say no more about it"),
    ("Demander à chacun d’effacer les messages reçus", "Ask everyone to delete the messages they got"),
)
SILENCE = (
    ("Quitter le groupe sans rien dire à personne", "Leave the group without telling anybody"),
    ("Attendre quelques semaines que cela passe", "Wait a few weeks for it to blow over"),
    ("Couper les notifications de cette conversation", "Turn off notifications from that chat"),
)


@generator
def bullying_first(rng: Random) -> dict[str, Value]:
    """A young witness of bullying online: keep proof and tell an adult, rather than delete or look away."""
    place, adult = rng.choice(GROUPS)
    return {
        "name": first_names(rng, 1)[0],
        "age": rng.randint(11, 15),
        "place": Both(*place),
        "attack": Both(*rng.choice(ATTACKS)),
        "adult": Both(*adult),
        "erase": Both(*rng.choice(ERASING)),
        "silence": Both(*rng.choice(SILENCE)),
    }


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
    """What a repair saves a year: the device as it was planned, against its longer life with a new battery."""
    planned = rng.choice((2, 3))
    years = planned + rng.choice((2, 3))
    while True:
        making, repair, use = rng.randint(55, 95), rng.randint(4, 8), rng.randint(4, 9)
        before, after = Decimal(making) / planned + use, Decimal(making + repair) / years + use
        saved = _tenth(before - after)
        wrong = {
            "no_repair": _tenth(Decimal(making) / planned - Decimal(making) / years),
            "use_once": _tenth(Decimal(making + use) / planned - Decimal(making + repair + use) / years),
            "new_only": _tenth(after),
            "old_only": _tenth(before),
        }
        if wrong["old_only"] - wrong["new_only"] == saved and all(
            abs(value - saved) > Decimal("0.2") for value in wrong.values()
        ):
            break
    return {
        "name": first_names(rng, 1)[0],
        "device": Both(*rng.choice((("une tablette", "a tablet"), ("un téléphone", "a phone")))),
        "making": making,
        "repair": repair,
        "use": use,
        "planned": planned,
        "years": years,
        "saved": saved,
        **wrong,
    }


def _tenth(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP)
