"""2.3 Collaborate: values for its families."""

from collections import Counter
from random import Random

from content.generators.people import first_names
from content.generators.registry import generator
from content.values import Both, Value

DAYS = (
    ("lundi", "Monday"), ("mardi", "Tuesday"), ("mercredi", "Wednesday"), ("jeudi", "Thursday"), ("vendredi", "Friday"),
)  # fmt: skip
MEETINGS = (
    ("la réunion du syndicat d’immeuble", "for the residents’ meeting"),
    ("le bilan du tournoi", "for the tournament review"), ("la répétition du concert", "for the concert rehearsal"),
    ("le conseil d’école", "for the school board meeting"), ("la préparation du marché", "to plan the market"),
    ("l’exposé à quatre", "for the group presentation"),
)  # fmt: skip


@generator
def slot_common(rng: Random) -> dict[str, Value]:
    """A grid of four people and five days: the one day when all can."""
    names = first_names(rng, 5)
    days = rng.sample(range(5), 5)  # the common day, two days that one person lacks, two days that two lack
    while True:
        absent = [rng.sample(range(4), 2 if at > 2 else 1) for at in range(1, 5)]
        away = Counter(who for day in absent for who in day)
        if max(away.values()) <= 2:  # nobody's row is almost the answer
            break
    missing = {day: set(who) for day, who in zip(days[1:], absent, strict=True)}
    grids = []
    for at, (yes, no) in enumerate((("oui", "non"), ("yes", "no"))):
        lines = ["         " + "".join(f" {day[at][:3]}" for day in DAYS)]
        for person, name in enumerate(names[1:]):
            cells = (no if person in missing.get(day, ()) else yes for day in range(5))
            lines.append(f"{name:<9}" + "".join(f" {cell:<3}" for cell in cells).rstrip())
        grids.append("\n".join(lines))
    values: dict[str, Value] = {
        "organiser": names[0],
        "meeting": Both(*rng.choice(MEETINGS)),
        "grid": Both(*grids),
        "almost_name_1": names[1 + absent[0][0]],
        "almost_name_2": names[1 + absent[1][0]],
    }
    for role, day in zip(("right", "almost_1", "almost_2", "half_1", "half_2"), days, strict=True):
        values[role] = Both(*DAYS[day])
        values[f"{role}_short"] = Both(*(word[:3] for word in DAYS[day]))
    values["right_longer"] = Both(DAYS[days[0]][0][:4], ("Mon", "Tues", "Weds", "Thurs", "Fri")[days[0]])
    return values


SHARED = (
    ("le compte rendu", "the minutes"), ("le règlement du club", "the club rules"), ("l’exposé", "the presentation"),
    ("la lettre aux habitants", "the letter to residents"), ("le livret d’accueil", "the welcome booklet"),
    ("le scénario du spectacle", "the script of the show"),
)  # fmt: skip
OWNER, EDIT, COMMENT, READ = (
    ("propriétaire", "owner"), ("modification", "editor"), ("commentaire", "commenter"), ("lecture", "viewer"),
)  # fmt: skip


@generator
def rights_editors(rng: Random) -> dict[str, Value]:
    """A sharing panel of eight people: who may change the text themselves?"""
    names = first_names(rng, 8)
    editors = rng.randint(2, 4)
    roles = [OWNER, *[EDIT] * editors, *[COMMENT] * 2, *[READ] * (5 - editors)]
    rng.shuffle(roles)
    return {
        "person": names[roles.index(EDIT)],
        "document": Both(*rng.choice(SHARED)),
        "panel": Both(
            "\n".join(f"{name:<10}{role[0]}" for name, role in zip(names, roles, strict=True)),
            "\n".join(f"{name:<10}{role[1]}" for name, role in zip(names, roles, strict=True)),
        ),
        "owner": names[roles.index(OWNER)],
        "editors": editors,
        "changing": editors + 1,
        "with_comments": editors + 3,
        "editors_and_comments": editors + 2,
    }


PARTS = (
    ("Budget", "Budget"), ("Programme", "Programme"), ("Transport", "Transport"), ("Repas", "Meals"),
    ("Sécurité", "Safety"), ("Contacts", "Contacts"),
)  # fmt: skip
CHANGES = (
    ("fautes corrigées", "spelling corrected"), ("photo ajoutée", "photo added"), ("titre changé", "title changed"),
    ("dates mises à jour", "dates updated"), ("carte ajoutée", "map added"), ("résumé réécrit", "summary rewritten"),
    ("liens vérifiés", "links checked"), ("sommaire ajouté", "table of contents added"),
    ("marges réduites", "margins reduced"),
)  # fmt: skip
PAPERS = (
    ("le dossier du voyage scolaire", "the school trip file"), ("le guide du festival", "the festival guide"),
    ("le projet du jardin partagé", "the plan of the community garden"),
    ("la demande de subvention", "the grant application"), ("le livret du tournoi", "the tournament booklet"),
)  # fmt: skip


@generator
def version_restore(rng: Random) -> dict[str, Value]:
    """A history where one part was added, completed and deleted: the last version before the loss."""
    person = first_names(rng, 1)[0]
    part, first = rng.choice(PARTS), rng.randint(11, 39)
    added, deleted = rng.randint(1, 2), rng.randint(5, 6)
    others = iter(rng.sample(CHANGES, 5))
    said: list[tuple[str, str]] = []
    for at in range(8):
        if at == added:
            said.append((f"partie {part[0]} ajoutée", f"{part[1]} section added"))
        elif at == added + 1:
            said.append((f"partie {part[0]} complétée", f"{part[1]} section completed"))
        elif at == deleted:
            said.append((f"partie {part[0]} supprimée", f"{part[1]} section deleted"))
        else:
            said.append(next(others))
    return {
        "person": person,
        "paper": Both(*rng.choice(PAPERS)),
        "part": Both(*part),
        "history": Both(
            "\n".join(f"v{first + at}  {said[at][0]}" for at in reversed(range(8))),
            "\n".join(f"v{first + at}  {said[at][1]}" for at in reversed(range(8))),
        ),
        "right": first + deleted - 1,
        "added": first + added,
        "completed": first + added + 1,
        "deleted": first + deleted,
        "last": first + 7,
    }


TASKS = (
    ("Affiches", "Posters"), ("Buvette", "Drinks"), ("Caisse", "Till"), ("Décor", "Decorations"),
    ("Éclairage", "Lights"),
    ("Gâteaux", "Cakes"), ("Jeux", "Games"), ("Ménage", "Cleaning"), ("Parking", "Parking"), ("Photos", "Photos"),
    ("Son", "Sound"), ("Tables", "Tables"),
)  # fmt: skip

# By the number of tasks in the new version: how many were kept, gained and lost; never as many gained as lost.
DUTIES = {
    2: ((1, 1, 2), (1, 1, 3)),
    3: ((1, 2, 1), (2, 1, 2), (1, 2, 3)),
    4: ((2, 2, 1), (1, 3, 1), (1, 3, 2)),
    5: ((3, 2, 1), (2, 3, 1)),
}


@generator
def diff_tasks(rng: Random) -> dict[str, Value]:
    """The comparison of two rotas: one person's tasks in the new one."""
    author, person, *others = first_names(rng, 5)
    kept, gained, lost = rng.choice(DUTIES[rng.randint(2, 5)])
    tasks = rng.sample(TASKS, 7)
    changes = [(person, person)] * kept
    changes += [(other, other) for other in rng.choices(others, k=7 - kept - gained - lost)]
    changes += [(other, person) for other in rng.choices(others, k=gained)]
    changes += [(person, other) for other in rng.choices(others, k=lost)]
    rng.shuffle(changes)
    return {
        "author": author,
        "person": person,
        "diff": Both(
            "\n".join(_diff(f"{task[0]} : ", *change) for task, change in zip(tasks, changes, strict=True)),
            "\n".join(_diff(f"{task[1]}: ", *change) for task, change in zip(tasks, changes, strict=True)),
        ),
        "kept": kept,
        "gained": gained,
        "right": kept + gained,
        "before": kept + lost,
        "all_lines": kept + gained + lost,
    }


def _diff(task: str, old: str, new: str) -> str:
    """The lines of one task as a comparison shows them."""
    return f"  {task}{old}" if old == new else f"- {task}{old}\n+ {task}{new}"


PROJECTS = (
    ("une fête de quartier", "a street party"), ("un journal de lycée", "a school magazine"),
    ("la rénovation d’un local", "the renovation of a clubhouse"), ("un court métrage", "a short film"),
    ("un site pour une association", "a website for a charity"), ("un repas de cent couverts", "a meal for a hundred"),
)  # fmt: skip


@generator
def project_length(rng: Random) -> dict[str, Value]:
    """Six tasks with their predecessors: the longest path, through the task that waits for two others."""
    person = first_names(rng, 1)[0]
    start, end, quick = rng.randint(1, 6), rng.randint(1, 6), rng.randint(2, 3)
    slow = quick + rng.randint(2, 4)
    single, joined = rng.randint(2, 4), rng.randint(3, 5)
    flipped = rng.random() < 0.5
    b, c = (slow, quick) if flipped else (quick, slow)
    rows = [
        ("A", start, "-"), ("B", b, "A"), ("C", c, "A"), ("D", single, "C" if flipped else "B"),
        ("E", joined, "B, C"), ("F", end, "D, E"),
    ]  # fmt: skip
    path = ["A", "B" if flipped else "C", "E", "F"]
    lines = "\n".join(f"{name:<7}{days:>3}    {after}" for name, days, after in rows)
    return {
        "person": person,
        "project": Both(*rng.choice(PROJECTS)),
        "table": Both(f"Tâche jours  après\n{lines}", f"Task   days  after\n{lines}"),
        "path": " → ".join(path),
        "sum": f"{start} + {slow} + {joined} + {end}",
        "right": start + slow + joined + end,
        "all_days": start + quick + slow + single + joined + end,
        "short_path": start + quick + single + end,
        "early_join": start + quick + max(single, joined) + end,
    }
