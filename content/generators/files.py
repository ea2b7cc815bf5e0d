"""1.2 Manage data: values for its families."""

from random import Random

from content.generators.people import FILE_NUMBERS, first_names
from content.generators.registry import generator
from content.values import Both, Value

EVENTS = (
    Both("kermesse", "fair"), Both("mariage", "wedding"), Both("concert", "concert"), Both("tournoi", "tournament"),
    Both("voyage", "trip"), Both("expo", "show"), Both("carnaval", "carnival"), Both("marche", "walk"),
)  # fmt: skip
TEXT, PICTURE = Both("un document texte", "a text document"), Both("une image", "a picture")
SOUND, VIDEO = Both("un enregistrement sonore", "a sound recording"), Both("une vidéo", "a video")
PAGES, SHEET = Both("un document à lire", "a document to read"), Both("une feuille de calcul", "a spreadsheet")
# What is wanted, its extensions; a word that promises it on a file of another kind; a third kind.
WANTED = (
    (PICTURE, ("jpg", "png"), Both("photo", "photo"), "docx", TEXT, "mp3", SOUND),
    (SOUND, ("mp3", "wav"), Both("chanson", "song"), "pdf", PAGES, "png", PICTURE),
    (VIDEO, ("mp4", "mov"), Both("film", "film"), "txt", TEXT, "mp3", SOUND),
    (SHEET, ("xlsx", "ods"), Both("tableau", "table"), "jpg", PICTURE, "docx", TEXT),
)


@generator
def file_kind(rng: Random) -> dict[str, Value]:
    """Three files: one of the kind wanted, one whose words promise it, one of another kind."""
    what, extensions, word, decoy, decoy_kind, other, other_kind = rng.choice(WANTED)
    event, extension = rng.choice(EVENTS), rng.choice(extensions)
    right, wrong, third = rng.sample(FILE_NUMBERS, 3)
    return {
        "name": first_names(rng, 1)[0],
        "what": what,
        "extension": f".{extension}",
        "right": Both(f"{event.fr}-{right}.{extension}", f"{event.en}-{right}.{extension}"),
        "word": word,
        "wrong": Both(f"{word.fr}-{event.fr}-{wrong}.{decoy}", f"{event.en}-{word.en}-{wrong}.{decoy}"),
        "wrong_extension": f".{decoy}",
        "wrong_kind": decoy_kind,
        "other": Both(f"{event.fr}-{third}.{other}", f"{event.en}-{third}.{other}"),
        "other_extension": f".{other}",
        "other_kind": other_kind,
    }


# A folder, then two folders inside it, each with its file.
CABINETS = (
    (Both("maison", "home"), Both("assurance", "insurance"), Both("contrat", "contract"),
     Both("travaux", "repairs"), Both("facture", "invoice")),
    (Both("emploi", "work"), Both("candidatures", "applications"), Both("lettre", "letter"),
     Both("formation", "training"), Both("attestation", "certificate")),
    (Both("famille", "family"), Both("garderie", "nursery"), Both("planning", "timetable"),
     Both("dentiste", "dentist"), Both("ordonnance", "prescription")),
    (Both("club", "club"), Both("stages", "camps"), Both("affiche", "poster"),
     Both("budget", "budget"), Both("bilan", "accounts")),
    (Both("voyages", "travel"), Both("train", "train"), Both("billet", "ticket"),
     Both("camping", "campsite"), Both("devis", "quote")),
)  # fmt: skip


@generator
def file_path(rng: Random) -> dict[str, Value]:
    """An indented tree: the path goes through the folders around the file, not through their neighbours."""
    cabinet, other = rng.sample(CABINETS, 2)
    numbers = rng.sample(FILE_NUMBERS, 3)
    place, other_first = rng.randrange(2), rng.random() < 0.5
    french = _tree([part.fr for part in cabinet], [part.fr for part in other], numbers, place, other_first)
    english = _tree([part.en for part in cabinet], [part.en for part in other], numbers, place, other_first)
    return {"name": first_names(rng, 1)[0], **{key: Both(french[key], english[key]) for key in french}}


def _tree(cabinet: list[str], other: list[str], numbers: list[int], place: int, other_first: bool) -> dict[str, str]:
    """The tree in words of one language, the path asked for and the paths of the mistakes."""
    top, pairs = cabinet[0], (cabinet[1:3], cabinet[3:5])
    (parent, word), (neighbour, neighbour_word) = pairs[place], pairs[1 - place]
    target = f"{word}-{numbers[0]}.pdf"
    path = f"Documents/{top}/{parent}/{target}"
    beside = f"    {neighbour}/\n      {neighbour_word}-{numbers[2]}.pdf"
    inside = [f"    {parent}/\n      {target}", beside]
    blocks = [
        f"  {other[0]}/\n    {other[4]}-{numbers[1]}.pdf",
        "\n".join([f"  {top}/", *(reversed(inside) if place else inside)]),
    ]
    return {
        "tree": "\n".join(["Documents/", *(blocks if other_first else reversed(blocks))]),
        "file": target,
        "path": path,
        "path_small": path.lower(),
        "backslashes": path.replace("/", "\\"),
        "backslashes_small": path.lower().replace("/", "\\"),
        "spaced": path.replace("/", " / "),
        "folder": f"Documents/{top}/{parent}",
        "top": top,
        "parent": parent,
        "neighbour": neighbour,
        "other": other[0],
        "through_neighbour": f"Documents/{top}/{neighbour}/{parent}/{target}",
        "short": f"Documents/{parent}/{target}",
        "rootless": f"{top}/{parent}/{target}",
        "listing": f"Documents/{other[0]}/{top}/{parent}/{target}",
    }


STORES = (
    (Both("une clé USB", "USB stick"), Both("la clé", "the stick")),
    (Both("une carte mémoire", "memory card"), Both("la carte", "the card")),
    (Both("une tablette", "tablet"), Both("la tablette", "the tablet")),
)
FILMS = (
    Both("vidéos du spectacle", "videos of the show"), Both("vidéos de la chorale", "videos of the choir"),
    Both("vidéos de cuisine", "cooking videos"), Both("vidéos du chantier", "videos of the building site"),
    Both("vidéos de vacances", "holiday videos"), Both("vidéos du match", "videos of the match"),
)  # fmt: skip


@generator
def storage_fit(rng: Random) -> dict[str, Value]:
    """Whole videos that still fit: the same number whether a gigabyte is 1000 or 1024 megabytes."""
    capacity = rng.choice((16, 32, 64))
    store, place = rng.choice(STORES)
    while True:
        free = rng.randint(21, 58)  # tenths of a gigabyte
        size = rng.randrange(210, 400, 10)
        fits, rest = divmod(free * 100, size)
        if free % 10 and 8 <= fits <= 16 and 0.15 * size <= rest <= 0.5 * size:
            break
    used = capacity * 10 - free
    return {
        "name": first_names(rng, 1)[0],
        "store": store,
        "place": place,
        "videos": rng.choice(FILMS),
        "capacity": capacity,
        "used": _tenths(used),
        "free": _tenths(free),
        "free_mb": free * 100,
        "size": size,
        "fits": fits,
        "rounded_up": fits + 1,
        "whole_store": capacity * 1000 // size,
        "factor_100": free * 10 // size,
    }


def _tenths(value: int) -> Both:
    return Both(f"{value // 10},{value % 10}", f"{value // 10}.{value % 10}")


LOOSE = (
    Both("mesures.csv", "readings.csv"), Both("notes.txt", "notes.txt"), Both("plan.bmp", "map.bmp"),
    Both("stock.csv", "stock.csv"), Both("journal.log", "server.log"),
)  # fmt: skip
PACKED = (
    Both("photo.jpg", "photo.jpg"), Both("film.mp4", "film.mp4"), Both("chanson.mp3", "song.mp3"),
    Both("clip.webm", "clip.webm"),
)  # fmt: skip


@generator
def archive_saving(rng: Random) -> dict[str, Value]:
    """Sizes before and after zipping: the share saved is that of the totals, not a mean of the files' shares."""
    while True:
        total, percent = rng.choice((40, 50, 60, 80)), rng.choice((20, 25, 30, 35, 40, 45))
        if total * percent % 100:
            continue
        saved = total * percent // 100
        first = rng.randint(saved * 3 // 10, saved * 7 // 10)
        shrunk = [(first + left, left) for left in [rng.randint(1, 4)]]
        shrunk += [(saved - first + left, left) for left in [rng.randint(1, 4)]]
        kept = total - sum(before for before, _ in shrunk)
        one = rng.randint(3, kept - 3)
        sizes = [*shrunk, (one, one), (kept - one, kept - one)]
        mean = round(sum(100 * (before - after) / before for before, after in sizes) / len(sizes))
        if len({percent, 100 - percent, saved, mean}) == 4 and abs(mean - percent) > 2:
            break
    names = [*rng.sample(LOOSE, 2), *rng.sample(PACKED, 2)]
    rows = list(zip(names, sizes, strict=True))
    rng.shuffle(rows)
    return {
        "name": first_names(rng, 1)[0],
        "table": Both(
            "\n".join(
                [f"{'fichier':<13}{'avant':>7}{'après':>8}", *(_sizes(name.fr, size, "Mo") for name, size in rows)]
            ),
            "\n".join(
                [f"{'file':<13}{'before':>7}{'after':>8}", *(_sizes(name.en, size, "MB") for name, size in rows)]
            ),
        ),
        "before": total,
        "after": total - saved,
        "percent": percent,
        "kept": 100 - percent,
        "saved": saved,
        "mean": mean,
    }


def _sizes(name: str, size: tuple[int, int], unit: str) -> str:
    before, after = (f"{value} {unit}" for value in size)
    return f"{name:<13}{before:>7}{after:>8}"


DAYS = (
    Both("lun", "Mon"), Both("mar", "Tue"), Both("mer", "Wed"), Both("jeu", "Thu"), Both("ven", "Fri"),
    Both("sam", "Sat"), Both("dim", "Sun"),
)  # fmt: skip
FULL = Both("complète", "full")
DIFFERENTIAL = Both("différentielle", "differential")
INCREMENTAL = Both("incrémentielle", "incremental")


@generator
def backups_needed(rng: Random) -> dict[str, Value]:
    """A log of nine backups: the last full one, the last differential one, and what came after it."""
    after = rng.randint(2, 4)
    before = rng.randint(1, 4 - after) if after < 3 else 1  # incremental ones between the two differential ones
    early = 5 - after - before
    kinds = [INCREMENTAL, FULL, *[INCREMENTAL] * early, DIFFERENTIAL]
    kinds += [*[INCREMENTAL] * before, DIFFERENTIAL, *[INCREMENTAL] * after]
    day, date = rng.randrange(7), rng.randint(1, 20)
    dates = [(DAYS[(day + at) % 7], f"{date + at:02d}") for at in range(len(kinds))]
    return {
        "name": first_names(rng, 1)[0],
        "log": Both(
            "\n".join(f"{name.fr} {number}  {kind.fr}" for (name, number), kind in zip(dates, kinds, strict=True)),
            "\n".join(f"{name.en} {number}  {kind.en}" for (name, number), kind in zip(dates, kinds, strict=True)),
        ),
        "needed": after + 2,
        "after": after,
        "all": len(kinds),
        "since_full": len(kinds) - 1,
        "both_differentials": after + 3,
        "without_full": after + 1,
        "full_and_last": 2,
    }
