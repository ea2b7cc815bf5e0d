"""2.4 Find one's place in the digital world: values for its families."""

from datetime import date
from random import Random

from content.generators.people import TOWNS, first_names
from content.generators.registry import generator
from content.values import Both, Value

FIELDS = (
    ("Photo", "Photo"), ("Ville", "Town"), ("Téléphone", "Phone"), ("Employeur", "Employer"), ("Études", "Studies"),
    ("Anniversaire", "Birthday"), ("Loisirs", "Hobbies"), ("Adresse", "Address"), ("Langues", "Languages"),
    ("Courriel", "E-mail"),
)  # fmt: skip
SEERS = (
    ("La personne qui recrute", "The recruiter"), ("La future propriétaire", "The future landlady"),
    ("Le nouvel entraîneur", "The new coach"), ("La responsable du stage", "The internship manager"),
    ("Un journaliste local", "A local journalist"),
)  # fmt: skip


@generator
def profile_public(rng: Random) -> dict[str, Value]:
    """A profile and who sees each line: what a stranger can read."""
    person = first_names(rng, 1)[0]
    public = rng.randint(2, 4)
    levels = [("public", "public")] * public + [("contacts", "contacts")] * 2
    levels += [("privé", "private")] * (7 - public)
    rng.shuffle(levels)
    fields = rng.sample(FIELDS, 9)
    return {
        "person": person,
        "seer": Both(*rng.choice(SEERS)),
        "profile": Both(
            "\n".join(f"{field[0]:<13}{level[0]}" for field, level in zip(fields, levels, strict=True)),
            "\n".join(f"{field[1]:<13}{level[1]}" for field, level in zip(fields, levels, strict=True)),
        ),
        "public": public,
        "with_contacts": public + 2,
        "hidden": 9 - public,
    }


SERVICES = (
    ("cantine", "meals", "régler la cantine", "pay for school meals"),
    ("papiers", "papers", "demander un papier", "ask for a certificate"),
    ("travaux", "works", "signaler un trou dans la rue", "report a pothole"),
    ("creche", "nursery", "demander une place en crèche", "apply for a nursery place"),
    ("piscine", "pool", "réserver la piscine", "book the swimming pool"),
    ("velos", "bikes", "louer un vélo", "hire a bike"),
    ("parking", "parking", "obtenir une carte de stationnement", "get a parking permit"),
)


@generator
def service_address(rng: Random) -> dict[str, Value]:
    """A town hall's domain and three addresses: only one stands under it."""
    person = first_names(rng, 1)[0]
    town, service = rng.choice(TOWNS), rng.choice(SERVICES)
    number = rng.randint(2, 9)
    names = (f"ville-{town.fr.lower()}", f"{town.en.lower()}-council")
    words = (f"{service[0]}{number}", f"{service[1]}{number}")
    return {
        "person": person,
        "act": Both(service[2], service[3]),
        "domain": Both(*(f"{name}.example" for name in names)),
        "right": Both(*(f"{word}.{name}.example" for name, word in zip(names, words, strict=True))),
        "first": Both(*(f"{name}.{word}.example" for name, word in zip(names, words, strict=True))),
        "hyphen": Both(*(f"{name}-{word}.example" for name, word in zip(names, words, strict=True))),
    }


# Months without a public holiday between the 21st and the 28th that could fall on a Tuesday, Wednesday or Thursday:
# the last day is never one. Between the 7th and the 14th, parcels are not delivered on Armistice Day.
MONTHS = (
    (1, "janvier", "January"), (2, "février", "February"), (3, "mars", "March"), (9, "septembre", "September"),
    (10, "octobre", "October"), (11, "novembre", "November"),
)  # fmt: skip
ARMISTICE = (11, 11)
WEEKDAYS = (
    ("lundi", "Monday"), ("mardi", "Tuesday"), ("mercredi", "Wednesday"), ("jeudi", "Thursday"),
    ("vendredi", "Friday"), ("samedi", "Saturday"), ("dimanche", "Sunday"),
)  # fmt: skip
GOODS = (
    ("une lampe", "a lamp"), ("un sac à dos", "a backpack"), ("une tente", "a tent"), ("un clavier", "a keyboard"),
    ("une poussette", "a pushchair"), ("un blouson", "a jacket"), ("une chaise de bureau", "an office chair"),
    ("des chaussures", "a pair of shoes"),
)  # fmt: skip


@generator
def withdrawal_day(rng: Random) -> dict[str, Value]:
    """An online order and its delivery, within one month: the last day to change one's mind is a working day."""
    person = first_names(rng, 1)[0]
    month, year = rng.choice(MONTHS), rng.randint(2021, 2025)
    delivered = rng.choice(
        [
            day
            for day in range(7, 15)
            if date(year, month[0], day).weekday() in (1, 2, 3) and (month[0], day) != ARMISTICE
        ]
    )
    ordered = delivered - rng.randint(3, 5)
    weekday = date(year, month[0], delivered).weekday()
    order_day = WEEKDAYS[(weekday - delivered + ordered) % 7]
    delivery_day = WEEKDAYS[weekday]
    return {
        "person": person,
        "item": Both(*rng.choice(GOODS)),
        "dates": Both(
            f"Commande   {order_day[0]} {ordered} {month[1]} {year}\n"
            f"Livraison  {delivery_day[0]} {delivered} {month[1]} {year}",
            f"Ordered    {order_day[1]} {ordered} {month[2]} {year}\n"
            f"Delivered  {delivery_day[1]} {delivered} {month[2]} {year}",
        ),
        "delivered": delivered,
        **_day_spellings("right", delivered + 14, month, delivery_day, year),
        **_day_spellings("from_order", ordered + 14, month, order_day, year),
        **_day_spellings("one_short", delivered + 13, month, WEEKDAYS[weekday - 1], year),
    }


def _day_spellings(
    name: str, day: int, month: tuple[int, str, str], weekday: tuple[str, str], year: int
) -> dict[str, Value]:
    """The ways to type a day of the month that is past the 12th."""
    number, french, english = month
    short = english[:3]
    th = "th" if 4 <= day <= 20 or day >= 24 else {1: "st", 2: "nd", 3: "rd"}[day % 10]
    spelled = (
        (f"{day} {french}", f"{day} {english}"), (f"le {day} {french}", f"{english} {day}"),
        (f"{weekday[0]} {day} {french}", f"{weekday[1]} {day} {english}"),
        (f"le {weekday[0]} {day} {french}", f"{weekday[1]}, {day} {english}"),
        (f"{day}/{number:02d}", f"{day}/{number:02d}"), (f"{day}/{number}", f"{day}/{number}"),
        (f"{day}-{number:02d}", f"{number}/{day}"), (f"{day}.{number:02d}", f"{number:02d}/{day}"),
        (f"le {day}/{number:02d}", f"{day}{th} {english}"), (f"le {day}/{number}", f"{english} {day}{th}"),
        (f"jusqu’au {day} {french}", f"{day}{th} of {english}"), (f"{day} {french[:3]}", f"{day} {short}"),
        (f"{day} {french[:4]}", f"{short} {day}"), (f"{day} {number:02d}", f"the {day}{th} of {english}"),
        (f"{day}", f"{day}"), (f"le {day}", f"the {day}{th}"),
        (f"{weekday[0]} {day}", f"{weekday[1]} {day}"),
        (f"{day} {french} {year}", f"{day} {english} {year}"), (f"le {day} {french} {year}", f"{english} {day} {year}"),
        (f"{weekday[0]} {day} {french} {year}", f"{weekday[1]} {day} {english} {year}"),
        (f"{day}/{number:02d}/{year}", f"{day}/{number:02d}/{year}"),
        (f"{day}/{number:02d}/{year % 100}", f"{english} {day}, {year}"),
        (f"jusqu’au {day} {french} {year}", f"{day}{th} {english} {year}"),
        (f"le {weekday[0]} {day} {french} {year}", f"{number:02d}/{day}/{year}"),
    )  # fmt: skip
    return {f"{name}_{at}": Both(*both) for at, both in enumerate(spelled)}


TAGS = (
    ("vélo", "cycling"), ("montagne", "mountains"), ("cuisine", "cooking"), ("piano", "piano"), ("jardin", "garden"),
    ("danse", "dance"), ("chats", "cats"), ("espace", "space"), ("couture", "sewing"), ("football", "football"),
    ("histoire", "history"), ("dessin", "drawing"),
)  # fmt: skip
TITLES = ("Lumina", "Orbita", "Zefiro", "Nomadia", "Koralie", "Safrana", "Pelican", "Vertigo", "Minuto", "Bravissimo")


@generator
def recommend_tags(rng: Random) -> dict[str, Value]:
    """Five videos watched, four on offer: the one whose tags were seen most often."""
    person = first_names(rng, 1)[0]
    often, second, third, rare, new, fresh = rng.sample(TAGS, 6)
    watched = [(often, second), (often, second), (often, rare), (often, third)]
    rng.shuffle(watched)
    watched.append((second, third))  # the last one watched has a lookalike on offer, with one point less
    offers = [(often, third), (second, third), (often, new), (rare, fresh)]
    titles = rng.sample(TITLES, 4)
    pairs = [tuple(rng.sample(pair, 2)) for pair in (*watched, *offers)]
    order = rng.sample(range(4), 4)
    return {
        "person": person,
        "watched": Both(
            *("\n".join(f"{at}. {_tags(pair, to)}" for at, pair in enumerate(pairs[:5], 1)) for to in (0, 1))
        ),
        "offers": Both(
            *("\n".join(f"{titles[at]:<11}{_tags(pairs[5 + at], to)}" for at in order) for to in (0, 1)),
        ),
        "right": titles[0],
        "like_last": titles[1],
        "top_only": titles[2],
        "novel": titles[3],
        "often": Both(*often),
        "third": Both(*third),
    }


def _tags(pair: tuple[tuple[str, str], ...], to: int) -> str:
    return ", ".join(tag[to] for tag in pair)


SITES = (
    ("un site de recettes", "a recipe site"), ("un jeu de mots fléchés", "a crossword site"),
    ("un site de météo locale", "a local weather site"), ("un forum de bricolage", "a home repair forum"),
    ("un dictionnaire en ligne", "an online dictionary"), ("un site de résultats sportifs", "a sports results site"),
)  # fmt: skip
# Thousands of visits, pages a visit, percent of ads blocked, euros for a thousand ads: where the income is whole.
INCOMES = tuple(
    (visits, pages, blocked, price)
    for visits in range(12, 49)
    for pages in (2, 3, 4, 5)
    for blocked in (20, 25, 40)
    for price in (2, 3, 4, 5)
    if visits * pages * (100 - blocked) * price % 100 == 0 and visits * (100 - blocked) * price % 100 == 0
)


@generator
def ad_income(rng: Random) -> dict[str, Value]:
    """A free site that lives on advertising: what a month brings."""
    person = first_names(rng, 1)[0]
    visits, pages, blocked, price = rng.choice(INCOMES)
    seen = visits * pages * (100 - blocked) * 10
    return {
        "person": person,
        "site": Both(*rng.choice(SITES)),
        "visits": visits * 1000,
        "pages": pages,
        "blocked": blocked,
        "price": price,
        "displayed": visits * 1000 * pages,
        "seen": seen,
        "income": seen * price // 1000,
        "unblocked": visits * pages * price,
        "one_page": seen * price // 1000 // pages,
        "each": seen * price,
    }
