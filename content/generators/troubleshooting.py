"""5.1 Solve technical problems: values for its families."""

from collections.abc import Callable, Sequence
from random import Random

from content.generators.people import FIRST_NAMES
from content.generators.registry import generator
from content.schema import Language
from content.values import Both, Value

# What happens, the first thing to try, a step for later, a step on another part, and why the first is first.
FAULTS = (
    (
        Both(
            "regarde une vidéo sur un ordinateur portable\u00a0: l’image défile, mais aucun son ne sort.",
            "is watching a video on a laptop: the picture moves, but there is no sound.",
        ),
        Both("Vérifier que le son n’est pas coupé", "Check that the sound is not muted"),
        Both("Réinstaller le pilote de la carte son", "Reinstall the driver of the sound card"),
        Both("Vérifier la connexion internet", "Check the internet connection"),
        Both("L’image défile\u00a0: seul le son est en cause.", "The picture moves: only the sound is at fault."),
    ),
    (
        Both(
            "allume un ordinateur de bureau\u00a0: le voyant s’allume, le ventilateur tourne, l’écran reste noir.",
            "turns on a desktop computer: its light comes on, the fan turns, but the screen stays black.",
        ),
        Both("Vérifier que l’écran est branché et allumé", "Check that the screen is plugged in and on"),
        Both("Démonter l’ordinateur pour changer une pièce", "Open the computer and replace a part"),
        Both("Brancher un autre clavier et une autre souris", "Plug in another keyboard and another mouse"),
        Both(
            "L’ordinateur démarre\u00a0: seul l’écran est en cause.",
            "The computer starts: only the screen is at fault.",
        ),
    ),
    (
        Both(
            "lance une impression depuis un ordinateur\u00a0: rien ne sort, et l’imprimante n’a aucun voyant allumé.",
            "prints a page from a computer: nothing comes out, and the printer shows no light at all.",
        ),
        Both("Vérifier que l’imprimante est branchée et allumée", "Check that the printer is plugged in and on"),
        Both("Désinstaller puis réinstaller l’imprimante", "Remove the printer and install it again"),
        Both("Remplacer les cartouches d’encre vides", "Replace the empty ink cartridges"),
        Both(
            "Sans aucun voyant, l’imprimante n’est sans doute pas alimentée.",
            "With no light at all, the printer probably has no power.",
        ),
    ),
    (
        Both(
            "bouge une souris sans fil\u00a0: le pointeur reste immobile, mais le clavier répond.",
            "moves a wireless mouse: the pointer stays still, but the keyboard still works.",
        ),
        Both("Vérifier l’interrupteur et la pile de la souris", "Check the switch and the battery of the mouse"),
        Both(
            "Désinstaller puis réinstaller le pilote de la souris",
            "Uninstall and reinstall the mouse driver",
        ),
        Both("Augmenter la vitesse du pointeur dans les réglages", "Make the pointer faster in the settings"),
        Both(
            "Le clavier répond\u00a0: seule la souris est en cause.",
            "The keyboard still works: only the mouse is at fault.",
        ),
    ),
    (
        Both(
            "reçoit des appels sur un téléphone\u00a0: ils s’affichent à l’écran, mais rien ne sonne.",
            "gets calls on a phone: they show on the screen, but nothing rings.",
        ),
        Both("Vérifier que le mode silencieux est désactivé", "Check that silent mode is off"),
        Both("Faire remplacer le haut-parleur du téléphone", "Have the phone’s loudspeaker replaced"),
        Both("Vérifier que le réseau mobile est activé", "Check that the mobile network is on"),
        Both(
            "Les appels arrivent\u00a0: seule la sonnerie est en cause.", "Calls come in: only the ringer is at fault."
        ),
    ),
    (
        Both(
            "prend des photos avec un téléphone\u00a0: elles sont toutes voilées, les anciennes restent nettes.",
            "takes pictures with a phone: they are all hazy, while the old ones stay sharp.",
        ),
        Both("Essuyer l’objectif de l’appareil photo", "Wipe the lens of the camera"),
        Both("Faire remplacer l’appareil photo du téléphone", "Have the phone’s camera replaced"),
        Both("Monter la luminosité de l’écran", "Turn up the brightness of the screen"),
        Both(
            "Les anciennes photos restent nettes à l’écran\u00a0: c’est la prise de vue qui est en cause.",
            "Old pictures stay sharp on the screen: only the camera is at fault.",
        ),
    ),
    (
        Both(
            "participe à une réunion en visio\u00a0: l’image et le son des autres arrivent, mais personne ne l’entend.",
            "joins a video meeting: the others can be seen and heard, but nobody can hear {who}.",
        ),
        Both("Vérifier que le micro n’est pas coupé", "Check that the microphone is not muted"),
        Both("Désinstaller puis réinstaller le logiciel de visio", "Remove the meeting program and install it again"),
        Both("Monter le volume des haut-parleurs", "Turn up the volume of the loudspeakers"),
        Both(
            "L’image et le son arrivent, mais la voix ne part pas\u00a0: seul le micro est en cause.",
            "Picture and sound come in, but the voice does not go out: only the microphone is at fault.",
        ),
    ),
    (
        Both(
            "branche une tablette pour la nuit\u00a0: au matin, la batterie est toujours vide.",
            "plugs in a tablet for the night: in the morning, the battery is still empty.",
        ),
        Both("Essayer un autre câble et une autre prise", "Try another cable and another socket"),
        Both("Faire remplacer la batterie de la tablette", "Have the tablet’s battery replaced"),
        Both("Supprimer des photos et des applications", "Delete some pictures and apps"),
        Both(
            "Le courant n’arrive peut-être pas\u00a0: le câble et la prise se testent sans frais.",
            "Perhaps no power comes in: cable and socket can be tested for free.",
        ),
    ),
)
FOLDERS = (
    Both("Photos", "Photos"), Both("Films", "Films"), Both("Musique", "Music"), Both("Podcasts", "Podcasts"),
    Both("Voyages", "Trips"), Both("Dessins", "Drawings"), Both("Albums", "Albums"), Both("Cartes", "Maps"),
    Both("Concerts", "Concerts"),
)  # fmt: skip
# Programs that may well take much memory, that keep a processor busy, that take little of either.
HEAVY_PROGRAMS = (
    Both("navigateur", "browser"), Both("retouche", "photo-editor"), Both("montage", "video-editor"),
    Both("jeu", "game"), Both("dessin-3d", "3d-drawing"), Both("musique", "music-studio"), Both("visio", "video-call"),
)  # fmt: skip
BUSY_PROGRAMS = (
    Both("antivirus", "antivirus"), Both("sauvegarde", "backup"), Both("conversion", "converter"),
    Both("archivage", "archiver"),
)  # fmt: skip
LIGHT_PROGRAMS = (
    Both("messagerie", "mail"), Both("agenda", "calendar"), Both("traducteur", "translator"), Both("notes", "notes"),
    Both("radio", "radio"), Both("calcul", "calculator"),
)  # fmt: skip
# As a list names it, and as a sentence does.
DRIVERS = (
    (Both("pilote scanner", "scanner driver"), Both("pilote du scanner", "scanner driver")),
    (Both("pilote webcam", "webcam driver"), Both("pilote de la webcam", "webcam driver")),
    (Both("pilote clavier", "keyboard driver"), Both("pilote du clavier", "keyboard driver")),
    (Both("pilote souris", "mouse driver"), Both("pilote de la souris", "mouse driver")),
    (Both("pilote tablette", "tablet driver"), Both("pilote de la tablette", "tablet driver")),
    (Both("pilote manette", "gamepad driver"), Both("pilote de la manette", "gamepad driver")),
)
OTHER_SOFTWARE = (
    Both("jeu d’échecs", "chess game"), Both("dictionnaire", "dictionary"), Both("calculatrice", "calculator"),
    Both("jeu de cartes", "card game"), Both("traducteur", "translator"),
)  # fmt: skip
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FRONT_SERVICES = (
    Both("caisse", "till"), Both("billets", "tickets"), Both("agenda", "diary"), Both("menus", "menus"),
    Both("annonces", "adverts"), Both("salles", "rooms"), Both("visites", "tours"),
)  # fmt: skip
BACK_SERVICES = (
    Both("base", "database"), Both("stock", "stock"), Both("images", "images"), Both("tarifs", "prices"),
    Both("badges", "badges"), Both("cartes", "maps"), Both("comptes", "accounts"), Both("textes", "texts"),
)  # fmt: skip
CAUSES = (
    Both("certificat expiré", "certificate expired"), Both("mémoire pleine", "out of memory"),
    Both("fichier illisible", "file unreadable"), Both("mise à jour ratée", "update failed"),
)  # fmt: skip
ACCOUNTS = (
    "Lina", "Karim", "Rosa", "Paul", "Olga", "Hugo", "Diego", "Samir", "Nadia", "Sofia", "Malik", "Denis",
)  # fmt: skip
GROUPS = (
    Both("compta", "finance"), Both("atelier", "crafts"), Both("accueil", "tours"), Both("sport", "sport"),
    Both("cuisine", "kitchen"), Both("presse", "press"),
)  # fmt: skip
DOCUMENTS = (
    Both("budget.ods", "budget.ods"), Both("menu.odt", "menu.odt"), Both("stock.csv", "stock.csv"),
    Both("tarifs.csv", "prices.csv"), Both("lettre.odt", "letter.odt"), Both("dons.csv", "gifts.csv"),
    Both("photos.zip", "photos.zip"), Both("dates.ods", "rota.ods"),
)  # fmt: skip


def in_both(make: Callable[[Language], str]) -> Both:
    """The same material made in each language."""
    return Both(make("fr"), make("en"))


def say(value: Value, language: Language) -> str:
    """A value in one language, as it stands in a table."""
    if isinstance(value, Both):
        return value.fr if language == "fr" else value.en
    return str(value)


def inside(text: str) -> str:
    """A text as it stands inside a sentence: its first letter small."""
    return text[0].lower() + text[1:]


def tenths(number: int, language: Language) -> str:
    """A number of tenths with its one decimal: 47 is 4.7."""
    return f"{number // 10}{',' if language == 'fr' else '.'}{number % 10}"


def columns(rows: Sequence[Sequence[Value]], language: Language) -> str:
    """A plain table: cells of one column begin at the same place."""
    said = [[say(cell, language) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*said, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in said
    )


@generator
def fault_first_check(rng: Random) -> dict[str, Value]:
    """A fault whose first remedy is quick, free and safe."""
    who = rng.choice(FIRST_NAMES)
    story, key, later, elsewhere, why = rng.choice(FAULTS)
    return {
        "who": who,
        "story": Both(story.fr, story.en.replace("{who}", who)),
        "key": key,
        "key_inside": Both(inside(key.fr), inside(key.en)),
        "later": later,
        "elsewhere": elsewhere,
        "why": why,
    }


@generator
def phone_space(rng: Random) -> dict[str, Value]:
    """Four folders: one is large enough and has a copy elsewhere, the largest of all has none."""
    need = rng.randint(3, 6) * 10
    right = need + rng.randint(3, 12)
    big = right + rng.randint(4, 25)
    small = need - rng.randint(4, 14)
    tiny = small - rng.randint(2, 9)
    folders = rng.sample(FOLDERS, 4)
    yes, no = Both("oui", "yes"), Both("non", "no")
    rows = list(zip(folders, (right, big, small, tiny), (yes, no, yes, no), strict=True))
    rng.shuffle(rows)

    def table(language: Language) -> str:
        unit = "Go" if language == "fr" else "GB"
        head = (Both("Dossier", "Folder"), Both("Taille", "Size"), Both("Autre copie", "Other copy"))
        return columns(
            [head, *((folder, f"{tenths(size, language)} {unit}", copy) for folder, size, copy in rows)], language
        )

    return {
        "who": rng.choice(FIRST_NAMES),
        "need": need // 10,
        "table": in_both(table),
        "answer": folders[0],
        "big": folders[1],
        "small": folders[2],
        "tiny": folders[3],
        "size": in_both(lambda language: tenths(right, language)),
        "small_size": in_both(lambda language: tenths(small, language)),
    }


@generator
def memory_hog(rng: Random) -> dict[str, Value]:
    """A process list: most memory is in gigabytes, a larger figure in megabytes, the busy one uses little memory."""
    programs = [*rng.sample(HEAVY_PROGRAMS, 3), rng.choice(BUSY_PROGRAMS), rng.choice(LIGHT_PROGRAMS)]
    most = rng.randint(16, 29)
    second = rng.randint(11, most - 3)
    figure = rng.randint(710, 980)
    busy = rng.randint(45, 88)
    low = rng.sample(range(1, 10), 4)
    little = rng.sample(range(60, 400), 2)

    def gigabytes(size: int) -> Both:
        return Both(f"{tenths(size, 'fr')}\u00a0Go", f"{tenths(size, 'en')}\u00a0GB")

    def megabytes(size: int) -> Both:
        return Both(f"{size}\u00a0Mo", f"{size}\u00a0MB")

    memory = (gigabytes(most), gigabytes(second), megabytes(figure), megabytes(little[0]), megabytes(little[1]))
    load = (low[0], low[1], low[2], busy, low[3])
    rows = list(zip(programs, (Both(f"{share} %", f"{share}%") for share in load), memory, strict=True))
    rng.shuffle(rows)
    head = (Both("Programme", "Program"), Both("Processeur", "CPU"), Both("Mémoire", "Memory"))
    return {
        "who": rng.choice(FIRST_NAMES),
        "table": in_both(lambda language: columns([head, *rows], language)),
        "answer": programs[0],
        "second": programs[1],
        "figure": programs[2],
        "busy": programs[3],
        "most": memory[0],
        "figure_size": memory[2],
    }


@generator
def restore_point(rng: Random) -> dict[str, Value]:
    """Four restore points: the last one before the faulty driver, another before the first crash but too late."""
    earlier = rng.randint(1, 2)
    first = rng.randint(21, 79)
    key = first + earlier
    (listed, driver), other = rng.choice(DRIVERS), rng.choice(OTHER_SOFTWARE)
    points = [_point(number) for number in range(first, first + 4)]
    installed = Both(f"ajout : {listed.fr}", f"added: {listed.en}")
    added = Both(f"ajout : {other.fr}", f"added: {other.en}")
    crash = Both("premier plantage", "first crash")
    happened = [
        *points[:earlier],
        added,
        points[earlier],
        installed,
        points[earlier + 1],
        crash,
        *points[earlier + 2 :],
    ]
    day, month = rng.randint(2, 9), rng.randint(1, 12)
    rows = []
    for event in happened:
        when = f"{rng.randint(8, 21):02d}:{rng.randrange(5, 60, 5):02d}"
        rows.append((Both(f"{day:02d}/{month:02d}", f"{day} {MONTHS[month - 1]}"), when, event))
        day += rng.randint(1, 2)
    return {
        "who": rng.choice(FIRST_NAMES),
        "table": in_both(lambda language: columns(rows, language)),
        "driver": driver,
        "key": key,
        "before": key - 1,
        "oldest": first,
        "late": key + 1,
        "last": first + 3,
    }


def _point(number: int) -> Both:
    return Both(f"point de restauration {number}", f"restore point {number}")


@generator
def log_first_cause(rng: Random) -> dict[str, Value]:
    """A log, newest first: a service fails and two more fall after it; an older error mended itself."""
    seen = rng.choice(FRONT_SERVICES)
    root, middle, mended, calm = rng.sample(BACK_SERVICES, 4)
    cause = rng.choice(CAUSES)
    at = rng.randint(8, 16) * 60 + rng.randint(0, 25)
    events = [
        (seen, Both("démarrage", "started")),
        (mended, Both("délai dépassé", "timed out")),
        (mended, Both("de nouveau en ligne", "back online")),
        (root, cause),
        (middle, Both(f"{root.fr} ne répond pas", f"cannot reach {root.en}")),
        (seen, Both(f"{middle.fr} ne répond pas", f"cannot reach {middle.en}")),
    ]
    events.insert(rng.randint(3, 5), (calm, Both("copie terminée", "copy finished")))
    lines = []
    for service, message in events:
        clock = f"{at // 60:02d}:{at % 60:02d}"
        lines.append(Both(f"{clock} {service.fr} : {message.fr}", f"{clock} {service.en}: {message.en}"))
        at += rng.randint(1, 4)
    return {
        "who": rng.choice(FIRST_NAMES),
        "log": in_both(lambda language: "\n".join(say(line, language) for line in reversed(lines))),
        "root": root,
        "cause": cause,
        "middle": middle,
        "seen": seen,
        "mended": mended,
    }


@generator
def file_rights_write(rng: Random) -> dict[str, Value]:
    """Four files: an account may write to one by its group; its own file only lets the group write."""
    names = rng.sample(ACCOUNTS, 4)
    user, *others = (name.lower() for name in names)
    group, foreign = rng.sample(GROUPS, 2)
    files = rng.sample(DOCUMENTS, 4)
    rows: list[tuple[Value, ...]] = [
        (f"-rw-rw-{rng.choice(('r--', '---'))}", others[0], group, files[0]),
        (f"-r--rw-{rng.choice(('r--', '---'))}", user, group, files[1]),
        (f"-rw-r--{rng.choice(('r--', '---'))}", others[1], group, files[2]),
        (f"-rw-rw-{rng.choice(('r--', '---'))}", others[2], foreign, files[3]),
    ]
    rng.shuffle(rows)
    values: dict[str, Value] = {
        "who": names[0],
        "user": user,
        "group": group,
        "foreign": foreign,
        "listing": in_both(lambda language: columns(rows, language)),
    }
    for name, file in zip(("answer", "own", "read", "alien"), files, strict=True):
        values |= {
            name: file,
            f"{name}_stem": Both(file.fr.split(".")[0], file.en.split(".")[0]),
            f"{name}_cap": Both(file.fr.capitalize(), file.en.capitalize()),
            f"{name}_stem_cap": Both(file.fr.split(".")[0].capitalize(), file.en.split(".")[0].capitalize()),
        }
    return values


@generator
def route_slow_hop(rng: Random) -> dict[str, Value]:
    """A route of nine hops: one answers late alone, the delay grows for good further on."""
    peak = rng.randint(2, 4)
    jump = rng.randint(peak + 2, 8)
    border = rng.choice([hop for hop in range(3, 8) if hop != jump])
    delay, lines = rng.randint(2, 4), []
    numbers = sorted(rng.sample(range(2, 250), 9))
    for hop in range(1, 10):
        if hop > 1:
            delay += rng.randint(1, 4)
        if hop == jump:
            delay += rng.randint(110, 160)
        shown = rng.randint(240, 320) if hop == peak else delay
        net = "192.0.2" if hop == 1 else "198.51.100" if hop < border else "203.0.113"
        lines.append((f"{hop}", f"{net}.{1 if hop == 1 else numbers[hop - 1]}", f"{shown:3d} ms"))
    return {
        "who": rng.choice(FIRST_NAMES),
        "route": columns(lines, "en"),
        "key": jump,
        "peak": peak,
        "before": jump - 1,
    }
