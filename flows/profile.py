"""The profile in words and as facts for its picture: levels with their certainty, what next, and why this level."""

import numpy as np

from flows import scope
from flows.adaptive.levels import LIKELY, SOLID, Estimate, estimate
from flows.facts import Axis, ProfileFacts
from flows.learner import Evidence, Learner
from flows.messages import Button, Picture, Reply, Say
from flows.recommendation import Advice, next_step
from flows.wording import Lines, Text, _, lines, listed, n_, paragraphs
from flows.world import World, content_language


def show(learner: Learner, world: World) -> tuple[Reply, ...]:
    """The picture with its facts, then each competence, what to do next and why."""
    if not learner.answered:
        say = _("Your profile is still empty. A few challenges are enough for a first idea.")
        return (Say(say, ((Button(_("First challenge"), "/placement"),), _out())),)
    facts = _facts(learner, world)
    advice = next_step(learner.belief, _by_axis(learner, world))
    return (
        Picture(facts, paragraphs(_title(learner, facts), lines(*_domain_lines(facts, learner, world)))),
        Say(
            paragraphs(lines(*_competence_lines(learner, world)), _advised(advice, learner, world)),
            _ways(advice, world),
        ),
    )


def _out() -> tuple[Button, ...]:
    return (Button(_("Practise"), "/practice"), Button(_("Help"), "/help"))


def _facts(learner: Learner, world: World) -> ProfileFacts:
    axes = []
    for at, competence in enumerate(world.bank.competences()):
        told = _estimate(learner, at)
        axes.append(Axis(competence.code, told.level, told.low, told.high, competence.code in learner.evidence))
    return ProfileFacts(tuple(axes), learner.answered, world.local(learner.zone).date())


def _estimate(learner: Learner, axis: int) -> Estimate:
    return estimate(float(learner.belief.mean[axis]), float(learner.belief.cov[axis, axis]))


def _title(learner: Learner, facts: ProfileFacts) -> Text:
    return n_(
        "Your profile on {date}, after {count} challenge. Provisional levels, from 0 to 8.",
        "Your profile on {date}, after {count} challenges. Provisional levels, from 0 to 8.",
        learner.answered,
        date=facts.on,
    )


def _domain_lines(facts: ProfileFacts, learner: Learner, world: World) -> list[Text]:
    """The picture's facts: for each domain, the level of each competence."""
    said: list[Text] = []
    for domain in world.bank.framework.domains:
        inner = [axis for axis in facts.axes if axis.code.startswith(f"{domain.code}.")]
        levels = [_("{code}: {level}", code=axis.code, level=_numbers(axis.low, axis.high)) for axis in inner]
        label = domain.fr if content_language(learner.language) == "fr" else domain.en
        said.append(lines(f"**{domain.code} {label}**", Lines(tuple(levels), " · ")))
    return said


def _numbers(low: int, high: int) -> Text:
    if low == high:
        return str(low)
    return _("{low} or {high}", low=low, high=high) if high == low + 1 else _("{low} to {high}", low=low, high=high)


def _competence_lines(learner: Learner, world: World) -> list[Text]:
    """Every competence that was measured, in full words; the others in one line."""
    said: list[Text] = []
    guessed: list[Text] = []
    for at, competence in enumerate(world.bank.competences()):
        label = scope.name(competence.code, learner.language, world.bank)
        if competence.code in learner.evidence:
            level = told(_estimate(learner, at))
            said.append(_("{code} {name}: {level}", code=competence.code, name=label, level=level))
        else:
            guessed.append(competence.code)
    if guessed:
        said.append(_("Not asked yet, estimated from the rest: {codes}.", codes=listed(*guessed)))
    return said


def told(found: Estimate) -> Text:
    """A level and its certainty, in words."""
    level = _level_words(found.low, found.high)
    if found.low != found.high:
        return _("{band} ({level})", band=band(found.level), level=level)
    if found.within_one >= SOLID:
        return _("{band} ({level}, fairly sure)", band=band(found.level), level=level)
    return _("{band} ({level}, to be confirmed)", band=band(found.level), level=level)


def _level_words(low: int, high: int) -> Text:
    if low == high:
        return _("level {level}", level=low)
    if high == low + 1:
        return _("level {low} or {high}", low=low, high=high)
    return _("between levels {low} and {high}", low=low, high=high)


def band(level: int) -> Text:
    names = (_("Discovery"), _("Novice"), _("Independent"), _("Advanced"), _("Expert"))
    return names[(level + 1) // 2]


def first_idea(learner: Learner, answered: int, world: World) -> Text:
    """What is known so far, domain by domain, and where it is still too little."""
    firm, thin = [], []
    for domain in world.bank.framework.domains:
        label = (domain.fr if content_language(learner.language) == "fr" else domain.en).lower()
        axes = list(scope.axes(domain.code, world.library))
        mean = float(np.mean(learner.belief.mean[axes]))
        variance = float(np.mean(learner.belief.cov[np.ix_(axes, axes)]))
        found = estimate(mean, variance)
        answers = sum(len(learner.evidence.get(one.code, ())) for one in domain.competences)
        if answers >= 2 and found.within_one >= LIKELY and found.high - found.low <= 2:
            level = _("{band} ({level})", band=band(found.level), level=_level_words(found.low, found.high))
            firm.append((found.within_one, _("rather {level} in “{domain}”", level=level, domain=label)))
        elif answers < 2:
            thin.append(label)
    counted = n_("You have answered {count} challenge.", "You have answered {count} challenges.", answered)
    if not firm:
        return Lines((counted, _("It is too early to tell a level: a few more and I will have a first idea.")), " ")
    best = [said for _sure, said in sorted(firm, key=lambda pair: -pair[0])[:2]]
    both = _("{one}; {other}", one=best[0], other=best[1]) if len(best) > 1 else best[0]
    idea = _("A first idea: {idea}.", idea=both)
    if not thin:
        return Lines((counted, idea), " ")
    return Lines((counted, idea, _("Too few answers yet for: {domains}.", domains=listed(*thin))), " ")


def how_long(learner: Learner) -> Text:
    """How many challenges make it firm; figures of the simulated engine."""
    if learner.answered < 30:
        return _(
            "After about thirty challenges your overall level will be firm; "
            "for the strengths and weaknesses of each competence it takes about seventy-five, at your own pace."
        )
    return _(
        "For the strengths and weaknesses of each competence it takes about seventy-five challenges, at your own pace."
    )


def _by_axis(learner: Learner, world: World) -> dict[int, tuple[Evidence, ...]]:
    return {
        at: learner.evidence[one.code]
        for at, one in enumerate(world.bank.competences())
        if learner.evidence.get(one.code)
    }


def _advised(advice: Advice, learner: Learner, world: World) -> Text:
    code = world.bank.competences()[advice.axis].code
    label = scope.name(code, learner.language, world.bank)
    if not advice.missed:
        return _("Most useful now: {code} {name}. That is where I know least about you.", code=code, name=label)
    return n_(
        "Most useful now: {code} {name}. One topic slipped by: {topics}.",
        "Most useful now: {code} {name}. {count} topics slipped by: {topics}.",
        len(advice.missed),
        code=code,
        name=label,
        topics=listed(*(_skill(code, skill, learner, world) for skill in advice.missed)),
    )


def _skill(competence: str, skill: str, learner: Learner, world: World) -> str:
    found = world.bank.skill(competence, skill)
    name = found.fr if content_language(learner.language) == "fr" else found.en
    return name[:1].lower() + name[1:]


def _ways(advice: Advice, world: World) -> tuple[tuple[Button, ...], ...]:
    code = world.bank.competences()[advice.axis].code
    lesson: tuple[Button, ...] = ()
    if advice.missed and (code, advice.missed[0]) in world.bank.lessons:
        lesson = (Button(_("The lesson, 2 min"), f"/lesson {code} {advice.missed[0]}"),)
    return (
        (Button(_("Practise this"), f"/practice {code}"), *lesson),
        (Button(_("Why this level?"), "/why"), Button(_("Continue"), "/continue")),
    )


def why(learner: Learner, about: str, world: World) -> tuple[Reply, ...]:
    """Which level to explain, or the answers behind one."""
    if "." in about:
        return (_why_one(learner, about, world),)
    whole = Button(_("My profile"), "/profile")
    rows = scope.choices("why", about, learner.language, world, "")[1:]
    return (Say(_("Which level shall I explain?"), (*rows, (whole,))),)


def _why_one(learner: Learner, code: str, world: World) -> Reply:
    axis = next(at for at, one in enumerate(world.bank.competences()) if one.code == code)
    level = told(_estimate(learner, axis))
    opening = _("{code} {name}: {level}", code=code, name=scope.name(code, learner.language, world.bank), level=level)
    answers = learner.evidence.get(code, ())
    if answers:
        behind: Text = lines(_("The answers behind it:"), *(_answer_line(one, code, learner, world) for one in answers))
    else:
        behind = _("No challenge of this competence has been answered yet: I deduce it from the other ones.")
    rule = _("An answer on one competence also says a little about the others. A level counts when you succeed alone.")
    buttons = (
        (Button(_("I disagree: a new challenge"), f"/practice {code}"),),
        (Button(_("My profile"), "/profile"), Button(_("Continue"), "/continue")),
    )
    return Say(paragraphs(opening, behind, rule), buttons)


def _answer_line(answer: Evidence, code: str, learner: Learner, world: World) -> Text:
    verdicts = {"right": _("succeeded"), "wrong": _("missed"), "unknown": _("not known")}
    line = _(
        "· level {level}, {topic}: {verdict}",
        level=answer.level,
        topic=_skill(code, answer.skill, learner, world),
        verdict=verdicts[answer.outcome],
    )
    return line if answer.counts else _("{line} (for practice, not counted)", line=line)
