"""3.2 Create multimedia documents: values for its families."""

from decimal import Decimal
from random import Random

from content.generators.people import FIRST_NAMES
from content.generators.registry import generator
from content.values import Both, Value

# What was photographed, and what spoils one edge of the picture.
PHOTOS = (
    (Both("un gâteau d’anniversaire", "a birthday cake"), Both("Une poubelle", "A rubbish bin")),
    (Both("un vieux moulin", "an old mill"), Both("Un poteau", "A lamp post")),
    (Both("l’équipe de basket", "the basketball team"), Both("Le dos d’un passant", "The back of a passer-by")),
    (Both("un vélo à vendre", "a bike for sale"), Both("Un sac de courses", "A shopping bag")),
    (Both("le chat des voisins", "the neighbours’ cat"), Both("Un tuyau d’arrosage", "A garden hose")),
    (Both("un tableau accroché à l’école", "a painting hung at school"), Both("Un radiateur", "A radiator")),
    (Both("le chantier d’un client", "a customer’s building site"), Both("Une échelle", "A ladder")),
    (Both("la plage au lever du jour", "the beach at dawn"), Both("Un doigt flou", "A blurred finger")),
)

PICTURES = (
    (1600, 1200), (2000, 1500), (2400, 1800), (3200, 2400), (4000, 3000), (1800, 1200), (2400, 1600), (3000, 2000),
    (3600, 2400), (1920, 1080), (2560, 1440), (3840, 2160),
)  # fmt: skip
PLACES = (
    Both("le site du club", "the club’s website"),
    Both("une petite annonce", "a small ad"),
    Both("le journal de l’école", "the school magazine"),
    Both("la page d’une association", "a charity’s web page"),
    Both("le blog de la famille", "the family blog"),
    Both("un diaporama au travail", "a slide show at work"),
)

# Short films, and sentences that may be said in each.
FILMS = (
    (Both("une recette filmée", "a cooking video"),
     (("Le four chauffe", "The oven is heating up"), ("La pâte repose", "The dough is resting"),
      ("Les pommes dorent", "The apples turn golden"), ("La crème épaissit", "The cream thickens"),
      ("Le plat refroidit", "The dish cools down"))),
    (Both("une réparation de vélo filmée", "a bike repair video"),
     (("La roue tourne", "The wheel is turning"), ("Le frein grince", "The brake squeaks"),
      ("La chaîne saute", "The chain slips"), ("Le pneu gonfle", "The tyre fills up"),
      ("La selle est basse", "The saddle is low"))),
    (Both("un film sur le potager", "a film about a vegetable plot"),
     (("La terre est sèche", "The soil is dry"), ("Les graines germent", "The seeds sprout"),
      ("La pluie arrive", "The rain is coming"), ("Les tomates rougissent", "The tomatoes turn red"),
      ("Le panier est plein", "The basket is full"))),
    (Both("un reportage sur une chorale", "a news report about a choir"),
     (("Le chef entre", "The conductor walks in"), ("La salle se tait", "The room falls silent"),
      ("Les voix montent", "The voices rise"), ("Un enfant chante", "A child is singing"),
      ("Le public applaudit", "The audience claps"))),
    (Both("une visite de ferme filmée", "a farm visit on video"),
     (("Le coq chante", "The cock crows"), ("Les vaches rentrent", "The cows come home"),
      ("Le lait est chaud", "The milk is warm"), ("Un veau dort", "A calf is asleep"),
      ("Le tracteur démarre", "The tractor starts"))),
)  # fmt: skip

EVENTS = (
    Both("le gala de danse", "the dance show"),
    Both("un match de handball", "a handball match"),
    Both("un mariage", "a wedding"),
    Both("la fête de l’école", "the school fair"),
    Both("une réunion de quartier", "a residents’ meeting"),
    Both("un concert de rue", "a street concert"),
)
COLOURS = (
    ("rouge", "red"), ("bleu", "blue"), ("vert", "green"), ("jaune", "yellow"), ("orange", "orange"),
    ("violet", "purple"), ("rose", "pink"), ("marron", "brown"),
)  # fmt: skip
_FEMININE = {"bleu": "bleue", "vert": "verte", "violet": "violette"}
POSTERS = (
    Both("l’affiche d’un vide-grenier", "a poster for a car boot sale"),
    Both("la pochette d’un disque", "a record sleeve"),
    Both("l’affiche d’un concert", "a concert poster"),
    Both("la couverture d’un livret", "a booklet cover"),
    Both("l’étiquette d’un pot de miel", "a honey jar label"),
)


@generator
def crop_edge(rng: Random) -> dict[str, Value]:
    """A photo that something spoils at one edge."""
    subject, intruder = rng.choice(PHOTOS)
    return {
        "name": rng.choice(FIRST_NAMES),
        "subject": subject,
        "intruder": intruder,
        "side": rng.choice((Both("gauche", "left"), Both("droit", "right"))),
    }


@generator
def resize_height(rng: Random) -> dict[str, Value]:
    """A picture made narrower, its proportions kept."""
    (width, height), percent = rng.choice(PICTURES), rng.choice((60, 70, 75, 80, 90))
    new_width = width * percent // 100
    return {
        "name": rng.choice(FIRST_NAMES),
        "place": rng.choice(PLACES),
        "width": width,
        "height": height,
        "new_width": new_width,
        "new_height": height * percent // 100,
        "ratio": Decimal(percent) / 100,
        "subtracted": height - (width - new_width),
    }


@generator
def subtitle_at(rng: Random) -> dict[str, Value]:
    """A subtitle file, and a moment late in one subtitle: the next one begins nearer, but has not begun."""
    film, sentences = rng.choice(FILMS)
    at, before = rng.randint(1, 2), rng.randint(10, 60)
    start = 1000 * (60 * rng.randint(2, 9) + rng.randint(20, 40))
    moment = start // 1000 + 5
    starts = [start - 8000 - 9000 * (at - 1), start - 8000, start] if at == 2 else [start - 8000, start]
    starts += [start + 7500 + 8000 * step for step in range(4 - len(starts))]
    cues = [(begin + 100 * rng.randint(0, 5), begin + 6000 + 100 * rng.randint(1, 9)) for begin in starts]
    said = rng.sample(sentences, 4)
    return {
        "name": rng.choice(FIRST_NAMES),
        "film": film,
        "file": Both(
            _subtitles(cues, [one[0] for one in said], before), _subtitles(cues, [one[1] for one in said], before)
        ),
        "moment": Both(
            f"{moment // 60}\u00a0min {moment % 60}\u00a0s", f"{moment // 60}\u00a0min {moment % 60}\u00a0s"
        ),
        "number": before + at,
        "number_before": before + at - 1,
        "number_after": before + at + 1,
        "said": Both(*said[at]),
        "before": Both(*said[at - 1]),
        "after": Both(*said[at + 1]),
        "begin": _timecode(cues[at][0]),
        "end": _timecode(cues[at][1]),
    }


def _subtitles(cues: list[tuple[int, int]], said: list[str], first: int) -> str:
    blocks = [
        f"{number}\n{_timecode(begin)} --> {_timecode(end)}\n{words}"
        for number, ((begin, end), words) in enumerate(zip(cues, said, strict=True), first)
    ]
    return "\n\n".join(blocks)


def _timecode(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{rest:03}"


@generator
def video_weight(rng: Random) -> dict[str, Value]:
    """A film of so many minutes at so many megabits a second: its weight in megabytes."""
    rate, minutes = rng.choice((4, 6, 10, 12, 14)), rng.randint(3, 12)
    return {
        "name": rng.choice(FIRST_NAMES),
        "event": rng.choice(EVENTS),
        "frames": rng.choice((25, 30, 50)),
        "rate": rate,
        "minutes": minutes,
        "seconds": 60 * minutes,
        "megabits": rate * 60 * minutes,
        "weight": rate * 60 * minutes // 8,
        "without_seconds": Decimal(rate * minutes) / 8,
    }


@generator
def layer_colour(rng: Random) -> dict[str, Value]:
    """Six layers: hidden, masked or beside the point, most of them above the one that is seen there."""
    point = rng.randrange(45, 66, 5)
    hidden, masked, left, right, seen, below = rng.sample(COLOURS, 6)
    decoys: list[_Layer] = [
        (hidden, False, "0-100", ""),
        (masked, True, "0-100", f"{point - 10}-{point + 15}"),
        (left, True, f"0-{point - 15}", ""),
        (right, True, f"{point + 15}-100", ""),
    ]
    rng.shuffle(decoys)
    above = rng.randint(2, 4)
    rows: list[_Layer] = [*decoys[:above], (seen, True, f"{point - 25}-100", f"{point + 20}-100"), *decoys[above:]]
    rows.append((below, True, "0-100", ""))
    return {
        "name": rng.choice(FIRST_NAMES),
        "poster": rng.choice(POSTERS),
        "layers": Both("\n".join(map(_french_layer, rows)), "\n".join(map(_english_layer, rows))),
        "point": point,
        "seen": Both(*seen),
        "seen_agreed": Both(_FEMININE.get(seen[0], seen[0]), seen[1]),
        "hidden": Both(*hidden),
        "masked": Both(*masked),
        "left": Both(*left),
        "right": Both(*right),
        "below": Both(*below),
    }


_Layer = tuple[tuple[str, str], bool, str, str]  # colour, is it visible, where it is painted, where its mask is black


def _french_layer(row: _Layer) -> str:
    colour, visible, area, mask = row
    return (
        f"{colour[0]}, {'visible' if visible else 'invisible'}, {area}, {f'masque {mask}' if mask else 'sans masque'}"
    )


def _english_layer(row: _Layer) -> str:
    colour, visible, area, mask = row
    return f"{colour[1]}, {'visible' if visible else 'hidden'}, {area}, {f'mask {mask}' if mask else 'no mask'}"
