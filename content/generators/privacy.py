"""4.2 Protect personal data and privacy: values for its families."""

from random import Random

from content.generators.people import TOWNS, first_names
from content.generators.registry import generator
from content.schema import Language
from content.values import Both, Value, show

CLUBS = (
    ("un club de natation", "a swimming club"),
    ("une chorale", "a choir"),
    ("un jardin partagé", "a community garden"),
    ("un foyer rural", "a village hall"),
    ("un club d’échecs", "a chess club"),
    ("une troupe de théâtre", "a drama group"),
)
PERSONAL = (
    ("la plaque de la voiture d’un voisin", "the number plate of a neighbour’s car"),
    ("la voix d’une élève sur un enregistrement", "a pupil’s voice on a recording"),
    ("l’adresse e-mail d’un bénévole", "a volunteer’s email address"),
    ("le numéro de carte d’une lectrice", "a reader’s library card number"),
    ("la photo du visage d’une adhérente", "a photo of a member’s face"),
    ("la date de naissance d’une retraitée", "a pensioner’s date of birth"),
    ("le numéro de portable d’un parent", "a parent’s mobile number"),
    ("l’adresse du domicile d’une adhérente", "a member’s home address"),
)
ORGANISATIONS = (
    ("le numéro d’accueil de la piscine", "the front desk number of the pool"),
    ("l’adresse du gymnase municipal", "the address of the town sports hall"),
    ("les horaires d’ouverture de la mairie", "the opening hours of the town hall"),
    ("l’adresse e-mail d’accueil du musée", "the enquiries email of the museum"),
    ("le numéro de téléphone de la mairie", "the phone number of the town hall"),
    ("le site web de la bibliothèque", "the website of the public library"),
)
STATISTICS = (
    ("l’âge moyen des {n} adhérents", "the average age of the {n} members"),
    ("le total des dons des {n} familles", "the total donated by the {n} families"),
    ("la cotisation moyenne des {n} adhérents", "the average fee paid by the {n} members"),
    ("le trajet moyen des {n} bénévoles", "the average distance travelled by the {n} volunteers"),
)

# A permission: its name in a list, with its article, then other ways to say it, each in French and in English.
PERMISSIONS = {
    "mic": (
        ("micro", "microphone"),
        ("le micro", "the microphone"),
        ("microphone", "mic"),
        ("le microphone", "the mic"),
        ("micros", "mike"),
    ),
    "camera": (
        ("appareil photo", "camera"),
        ("l’appareil photo", "the camera"),
        ("caméra", "cam"),
        ("la caméra", "phone camera"),
        ("photo", "the phone camera"),
    ),
    "location": (
        ("position", "location"),
        ("la position", "the location"),
        ("localisation", "position"),
        ("la localisation", "the position"),
        ("GPS", "GPS"),
    ),
    "contacts": (
        ("contacts", "contacts"),
        ("les contacts", "the contacts"),
        ("carnet d’adresses", "address book"),
        ("le carnet d’adresses", "contact list"),
        ("répertoire", "phone book"),
    ),
    "calendar": (
        ("agenda", "calendar"),
        ("l’agenda", "the calendar"),
        ("calendrier", "diary"),
        ("le calendrier", "the diary"),
        ("agendas", "calendars"),
    ),
}
APPS = (
    ("mic", "un dictaphone", "enregistrer une répétition de chorale", "a recorder", "tape a choir rehearsal"),
    ("mic", "un accordeur", "entendre si une guitare sonne juste", "a tuner", "hear whether a guitar is in tune"),
    ("camera", "un lecteur de codes QR", "lire la carte d’un café", "a QR code reader", "read the menu of a café"),
    ("camera", "un scanner", "garder une copie de factures en papier", "a scanner", "keep copies of paper bills"),
    ("location", "une carte", "suivre pas à pas une marche en forêt", "a map", "follow a forest walk step by step"),
    ("location", "un guide", "trouver la fontaine la plus proche", "a guide", "find the nearest drinking fountain"),
    ("contacts", "un outil", "trouver les numéros enregistrés en double", "a tool", "find phone numbers saved twice"),
    ("contacts", "un outil", "copier tous les numéros de ses proches", "a tool", "copy all the saved phone numbers"),
    (
        "calendar",
        "un réveil",
        "recevoir un rappel avant chaque rendez-vous déjà noté",
        "an alarm",
        "get a reminder before each appointment already saved",
    ),
    (
        "calendar",
        "un panneau",
        "voir d’un coup d’œil les rendez-vous déjà notés",
        "a panel",
        "see at a glance the appointments already saved",
    ),
)

SENDERS = (
    ("info-velo", "bike-news"),
    ("graines-bio", "organic-seeds"),
    ("livres-eco", "cheap-books"),
    ("sacs-rando", "hike-bags"),
    ("jeux-bois", "wooden-toys"),
    ("thes-verts", "green-teas"),
)

DAYS = (("mer.", "Wed"), ("jeu.", "Thu"), ("ven.", "Fri"), ("sam.", "Sat"), ("dim.", "Sun"), ("lun.", "Mon"))
HOLDERS = (
    ("un club de judo", "a judo club"),
    ("un cabinet de dentistes", "a dental practice"),
    ("une école de musique", "a music school"),
    ("une agence de location", "a letting agency"),
    ("une épicerie solidaire", "a food bank"),
    ("un camping", "a campsite"),
)

BANDS = ("18-29", "30-49", "50-69")
LENDERS = (
    ("Une médiathèque", "A public library"),
    ("Une ludothèque", "A toy library"),
    ("Une outilthèque (prêt d’outils)", "A tool library"),
)
SMALL_AND_LARGE = ((1, 1, 2, 5, 6), (1, 2, 2, 4, 6), (1, 2, 3, 4, 5), (1, 3, 3, 4, 4))
LEAST = 4


@generator
def personal_data(rng: Random) -> dict[str, Value]:
    """One fact about a person, one about an organisation, one about a crowd."""
    statistic_fr, statistic_en = rng.choice(STATISTICS)
    crowd = str(rng.randrange(120, 480, 10))
    return {
        "name": first_names(rng, 1)[0],
        "club": Both(*rng.choice(CLUBS)),
        "personal": Both(*rng.choice(PERSONAL)),
        "organisation": Both(*rng.choice(ORGANISATIONS)),
        "statistic": Both(statistic_fr.format(n=crowd), statistic_en.format(n=crowd)),
    }


@generator
def app_permission(rng: Random) -> dict[str, Value]:
    """An app with one purpose asks for four permissions; the purpose needs one."""
    needed, app_fr, use_fr, app_en, use_en = rng.choice(APPS)
    others = rng.sample(sorted(set(PERMISSIONS) - {needed}), 3)
    asked = rng.sample([needed, *others], 4)
    labels = [Both(*PERMISSIONS[code][0]) for code in asked]
    need, the, alt, alt_the, more = (Both(*pair) for pair in PERMISSIONS[needed])
    return {
        "name": first_names(rng, 1)[0],
        "app": Both(app_fr, app_en),
        "use": Both(use_fr, use_en),
        "list": Both("\n".join(f"• {label.fr}" for label in labels), "\n".join(f"• {label.en}" for label in labels)),
        "need": need,
        "need_the": the,
        "need_alt": alt,
        "need_alt_the": alt_the,
        "need_more": more,
        **{f"other_{at}": Both(*PERMISSIONS[code][0]) for at, code in enumerate(others, 1)},
    }


@generator
def tracking_link(rng: Random) -> dict[str, Value]:
    """Three people's links to one page: one value is different for each, another one for a single person only."""
    people = first_names(rng, 3)
    own, group, common = rng.sample("bcghjkrvwz", 3)
    letters, digits = rng.sample("bdfhkmnpqrtvx", 6), rng.sample("23456789", 6)
    codes = [f"{letter}{digit}" for letter, digit in zip(letters, digits, strict=True)]
    apart = rng.randrange(3)
    product = rng.randint(201, 989)
    rows: list[list[Value]] = [
        [own, *codes[:3]],
        [group, *(codes[4] if at == apart else codes[3] for at in range(3))],
        [common, *[codes[5]] * 3],
        ["id", *[product] * 3],
        ["lang", *[Both("fr", "en")] * 3],
    ]
    rng.shuffle(rows)
    together = [person for at, person in enumerate(people) if at != apart]
    return {
        "first": people[0],
        "second": people[1],
        "third": people[2],
        "site": Both(*(f"{name}.example" for name in rng.choice(SENDERS))),
        "table": Both(_values([["", *people], *rows], "fr"), _values([["", *people], *rows], "en")),
        "param": own,
        "group": group,
        "common": common,
        "one": together[0],
        "other": together[1],
        **{f"code_{at}": code for at, code in enumerate(codes[:3])},
    }


def _values(rows: list[list[Value]], language: Language) -> str:
    """A table: a parameter a line, a person a column."""
    return "\n".join("".join(f"{show(cell, language):<9}" for cell in row).rstrip() for row in rows)


@generator
def breach_deadline(rng: Random) -> dict[str, Value]:
    """72 hours from the moment a leak is known, week-end included: hours left two days later."""
    day = rng.choice((1, 2, 3))  # known on a Thursday, a Friday or a Saturday
    stolen = rng.randint(19, 22)
    known, now = rng.sample(range(9, 19), 2)
    since_known = 48 + now - known
    since_stolen = since_known + known + 24 - stolen
    free_hours = {1: now, 2: 24 + now, 3: 48 - known}[day]
    return {
        "holder": Both(*rng.choice(HOLDERS)),
        "day_stolen": Both(*DAYS[day - 1]),
        "day_known": Both(*DAYS[day]),
        "day_now": Both(*DAYS[day + 2]),
        "stolen": _hour(stolen),
        "known": _hour(known),
        "now": _hour(now),
        "elapsed": since_known,
        "left": 72 - since_known,
        "left_from_theft": 72 - since_stolen,
        "left_working": 72 - (since_known - free_hours),
    }


def _hour(hour: int) -> Both:
    return Both(f"{hour:02}\u00a0h", f"{hour:02}:00")


@generator
def anonymise_rows(rng: Random) -> dict[str, Value]:
    """A table to publish: rows whose combination of age and town is shared by fewer than four people must go."""
    sizes = rng.sample(rng.choice(SMALL_AND_LARGE), 5)
    towns = rng.sample(TOWNS, 2)
    pairs = rng.sample([(band, town) for band in BANDS for town in towns], 5)
    rows = [pair for pair, size in zip(pairs, sizes, strict=True) for _ in range(size)]
    rng.shuffle(rows)
    loans = [rng.randint(2, 48) for _ in rows]
    small = [(pair, size) for pair, size in zip(pairs, sizes, strict=True) if size < LEAST]
    removed = sum(size for _, size in small)
    return {
        "lender": Both(*rng.choice(LENDERS)),
        "table": Both(_table(rows, loans, "fr"), _table(rows, loans, "en")),
        "least": LEAST,
        "removed": removed,
        "groups": len(small),
        "alone": sum(1 for _, size in small if size == 1),
        "kept": len(rows) - removed,
        "small": Both(_sizes(small, "fr"), _sizes(small, "en")),
    }


def _table(rows: list[tuple[str, Both]], loans: list[int], language: str) -> str:
    """Age band, town and number of loans, one person a line."""
    head = "âge    ville        prêts" if language == "fr" else "age    town         loans"
    lines = [
        f"{band}  {town.fr if language == 'fr' else town.en:<12} {count:>5}"
        for (band, town), count in zip(rows, loans, strict=True)
    ]
    return "\n".join([head, *lines])


def _sizes(groups: list[tuple[tuple[str, Both], int]], language: str) -> str:
    """Pairs of age and town with their number of rows."""
    return ", ".join(f"{band} {town.fr if language == 'fr' else town.en} ({size})" for (band, town), size in groups)
