"""From a drawing's facts to a picture, its words in the learner's language."""

import asyncio

from bot.body import Drawing
from bot.wording import Wording
from flows.wording import _, n_


async def draw(drawing: Drawing, wording: Wording) -> bytes:
    from bot.pictures import PictureWords, profile_png  # typst costs start-up time that many never need

    facts, language = drawing.facts, drawing.language
    subtitle = n_(
        "{date} · {count} challenge · provisional levels",
        "{date} · {count} challenges · provisional levels",
        facts.answered,
        date=facts.on,
    )
    words = PictureWords(
        title=wording.say(language, _("Your profile")),
        subtitle=wording.say(language, subtitle),
        domains=tuple(wording.say(language, domain) for domain in DOMAINS),
        level=wording.say(language, _("level")),
        measured=wording.say(language, _("measured")),
        inferred=wording.say(language, _("estimated from the rest")),
        range=wording.say(language, _("possible levels")),
    )
    return await asyncio.to_thread(profile_png, facts, words)


DOMAINS = (
    _("Information and data"),
    _("Communication and collaboration"),
    _("Content creation"),
    _("Protection and security"),
    _("Digital environment"),
)
