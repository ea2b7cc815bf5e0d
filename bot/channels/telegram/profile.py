"""What Telegram shows of us before a word is said: commands and descriptions, for each language."""

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, error

from bot.wording import Wording, names
from flows.lexicon import Lexicon
from flows.wording import Words, _

_log = structlog.get_logger()

COMMANDS: dict[str, Words] = {
    "continue": _("The next challenge"),
    "profile": _("Where you stand"),
    "practice": _("Practise a topic of your choice"),
    "placement": _("Find out your level"),
    "settings": _("Language, age, time zone"),
    "data": _("See, take or erase your data"),
    "privacy": _("What is kept, and why"),
    "help": _("What I can do"),
    "stop": _("Stop for now"),
}
DESCRIPTION = _(
    "A tutor for digital skills. Challenges from everyday life, your level in 16 competences, and what to learn next. "
    "Free, without advertising."
)
SHORT = _("A tutor for digital skills, one challenge at a time.")
FALLBACK = "en"  # for everybody whose language we do not speak


async def publish(bot: Bot, wording: Wording, lexicons: dict[str, Lexicon]) -> None:
    """Tell Telegram. What it refuses is logged and does not keep us from starting."""
    for language in names(wording.languages):
        code = "" if language == FALLBACK else language
        lexicon = lexicons.get(language) or lexicons[FALLBACK]
        commands = [
            BotCommand(lexicon.names.get(wish, wish), wording.say(language, words)) for wish, words in COMMANDS.items()
        ]
        try:
            await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code=code)
            await bot.set_my_description(wording.say(language, DESCRIPTION), language_code=code)
            await bot.set_my_short_description(wording.say(language, SHORT), language_code=code)
        except error.TelegramError as refused:
            _log.warning("telegram: commands not set", language=language, error=type(refused).__name__)
