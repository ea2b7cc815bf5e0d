"""3.1 Create text documents: values for its families."""

from random import Random

from content.generators.people import FIRST_NAMES
from content.generators.registry import generator
from content.values import Both, Value

# A document, and the part of it that begins on a fresh sheet.
DOCUMENTS = (
    (Both("un livret de recettes", "a recipe booklet"), Both("chaque recette", "each recipe")),
    (Both("un recueil de poèmes", "a book of poems"), Both("chaque poème", "each poem")),
    (Both("un rapport de stage", "a work placement report"), Both("chaque chapitre", "each chapter")),
    (Both("un carnet de voyage", "a travel diary"), Both("chaque étape", "each stage")),
    (Both("un cahier de menus", "a menu folder"), Both("chaque semaine", "each week")),
    (Both("l’histoire de sa famille", "a family history"), Both("chaque génération", "each generation")),
    (Both("un cours de secourisme", "a first aid course"), Both("chaque leçon", "each lesson")),
    (Both("un guide des sentiers", "a guide to local walks"), Both("chaque balade", "each walk")),
    (Both("un carnet de chants pour la chorale", "a songbook for the choir"), Both("chaque chant", "each song")),
    (Both("le bilan d’une association", "a charity’s annual report"), Both("chaque projet", "each project")),
)

# Lists of a note: its title, then things to bring, in French and in English.
NOTES = (
    (Both("Sortie vélo", "Bike trip"),
     (("casque", "helmet"), ("gourde", "bottle"), ("antivol", "lock"), ("pompe", "pump"), ("carte", "map"))),
    (Both("Cours de dessin", "Drawing class"),
     (("crayon", "pencil"), ("gomme", "eraser"), ("papier", "paper"), ("tablier", "apron"), ("encre", "ink"))),
    (Both("Nuit sous la tente", "Night in the tent"),
     (("lampe", "torch"), ("duvet", "blanket"), ("maillet", "mallet"), ("corde", "rope"), ("bassine", "bucket"))),
    (Both("Jardin de l’école", "School garden"),
     (("bêche", "spade"), ("arrosoir", "hose"), ("graines", "seeds"), ("gants", "gloves"), ("brouette", "barrow"))),
    (Both("Goûter du quartier", "Street party"),
     (("nappe", "tablecloth"), ("jus", "juice"), ("gobelets", "cups"), ("guirlande", "bunting"), ("tartes", "pies"))),
    (Both("Répétition", "Rehearsal"),
     (("partition", "score"), ("pupitre", "chairs"), ("tambour", "drum"), ("flûte", "flute"), ("costume", "costume"))),
)  # fmt: skip

# A word and its replacement; lines that hold it once: as a word, as a first word, inside a longer word;
# lines that hold it twice, and lines that do not hold it.
FRENCH_LINES = (
    ("car", "bus",
     ("Le car part à huit heures.", "Chaque car a deux chauffeurs.", "On attend le car sous le pont."),
     ("Car complet : prévenir la gare.", "Car numéro 2 : groupe des grands."),
     ("Prendre la carte du groupe.", "Prévoir un écart de dix minutes.", "Les sacs restent au placard."),
     ("Le car longe une carrière.", "Le car a sa carte murale."),
     ("Le départ est à midi.", "Les petits mangent d’abord.")),
    ("port", "quai",
     ("Le port ouvre à six heures.", "Un café est ouvert près du port.", "Au port, suivre la ligne bleue."),
     ("Port fermé le lundi matin.", "Port de pêche : visite à midi."),
     ("Le transport coûte deux euros.", "La porte du hangar est verte.", "Un reportage passe ce soir."),
     ("Le port a une belle porte.", "Le port exporte du bois."),
     ("Le phare ouvre à dix heures.", "Le marché est sur la place.")),
    ("sel", "poivre",
     ("Ajouter le sel à la fin.", "Un peu de sel suffit.", "Le sel fin fond plus vite."),
     ("Sel, huile et citron à part.", "Sel fin pour la table."),
     ("La vaisselle est au fond.", "La selle du poney est prête.", "Une demoiselle aide en cuisine."),
     ("Le sel ternit la vaisselle.", "Un sel pour toute la vaisselle."),
     ("Couper les tomates en dés.", "Le four chauffe déjà.")),
    ("mai", "juin",
     ("La fête aura lieu en mai.", "Avant mai, réserver la salle.", "Le 8 mai, le stand est fermé."),
     ("Mai sera doux, paraît-il.", "Mai et août : deux sorties."),
     ("La mairie prête les tables.", "Une semaine suffit pour tout.", "Le repas de demain est complet."),
     ("En mai, la mairie ferme tôt.", "Le mois de mai finit demain."),
     ("La buvette ouvre à dix heures.", "Un groupe joue sous le kiosque.")),
    ("art", "dessin",
     ("Un cours d’art commence lundi.", "La salle d’art prête les feutres.", "Cet art demande du calme."),
     ("Art et jeux : deux ateliers.", "Art du papier : salle 4."),
     ("Un article est au mur.", "Le départ est à neuf heures.", "Une carte coûte cinq euros."),
     ("L’art postal aime les cartes.", "Un art à partager entre amis."),
     ("Le goûter est à seize heures.", "Les tabliers sont dans la malle.")),
)  # fmt: skip
ENGLISH_LINES = (
    ("car", "bus",
     ("The car leaves at eight.", "Each car has two drivers.", "Wait for the car by the bridge."),
     ("Car full: phone the office.", "Car 2: the older children."),
     ("Bring the group card.", "Wear a scarf on the boat.", "Take care on the steps."),
     ("The car has a scarlet roof.", "Each car carries six people."),
     ("Bring a drink and a hat.", "Lunch is at noon.")),
    ("port", "quay",
     ("The port opens at six.", "A café is open near the port.", "At the port, follow the blue line."),
     ("Port closed on Monday mornings.", "Port and market: tour at noon."),
     ("The report is on the wall.", "Bring a passport photo.", "The sports hall is green."),
     ("The port has a sports field.", "This port exports timber."),
     ("The lighthouse opens at ten.", "The market is on the square.")),
    ("salt", "pepper",
     ("Add the salt at the end.", "A little salt is enough.", "Fine salt melts faster."),
     ("Salt, oil and lemon apart.", "Salt in the blue jar."),
     ("Use unsalted butter.", "The soup is too salty.", "Rinse off the saltwater."),
     ("Some salt makes it salty.", "No salt in salted butter."),
     ("Chop the onions finely.", "The oven is warm already.")),
    ("wind", "breeze",
     ("The wind turns tonight.", "Strong wind on the coast.", "With no wind, take the kayaks."),
     ("Wind from the north until noon.", "Wind and rain: stay inside."),
     ("Open the window of the hut.", "The winding path is closed.", "The old windmill is open."),
     ("The wind rattles the window.", "No wind, no windmill."),
     ("Bring a warm jacket.", "Lunch is at noon.")),
    ("art", "drawing",
     ("The art class is on Mondays.", "The art room lends the pens.", "Bring art paper and glue."),
     ("Art and games: two groups.", "Art for adults: room 4."),
     ("Read the article on the wall.", "The party is at nine.", "A cart carries the chairs."),
     ("The art room has a cart.", "Our art is on a small chart."),
     ("Lunch is at noon.", "Bring a drink and a hat.")),
)  # fmt: skip

HEADINGS = (
    ("Horaires", "Times"), ("Tarifs", "Prices"), ("Contact", "Contact"), ("Accès", "Access"), ("Matériel", "Kit"),
    ("Règles", "Rules"), ("Sorties", "Trips"), ("Stages", "Courses"), ("Photos", "Photos"), ("Équipe", "Team"),
    ("Agenda", "Diary"), ("Repas", "Meals"),
)  # fmt: skip
BODIES = (
    ("Ouvert à tous.", "Open to all."), ("Venir à pied.", "Come on foot."), ("Salle au fond.", "Back room."),
    ("Dès huit ans.", "From age eight."), ("Prévoir l’eau.", "Bring water."), ("Places limitées.", "Few places left."),
    ("Sans chiens.", "No dogs."),
)  # fmt: skip
BROCHURES = (
    ("Club de judo", "Judo club"), ("Ferme du Lac", "Lake Farm"), ("Cours de chant", "Singing class"),
    ("Jardin partagé", "Allotments"), ("Gîte des Pins", "Pine Cottage"), ("Centre aéré", "Holiday club"),
)  # fmt: skip

# Colours of style sheets, with two French names.
COLOURS = (
    ("red", "rouge", "rouge"), ("blue", "bleu", "bleue"), ("green", "vert", "verte"), ("orange", "orange", "orange"),
    ("purple", "violet", "violette"), ("brown", "marron", "brun"), ("pink", "rose", "rose"),
)  # fmt: skip
CLASSES = (Both("alerte", "alert"), Both("avis", "notice"), Both("info", "info"), Both("rappel", "news"))
MESSAGES = (
    ("Piscine fermée", "Pool closed"), ("Bal à 20\u00a0h", "Dance at 8"), ("Cour en travaux", "Yard closed"),
    ("Marché déplacé", "Market moved"), ("Car en retard", "Coach is late"), ("Match annulé", "Match off"),
)  # fmt: skip


@generator
def page_break(rng: Random) -> dict[str, Value]:
    """A long document whose parts begin on a fresh sheet."""
    document, part = rng.choice(DOCUMENTS)
    return {
        "name": rng.choice(FIRST_NAMES),
        "document": document,
        "part": part,
        "part_first": Both(part.fr.capitalize(), part.en.capitalize()),
    }


@generator
def markdown_bold(rng: Random) -> dict[str, Value]:
    """A note in Markdown: one item bold, one in italics, one struck out, in any order."""
    title, things = rng.choice(NOTES)
    bold, italic, struck = rng.sample(things, 3)
    marked = [(bold, "**"), (italic, "*"), (struck, "~~")]
    rng.shuffle(marked)

    def note(at: int) -> str:
        lines = [f"- {mark}{thing[at]}{mark}" for thing, mark in marked]
        return "\n".join([f"# {title.fr if at == 0 else title.en}", "", *lines])

    return {
        "name": rng.choice(FIRST_NAMES),
        "note": Both(note(0), note(1)),
        "bold": Both(*bold),
        "italic": Both(*italic),
        "struck": Both(*struck),
    }


Lines = tuple[str, ...]


@generator
def replace_count(rng: Random) -> dict[str, Value]:
    """Replacing everywhere, whatever the case and inside words: some lines hold the word twice, some not at all."""
    topic = rng.randrange(len(FRENCH_LINES))
    whole = rng.sample(range(3), rng.randint(1, 2))
    first = rng.randrange(2)
    inside = rng.sample(range(3), rng.randint(1, 2))
    # Never as many lines with two as with none: the number of lines would be the answer.
    twice, never = rng.choice(((rng.sample(range(2), 1), [0, 1]), ([0, 1], rng.sample(range(2), 1))))
    length = len(whole) + 1 + len(inside) + len(twice) + len(never)
    order = rng.sample(range(length), length)

    def text(lines: tuple[str, str, Lines, Lines, Lines, Lines, Lines]) -> str:
        picked = ((2, whole), (3, [first]), (4, inside), (5, twice), (6, never))
        chosen = [lines[kind][at] for kind, places in picked for at in places]
        return "\n".join(chosen[at] for at in order)

    french, english = FRENCH_LINES[topic], ENGLISH_LINES[topic]
    spoilt = len(inside) + len(twice)
    count = len(whole) + 1 + len(inside) + 2 * len(twice)
    return {
        "name": rng.choice(FIRST_NAMES),
        "word": Both(french[0], english[0]),
        "new": Both(french[1], english[1]),
        "text": Both(text(french), text(english)),
        "count": count,
        "whole_words": count - spoilt,
        "small_letters": count - 1,
        "lines": length,
        "inside": spoilt,
    }


@generator
def style_colour(rng: Random) -> dict[str, Value]:
    """An outline with styles and looks: a style based on another follows it, lines alike by hand do not."""
    styled, based, by_hand = rng.randint(2, 4), rng.randint(1, 3), 2
    headings = rng.sample(HEADINGS, styled + based + by_hand)
    kinds = ["2"] * (styled - 1) + ["3"] * based + [""] * by_hand
    rng.shuffle(kinds)
    ranks = ["2", *kinds]
    bodies = rng.sample(BODIES, 4)
    followed = set(rng.sample(range(len(ranks) - 1), 3)) | {len(ranks) - 1}
    rows = [(rng.choice(BROCHURES), "1", True)]
    for at, (heading, rank) in enumerate(zip(headings, ranks, strict=True)):
        rows.append((heading, rank, True))
        if at in followed:
            rows.append((bodies.pop(), "", False))
    return {
        "name": rng.choice(FIRST_NAMES),
        "outline": Both(
            "\n".join(_style_row(text[0], rank, bold, "Titre", "Corps", "gras") for text, rank, bold in rows),
            "\n".join(_style_row(text[1], rank, bold, "Heading", "Body", "bold") for text, rank, bold in rows),
        ),
        "styled": styled,
        "based": based,
        "count": styled + based,
        "alike": styled + based + by_hand,
        "all_titles": styled + based + 1,
    }


def _style_row(text: str, rank: str, bold: bool, title: str, body: str, strong: str) -> str:
    style = f"{title} {rank}" if rank else body
    size = {"1": 20, "2": 14, "3": 12}.get(rank, 14)
    look = f"{strong} {size}" if bold else "normal 11"
    return f"{text:<16} {style:<10} {look}"


@generator
def css_cascade(rng: Random) -> dict[str, Value]:
    """A class, a later rule for the element, and a stronger rule for another place of the page."""
    kept, last, elsewhere = rng.sample(COLOURS, 3)
    mark = rng.choice(CLASSES)
    message = rng.choice(MESSAGES)
    menu_first = rng.random() < 0.5

    def page(name: str, words: str, home: str) -> str:
        rules = [f"#menu p {{ color: {elsewhere[0]}; }}", f".{name} {{ color: {kept[0]}; }}"]
        return "\n".join(
            [
                *(rules if menu_first else reversed(rules)),
                f"p {{ color: {last[0]}; }}",
                "",
                f'<nav id="menu"><p>{home}</p></nav>',
                f'<p class="{name}">{words}</p>',
            ]
        )

    return {
        "name": rng.choice(FIRST_NAMES),
        "page": Both(page(mark.fr, message[0], "Accueil"), page(mark.en, message[1], "Home")),
        "message": Both(*message),
        "class": mark,
        **_colour("kept", kept),
        **_colour("last", last),
        **_colour("elsewhere", elsewhere),
    }


def _colour(role: str, colour: tuple[str, str, str]) -> dict[str, Value]:
    """A colour under its names: in the style sheet, in the reader's language, and another one in French."""
    css, french, other = colour
    return {f"{role}_css": css, role: Both(french, css), f"{role}_other": Both(other, css)}
