"""2.1 Interact: values for its families."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from random import Random

from content.generators.people import TOWNS, first_names
from content.generators.registry import generator
from content.values import Both, Value

TOPICS = (
    ("la sortie du club", "the club outing"), ("la fête de l’école", "the school fair"),
    ("les travaux de la cour", "the work in the courtyard"), ("le stage d’été", "the summer course"),
    ("le partage du local", "sharing the meeting room"), ("le vide-grenier", "the car boot sale"),
    ("la visite du logement", "the flat viewing"), ("le repas des voisins", "the neighbours’ dinner"),
)  # fmt: skip
MAIN = (
    ("doit répondre à la question posée", "must answer the question asked"),
    ("doit prendre la décision", "must take the decision"),
    ("doit donner son accord par retour", "must reply with a yes or a no"),
)
COPY = (
    ("a seulement besoin de savoir, au vu de tous", "only needs to know, and everyone may see it"),
    ("n’a rien à faire : une copie visible suffit", "has nothing to do: a copy that all can see is enough"),
    ("suit l’affaire, et les autres peuvent le voir", "follows the matter, and the others may see that"),
)
HIDDEN = (
    ("veut le lire sans montrer son adresse aux autres", "wants to read it without the others seeing the address"),
    ("doit le recevoir sans que les autres le sachent", "must receive it without the others knowing"),
    ("le reçoit aussi, mais son nom ne doit pas paraître", "gets it too, but the name must not be shown"),
)


@generator
def mail_fields(rng: Random) -> dict[str, Value]:
    """Three recipients with three roles: the hidden one goes into the blind copy."""
    sender, main, copy, hidden = first_names(rng, 4)
    roles = [(main, rng.choice(MAIN)), (copy, rng.choice(COPY)), (hidden, rng.choice(HIDDEN))]
    rng.shuffle(roles)
    topic = rng.choice(TOPICS)
    return {
        "sender": sender,
        "main": main,
        "copy": copy,
        "hidden": hidden,
        "topic": Both(*topic),
        "people": Both(
            "\n".join(f"• {name} {role[0]}." for name, role in roles),
            "\n".join(f"• {name} {role[1]}." for name, role in roles),
        ),
    }


EVENTS = (
    ("Le cours de natation est annulé", "The swimming class is cancelled"),
    ("La répétition de la chorale est annulée", "The choir rehearsal is cancelled"),
    ("L’entraînement de basket est annulé", "The basketball training is cancelled"),
    ("L’atelier de couture est annulé", "The sewing workshop is cancelled"),
    ("Le cours de conversation est annulé", "The conversation class is cancelled"),
    ("La réunion de l’équipe de bénévoles est annulée", "The volunteers’ meeting is cancelled"),
    ("La promenade du groupe de marche est annulée", "The walking group’s outing is cancelled"),
    ("La séance de gymnastique douce est annulée", "The gentle exercise session is cancelled"),
)


@generator
def channel_urgent(rng: Random) -> dict[str, Value]:
    """One person to warn within minutes, the others already know."""
    caller, friend = first_names(rng, 2)
    return {
        "caller": caller,
        "friend": friend,
        "event": Both(*rng.choice(EVENTS)),
        "minutes": rng.randint(11, 19),
        "others": rng.randint(12, 38),
    }


WEST = (
    ("Bogota", "Bogota", 5), ("Lima", "Lima", 5), ("Quito", "Quito", 5), ("Fort-de-France", "Fort-de-France", 4),
    ("La Paz", "La Paz", 4), ("Saint-Domingue", "Santo Domingo", 4), ("Cayenne", "Cayenne", 3),
    ("Buenos Aires", "Buenos Aires", 3),
)  # fmt: skip
EAST = (
    ("Lagos", "Lagos", 1), ("Kinshasa", "Kinshasa", 1), ("Tunis", "Tunis", 1), ("Kigali", "Kigali", 2),
    ("Maputo", "Maputo", 2), ("Nairobi", "Nairobi", 3), ("Kampala", "Kampala", 3), ("Dubaï", "Dubai", 4),
    ("Port-Louis", "Port Louis", 4), ("Karachi", "Karachi", 5),
)  # fmt: skip
# Neither equal nor double: there the mistaken procedures would meet each other or change nothing.
ZONE_PAIRS = tuple((west, east) for west in WEST for east in EAST if west[2] not in (east[2], 2 * east[2]))


@generator
def time_zones(rng: Random) -> dict[str, Value]:
    """A call set in a zone west of UTC, to be read in a zone east of it, on the same day."""
    west, east = rng.choice(ZONE_PAIRS)
    caller, friend = first_names(rng, 2)
    start = rng.randint(8, 11) * 60 + rng.choice((15, 30, 45))
    ahead = west[2] + east[2]
    return {
        "caller": caller,
        "friend": friend,
        "west": Both(west[0], west[1]),
        "east": Both(east[0], east[1]),
        "table": Both(
            f"{west[0]:<15} UTC−{west[2]}\n{east[0]:<15} UTC+{east[2]}",
            f"{west[1]:<15} UTC−{west[2]}\n{east[1]:<15} UTC+{east[2]}",
        ),
        "zone_west": f"UTC−{west[2]}",
        "zone_east": f"UTC+{east[2]}",
        "ahead": ahead,
        "start": _clock(start),
        **_spellings("right", start + ahead * 60),
        **_spellings("back", start - ahead * 60),
        **_spellings("signless", start + abs(west[2] - east[2]) * 60),
        **_spellings("as_utc", start + east[2] * 60),
    }


def _clock(minutes: int) -> Both:
    """A time of day as a text shows it."""
    hour, minute = divmod(minutes % 1440, 60)
    return Both(f"{hour}\u00a0h\u00a0{minute:02d}", f"{hour:02d}:{minute:02d}")


def _spellings(name: str, minutes: int) -> dict[str, Value]:
    """The ways to type a time of day that does not fall on the hour."""
    hour, minute = divmod(minutes % 1440, 60)
    half, noon = hour % 12 or 12, "pm" if hour >= 12 else "am"
    dotted = f"{noon[0]}.m."
    french = (
        f"{hour} h {minute:02d}", f"{hour}h{minute:02d}", f"{hour}:{minute:02d}", f"{hour}h {minute:02d}",
        f"{hour} h{minute:02d}", f"{hour} heures {minute:02d}", f"{hour:02d}:{minute:02d}", f"{hour:02d}h{minute:02d}",
        f"{hour:02d} h {minute:02d}", f"{hour}.{minute:02d}", f"à {hour} h {minute:02d}", f"à {hour}h{minute:02d}",
    )  # fmt: skip
    english = (
        f"{hour:02d}:{minute:02d}", f"{half}:{minute:02d} {noon}", f"{half}:{minute:02d}{noon}",
        f"{half}:{minute:02d} {dotted}", f"{hour}:{minute:02d}" if hour >= 12 else f"{half}:{minute:02d} {noon}",
        f"{half}.{minute:02d} {noon}", f"{half}.{minute:02d}{noon}", f"{hour:02d}.{minute:02d}",
        f"{hour:02d}h{minute:02d}", f"{hour:02d}{minute:02d}", f"at {hour:02d}:{minute:02d}",
        f"at {half}:{minute:02d} {noon}",
    )  # fmt: skip
    return {f"{name}_{at}": Both(*both) for at, both in enumerate(zip(french, english, strict=True))}


# A word the subject holds, the subject, the folder of its rule.
SUBJECTS = (
    (("inscription", "Rappel : inscription au cours", "Stages"), ("registration", "Late registration", "Courses")),
    (("convocation", "Nouvelle convocation, 12 mai", "Réunions"), ("agenda", "New agenda, 12 May", "Meetings")),
    (("photos", "Les photos de la fête", "Souvenirs"), ("photos", "The photos of the party", "Memories")),
    (("horaires", "Nouveaux horaires d’été", "Pratique"), ("timetable", "New timetable for summer", "Practical")),
    (("certificat", "Un certificat à signer", "Papiers"), ("certificate", "A certificate to sign", "Papers")),
    (("covoiturage", "Offre de covoiturage", "Trajets"), ("lift", "Offer of a lift", "Travel")),
)
# A word that only the body holds, the body, the folder of its rule.
BODIES = (
    (("facture", "la facture suivra.", "Comptes"), ("invoice", "the invoice will follow.", "Accounts")),
    (("urgent", "rien d’urgent.", "Priorité"), ("urgent", "nothing urgent.", "Priority")),
    (("devis", "le devis arrive lundi.", "Achats"), ("quote", "the quote comes on Monday.", "Shopping")),
    (("colis", "le colis est parti.", "Livraisons"), ("parcel", "the parcel has left.", "Deliveries")),
    (("budget", "le budget est voté.", "Finances"), ("budget", "the budget is agreed.", "Money")),
)
# A sender's domain, the folder of the rule that asks for an attachment too, the folder of the rule that does not.
SENDERS = (
    (("@club.example", "Matchs", "Sport"), ("@club.example", "Fixtures", "Sport")),
    (("@ecole.example", "Devoirs", "École"), ("@school.example", "Homework", "School")),
    (("@mairie.example", "Démarches", "Mairie"), ("@council.example", "Requests", "Council")),
    (("@chorale.example", "Partitions", "Musique"), ("@choir.example", "Scores", "Singing")),
    (("@agence.example", "Contrats", "Logement"), ("@agency.example", "Contracts", "Housing")),
)
# The rule that holds stands second or third; one that holds too stands behind it.
RULE_ORDERS = (
    ("body", "half", "key", "late"), ("half", "body", "key", "late"), ("body", "key", "half", "late"),
    ("half", "key", "body", "late"), ("body", "key", "late", "half"), ("half", "key", "late", "body"),
)  # fmt: skip


@generator
def mail_rules(rng: Random) -> dict[str, Value]:
    """Ordered rules and one message: the first rule that holds files it."""
    owner = first_names(rng, 1)[0]
    subject, body, sender = rng.choice(SUBJECTS), rng.choice(BODIES), rng.choice(SENDERS)
    order = rng.choice(RULE_ORDERS)
    return {
        "owner": owner,
        "folder": Both(subject[0][2], subject[1][2]),
        "word": Both(subject[0][0], subject[1][0]),
        "body_word": Both(body[0][0], body[1][0]),
        "body_folder": Both(body[0][2], body[1][2]),
        "half_folder": Both(sender[0][1], sender[1][1]),
        "late_folder": Both(sender[0][2], sender[1][2]),
        "rule": order.index("key") + 1,
        "rules": Both(
            _rules_fr(order, subject[0], body[0], sender[0]), _rules_en(order, subject[1], body[1], sender[1])
        ),
        "message": Both(
            f"De : accueil{sender[0][0]}\nObjet : {subject[0][1]}\nPièce jointe : aucune\nTexte : {body[0][1]}",
            f"From: office{sender[1][0]}\nSubject: {subject[1][1]}\nAttachment: none\nText: {body[1][1]}",
        ),
    }


Words = tuple[str, str, str]


def _rules_fr(order: tuple[str, ...], subject: Words, body: Words, sender: Words) -> str:
    rules = {
        "key": f"objet contient « {subject[0]} »\n   → {subject[2]}",
        "body": f"objet contient « {body[0]} »\n   → {body[2]}",
        "half": f"de {sender[0]}\n   ET avec pièce jointe\n   → {sender[1]}",
        "late": f"de {sender[0]}\n   → {sender[2]}",
    }
    return "\n".join(f"{at}. {rules[name]}" for at, name in enumerate(order, 1))


def _rules_en(order: tuple[str, ...], subject: Words, body: Words, sender: Words) -> str:
    rules = {
        "key": f"subject contains “{subject[0]}”\n   → {subject[2]}",
        "body": f"subject contains “{body[0]}”\n   → {body[2]}",
        "half": f"from {sender[0]}\n   AND with an attachment\n   → {sender[1]}",
        "late": f"from {sender[0]}\n   → {sender[2]}",
    }
    return "\n".join(f"{at}. {rules[name]}" for at, name in enumerate(order, 1))


OFFSETS = (-5, -4, -3, 0, 1, 2, 3, 4)
WAITS = tuple(minutes for minutes in range(13, 50) if minutes != 30)  # 30 minutes and an hour's offset look alike


@generator
def mail_received(rng: Random) -> dict[str, Value]:
    """Three Received lines in three zones: how long the message waited on the slow server."""
    first, last = rng.sample(TOWNS, 2)
    hosts = (f"smtp.{first}.example", f"relay{rng.randint(2, 9)}.example", f"mx.{last}.example")
    zones = rng.sample(OFFSETS, 3)
    wait, quick, slow = rng.choice(WAITS), rng.randint(2, 9), rng.randrange(2)
    start = datetime(2025, 1, 6, rng.randint(10, 12), rng.randint(1, 9), rng.randint(11, 48), tzinfo=UTC)
    start += timedelta(days=rng.randrange(300))
    gaps = [quick, quick]
    gaps[slow] = wait * 60
    times = [start, start + timedelta(seconds=gaps[0]), start + timedelta(seconds=sum(gaps))]
    senders = (f"[192.0.2.{rng.randint(11, 99)}]", hosts[0], hosts[1])
    lines = [
        f"Received: from {sender}\n by {host};\n {format_datetime(time.astimezone(timezone(timedelta(hours=zone))))}"
        for sender, host, time, zone in zip(senders, hosts, times, zones, strict=True)
    ]
    return {
        "owner": first_names(rng, 1)[0],
        "headers": "\n".join(reversed(lines)),
        "wait": wait,
        "server": hosts[slow],
        "utc_0": f"{times[0]:%H:%M:%S}",
        "utc_1": f"{times[1]:%H:%M:%S}",
        "utc_2": f"{times[2]:%H:%M:%S}",
        "naive_slow": abs(wait + 60 * (zones[slow + 1] - zones[slow])),
        "naive_quick": 60 * abs(zones[2 - slow] - zones[1 - slow]),
    }
