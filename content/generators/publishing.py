"""3.3 Adapt documents to their purpose: values for its families."""

from datetime import date
from random import Random

from content.generators.people import FIRST_NAMES
from content.generators.registry import generator
from content.values import Both, Value

# A finished document, and who receives it.
SENDINGS = (
    (Both("son CV", "a CV"), Both("une entreprise", "a company")),
    (Both("un devis", "a quote"), Both("une cliente", "a customer")),
    (Both("l’affiche du tournoi", "the tournament poster"), Both("un imprimeur", "a print shop")),
    (Both("le menu de la semaine", "the weekly menu"), Both("une école", "a school")),
    (Both("un dossier de logement", "a housing application"), Both("une agence", "a letting agency")),
    (Both("un rapport de stage", "a placement report"), Both("un jury", "an examiner")),
    (Both("le programme du festival", "the festival programme"), Both("une bibliothèque", "a library")),
    (Both("le plan d’une cuisine", "a kitchen plan"), Both("un artisan", "a joiner")),
    (Both("le bulletin du quartier", "a neighbourhood newsletter"), Both("un imprimeur", "a print shop")),
    (Both("une attestation de stage", "a training certificate"), Both("un ancien élève", "a former student")),
    (Both("la facture d’un chantier", "a builder’s invoice"), Both("une mairie", "a town council")),
    (Both("un faire-part de mariage", "a wedding invitation"), Both("des invités", "the guests")),
    (Both("la notice d’un jeu", "the rules of a board game"), Both("un éditeur", "a publisher")),
    (Both("la partition d’une chanson", "the score of a song"), Both("une chorale", "a choir")),
)

DOCUMENTS = (
    Both("un livret d’accueil", "a welcome booklet"),
    Both("un règlement de copropriété", "a tenants’ handbook"),
    Both("un cahier d’exercices", "an exercise book"),
    Both("un mode d’emploi", "an instruction manual"),
    Both("un dossier de voyage", "a travel file"),
    Both("un recueil de chansons", "a songbook"),
)

PHOTOS = (
    ("aube", "dawn"), ("brume", "mist"), ("falaise", "cliff"), ("rocher", "stone"), ("vague", "wave"),
    ("marais", "marsh"), ("sentier", "trail"), ("verger", "orchard"), ("cascade", "waterfall"), ("prairie", "meadow"),
)  # fmt: skip
PRODUCTS = (
    Both("des tasses", "mugs"), Both("des affiches", "posters"), Both("des cartes postales", "postcards"),
    Both("des sacs", "tote bags"), Both("des calendriers", "calendars"), Both("des coussins", "cushions"),
    Both("des puzzles", "jigsaws"),
)  # fmt: skip
CHANGES = (
    Both("après en avoir changé les couleurs", "with its colours changed"),
    Both("après l’avoir redessinée au trait", "redrawn as line art"),
    Both("après l’avoir mêlée à ses propres dessins", "blended with home-made drawings"),
)

# Invented novels and writers.
NOVELS = (
    (Both("La Maison du canal", "The House on the Canal"), Both("Hélène Marsault", "Edith Harrowby")),
    (Both("Les Sabots bleus", "Blue Clogs"), Both("Marius Estève", "Walter Penhale")),
    (Both("Un été sans fin", "The Long Summer"), Both("Odette Cazaubon", "Winifred Oakes")),
    (Both("Le Passeur de sel", "The Salt Carrier"), Both("Armand Lesueur", "Arthur Fenwick")),
    (Both("Trois jours de neige", "Three Days of Snow"), Both("Solange Vidalin", "Dorothy Ashby")),
    (Both("La Lampe du phare", "The Lighthouse Lamp"), Both("Yves Kermarrec", "Gwyn Prosser")),
)

# Fields of a form: a code and the words beside it, in French and in English.
FIELDS = (
    (("nom", "Nom"), ("name", "Name")), (("ville", "Ville"), ("town", "Town")), (("mail", "Mail"), ("email", "Email")),
    (("tel", "Tél."), ("phone", "Phone")), (("rue", "Rue"), ("road", "Road")), (("date", "Date"), ("date", "Date")),
    (("club", "Club"), ("club", "Club")), (("pays", "Pays"), ("job", "Job")), (("age", "Âge"), ("age", "Age")),
    (("note", "Note"), ("note", "Note")),
)  # fmt: skip
FORMS = (
    Both("l’inscription à un tournoi", "signing up for a tournament"),
    Both("une demande de carte de bibliothèque", "a library card request"),
    Both("la réservation d’un gîte", "booking a cottage"),
    Both("l’adhésion à un club", "joining a club"),
    Both("une visite guidée", "a guided tour"),
)


@generator
def fixed_layout(rng: Random) -> dict[str, Value]:
    """A finished document for someone who must see it exactly as it is."""
    document, reader = rng.choice(SENDINGS)
    return {"name": rng.choice(FIRST_NAMES), "document": document, "reader": reader}


@generator
def print_range(rng: Random) -> dict[str, Value]:
    """Two ranges and a single page between them: how many pages come out."""
    first, second = rng.randint(3, 6), rng.randint(3, 6)
    begin = rng.randint(2, 4)
    single = begin + first + rng.randint(1, 2)
    again = single + rng.randint(2, 4)
    end = again + second - 1
    return {
        "name": rng.choice(FIRST_NAMES),
        "document": rng.choice(DOCUMENTS),
        "ranges": f"{begin}-{begin + first - 1},{single},{again}-{end}",
        "total": end + rng.randint(3, 9),
        "count": first + 1 + second,
        "subtracted": first + second - 1,
        "numbers": 5,
        "first_range": f"{begin}-{begin + first - 1}",
        "first_pages": first,
        "second_pages": second,
    }


@generator
def licence_pick(rng: Random) -> dict[str, Value]:
    """Four photos, one that may be changed and sold."""
    free, no_sale, no_change, silent = rng.sample(PHOTOS, 4)
    licence = rng.choice(("CC BY", "CC BY-SA"))
    rows = [
        (free, Both(licence, licence)),
        (no_sale, rng.choice((Both("CC BY-NC", "CC BY-NC"), Both("CC BY-NC-SA", "CC BY-NC-SA")))),
        (no_change, Both("CC BY-ND", "CC BY-ND")),
        (
            silent,
            rng.choice((Both("aucune mention", "nothing stated"), Both("© le photographe", "© the photographer"))),
        ),
    ]
    rng.shuffle(rows)
    french = [f"{photo[0] + '.jpg':<14} {terms.fr}" for photo, terms in rows]
    english = [f"{photo[1] + '.jpg':<14} {terms.en}" for photo, terms in rows]
    return {
        "name": rng.choice(FIRST_NAMES),
        "product": rng.choice(PRODUCTS),
        "change": rng.choice(CHANGES),
        "photos": Both("\n".join(french), "\n".join(english)),
        "licence": licence,
        "free": Both(*free),
        "no_sale": Both(*no_sale),
        "no_change": Both(*no_change),
        "silent": Both(*silent),
    }


@generator
def public_domain_year(rng: Random) -> dict[str, Value]:
    """A novel of one author who died long after it came out: seventy years are counted from the year of death."""
    title, author = rng.choice(NOVELS)
    published = rng.randint(1953, 1960)
    died = date(published + rng.randint(8, 16), rng.randint(2, 11), rng.randint(2, 28))
    born = published - rng.randint(32, 48)
    notice = Both(
        _notice(
            ("Roman", title.fr), ("Écrit par", author.fr), ("Naissance", str(born)), ("Parution", str(published)),
            ("Décès", died.strftime("%d/%m/%Y")),
        ),
        _notice(
            ("Novel", title.en), ("Written by", author.en), ("Born", str(born)), ("Published", str(published)),
            ("Died", died.strftime("%d/%m/%Y")),
        ),
    )  # fmt: skip
    return {
        "name": rng.choice(FIRST_NAMES),
        "notice": notice,
        "died": died.year,
        "free_from": died.year + 71,
        "too_early": died.year + 70,
        "from_publication": published + 71,
        "from_publication_early": published + 70,
    }


def _notice(*facts: tuple[str, str]) -> str:
    return "\n".join(f"{label:<11} {fact}" for label, fact in facts)


# By the number of fields without a label: label for a name, mere hint, words beside; never as many of the first two.
UNLINKED = {
    3: ((1, 2, 0), (2, 1, 0)),
    4: ((1, 2, 1), (2, 1, 1), (1, 3, 0), (3, 1, 0)),
    5: ((1, 3, 1), (3, 1, 1), (2, 3, 0), (3, 2, 0)),
}


@generator
def form_labels(rng: Random) -> dict[str, Value]:
    """A form of seven fields: labels linked by `for`, wrapped, pointing to nothing, or replaced by other words."""
    broken, hints, beside = rng.choice(UNLINKED[rng.randint(3, 5)])
    kinds = ["wrapped"] + ["broken"] * broken + ["hint"] * hints + ["beside"] * beside
    kinds += ["linked"] * (7 - len(kinds))
    rng.shuffle(kinds)
    fields = rng.sample(FIELDS, 7)
    rows = list(zip(kinds, fields, strict=True))
    return {
        "name": rng.choice(FIRST_NAMES),
        "form": rng.choice(FORMS),
        "html": Both(
            "\n".join(_field(kind, *field[0]) for kind, field in rows),
            "\n".join(_field(kind, *field[1]) for kind, field in rows),
        ),
        "count": broken + hints + beside,
        "broken": broken,
        "hints": hints,
        "beside": beside,
        "trusting_for": hints + beside,
        "trusting_hints": broken + beside,
        "doubting_wrapped": broken + hints + beside + 1,
    }


def _field(kind: str, code: str, words: str) -> str:
    """One field: linked, wrapped in its label, its label pointing to nothing, a hint inside, or words beside."""
    match kind:
        case "linked":
            return f'<label for="{code}">{words}</label>\n<input id="{code}">'
        case "wrapped":
            return f"<label>{words} <input></label>"
        case "broken":
            return f'<label for="{code}">{words}</label>\n<input name="{code}">'
        case "hint":
            return f'<input id="{code}" placeholder="{words}">'
        case _:
            return f'<b>{words}</b>\n<input id="{code}">'
