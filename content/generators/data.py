"""1.3 Process data: values for its families."""

from random import Random

from content.generators.people import first_names
from content.generators.registry import generator
from content.values import Both, Value

# An activity, alone and with its article.
ACTIVITIES = (
    (Both("judo", "judo"), Both("le judo", "the judo")), (Both("danse", "dance"), Both("la danse", "the dance")),
    (Both("natation", "swimming"), Both("la natation", "the swimming")),
    (Both("théâtre", "drama"), Both("le théâtre", "the drama")),
    (Both("dessin", "drawing"), Both("le dessin", "the drawing")),
    (Both("escalade", "climbing"), Both("l’escalade", "the climbing")),
    (Both("chorale", "choir"), Both("la chorale", "the choir")),
    (Both("tennis", "tennis"), Both("le tennis", "the tennis")),
    (Both("poterie", "pottery"), Both("la poterie", "the pottery")),
    (Both("yoga", "yoga"), Both("le yoga", "the yoga")), (Both("couture", "sewing"), Both("la couture", "the sewing")),
)  # fmt: skip


@generator
def cheapest(rng: Random) -> dict[str, Value]:
    """A table with two columns of numbers: the lowest price is neither at an edge nor at the shortest session."""
    rows = rng.sample(ACTIVITIES, 5)
    prices = sorted(rng.sample(range(110, 295, 5), 5))
    minutes = sorted(rng.sample((45, 50, 60, 70, 75, 80, 90), 5))
    best = rng.randint(1, 3)
    dearest, shortest, *others = rng.sample([at for at in range(5) if at != best], 4)
    price_at = {best: prices[0], dearest: prices[4]}
    price_at |= dict(zip([shortest, *others], rng.sample(prices[1:4], 3), strict=True))
    minutes_at = {shortest: minutes[0]} | dict(zip([best, dearest, *others], rng.sample(minutes[1:], 4), strict=True))
    lines = [(name, price_at[at], minutes_at[at]) for at, (name, _) in enumerate(rows)]
    return {
        "name": first_names(rng, 1)[0],
        "table": Both(
            "\n".join(
                ["activité   prix  minutes", *(f"{name.fr:<9}{price:>6}{time:>9}" for name, price, time in lines)]
            ),
            "\n".join(
                ["activity  price  minutes", *(f"{name.en:<9}{price:>6}{time:>9}" for name, price, time in lines)]
            ),
        ),
        "best": rows[best][0],
        "the_best": rows[best][1],
        "price": prices[0],
        "dearest": rows[dearest][0],
        "the_dearest": rows[dearest][1],
        "shortest": rows[shortest][0],
        "the_shortest": rows[shortest][1],
    }


# A chart, what it is made for, and what someone wants to show who should choose it.
CHARTS = (
    (
        Both("Un diagramme en secteurs", "A pie chart"),
        Both(
            "Le diagramme en secteurs, ou camembert, montre les parts d’un total.",
            "A pie chart shows the parts of a whole.",
        ),
        (
            Both(
                "quelle part du budget d’un club va au loyer, au matériel, au transport et à l’assurance",
                "what share of a club’s budget goes on rent, equipment, travel and insurance",
            ),
            Both(
                "la part des voix obtenue par chacun des quatre projets soumis au vote",
                "what share of the vote each of four projects received",
            ),
            Both(
                "quelle part des livres d’une bibliothèque est en français, en arabe, en anglais et en portugais",
                "what share of a library’s books is in English, Polish, Urdu and Welsh",
            ),
            Both(
                "quelle part de son temps libre va au sport, à la lecture, aux écrans et aux amis",
                "what share of free time goes to sport, reading, screens and friends",
            ),
            Both(
                "la part de chaque moyen de transport parmi les trajets vers une école",
                "the share of each way of travelling among trips to a school",
            ),
            Both(
                "la part de chaque fruit dans la récolte totale d’un verger",
                "the share of each fruit in the total harvest of an orchard",
            ),
        ),
    ),
    (
        Both("Une courbe", "A line graph"),
        Both("La courbe montre comment une mesure change au fil du temps.", "A line graph shows change over time."),
        (
            Both(
                "comment la température d’une serre a changé, heure par heure, pendant deux jours",
                "how the temperature in a greenhouse changed, hour by hour, over two days",
            ),
            Both(
                "comment le nombre d’adhérents d’un club a évolué, année après année, pendant trente ans",
                "how the membership of a club changed, year after year, over thirty years",
            ),
            Both(
                "comment le poids d’un chiot a augmenté, semaine après semaine, pendant un an",
                "how the weight of a puppy grew, week after week, over a year",
            ),
            Both(
                "comment le niveau d’une rivière a varié, jour après jour, pendant un hiver",
                "how the level of a river rose and fell, day after day, over a winter",
            ),
            Both(
                "comment le nombre de visiteurs d’un musée a changé, mois après mois, pendant cinq ans",
                "how the number of visitors to a museum changed, month after month, over five years",
            ),
            Both(
                "comment la taille d’un enfant a augmenté, année après année, jusqu’à ses dix-huit ans",
                "how a child’s height increased, year after year, up to the age of eighteen",
            ),
        ),
    ),
    (
        Both("Un nuage de points", "A scatter plot"),
        Both(
            "Le nuage de points montre le lien entre deux mesures prises ensemble.",
            "A scatter plot shows the link between two measures taken together.",
        ),
        (
            Both(
                "le lien entre la surface et le loyer de 80 appartements",
                "the link between the floor area and the rent of 80 flats",
            ),
            Both(
                "le lien entre la taille et la pointure de 60 adultes",
                "the link between the height and the shoe size of 60 adults",
            ),
            Both(
                "le lien entre la masse et la consommation de carburant de 90 voitures",
                "the link between the weight and the fuel use of 90 cars",
            ),
            Both(
                "le lien entre la longueur et la masse de 70 poissons pêchés",
                "the link between the length and the weight of 70 fish caught",
            ),
            Both(
                "le lien entre l’âge et le prix de 50 vélos d’occasion",
                "the link between the age and the price of 50 second-hand bikes",
            ),
            Both(
                "le lien entre la température du jour et le nombre de glaces vendues, pour 100\u00a0jours",
                "the link between the day’s temperature and the ice creams sold, for 100\u00a0days",
            ),
        ),
    ),
)


@generator
def chart_kind(rng: Random) -> dict[str, Value]:
    """Parts of a whole, change over time or a link: each has its chart."""
    at = rng.randrange(3)
    (right, purpose, subjects), (wrong, about_wrong, _), (other, about_other, _) = (
        CHARTS[(at + i) % 3] for i in range(3)
    )
    return {
        "name": first_names(rng, 1)[0],
        "subject": rng.choice(subjects),
        "right": right,
        "purpose": purpose,
        "wrong": wrong,
        "about_wrong": about_wrong,
        "other": other,
        "about_other": about_other,
    }


CLUBS = (
    Both("un club de natation", "a swimming club"), Both("une école de musique", "a music school"),
    Both("un atelier de poterie", "a pottery workshop"), Both("un club d’échecs", "a chess club"),
    Both("une salle d’escalade", "a climbing wall"), Both("une troupe de théâtre", "a drama group"),
)  # fmt: skip
MEMBERS = ("Ana", "Noé", "Mei", "Ali", "Rosa", "Paul", "Inès", "Hugo", "Olga", "Zoé", "Elif", "Marco")


@generator
def if_formula(rng: Random) -> dict[str, Value]:
    """A discount by age where the age is exactly the limit: the sign decides."""
    limit, signs = rng.choice(((18, ("<", "<=")), (26, ("<", "<=")), (60, (">", ">=")), (65, (">", ">="))))
    sign = rng.choice(signs)
    discount = rng.choice((10, 11, 13, 14, 16, 17, 19, 20))  # never the gap between two prices
    prices = rng.sample(range(48, 96, 3), 3)
    row = rng.choice((3, 4))
    ages = rng.sample([age for age in range(12, 80) if abs(age - limit) > 3], 3)
    ages[row - 2] = limit
    people = rng.sample(MEMBERS, 3)
    price = prices[row - 2]
    holds = "=" in sign
    cell = f"B{row}{sign}{limit}"
    first, second = price - discount, price
    neighbour = prices[row - 3] - (discount if holds else 0)
    lines = [
        f"{at} {who:<7}{age:>4}{cost:>7}" for at, who, age, cost in zip((2, 3, 4), people, ages, prices, strict=True)
    ]
    return {
        "name": first_names(rng, 1)[0],
        "club": rng.choice(CLUBS),
        "sheet": Both(
            "\n".join(["    A      B      C", "1 nom     âge   prix", *lines]),
            "\n".join(["    A      B      C", "1 name    age  price", *lines]),
        ),
        "cell": f"D{row}",
        "formula": Both(f"=SI({cell};C{row}-{discount};C{row})", f"=IF({cell},C{row}-{discount},C{row})"),
        "row": row,
        "test": f"{limit}{sign}{limit}",
        "verdict": Both(
            "vraie, car le signe accepte l’égalité" if holds else "fausse, car le signe n’accepte pas l’égalité",
            "true, because the sign accepts equality" if holds else "false, because the sign does not accept equality",
        ),
        "which": Both("la première valeur", "the first value")
        if holds
        else Both("la seconde valeur", "the second value"),
        "shown": first if holds else second,
        "edge": second if holds else first,
        "neighbour": neighbour,
    }


# The columns of the two numbers, of the result and of the fixed cell.
COLUMNS = (("B", "C", "D", "F"), ("A", "B", "C", "E"), ("C", "D", "E", "H"), ("B", "C", "D", "G"))
# How a row is calculated, and what for.
SUMS = (
    (
        "={a}*{b}*{f}",
        Both(
            "le prix de chaque commande, avec le même coefficient de remise (0,9)",
            "the price of each order, with the same discount factor (0.9)",
        ),
    ),
    (
        "={a}*{b}+{f}",
        Both(
            "le prix de chaque colis, avec les mêmes frais d’envoi", "the price of each parcel, with the same postage"
        ),
    ),
    (
        "=({a}+{b})*{f}",
        Both("la paie de chaque journée, au même tarif de l’heure", "the pay for each day, at the same hourly rate"),
    ),
    (
        "={a}-{b}*{f}",
        Both(
            "ce que chaque famille doit payer, avec la même aide par enfant",
            "what each family has to pay, with the same allowance per child",
        ),
    ),
)


@generator
def copied_formula(rng: Random) -> dict[str, Value]:
    """A formula copied down: references follow, the one with dollars stays."""
    a, b, result, fixed = rng.choice(COLUMNS)
    shape, purpose = rng.choice(SUMS)
    fixed_row = rng.choice((1, 2))
    start = rng.randint(4, 6)
    end = start + rng.randint(4, 8)
    moved = fixed_row + end - start

    def at(row: int, reference: str) -> str:
        return shape.format(a=f"{a}{row}", b=f"{b}{row}", f=reference)

    key = at(end, f"${fixed}${fixed_row}")
    return {
        "name": first_names(rng, 1)[0],
        "purpose": purpose,
        "start": f"{result}{start}",
        "end": f"{result}{end}",
        "formula": at(start, f"${fixed}${fixed_row}"),
        "key": key,
        "small": key.lower(),
        "bare": key[1:],
        "bare_small": key[1:].lower(),
        "spaced": "= " + _spaced(key[1:]),
        "half_spaced": "=" + _spaced(key[1:]),
        "fixed": f"${fixed}${fixed_row}",
        "all_moved": at(end, f"${fixed}${moved}"),
        "all_moved_plain": at(end, f"{fixed}{moved}"),
        "nothing_moved": at(start, f"${fixed}${fixed_row}"),
        "no_dollars": at(end, f"{fixed}{fixed_row}"),
        "rows": end - start,
    }


def _spaced(formula: str) -> str:
    for sign in "*+-":
        formula = formula.replace(sign, f" {sign} ")
    return formula


# First and last name in each language, short enough for a line on a phone.
SIGNED_UP = (
    (Both("Léa", "Ann"), Both("Petit", "Baker")), (Both("Émile", "Tom"), Both("Roux", "Price")),
    (Both("Zoé", "Zoe"), Both("Diallo", "Cole")), (Both("André", "Omar"), Both("Kaya", "Khan")),
    (Both("Inès", "Ines"), Both("Lopez", "Lopez")), (Both("Noé", "Noah"), Both("Martin", "Reid")),
    (Both("Agnès", "Grace"), Both("Morel", "Okoro")), (Both("René", "Ravi"), Both("Faure", "Patel")),
    (Both("Théo", "Theo"), Both("Blanc", "Walsh")),
)  # fmt: skip


@generator
def distinct_members(rng: Random) -> dict[str, Value]:
    """Sign-up lines: one person under several spellings of address or name, and two people with one name."""
    same_mail, spellings = rng.choice(((3, 3), (2, 4), (4, 3)))
    total = rng.choice((10, 11))
    singles = total - 2 - same_mail - spellings
    people = rng.sample(SIGNED_UP, 3 + singles)
    order = rng.sample(range(total), total)
    french = _sign_up([(first.fr, last.fr) for first, last in people], same_mail, spellings)
    english = _sign_up([(first.en, last.en) for first, last in people], same_mail, spellings)
    twin_first, twin_last = people[2]
    key = singles + 4
    return {
        "name": first_names(rng, 1)[0],
        "list": Both("\n".join(french[at] for at in order), "\n".join(english[at] for at in order)),
        "twin": Both(f"{twin_first.fr} {twin_last.fr}", f"{twin_first.en} {twin_last.en}"),
        "key": key,
        "lines": total,
        "by_case": key + same_mail - 1,
        "by_name": key - 1,
        "by_spelling": key + spellings - 2,
    }


def _sign_up(people: list[tuple[str, str]], same_mail: int, spellings: int) -> list[str]:
    """The lines in one language: first the person of many capitals, then of many names, then the two with one name."""
    (first, last), (other, family), (twin, shared), *singles = people
    mail = _mail(first, last)
    capitals = [mail, mail.title().replace(".Example", ".example").replace("@Net", "@net"), mail.upper()]
    capitals += [mail.replace("@net.", "@NET.")]
    names = [f"{other} {family}", f"{family.upper()} {other}", f"{other[0]}. {family}", f"{other} {family}".lower()]
    lines = [f"{first} {last};{spelt}" for spelt in capitals[:same_mail]]
    lines += [f"{spelt};{_mail(other, family)}" for spelt in names[:spellings]]
    lines += [
        f"{twin} {shared};{_mail(twin, shared)}",
        f"{twin} {shared};{_mail(twin, shared).replace('@net', '@box')}",
    ]
    return lines + [f"{name} {surname};{_mail(name, surname)}" for name, surname in singles]


def _mail(first: str, last: str) -> str:
    initial = first[0].lower().replace("é", "e")
    return f"{initial}.{last.lower()}@net.example"
