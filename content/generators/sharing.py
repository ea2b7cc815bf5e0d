"""2.2 Share and publish: values for its families."""

from decimal import Decimal
from random import Random

from content.generators.people import first_names
from content.generators.registry import generator
from content.values import Both, Value, show

GROUPS = (
    ("Famille", "Family"), ("Voisins", "Neighbours"), ("Collègues", "Colleagues"), ("Chorale", "Choir"),
    ("Classe", "Class"), ("Football", "Football"),
)  # fmt: skip
PHOTOS = (
    ("une photo du jardin", "a photo of the garden"), ("une photo du bébé", "a photo of the baby"),
    ("une photo de vacances", "a holiday photo"), ("une photo du nouveau vélo", "a photo of the new bike"),
    ("une photo du salon repeint", "a photo of the repainted living room"),
    ("une photo du gâteau d’anniversaire", "a photo of the birthday cake"),
)  # fmt: skip


@generator
def post_audience(rng: Random) -> dict[str, Value]:
    """Two lists of contacts and a photo for one of them: only that list sees it."""
    author, stranger, *people = first_names(rng, 8)
    groups = rng.sample(GROUPS, 2)
    chosen = rng.randrange(2)
    members = (people[:3], people[3:])
    lines = [
        "\n".join(f"{group[at]} : {', '.join(names)}" for group, names in zip(groups, members, strict=True))
        for at in range(2)
    ]
    return {
        "author": author,
        "stranger": stranger,
        "inside": rng.choice(members[chosen]),
        "outside": rng.choice(members[1 - chosen]),
        "group": Both(*groups[chosen]),
        "other_group": Both(*groups[1 - chosen]),
        "photo": Both(*rng.choice(PHOTOS)),
        "lists": Both(lines[0], lines[1].replace(" : ", ": ")),
    }


DOCUMENTS = (
    ("la liste des bénévoles", "the list of volunteers"), ("l’album de la randonnée", "the album of the hike"),
    ("le compte rendu de la réunion", "the minutes of the meeting"), ("le menu de la fête", "the menu of the party"),
    ("la recette de la tarte", "the recipe for the tart"), ("le planning des gardes", "the babysitting rota"),
    ("le plan du jardin collectif", "the map of the community garden"), ("le dossier du voyage", "the trip folder"),
)  # fmt: skip


@generator
def link_anyone(rng: Random) -> dict[str, Value]:
    """A link open to all who have it, passed on to someone who was not meant."""
    owner, friend, third = first_names(rng, 3)
    return {"owner": owner, "friend": friend, "third": third, "document": Both(*rng.choice(DOCUMENTS))}


SHOPS = (
    ("librairie-nova", "nova-books"), ("velo-plus", "bike-plus"), ("jardin-malin", "smart-garden"),
    ("cafe-leo", "leo-cafe"), ("tissus-mona", "mona-fabrics"), ("outils-pro", "pro-tools"),
    ("bio-panier", "green-basket"),
)  # fmt: skip
PAGES = (("produit", "product"), ("article", "item"), ("objet", "listing"), ("annonce", "advert"))
PARAMETERS = ("id", "ref", "num")
ORIGINS = (("lettre", "newsletter"), ("affiche", "poster"), ("courriel", "email"), ("groupe", "group"))
CAMPAIGNS = (("printemps", "spring"), ("rentree", "autumn"), ("soldes", "sale"), ("noel", "winter"))


@generator
def link_clean(rng: Random) -> dict[str, Value]:
    """A shop link with one useful parameter between two that only count clicks."""
    sender, friend = first_names(rng, 2)
    shop, page, parameter = rng.choice(SHOPS), rng.choice(PAGES), rng.choice(PARAMETERS)
    number = rng.randint(10_231, 98_769)
    origin, campaign = rng.choice(ORIGINS), rng.choice(CAMPAIGNS)
    useful = f"{parameter}={number}"
    bases = [f"{name}.example/{word}" for name, word in zip(shop, page, strict=True)]
    return {
        "sender": sender,
        "friend": friend,
        "parameter": parameter,
        "long": Both(
            f"https://{bases[0]}\n?utm_source={origin[0]}\n&{useful}\n&utm_campaign={campaign[0]}",
            f"https://{bases[1]}\n?utm_source={origin[1]}\n&{useful}\n&utm_campaign={campaign[1]}",
        ),
        "clean_lines": Both(*(f"https://{base}\n?{useful}" for base in bases)),
        "clean": Both(*(f"https://{base}?{useful}" for base in bases)),
        "clean_capital": Both(*(f"Https://{base}?{useful}" for base in bases)),
        "bare": Both(*(f"{base}?{useful}" for base in bases)),
        "bare_capital": Both(*(f"{base.capitalize()}?{useful}" for base in bases)),
        "cut": Both(*(f"https://{base}" for base in bases)),
        "cut_bare": Both(*bases),
        "ampersand": Both(*(f"https://{base}&{useful}" for base in bases)),
        "ampersand_after": Both(*(f"https://{base}?&{useful}" for base in bases)),
        "tail": Both(
            f"https://{bases[0]}?{useful}&utm_campaign={campaign[0]}",
            f"https://{bases[1]}?{useful}&utm_campaign={campaign[1]}",
        ),
        "head": Both(
            f"https://{bases[0]}?utm_source={origin[0]}&{useful}",
            f"https://{bases[1]}?utm_source={origin[1]}&{useful}",
        ),
    }


PUBLISHERS = (
    ("une bibliothèque de quartier", "a local library"), ("un club de judo", "a judo club"),
    ("une boulangerie", "a bakery"), ("un refuge pour animaux", "an animal shelter"),
    ("une troupe de théâtre", "a theatre group"), ("un potager d’école", "a school garden"),
)  # fmt: skip


@generator
def engagement_rate(rng: Random) -> dict[str, Value]:
    """The figures of one post: interactions for a hundred people reached."""
    reach, rate = rng.randint(4, 9) * 100, rng.randint(5, 12)
    total = reach * rate // 100
    comments, shares = rng.randint(4, 7), rng.randint(2, 3)
    reactions = total - comments - shares
    displays, followers = reach * rng.choice((5, 8)) // 4, reach * rng.choice((5, 10)) // 2
    figures = (followers, displays, reach, reactions, comments, shares)
    names_fr = ("Abonnés", "Affichages", "Personnes atteintes", "Réactions", "Commentaires", "Partages")
    names_en = ("Followers", "Impressions", "People reached", "Reactions", "Comments", "Shares")
    return {
        "person": first_names(rng, 1)[0],
        "publisher": Both(*rng.choice(PUBLISHERS)),
        "table": Both(
            "\n".join(
                f"{name:<20}{show(figure, 'fr', 'group'):>6}" for name, figure in zip(names_fr, figures, strict=True)
            ),
            "\n".join(
                f"{name:<20}{show(figure, 'en', 'group'):>6}" for name, figure in zip(names_en, figures, strict=True)
            ),
        ),
        "reactions": reactions,
        "comments": comments,
        "shares": shares,
        "total": total,
        "reach": reach,
        "rate": rate,
        "by_followers": _percent(total, followers),
        "by_displays": _percent(total, displays),
        "reactions_only": _percent(reactions, reach),
        "fraction": Decimal(rate) / 100,
    }


def _percent(part: int, whole: int) -> Decimal:
    """A share in percent, to one decimal."""
    return (Decimal(part * 100) / whole).quantize(Decimal("0.1"))


ROBOTS = ("Corabot", "Kiwibot", "Lyrabot", "Moussebot", "Ondabot", "Pixabot")
# A closed folder, an open one inside it, the beginning of closed addresses.
FOLDERS = (
    (("interne", "public", "brouillon"), ("internal", "public", "draft")),
    (("membres", "visite", "essai"), ("members", "tour", "trial")),
    (("archives", "photos", "vieux"), ("archive", "photos", "old")),
    (("atelier", "catalogue", "test"), ("workshop", "catalogue", "test")),
    (("bureau", "equipe", "copie"), ("office", "team", "copy")),
)
OPEN_PAGES = (
    ("contact", "contact"), ("horaires", "hours"), ("plan", "map"), ("agenda", "events"), ("tarifs", "fees"),
    ("acces", "directions"),
)  # fmt: skip
INNER_PAGES = (
    ("notes", "notes"), ("liste", "list"), ("bilan", "report"), ("projet", "project"), ("budget", "budget"),
)  # fmt: skip


@generator
def robots_allowed(rng: Random) -> dict[str, Value]:
    """Two groups of a robots.txt and eight addresses: which may the named robot read?"""
    robot, folders = rng.choice(ROBOTS), rng.choice(FOLDERS)
    allowed = rng.randint(3, 6)
    closed = rng.choice([count for count in (1, 2, 3) if 1 <= 8 - allowed - count <= 3])
    begun, opened = 8 - allowed - closed, rng.randint(1, 2)
    free = rng.sample(OPEN_PAGES, allowed - opened)
    inner = rng.sample(INNER_PAGES, closed + opened)
    numbers = rng.sample(range(2, 10), begun)
    places = rng.sample(range(8), 8)
    named_first = rng.random() < 0.5
    addresses = []
    for at in range(2):
        folder, open_folder, beginning = folders[at]
        paths = [f"/{page[at]}" for page in free]
        paths += [f"/{folder}/{page[at]}" for page in inner[:closed]]
        paths += [f"/{folder}/{open_folder}/{page[at]}" for page in inner[closed:]]
        paths += [f"/{beginning}-{number}" for number in numbers]
        addresses.append("\n".join(paths[place] for place in places))
    return {
        "robot": robot,
        "rules": Both(_robots(robot, folders[0], named_first), _robots(robot, folders[1], named_first)),
        "addresses": Both(*addresses),
        "open_folder": Both(*(f"/{folder[0]}/{folder[1]}/" for folder in folders)),
        "beginning": Both(*(f"/{folder[2]}" for folder in folders)),
        "allowed": allowed,
        "refused": 8 - allowed,
        "without_allow": allowed - opened,
        "as_folder": allowed + begun,
    }


def _robots(robot: str, folders: tuple[str, str, str], named_first: bool) -> str:
    folder, open_folder, beginning = folders
    groups = [
        f"User-agent: {robot}\nDisallow: /{folder}/\nAllow: /{folder}/{open_folder}/\nDisallow: /{beginning}",
        "User-agent: *\nDisallow: /",
    ]
    return "\n\n".join(groups if named_first else reversed(groups))
