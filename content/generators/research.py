"""1.1 Conduct research and information monitoring: values for its families."""

from random import Random

from content.generators.people import TOWNS, first_names
from content.generators.registry import generator
from content.values import Both, Value

GROUPS = (
    Both("velo-club", "bike-club"), Both("chorale", "choir"), Both("amis-lac", "lake-club"),
    Both("potager", "garden"), Both("radio", "local-radio"), Both("theatre", "drama-group"),
)  # fmt: skip
PAGES = (
    Both("agenda", "events"), Both("piscine", "pool"), Both("cantine", "meals"), Both("horaires", "hours"),
    Both("travaux", "roadworks"), Both("dechets", "recycling"),
)  # fmt: skip


@generator
def url_host(rng: Random) -> dict[str, Value]:
    """A link whose folder looks like the town hall's site: the host alone says where it leads."""
    town, group, page = rng.choice(TOWNS), rng.choice(GROUPS), rng.choice(PAGES)
    number = rng.randint(2, 9)
    host = Both(f"{group.fr}-{town.fr.lower()}.example", f"{group.en}-{town.en.lower()}.example")
    folder = Both(f"mairie-{town.fr.lower()}.example", f"{town.en.lower()}-council.example")
    path = Both(f"{page.fr}-{number}.html", f"{page.en}-{number}.html")
    return {
        "name": first_names(rng, 1)[0],
        "host": host,
        "folder": folder,
        "path": path,
        "page": Both(f"https://{host.fr}\n/{folder.fr}\n/{path.fr}", f"https://{host.en}\n/{folder.en}\n/{path.en}"),
    }


# Where a browser keeps things: its name, what it is for, and what someone wants who should look there.
PLACES = (
    (
        Both("L’historique", "The history"),
        Both(
            "L’historique garde pendant un temps la liste des pages vues.",
            "The history keeps a list of the pages seen, for a while.",
        ),
        Both(
            "veut retrouver une page sur {topic}, vue hier et fermée sans l’enregistrer",
            "wants to find again a page about {topic}, viewed yesterday and closed without being saved",
        ),
    ),
    (
        Both("Les favoris", "The bookmarks"),
        Both(
            "Les favoris gardent les adresses que l’on a choisi d’y mettre, aussi longtemps qu’on le veut.",
            "Bookmarks keep the addresses put there on purpose, for as long as wanted.",
        ),
        Both(
            "lit une page sur {topic} et veut garder son adresse pour la rouvrir d’un geste dans un an",
            "is reading a page about {topic} and wants to keep its address, to open it again at once next year",
        ),
    ),
    (
        Both("Les téléchargements", "The downloads"),
        Both(
            "Les téléchargements montrent les fichiers enregistrés sur l’appareil.",
            "Downloads show the files saved on the device.",
        ),
        Both(
            "a enregistré hier sur son ordinateur un PDF sur {topic}, en a fermé l’onglet et veut ouvrir le fichier",
            "saved a PDF about {topic} to the computer yesterday, closed the tab and wants to open the file",
        ),
    ),
)
TOPICS = (
    Both("les vélos électriques", "electric bikes"), Both("le mal de dos", "back pain"),
    Both("les plantes d’intérieur", "house plants"), Both("la garde d’enfants", "childcare"),
    Both("le permis de conduire", "the driving test"), Both("les soupes d’hiver", "winter soups"),
    Both("les oiseaux du jardin", "garden birds"), Both("les métiers du soin", "jobs in care"),
    Both("les trains de nuit", "night trains"), Both("la peinture des murs", "painting walls"),
)  # fmt: skip


@generator
def browser_place(rng: Random) -> dict[str, Value]:
    """Someone wants one of three things that a browser keeps in three places."""
    at = rng.randrange(3)
    topic = rng.choice(TOPICS)
    (right, purpose, want), (wrong, about_wrong, _), (other, about_other, _) = (PLACES[(at + i) % 3] for i in range(3))
    return {
        "name": first_names(rng, 1)[0],
        "want": Both(want.fr.format(topic=topic.fr), want.en.format(topic=topic.en)),
        "right": right,
        "purpose": purpose,
        "wrong": wrong,
        "about_wrong": about_wrong,
        "other": other,
        "about_other": about_other,
    }


MONTHS = (
    Both("janvier", "January"), Both("février", "February"), Both("mars", "March"), Both("avril", "April"),
    Both("mai", "May"), Both("juin", "June"), Both("juillet", "July"), Both("août", "August"),
    Both("septembre", "September"), Both("octobre", "October"), Both("novembre", "November"),
    Both("décembre", "December"),
)  # fmt: skip
SCENES = (
    Both("Inondation", "Flood"), Both("Tempête de neige", "Snowstorm"), Both("Feu de forêt", "Forest fire"),
    Both("Embouteillage géant", "Huge traffic jam"), Both("Plage couverte d’algues", "Beach covered in seaweed"),
    Both("Arbres couchés par le vent", "Trees blown down"),
)  # fmt: skip
PHOTO_SITES = (
    Both("infos-vite.example", "quick-news.example"), Both("photos-nature.example", "nature-photos.example"),
    Both("forum-meteo.example", "weather-forum.example"), Both("blog-voyage.example", "travel-blog.example"),
    Both("actu-partage.example", "share-news.example"), Both("album-sud.example", "coast-album.example"),
    Both("presse-region.example", "local-press.example"), Both("images-libres.example", "free-pictures.example"),
    Both("carnet-de-route.example", "road-diary.example"),
)  # fmt: skip


@generator
def photo_first_seen(rng: Random) -> dict[str, Value]:
    """Finds of a reverse image search: the oldest find of the same picture is neither first nor the oldest of all."""
    claimed = rng.randint(2019, 2023)
    oldest = claimed - rng.randint(5, 8)
    similar = oldest - rng.randint(2, 4)
    first, between = rng.sample(range(oldest + 1, claimed), 2)
    rest = [claimed, between, oldest, similar]
    rng.shuffle(rest)
    if rest[-1] == oldest:
        rest.reverse()
    town, scene = rng.choice(TOWNS), rng.choice(SCENES)
    french, english = [], []
    years = [first, *rest]
    for at, (year, site) in enumerate(zip(years, rng.sample(PHOTO_SITES, len(years)), strict=True), 1):
        day, month = rng.randint(2, 28), rng.choice(MONTHS)
        kind = Both("ressemblante", "similar picture") if year == similar else Both("identique", "same picture")
        french.append(f"{at} {kind.fr}, {day} {month.fr} {year}\n  {site.fr}")
        english.append(f"{at} {kind.en}, {day} {month.en} {year}\n  {site.en}")
    return {
        "name": first_names(rng, 1)[0],
        "caption": Both(f"{scene.fr} à {town.fr}, {claimed}", f"{scene.en} in {town.en}, {claimed}"),
        "list": Both("\n".join(french), "\n".join(english)),
        "oldest": oldest,
        "claimed": claimed,
        "similar": similar,
        "first": first,
    }


# Two words for one thing, and a word that brings what is not wanted.
THEMES = (
    (Both("vélo", "bike"), Both("bicyclette", "bicycle"), Both("course", "racing")),
    (Both("chat", "cat"), Both("félin", "feline"), Both("dessin", "drawing")),
    (Both("jardin", "garden"), Both("potager", "allotment"), Both("hiver", "winter")),
    (Both("pain", "bread"), Both("levain", "sourdough"), Both("machine", "machine")),
    (Both("bateau", "boat"), Both("voilier", "yacht"), Both("moteur", "engine")),
    (Both("chant", "singing"), Both("chorale", "choir"), Both("enfant", "child")),
    (Both("randonnée", "hiking"), Both("trek", "trekking"), Both("désert", "desert")),
    (Both("couture", "sewing"), Both("broderie", "embroidery"), Both("mode", "fashion")),
)
FILLERS = (
    Both("guide", "guide"), Both("histoire", "history"), Both("photo", "photo"), Both("atelier", "workshop"),
    Both("région", "region"), Both("famille", "family"), Both("métier", "trade"), Both("débutant", "beginner"),
)  # fmt: skip

# By the number of finds: how many have the first word only, the second only, both; never as many of one as of both.
FINDS = {
    3: ((1, 1, 1),),
    4: ((1, 2, 1), (2, 1, 1)),
    5: ((2, 2, 1), (1, 2, 2), (2, 1, 2)),
    6: ((2, 2, 2), (3, 2, 1), (2, 3, 1)),
}


@generator
def boolean_matches(rng: Random) -> dict[str, Value]:
    """A small catalogue and (a OR b) NOT c: every way to misread the query gives another count."""
    a, b, c = rng.choice(THEMES)
    if rng.random() < 0.5:
        a, b = b, a
    key = rng.randint(3, 6)
    only_a, only_b, both = rng.choice(FINDS[key])
    books = rng.randint(10, 11)
    outside = books - key - 2  # records with neither a nor b
    only_c = rng.randint(1, outside - 1)
    records = [[a]] * only_a + [[b]] * only_b + [[a, b]] * both + [[a, c], [b, c]]
    records += [[c]] * only_c + [[]] * (outside - only_c)
    rng.shuffle(records)
    lines = []
    for record in records:
        words = [*record, *rng.sample(FILLERS, 3 - len(record))]
        rng.shuffle(words)
        lines.append(words)
    return {
        "name": first_names(rng, 1)[0],
        "query": Both(f"({a.fr} OU {b.fr}) SAUF {c.fr}", f"({a.en} OR {b.en}) NOT {c.en}"),
        "list": Both(
            "\n".join(f"{at} {', '.join(word.fr for word in words)}" for at, words in enumerate(lines, 1)),
            "\n".join(f"{at} {', '.join(word.en for word in words)}" for at, words in enumerate(lines, 1)),
        ),
        "a": a,
        "b": b,
        "c": c,
        "key": key,
        "unexcluded": key + 2,
        "books": books,
        "both_only": both,
        "either_only": key - both,
        "no_brackets": key + 1,
    }


OUTLETS = (
    Both("La Gazette du lac", "The Lakeside Gazette"), Both("Radio Sablonne", "Radio Fairwick"),
    Both("Clairvigne Infos", "Oakferry News"), Both("L’Écho de Fontaune", "The Thornbeck Echo"),
    Both("Le Messager des dunes", "The Dunes Messenger"), Both("Canal Valbrune", "Channel Elmsby"),
    Both("Vallée Magazine", "Valley Magazine"), Both("Le Blog de Robin", "Robin’s Blog"),
    Both("Montagne Hebdo", "Highland Weekly"),
)  # fmt: skip
FIGURES = (
    Both("un trajet sur cinq se fait à vélo", "one trip in five is made by bike"),
    Both("un habitant sur trois va au travail à pied", "one resident in three walks to work"),
    Both("une voiture sur deux roule avec une seule personne à bord", "one car in two carries only one person"),
    Both("sept élèves sur dix vont à l’école en bus", "seven pupils in ten take the bus to school"),
)
INSTITUTES = ("Mobistat", "Mobilab", "Via Nova", "Allura")
STUDIES = (
    Both("enquête de la mairie", "the town council’s survey"), Both("enquête de la région", "the regional survey"),
    Both("étude du service des bus", "the bus company’s study"), Both("étude du ministère", "the ministry’s study"),
)  # fmt: skip


@generator
def source_origins(rng: Random) -> dict[str, Value]:
    """Seven articles with one figure: relays and a study cited twice add no origin."""
    key = rng.randint(2, 4)
    a, b, c, d, e, f, g = rng.sample(OUTLETS, 7)
    figure, institute = rng.choice(FIGURES), rng.choice(INSTITUTES)
    month, year = rng.choice(MONTHS[2:6]), rng.randint(2015, 2022)
    study = Both(f"étude {institute}, {month.fr} {year}", f"{institute} study, {month.en} {year}")
    own = Both("notre propre sondage", "our own poll")
    second, third = rng.sample(STUDIES, 2)
    cited = [
        (a, study), (e, study), (b, a), (c, b), (d, own),
        (f, second if key > 2 else e), (g, third if key > 3 else d),
    ]  # fmt: skip
    rng.shuffle(cited)
    return {
        "name": first_names(rng, 1)[0],
        "figure": figure,
        "list": Both(
            "\n".join(f"{outlet.fr}\n  source : {source.fr}" for outlet, source in cited),
            "\n".join(f"{outlet.en}\n  source: {source.en}" for outlet, source in cited),
        ),
        "key": key,
        "articles": 7,
        "named": 6,
        "study_twice": key + 1,
        "pollster": d,
        "reader": a,
        "relay": b,
    }
