"""4.1 Secure the digital environment: values for its families."""

from random import Random

from content.generators.people import FILE_NUMBERS, TOWNS, first_names
from content.generators.registry import generator
from content.values import Both, Value

# Words of 5 or 6 letters without accents, for passphrases drawn by lot.
WORDS_FR = (
    "tambour",
    "cerise",
    "wagon",
    "nuage",
    "lampe",
    "castor",
    "piano",
    "sable",
    "ruban",
    "moulin",
    "jardin",
    "globe",
)
WORDS_EN = (
    "barrel",
    "cherry",
    "wagon",
    "cloud",
    "candle",
    "otter",
    "piano",
    "marble",
    "ribbon",
    "tunnel",
    "garden",
    "globe",
)
PEOPLE = ("Karim", "Nadia", "Paul", "Olga", "Marco", "Sofia", "Hugo", "Fatou", "Diego", "Louise")

BANKS = ("nova", "onyx", "iris", "vega", "luna", "opal", "pico", "tera", "mica", "alba")
BANK_KINDS = (("banque", "bank"), ("credit", "credit"))
SUBDOMAINS = ("mail", "info", "news", "msg")
OTHER_DOMAINS = (("verif", "verify"), ("envoi", "sender"), ("alerte", "alerts"), ("acces", "access"))
ADDED_WORDS = (("compte", "account"), ("client", "client"), ("secure", "secure"), ("espace", "online"))
USERS = (("contact", "contact"), ("conseil", "advice"), ("equipe", "team"), ("bonjour", "hello"))

PAPERS = (
    ("facture", "invoice"),
    ("devis", "quote"),
    ("contrat", "contract"),
    ("lettre", "letter"),
    ("horaires", "timetable"),
    ("recette", "recipe"),
    ("billet", "ticket"),
    ("bulletin", "report"),
)
PICTURES = (("photo", "photo"), ("plan", "map"), ("affiche", "poster"), ("dessin", "drawing"))
# How a program ends its name, and the ending of a document or a picture that it borrows.
DISGUISES = (("exe", "pdf"), ("bat", "pdf"), ("exe", "docx"), ("bat", "docx"), ("exe", "jpg"), ("scr", "jpg"))
NOTES = (("notice", "manual"), ("guide", "guide"), ("aide", "help"), ("cours", "lesson"))

MIRRORS = (("nord", "north"), ("sud", "south"), ("est", "east"), ("ouest", "west"))

ACCOUNTS = ("lea", "noe", "zoe", "paul", "nora", "sami", "tess", "karl", "mina", "rosa", "dany", "jude", "malo", "bea")


@generator
def strong_password(rng: Random) -> dict[str, Value]:
    """Four random words resist; a password made of a life, or a short one with signs, does not."""
    year = rng.randint(1988, 2015)
    name, home = rng.choice(PEOPLE), rng.choice(TOWNS)
    places = rng.sample(range(len(WORDS_FR)), 4)
    lives = rng.choice((Both("", ""), Both("habite-", "moved-to-")))  # longer than the phrase, or shorter
    since = Both(lives.fr and "depuis-", lives.en and "in-")
    return {
        "name": name,
        "home": home,
        "year": year,
        "personal": Both(
            f"{name}-{lives.fr}{home.fr}-{since.fr}{year}", f"{name}-{lives.en}{home.en}-{since.en}{year}"
        ),
        "short": _short_password(rng),
        "phrase": Both("-".join(WORDS_FR[at] for at in places), "-".join(WORDS_EN[at] for at in places)),
    }


def _short_password(rng: Random) -> str:
    """Six signs of every sort."""
    letters = rng.sample("bcdfghjkmnpqrtvwx", 2)
    digits = rng.sample("23456789", 2)
    return f"{letters[0]}{digits[0]}!{letters[1].upper()}#{digits[1]}"


@generator
def phish_sender(rng: Random) -> dict[str, Value]:
    """Four senders that name a bank; one of them writes from its domain."""
    kind_fr, kind_en = rng.choice(BANK_KINDS)
    brand, sub = rng.choice(BANKS), rng.choice(SUBDOMAINS)
    bank = Both(f"{kind_fr}-{brand}", f"{brand}-{kind_en}")
    other, third = (Both(*pair) for pair in rng.sample(OTHER_DOMAINS, 2))
    added = Both(*rng.choice(ADDED_WORDS))
    users = [Both(*pair) for pair in rng.sample(USERS, 3)]
    senders = {
        "right": _both("{0}@" + sub + ".{1}.example", users[0], bank),
        "before_at": _both("{0}@{1}.example", bank, other),
        "left": _both("{0}@{1}.{2}.example", users[1], bank, third),
        "lookalike": _both("{0}@{1}-{2}.example", users[2], bank, added),
    }
    order = rng.sample(sorted(senders), len(senders))
    lines = [Both(f"{at}  {senders[kind].fr}", f"{at}  {senders[kind].en}") for at, kind in enumerate(order, 1)]
    return {
        "name": first_names(rng, 1)[0],
        "domain": _both("{0}.example", bank),
        "sender": senders["right"],
        "list": _joined(lines),
        "line": order.index("right") + 1,
        "line_before_at": order.index("before_at") + 1,
        "line_left": order.index("left") + 1,
        "line_lookalike": order.index("lookalike") + 1,
    }


@generator
def disguised_program(rng: Random) -> dict[str, Value]:
    """Five attachments; the one whose name ends like a program's is one, whatever stands before."""
    ending, borrowed = rng.choice(DISGUISES)
    papers = [Both(*pair) for pair in rng.sample(PAPERS, 3)]
    note, picture = Both(*rng.choice(NOTES)), Both(*rng.choice(PICTURES))
    numbers = [Both(str(number), str(number)) for number in rng.sample(FILE_NUMBERS, 5)]
    files = {
        "program": _both(f"{{0}}-{{1}}.{borrowed}.{ending}", papers[0], numbers[0]),
        "inner": _both(f"{{0}}-{{1}}.{ending}.pdf", papers[1], numbers[1]),
        "word": _both(f"{{0}}-{ending}-{{1}}.docx", note, numbers[2]),
        "picture": _both("{0}-{1}.jpg", picture, numbers[3]),
        "plain": _both("{0}-{1}.pdf", papers[2], numbers[4]),
    }
    order = rng.sample(sorted(files), len(files))
    return {
        "name": first_names(rng, 1)[0],
        "list": _joined([files[kind] for kind in order]),
        "cut": _both(f"{{0}}-{{1}}.{borrowed}", papers[0], numbers[0]),
        "ending": ending,
        "borrowed": borrowed,
        **files,
    }


@generator
def hash_mirror(rng: Random) -> dict[str, Value]:
    """Four copies of a download; one has, in full, the fingerprint published for the version wanted."""
    wanted, other = _fingerprint(rng), _fingerprint(rng)
    minor = rng.randint(2, 8)
    newer = rng.random() < 0.5
    prints = {"right": wanted, "changed": _changed(rng, wanted), "swapped": _swapped(rng, wanted), "other": other}
    mirrors = dict(zip(prints, (Both(*pair) for pair in rng.sample(MIRRORS, 4)), strict=True))
    order = rng.sample(sorted(prints), len(prints))
    published = [(minor, other), (minor + 1, wanted)] if newer else [(minor, wanted), (minor + 1, other)]
    return {
        "name": first_names(rng, 1)[0],
        "version": f"3.{minor + 1 if newer else minor}",
        "published": "\n".join(f"3.{number}  {' '.join(groups)}" for number, groups in published),
        "received": _joined([_both("{0:<6} " + " ".join(prints[kind]), mirrors[kind]) for kind in order]),
        "print": " ".join(wanted),
        "mirror": mirrors["right"],
        "mirror_changed": mirrors["changed"],
        "mirror_swapped": mirrors["swapped"],
        "mirror_other": mirrors["other"],
    }


def _fingerprint(rng: Random) -> list[str]:
    """Four groups of four different hexadecimal signs."""
    return ["".join(rng.sample("0123456789abcdef", 4)) for _ in range(4)]


def _changed(rng: Random, groups: list[str]) -> list[str]:
    """The same fingerprint but for one sign in the middle."""
    at, place = rng.choice((1, 2)), rng.choice((1, 2))
    sign = rng.choice([sign for sign in "0123456789abcdef" if sign not in groups[at]])
    return [*groups[:at], groups[at][:place] + sign + groups[at][place + 1 :], *groups[at + 1 :]]


def _swapped(rng: Random, groups: list[str]) -> list[str]:
    """The same fingerprint but for two neighbours that changed places in the middle."""
    at = rng.choice((1, 2))
    group = groups[at]
    return [*groups[:at], group[0] + group[2] + group[1] + group[3], *groups[at + 1 :]]


@generator
def log_spraying(rng: Random) -> dict[str, Value]:
    """A sign-in log: one address tries many accounts and opens one; elsewhere somebody forgot a password."""
    victim, forgetful, mistaken, *others = rng.sample(ACCOUNTS, 8)
    attacker, home, flat, office = _addresses(rng)
    tried = [*others[:3], forgetful]
    rng.shuffle(tried)
    tried.insert(rng.randint(2, 3), victim)
    attack = [(account, attacker, account == victim) for account in tried]
    forgot = [(forgetful, home, False)] * 5 + [(forgetful, home, True)]
    slip = [(mistaken, flat, False), (mistaken, flat, True)]
    work = [(account, office, True) for account in rng.sample(others[3:], 2)]
    rows = _merged(rng, [attack, forgot, slip, work])
    return {
        "log": Both(*_logs(rng, rows)),
        "victim": victim,
        "forgetful": forgetful,
        "mistaken": mistaken,
        "attacker": attacker,
        "home": home,
    }


_Row = tuple[str, str, bool]  # account, address, was it let in


def _addresses(rng: Random) -> list[str]:
    """Four addresses of the documentation ranges that no eye confuses."""
    tails = rng.sample((14, 27, 35, 46, 58, 69, 73, 82, 107, 118, 129, 131), 4)
    nets = [*rng.sample(("192.0.2", "198.51.100", "203.0.113"), 3), "203.0.113"]
    return [f"{net}.{tail}" for net, tail in zip(nets, tails, strict=True)]


def _merged(rng: Random, queues: list[list[_Row]]) -> list[_Row]:
    """The rows of all queues at random, each queue in its own order."""
    turns = [at for at, queue in enumerate(queues) for _ in queue]
    rng.shuffle(turns)
    waiting = [iter(queue) for queue in queues]
    return [next(waiting[at]) for at in turns]


def _logs(rng: Random, rows: list[_Row]) -> tuple[str, str]:
    """One line a minute or two, in each language: time, result, account, address."""
    minute, hour = rng.randint(5, 20), rng.randint(7, 11)
    french, english = [], []
    for account, address, let_in in rows:
        clock = f"{hour:02}:{minute:02}"
        french.append(f"{clock} {'OK' if let_in else 'KO'} {account:<5} {address}")
        english.append(f"{clock} {'OK' if let_in else 'NO'} {account:<5} {address}")
        minute += rng.randint(1, 2)
    return "\n".join(french), "\n".join(english)


def _both(form: str, *parts: Both) -> Both:
    """The form filled with the French parts, and with the English ones."""
    return Both(form.format(*(part.fr for part in parts)), form.format(*(part.en for part in parts)))


def _joined(lines: list[Both]) -> Both:
    """Lines one below the other."""
    return Both("\n".join(line.fr for line in lines), "\n".join(line.en for line in lines))
