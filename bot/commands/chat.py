"""`declic chat`."""

import typer

from bot.channels.terminal import Terminal
from bot.compose import housed
from bot.settings import Settings
from flows.account import farewell


async def run(settings: Settings, who: str, language: str) -> None:
    async with housed(settings) as house:
        words = house.wording.say(language or "en", farewell())
        await Terminal(house, who, language, words, typer.echo).run()
