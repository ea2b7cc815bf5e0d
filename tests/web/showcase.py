"""A tutor that shows, on demand, everything a reply can be: the browser is what is tested, not what is taught."""

from datetime import date

from flows.facts import Axis, ProfileFacts
from flows.learner import Learner
from flows.messages import Amend, Button, Chose, Document, Event, Picture, Reply, Rows, Said, Say, Started
from flows.steps import Step
from flows.wording import _
from flows.world import World

CODES = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2")
LEVELS = (4, 3, 2, 5, 4, 3, 4, 2, 3, 1, 2, 5, 4, 3, 4, 3)
FACTS = ProfileFacts(
    axes=tuple(
        Axis(code, level, max(0, level - 1), level + 1, code < "4") for code, level in zip(CODES, LEVELS, strict=True)
    ),
    answered=41,
    on=date(2026, 11, 22),
)

HELLO = (
    "Bonjour ! Je suis Déclic, un programme qui aide à progresser avec le numérique.\n\n"
    "Je vous propose des défis de la vie courante, je vous dis où vous en êtes et par où continuer. "
    "C’est gratuit, et rien n’est partagé sans votre accord."
)
QUESTION = (
    "**Défi {number}**\n\nLina reçoit ce message : « Votre colis est bloqué, réglez 1,99 € ici : "
    "`http://livraison.suivi-colis.example/payer` ».\n\n"
    "Quel nom décide du site où mène ce lien ?\n\nA. livraison\nB. suivi-colis.example\nC. payer"
)
RIGHT = "Oui. Le nom qui compte est **suivi-colis.example**, juste avant le premier `/`."
WRONG = (
    "Non. « livraison » vient en premier, mais ce n’est qu’un sous-domaine : ce lien mène chez "
    "**suivi-colis.example**.\n\nÀ retenir : repérer le premier `/` après `//`. "
    "C’est la fin du nom, juste avant lui, qui compte."
)
CODE = (
    "Voici une formule, et un petit programme :\n"
    '```\n=SI(NB.SI(B2:B40;">=10")>0;"Il y a des notes au-dessus de la moyenne dans cette classe";"")\n'
    "total = 0\nfor prix in [4, 5, 6]:\n    total = total + prix\nprint(total)\n```\n"
    "Que s’affiche-t-il à la fin ? Écrivez le **nombre** : <b>rien d’autre</b>."
)
CAPTION = (
    "Votre profil au 22 novembre, après 41 défis. Niveaux provisoires.\n\n**1 Information et données** : Indépendant\n"
    "1.1 Rechercher : niveau 4 · 1.2 Gérer des données : niveau 3\n\n"
    "Le plus utile maintenant : 1.3 Traiter des données."
)
CHOICE: Rows = (
    (Button("A", "A"), Button("B", "B"), Button("C", "C")),
    (Button("Je ne sais pas", "/unknown"), Button("Signaler", "/report")),
)
ON: Rows = ((Button("Continuer", "/continue"), Button("En savoir plus", "/more")),)
PURPOSES: Rows = (
    (Button("Commencer", "/continue"),),
    (Button("On se tutoie ?", "/tone"), Button("English", "/english")),
)


def step(learner: Learner, event: Event, _world: World) -> Step:
    match event:
        case Started(language=language):
            return Step(learner.model_copy(update={"language": language or "fr"}), (Say(HELLO, PURPOSES),))
        case Chose(option="/continue"):
            return _ask(learner)
        case Chose(option="/english"):
            return Step(learner.model_copy(update={"language": "en"}), (Say("Let us go on in English."),))
        case Chose(prompt=prompt, option=option) if prompt == learner.number and option in "ABC":
            return Step(learner.model_copy(update={"number": prompt + 1}), _graded(prompt, option))
        case Chose():
            return Step(learner, (Say("Ce bouton appartient à un défi terminé.", ON),))
        case Said(text=text):
            return _said(learner, text)
    return Step(learner)


def _ask(learner: Learner) -> Step:
    number = learner.number + 1
    say = Say(QUESTION.format(number=number), CHOICE, number, "choice")
    return Step(learner.model_copy(update={"number": number}), (say,))


def _graded(prompt: int, option: str) -> tuple[Reply, ...]:
    asked = QUESTION.format(number=prompt)
    return Amend(prompt, f"{asked}\n\n**Votre réponse : {option}**"), Say(RIGHT if option == "B" else WRONG, ON)


def _said(learner: Learner, text: str) -> Step:
    match text:
        case "code":
            return Step(learner, (Say(CODE, number=learner.number, expects="text"),))
        case "profil":
            return Step(learner, (Picture(FACTS, CAPTION, ((Button("M’entraîner", "/continue"),),)),))
        case "mes données":
            return Step(learner, (Document("export", "Voici tout ce qui est enregistré."),))
        case "effacer":
            return Step(None)
        case "long":
            return Step(learner, tuple(Say(f"Ligne {at}. " + "Encore un peu de lecture. " * 6) for at in range(12)))
        case "catalogue":
            return Step(learner, (Say(_("Continue")),))
        case _:
            return Step(learner, (Say(f"Vous avez écrit : {text}", ON),))
