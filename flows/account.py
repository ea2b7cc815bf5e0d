"""The learner's own things: language, tu or vous, age band, time zone, data kept, exported and erased."""

from content.reading import plain
from flows.learner import Age, AskingAge, AskingZone, Erasing, Learner
from flows.messages import Button, Document, Rows, Say
from flows.steps import Step
from flows.wording import Text, _, paragraphs
from flows.world import DEFAULT_ZONE, World

LANGUAGES = {"fr": "Français", "en": "English"}
_AGES: dict[str, Age] = {"under15": "under15", "15to17": "15to17", "adult": "adult"}


def settings(learner: Learner) -> Step:
    """What can be set, and what is set now."""
    ages = {"under15": _("under 15"), "15to17": _("15 to 17"), "adult": _("18 or over")}
    zone = _city(learner.zone or DEFAULT_ZONE)
    age = ages[learner.age] if learner.age else _("not given")
    say = Say(
        paragraphs(
            _("Your settings. Language: {language}. Age: {age}. Time zone: {zone}.",
              language=_names().get(learner.language[:2], learner.language), age=age, zone=zone),
            _("Nothing here is needed to go on."),
        ),
        (
            (Button(_("Language"), "/language"), *_voice(learner)),
            (Button(_("Age"), "/age"), Button(_("Time zone"), "/zone")),
            (Button(_("My data"), "/data"), Button(_("Continue"), "/continue")),
        ),
    )  # fmt: skip
    return Step(learner, (say,))


def _names() -> dict[str, Text]:
    return {"fr": _("French"), "en": _("English")}


def _voice(learner: Learner) -> tuple[Button, ...]:
    voices = {"fr": Button(_("Call me “tu”"), "/tone tu"), "fr@tu": Button(_("Call me “vous”"), "/tone vous")}
    return (voices[learner.language],) if learner.language in voices else ()


def ask_language(learner: Learner) -> Step:
    rows = (tuple(Button(label, f"/language {code}") for code, label in LANGUAGES.items()),)
    return Step(learner, (Say(_("In which language shall we talk?"), rows),))


def spoken(learner: Learner, language: str) -> Learner:
    """The learner in another language; the voice is kept where the language is the same."""
    if language not in LANGUAGES or learner.language.startswith(language):
        return learner
    return learner.model_copy(update={"language": language})


def toned(learner: Learner, tone: str) -> Learner:
    """The other voice, or the one named. Only French has two."""
    if not learner.language.startswith("fr"):
        return learner
    other = "fr" if learner.language == "fr@tu" else "fr@tu"
    return learner.model_copy(update={"language": {"tu": "fr@tu", "vous": "fr"}.get(tone, other)})


def ask_age(learner: Learner) -> Step:
    """With its reason, and a way to pass."""
    number = learner.number + 1
    aside = AskingAge(number=number)
    say = Say(
        _("How old are you, roughly? It tells me which rules protect your data. Nothing else depends on it."),
        (
            (Button(_("Under 15"), "under15"), Button(_("15 to 17"), "15to17"), Button(_("18 or over"), "adult")),
            (Button(_("Skip"), "skip"),),
        ),
        number,
    )
    return Step(learner.model_copy(update={"number": number, "aside": aside, "age_asked": True}), (say,))


def skipped(learner: Learner) -> Step:
    return Step(learner.model_copy(update={"aside": None}), (Say(_("No problem."), _on()),))


def aged_in_words(learner: Learner, text: str) -> Step | None:
    """An age in years, typed. None when the text is something else."""
    years = plain(text).split(" ")[0]
    if not (years.isdecimal() and years.isascii() and 3 <= int(years) <= 120):
        return None
    return aged(learner, "under15" if int(years) < 15 else "15to17" if int(years) < 18 else "adult")


def aged(learner: Learner, option: str) -> Step | None:
    if option == "skip":
        return skipped(learner)
    if option not in _AGES:
        return None
    changed = learner.model_copy(update={"aside": None, "age": _AGES[option]})
    return Step(changed, (Say(_("Noted, thank you."), _on()),))


def ask_zone(learner: Learner) -> Step:
    number = learner.number + 1
    rows = (
        (Button("Paris", "Europe/Paris"), Button(_("London"), "Europe/London")),
        (Button("Guadeloupe", "America/Guadeloupe"), Button("La Réunion", "Indian/Reunion")),
        (Button(_("Skip"), "skip"),),
    )
    say = Say(
        _(
            "In which time zone do you live? Dates and hours are told in your own time. "
            "Choose, or write a large city nearby."
        ),
        rows,
        number,
        "text",
    )
    aside = AskingZone(number=number)
    return Step(learner.model_copy(update={"number": number, "aside": aside}), (say,))


def zoned(learner: Learner, said: str, world: World) -> Step | None:
    """A zone by its button, its name, or its city. None when it is none that we know."""
    if said == "skip":
        return skipped(learner)
    zone = said if said in world.library.zones else world.library.zone_of(said)
    if zone is None:
        return None
    changed = learner.model_copy(update={"aside": None, "zone": zone})
    hour = world.local(zone).time()
    return Step(changed, (Say(_("Noted: {city}. It is {hour} there.", city=_city(zone), hour=hour), _on()),))


def unknown_zone(learner: Learner) -> Step:
    number = learner.aside.number if learner.aside else 0
    say = _("I don’t know that city. Try the nearest large one, such as “Montréal”, or skip.")
    return Step(learner, (Say(say, ((Button(_("Skip"), "skip"),),), number, "text"),))


def _city(zone: str) -> str:
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def data(learner: Learner) -> Step:
    say = Say(
        paragraphs(
            _("What I keep: your settings, your answers and the levels deduced from them, under a random number."),
            _(
                "No name, no address, no phone number. Nobody else sees it. "
                "You can take it all with you, or have it all erased."
            ),
        ),
        (
            (Button(_("Export everything"), "/export"), Button(_("Erase everything"), "/erase")),
            (Button(_("More on privacy"), "/privacy"), Button(_("Continue"), "/continue")),
        ),
    )
    return Step(learner, (say,))


def privacy(learner: Learner) -> Step:
    say = Say(
        paragraphs(
            _("**What is kept**: your answers, the levels deduced from them, your language and settings. "
              "Who you are in this chat is stored apart, as a code nobody can turn back. "
              "The address needed to reply is encrypted."),
            _("**Why**: to choose the next challenge and show your progress. No advertising, no sale, no sharing. "
              "Your level is an estimate made by a program; “Why this level?” shows the answers behind it."),
            _("**Your rights**: see it all and take it with you (“Export everything”), have it erased at once "
              "(“Erase everything”), and complain to your data protection authority."),
        ),
        ((Button(_("My data"), "/data"), Button(_("Continue"), "/continue")),),
    )  # fmt: skip
    return Step(learner, (say,))


def export(learner: Learner) -> Step:
    file = Document("export", _("Here is everything that is stored about you."))
    return Step(learner, (file, Say(_("That is all."), _on())))


def ask_erase(learner: Learner) -> Step:
    """The second step of two."""
    number = learner.number + 1
    say = Say(
        _(
            "Erase everything? Your answers, your levels and your settings will be gone at once, "
            "and cannot be brought back."
        ),
        ((Button(_("Yes, erase everything"), "erase"),), (Button(_("No, keep it"), "keep"),)),
        number,
    )
    return Step(learner.model_copy(update={"number": number, "aside": Erasing(number=number)}), (say,))


def erase(learner: Learner, option: str) -> Step | None:
    if option == "erase":
        return Step(None, (Say(farewell()),))
    if option == "keep":
        return Step(learner.model_copy(update={"aside": None}), (Say(_("Nothing was erased."), _on()),))
    return None


def farewell() -> Text:
    return _("Everything is erased. If you come back one day, we start afresh. Take care!")


def _on() -> Rows:
    return ((Button(_("Continue"), "/continue"), Button(_("My settings"), "/settings")),)
