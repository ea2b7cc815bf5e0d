"""5.2 Build a digital environment: values for its families."""

from decimal import Decimal
from random import Random

from content.generators.people import FIRST_NAMES
from content.generators.registry import generator
from content.generators.troubleshooting import columns, in_both, inside, tenths
from content.schema import Language
from content.values import Both, Value

MICROPHONE, HEADPHONES = Both("Un micro", "A microphone"), Both("Un casque audio", "Headphones")
SCANNER, PRINTER = Both("Un scanner", "A scanner"), Both("Une imprimante", "A printer")
WEBCAM, PROJECTOR = Both("Une webcam", "A webcam"), Both("Un vidéoprojecteur", "A projector")
KEYBOARD, SCREEN = Both("Un clavier", "A keyboard"), Both("Un grand écran", "A larger screen")
SPEAKERS = Both("Des enceintes", "Loudspeakers")
# What somebody wants, the device for it, one that works the other way, one that works this way but for another use.
INPUT_NEEDS = (
    (
        Both("veut enregistrer un conte à voix haute sur un ordinateur", "wants to record a story aloud on a computer"),
        (MICROPHONE, HEADPHONES, KEYBOARD),
        Both("Un clavier fait entrer du texte, pas une voix.", "A keyboard takes in text, not a voice."),
    ),
    (
        Both(
            "veut faire entrer dans un ordinateur une vieille photo sur papier",
            "wants to get an old photo on paper into a computer",
        ),
        (SCANNER, PRINTER, KEYBOARD),
        Both("Un clavier fait entrer du texte, pas une image.", "A keyboard takes in text, not a picture."),
    ),
    (
        Both(
            "veut être visible pendant un appel vidéo sur ordinateur", "wants to be seen in a video call on a computer"
        ),
        (WEBCAM, SCREEN, MICROPHONE),
        Both("Un micro fait entrer la voix, pas l’image.", "A microphone takes in the voice, not the picture."),
    ),
    (
        Both(
            "veut écrire une longue lettre sur une tablette, plus vite qu’avec un doigt",
            "wants to write a long letter on a tablet, faster than with one finger",
        ),
        (KEYBOARD, PRINTER, SCANNER),
        Both(
            "Un scanner fait entrer une feuille déjà écrite, il n’aide pas à écrire.",
            "A scanner takes in a sheet already written; it does not help with writing.",
        ),
    ),
)
OUTPUT_NEEDS = (
    (
        Both(
            "veut entendre un film sur un ordinateur sans réveiller la maison",
            "wants to hear a film on a computer without waking the house",
        ),
        (HEADPHONES, MICROPHONE, SPEAKERS),
        Both(
            "Des enceintes font bien sortir le son, mais toute la maison l’entend.",
            "Loudspeakers do bring the sound out, but the whole house hears it.",
        ),
    ),
    (
        Both(
            "veut montrer à toute une salle des photos enregistrées sur un ordinateur",
            "wants to show photos stored on a computer to a room full of people",
        ),
        (PROJECTOR, WEBCAM, SPEAKERS),
        Both("Des enceintes font sortir du son, pas des images.", "Loudspeakers bring out sound, not pictures."),
    ),
    (
        Both(
            "veut avoir sur papier un billet de train reçu par courriel",
            "wants to have on paper a train ticket received by e-mail",
        ),
        (PRINTER, SCANNER, SCREEN),
        Both("Un écran montre le billet, mais pas sur papier.", "A screen shows the ticket, but not on paper."),
    ),
    (
        Both(
            "veut voir en entier, sans papier, un grand tableau de chiffres, trop large pour son petit écran",
            "wants to see the whole of a large spreadsheet, without paper: the laptop’s own screen is too small",
        ),
        (SCREEN, SCANNER, PRINTER),
        Both("Une imprimante fait sortir le tableau sur papier.", "A printer brings the spreadsheet out on paper."),
    ),
)
INVENTED = (
    "Orvane", "Talmis", "Brenou", "Sarbel", "Dunvik", "Kelrin", "Zindra", "Lopsec", "Fabrun", "Mopeti", "Hoxane",
)  # fmt: skip
SYSTEM_ROLES = (
    Both("démarre et gère l’appareil", "starts and runs the device"),
    Both("gère mémoire et logiciels", "manages memory and programs"),
    Both("fait tourner tous les autres", "keeps all the others running"),
)
BROWSER_ROLES = (
    Both("affiche les pages web", "shows web pages"),
    Both("ouvre les sites et leurs liens", "opens sites and their links"),
    Both("garde les sites favoris", "keeps favourite sites"),
)
DRIVER_ROLES = (
    Both("fait marcher l’imprimante", "makes the printer work"),
    Both("fait marcher la webcam", "makes the webcam work"),
    Both("fait marcher le scanner", "makes the scanner work"),
)
APP_ROLES = (
    Both("retouche les photos", "touches up photos"),
    Both("met en page les lettres", "lays out letters"),
    Both("joue la musique", "plays music"),
)
REASONS = (
    Both("prend le train chaque jour", "takes the train every day"),
    Both("donne des cours à domicile", "teaches in people’s homes"),
    Both("visite des chantiers", "visits building sites"),
    Both("étudie loin de la maison", "studies far from home"),
    Both("soigne des animaux de ferme en ferme", "treats animals from farm to farm"),
)
FILMS = (
    Both("le film d’un mariage", "the film of a wedding"),
    Both("le film d’une pièce de théâtre", "the film of a school play"),
    Both("l’enregistrement d’un concert", "the recording of a concert"),
    Both("le film d’un match", "the film of a match"),
    Both("les photos d’un reportage", "the photos of a news story"),
)
PLACES = (
    Both("accueil", "lobby"), Both("atelier", "workshop"), Both("bureau", "office"), Both("cuisine", "kitchen"),
    Both("couloir", "corridor"), Both("garage", "garage"),
)  # fmt: skip
NETS = ("192.0.2", "198.51.100", "203.0.113")
OWNERS = (
    Both("d’une association", "a charity’s"), Both("d’une chorale", "a choir’s"), Both("d’un club", "a club’s"),
    Both("d’une école", "a school’s"), Both("d’une ferme", "a farm shop’s"),
)  # fmt: skip
# Four kinds of museum labels, with the years at which they may stand.
SURPRISING = (
    (
        Both("courriel entre universités", "e-mail between universities"),
        Both("le courriel circule depuis 1971", "e-mail has been sent since 1971"),
    ),
    (
        Both("distributeur de billets", "cash machine"),
        Both("le premier distributeur de billets date de 1967", "the first cash machine dates from 1967"),
    ),
    (
        Both("console de jeux sur la télé", "video game on the television"),
        Both("les consoles de salon existent depuis 1972", "home game consoles have existed since 1972"),
    ),
)
ORDINARY = (
    (Both("lettre sur disquette", "letter on a floppy disk"), (1981, 1992)),
    (Both("musique sur disque compact", "music on a compact disc"), (1986, 1995)),
    (Both("budget sur un tableur", "budget in a spreadsheet"), (1985, 1994)),
    (Both("bon de commande par fax", "order form by fax"), (1984, 1995)),
    (Both("film sur cassette vidéo", "film on a video cassette"), (1983, 1993)),
    (Both("dessin à la souris", "drawing made with a mouse"), (1987, 1995)),
    (Both("météo sur le télétexte", "weather on teletext"), (1986, 1994)),
)
IMPOSSIBLE = (
    (
        Both("film en DVD", "film on DVD"),
        Both("les premiers DVD sont vendus en 1996", "the first DVDs were sold in 1996"),
    ),
    (
        Both("devoir sur une clé USB", "homework on a USB stick"),
        Both("les premières clés USB sont vendues en 2000", "the first USB sticks were sold in 2000"),
    ),
    (
        Both("SMS reçu sur un téléphone", "text message on a phone"),
        Both("le premier SMS date de 1992", "the first text message dates from 1992"),
    ),
    (
        Both("page web d’un musée", "web page of a museum"),
        Both("le web, proposé en 1989, s’ouvre au public en 1991", "the web, proposed in 1989, opened in 1991"),
    ),
    (
        Both("ordinateur en Wi-Fi", "computer on Wi-Fi"),
        Both("la norme du Wi-Fi date de 1997", "the Wi-Fi standard dates from 1997"),
    ),
    (
        Both("photo prise d’un téléphone", "photo taken with a phone"),
        Both(
            "les premiers téléphones qui prennent des photos sont vendus vers 2000",
            "the first phones that take photos were sold around 2000",
        ),
    ),
    (
        Both("baladeur MP3", "MP3 player"),
        Both("les premiers baladeurs MP3 sont vendus en 1998", "the first MP3 players were sold in 1998"),
    ),
    (
        Both("recherche sur un moteur web", "search with a search engine"),
        Both("les premiers moteurs de recherche du web datent de 1993", "the first web search engines date from 1993"),
    ),
)


@generator
def device_for_need(rng: Random) -> dict[str, Value]:
    """A need, and the device that takes information in or brings it out."""
    inward = rng.random() < 0.5
    story, devices, other_use = rng.choice(INPUT_NEEDS if inward else OUTPUT_NEEDS)
    return {
        "who": rng.choice(FIRST_NAMES),
        "story": story,
        "key": devices[0],
        "reverse": devices[1],
        "other": devices[2],
        "other_use": other_use,
        "way": Both("entrer dans l’appareil", "go in") if inward else Both("sortir de l’appareil", "come out"),
        "device": Both(inside(devices[0].fr), inside(devices[0].en)),
        "class": Both("d’entrée", "input") if inward else Both("de sortie", "output"),
    }


@generator
def which_system(rng: Random) -> dict[str, Value]:
    """Four programs with their tasks: the operating system, a browser, a driver, an application."""
    names = rng.sample(INVENTED, 4)
    roles = [rng.choice(of) for of in (SYSTEM_ROLES, BROWSER_ROLES, DRIVER_ROLES, APP_ROLES)]
    rows = list(zip(names, roles, strict=True))
    rng.shuffle(rows)
    return {
        "who": rng.choice(FIRST_NAMES),
        "table": in_both(lambda language: columns(rows, language)),
        "system": names[0],
        "browser": names[1],
        "driver": names[2],
        "application": names[3],
        "role": roles[0],
    }


@generator
def laptop_choice(rng: Random) -> dict[str, Value]:
    """Four laptops and three needs: one meets all, each other misses one and shines elsewhere."""
    memory = rng.choice((8, 16))
    weight = rng.randint(13, 16)
    hours = rng.randint(8, 12)
    models = [f"{letter}{rng.randint(2, 9)}" for letter in rng.sample("ABCDEFGHJKLMNPRSTVWXZ", 4)]
    key, slow, heavy, short = models
    # Each amount of memory that is enough stands on a wrong row, and the right row has either.
    large_ram, brief_ram = rng.sample((memory, memory * 2), 2)
    fit = (memory * rng.randint(1, 2), weight - rng.randint(1, 2), hours + rng.randint(1, 2))
    weak = (memory // 2, weight - rng.randint(3, 4), hours + rng.randint(3, 4))
    large = (large_ram, weight + rng.randint(2, 9), hours + rng.randint(3, 5))
    brief = (brief_ram, weight - rng.randint(3, 4), hours - rng.randint(2, 4))
    laptops = list(zip(models, (fit, weak, large, brief), strict=True))
    rng.shuffle(laptops)

    def table(language: Language) -> str:
        head = (
            Both("Modèle", "Model"),
            Both("Mémoire", "Memory"),
            Both("Poids", "Weight"),
            Both("Batterie", "Battery"),
        )
        unit = "Go" if language == "fr" else "GB"
        rows = [(model, f"{ram} {unit}", f"{tenths(kg, language)} kg", f"{h} h") for model, (ram, kg, h) in laptops]
        return columns([head, *rows], language)

    return {
        "who": rng.choice(FIRST_NAMES),
        "reason": rng.choice(REASONS),
        "memory": memory,
        "weight": in_both(lambda language: tenths(weight, language)),
        "hours": hours,
        "table": in_both(table),
        "key": key,
        "slow": slow,
        "heavy": heavy,
        "short": short,
    }


@generator
def upload_rate_time(rng: Random) -> dict[str, Value]:
    """A file to send: bytes are not bits, and the upload rate counts, not the download rate."""
    minutes = rng.randrange(8, 52, 4)
    up = rng.choice((20, 40, 50, 80, 100))
    ratio = rng.choice((2, 4))
    return {
        "who": rng.choice(FIRST_NAMES),
        "film": rng.choice(FILMS),
        "size": Decimal(up * 60 * minutes) / 8000,
        "megabytes": up * 60 * minutes // 8,
        "megabits": up * 60 * minutes,
        "up": up,
        "down": up * ratio,
        "minutes": minutes,
        "seconds": minutes * 60,
        "bytes_as_bits": Decimal(minutes) / 8,
        "with_download": minutes // ratio,
    }


@generator
def same_subnet(rng: Random) -> dict[str, Value]:
    """Printers around a block of 64 addresses: the nearest number stands just outside it."""
    net, other_net = rng.sample(NETS, 2)
    block = rng.randint(1, 2)
    low = rng.random() < 0.5
    start = 64 * block
    end = start + 63
    if low:
        computer, near, far = start + rng.randint(2, 5), start - rng.randint(2, 5), start + rng.randint(35, 60)
    else:
        computer, near, far = end - rng.randint(2, 5), end + rng.randint(3, 6), start + rng.randint(3, 28)
    away = rng.randint(210, 250) if block == 1 else rng.randint(5, 50)
    places = rng.sample(PLACES, 4)
    addresses = (f"{net}.{far}", f"{net}.{near}", f"{other_net}.{computer}", f"{net}.{away}")
    rows = list(zip(places, addresses, strict=True))
    rng.shuffle(rows)
    values: dict[str, Value] = {
        "who": rng.choice(FIRST_NAMES),
        "computer": f"{net}.{computer}/26",
        "table": in_both(lambda language: columns(rows, language)),
        "first": f"{net}.{start}",
        "last": f"{net}.{end}",
    }
    for name, place, address in zip(("answer", "near", "twin", "away"), places, addresses, strict=True):
        values |= {name: place, f"{name}_ip": address}
    return values


@generator
def dns_cache(rng: Random) -> dict[str, Value]:
    """A name server read an address before it changed: it may keep it for the duration that stood there then."""
    old = rng.choice((120, 180, 240))
    new = rng.choice((5, 10))
    elapsed = rng.randint(4, 11) * 5
    change = rng.randint(11, 17) * 60 + rng.randint(0, 11) * 5
    read = change - elapsed
    before, after = rng.sample(NETS, 2)
    host = rng.randint(10, 99)
    lines = (
        Both(f"{_clock(read)}  lecture par le fournisseur", f"{_clock(read)}  lookup by the provider"),
        Both(f"       site {old * 60} A {before}.{host}", f"       site {old * 60} A {before}.{host}"),
        Both(f"{_clock(change)}  modification dans le DNS", f"{_clock(change)}  change in the DNS"),
        Both(f"       site {new * 60} A {after}.{host}", f"       site {new * 60} A {after}.{host}"),
    )
    return {
        "who": rng.choice(FIRST_NAMES),
        "owner": rng.choice(OWNERS),
        "records": Both("\n".join(line.fr for line in lines), "\n".join(line.en for line in lines)),
        "key": old - elapsed,
        "old": old,
        "old_seconds": old * 60,
        "new": new,
        "elapsed": elapsed,
        "read": _clock(read),
        "end": _clock(read + old),
    }


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@generator
def history_anachronism(rng: Random) -> dict[str, Value]:
    """Four museum labels: one object did not exist yet, an older label looks impossible and is right."""
    impossible, fact = rng.choice(IMPOSSIBLE)
    surprising, old_fact = rng.choice(SURPRISING)
    usual = rng.sample(ORDINARY, 2)
    year = rng.randint(1979, 1985)
    labels = [(year, impossible), (rng.randint(1975, 1978), surprising)]
    labels += [(rng.randint(*span), label) for label, span in usual]
    order = rng.sample(range(4), 4)
    lines = [(f"{place + 1}.", str(labels[at][0]), labels[at][1]) for place, at in enumerate(order)]
    return {
        "who": rng.choice(FIRST_NAMES),
        "labels": in_both(lambda language: columns(lines, language)),
        "key": order.index(0) + 1,
        "old": order.index(1) + 1,
        "year": year,
        "fact": fact,
        "old_fact": old_fact,
    }
