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
    ("doit prendre la décision", "must make the decision"),
    ("doit donner son accord par retour de courriel", "must reply to say yes"),
)
COPY = (
    ("a seulement besoin de savoir, au vu de tous", "only needs to know, and everyone may see it"),
    ("n’a rien à faire : une copie visible suffit", "has nothing to do: a visible copy is enough"),
    ("suit l’affaire, et les autres peuvent le voir", "follows the matter, and the others may see that"),
)
HIDDEN = (
    ("veut le lire sans montrer son adresse aux autres", "wants to read it without the others seeing the address"),
    ("doit le recevoir sans que les autres le sachent", "must receive it without the others knowing"),
    (
        "le reçoit aussi, mais son nom ne doit pas apparaître",
        "gets it too, but the others must not see that name",
    ),
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


# What was called off, with the French pronoun for it.
EVENTS = (
    ("Il", "Le cours de natation est annulé", "The swimming class is cancelled"),
    ("Elle", "La répétition de la chorale est annulée", "The choir rehearsal is cancelled"),
    ("Il", "L’entraînement de basket est annulé", "The basketball practice is cancelled"),
    ("Il", "L’atelier de couture est annulé", "The sewing workshop is cancelled"),
    ("Il", "Le cours de conversation est annulé", "The conversation class is cancelled"),
    ("Elle", "La réunion de l’équipe de bénévoles est annulée", "The volunteers’ meeting is cancelled"),
    ("Elle", "La promenade du groupe de marche est annulée", "The walking group’s outing is cancelled"),
    ("Elle", "La séance de gymnastique douce est annulée", "The gentle exercise session is cancelled"),
)


@generator
def channel_urgent(rng: Random) -> dict[str, Value]:
    """One person to warn within minutes, the others already know."""
    caller, friend = first_names(rng, 2)
    it, *event = rng.choice(EVENTS)
    return {
        "caller": caller,
        "friend": friend,
        "event": Both(*event),
        "it": Both(it, "It"),
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
    """A call set on one side of UTC, to be read on the other side, on the same day."""
    west, east = rng.choice(ZONE_PAIRS)
    eastward = rng.random() < 0.5
    caller, friend = first_names(rng, 2)
    ahead = west[2] + east[2]
    start = rng.randint(8, 11) * 60 + rng.choice((15, 30, 45)) + (0 if eastward else ahead * 60)
    here, there, way = (west, east, 1) if eastward else (east, west, -1)
    lines = ((west, f"UTC−{west[2]}"), (east, f"UTC+{east[2]}"))
    table = lines if eastward else lines[::-1]
    return {
        "caller": caller,
        "friend": friend,
        "here": Both(here[0], here[1]),
        "there": Both(there[0], there[1]),
        "table": Both(
            "\n".join(f"{city[0]:<15} {zone}" for city, zone in table),
            "\n".join(f"{city[1]:<15} {zone}" for city, zone in table),
        ),
        "zone_here": f"UTC−{west[2]}" if eastward else f"UTC+{east[2]}",
        "zone_there": f"UTC+{east[2]}" if eastward else f"UTC−{west[2]}",
        "ahead": ahead,
        "wrong_way": Both(
            "Le décalage a été retiré. Plus à l’est, il est plus tard : il s’ajoute.",
            "The difference was taken away. Further east it is later: it is added.",
        )
        if eastward
        else Both(
            "Le décalage a été ajouté. Plus à l’ouest, il est plus tôt : il se retire.",
            "The difference was added. Further west it is earlier: it is taken away.",
        ),
        "sign": Both("plus", "plus") if eastward else Both("moins", "minus"),
        "start": _clock(start),
        "end": _clock(start + way * ahead * 60),
        **_spellings("right", start + way * ahead * 60),
        **_spellings("back", start - way * ahead * 60),
        **_spellings("signless", start + way * abs(west[2] - east[2]) * 60),
        **_spellings("as_utc", start + way * there[2] * 60),
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
    (("photos", "Les photos de la fête", "Souvenirs"), ("photos", "Party photos", "Memories")),
    (("horaires", "Nouveaux horaires d’été", "Pratique"), ("timetable", "New timetable for summer", "Practical")),
    (("certificat", "Un certificat à signer", "Papiers"), ("certificate", "A certificate to sign", "Papers")),
    (("covoiturage", "Offre de covoiturage", "Trajets"), ("lift", "Offering a lift", "Travel")),
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
# The rule that holds stands second or third; one that holds too stands last.
RULE_ORDERS = (
    ("body", "half", "key", "late"), ("half", "body", "key", "late"), ("body", "key", "half", "late"),
    ("half", "key", "body", "late"),
)  # fmt: skip
# Whether the rule that holds is about the subject (else the sender), and whether there is an attachment.
MAIL_CASES = ((True, False), (True, True), (False, False), (False, True))


Pair = tuple[tuple[str, str, str], tuple[str, str, str]]  # the words in French and in English


@generator
def mail_rules(rng: Random) -> dict[str, Value]:
    """Ordered rules and one message: the first rule that holds files it, by its subject or by its sender."""
    owner, body = first_names(rng, 1)[0], rng.choice(BODIES)
    subjects, senders = rng.sample(SUBJECTS, 2), rng.sample(SENDERS, 2)
    order, (by_subject, attached) = rng.choice(RULE_ORDERS), rng.choice(MAIL_CASES)
    french, english = (_filing(at, subjects, senders, body, order, by_subject, attached) for at in (0, 1))
    return {
        "owner": owner,
        "rule": order.index("key") + 1,
        **{name: Both(french[name], english[name]) for name in french},
    }


def _filing(
    at: int,
    subjects: list[Pair],
    senders: list[Pair],
    body: Pair,
    order: tuple[str, ...],
    by_subject: bool,
    attached: bool,
) -> dict[str, str]:
    """The rules and the message in one language; a condition is doubled by a file, and one of the two is false."""
    about = [
        (f"objet contient «\u00a0{one[0][0]}\u00a0»", f"subject contains “{one[1][0]}”")[at]
        for one in (*subjects, body)
    ]
    sent = [(f"adresse finit par {one[0][0]}", f"sender ends in {one[1][0]}")[at] for one in senders]
    subject, sender, text = subjects[0][at], senders[0][at], body[at]
    # Where there is a file, the other condition of that rule is the false one.
    doubled = (sent if by_subject else about)[1 if attached else 0]
    folders = {
        "key": subject[2] if by_subject else sender[2],
        "late": sender[2] if by_subject else subject[2],
        "half": senders[1 if attached else 0][at][1] if by_subject else ("À imprimer", "To print")[at],
        "body": text[2],
    }
    conditions = {
        "key": about[0] if by_subject else sent[0],
        "late": sent[0] if by_subject else about[0],
        "half": doubled + ("\n   ET avec pièce jointe", "\n   AND with an attachment")[at],
        "body": about[2],
    }
    rules = [f"{number}. {conditions[name]}\n   → {folders[name]}" for number, name in enumerate(order, 1)]
    file = (("aucune", "none"), ("liste.pdf", "list.pdf"))[attached][at]
    message = (
        f"De : accueil{sender[0]}\nObjet : {subject[1]}\nPièce jointe : {file}\nTexte : {text[1]}",
        f"From: office{sender[0]}\nSubject: {subject[1]}\nAttachment: {file}\nText: {text[1]}",
    )[at]
    no_file = ("il n’y a pas de pièce jointe", "there is no attachment")[at]
    untrue = ("sa première condition est fausse", "its first condition is false")[at]
    return {
        **{f"{name}_folder": folder for name, folder in folders.items()},
        "body_word": text[0],
        "reason": ("l’", "the ")[at] + conditions["key"],
        "missing": untrue if attached else no_file,
        "rules": "\n".join(rules),
        "message": message,
    }


OFFSETS = (-5, -4, -3, 0, 1, 2, 3, 4)
WAITS = tuple(minutes for minutes in range(13, 50) if minutes != 30)  # 30 minutes and an hour's offset look alike


@generator
def mail_received(rng: Random) -> dict[str, Value]:
    """Three Received lines in three zones: how long the message waited on the slow server."""
    first, last = rng.sample(TOWNS, 2)
    relay = rng.randint(2, 9)
    hosts = [
        (f"smtp.{start.lower()}.example", f"relay{relay}.example", f"mx.{end.lower()}.example")
        for start, end in ((first.fr, last.fr), (first.en, last.en))
    ]
    zones = rng.sample(OFFSETS, 3)
    wait, quick, slow = rng.choice(WAITS), rng.randint(2, 9), rng.randrange(2)
    start = datetime(2025, 1, 6, rng.randint(10, 12), rng.randint(1, 9), rng.randint(11, 48), tzinfo=UTC)
    start += timedelta(days=rng.randrange(300))
    gaps = [quick, quick]
    gaps[slow] = wait * 60
    times = [start, start + timedelta(seconds=gaps[0]), start + timedelta(seconds=sum(gaps))]
    computer = f"[192.0.2.{rng.randint(11, 99)}]"
    shown = [
        format_datetime(time.astimezone(timezone(timedelta(hours=zone))))
        for time, zone in zip(times, zones, strict=True)
    ]
    return {
        "owner": first_names(rng, 1)[0],
        "headers": Both(_received(computer, hosts[0], shown), _received(computer, hosts[1], shown)),
        "wait": wait,
        "server": Both(hosts[0][slow], hosts[1][slow]),
        "utc_0": f"{times[0]:%H:%M:%S}",
        "utc_1": f"{times[1]:%H:%M:%S}",
        "utc_2": f"{times[2]:%H:%M:%S}",
        "naive_slow": abs(wait + 60 * (zones[slow + 1] - zones[slow])),
        "naive_quick": 60 * abs(zones[2 - slow] - zones[1 - slow]),
    }


def _received(computer: str, hosts: tuple[str, str, str], times: list[str]) -> str:
    """The lines that three servers added, the last one first."""
    lines = [
        f"Received: from {sender}\n by {host};\n {time}"
        for sender, host, time in zip((computer, *hosts[:2]), hosts, times, strict=True)
    ]
    return "\n".join(reversed(lines))
