"""The local Bot API server, driven by the real client, and by raw requests for what the client would not send."""

import asyncio
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
import telegram
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

from tests.botapi import (
    AsyncServer,
    BadGateway,
    Button,
    DeliveredThenLost,
    Entity,
    Fault,
    Limits,
    Refuse,
    Reset,
    Settings,
    Slow,
    ThreadServer,
    serve,
    serve_in_thread,
    small_png,
)
from tests.botapi.chats import Chat, Person, Text
from tests.botapi.dispatch import perform
from tests.botapi.errors import Refused
from tests.botapi.formatting import Formatted
from tests.botapi.hosting import listening
from tests.botapi.methods import METHODS
from tests.botapi.world import World

ALICE = 1001
UNHURRIED = Limits(per_second=10_000, private_rate=10_000, private_burst=10_000)
EXACT = Limits(jitter=0)
NO_CERTIFICATES = {"verify": False, "trust_env": False}  # reading them takes 20 ms a client
YES_NO = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Oui", callback_data="y"), InlineKeyboardButton("Non", callback_data="n")]]
)


@pytest.fixture(autouse=True)
def _quiet_client(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, the client warns at each 429 that retry_after will change its type."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def server() -> AsyncIterator[AsyncServer]:
    async with serve(Settings(limits=UNHURRIED)) as running:
        running.user(ALICE, language_code="fr", first_name="Alice")
        yield running


@pytest.fixture
async def bot(server: AsyncServer) -> AsyncIterator[Bot]:
    async with client(server) as connected:
        yield connected


@asynccontextmanager
async def client(server: AsyncServer) -> AsyncIterator[Bot]:
    requests = [HTTPXRequest(httpx_kwargs=NO_CERTIFICATES) for _ in range(2)]
    bot = Bot(
        server.token,
        base_url=f"{server.url}/bot",
        base_file_url=f"{server.url}/file/bot",
        request=requests[0],
        get_updates_request=requests[1],
    )
    async with bot:
        yield bot


async def raw(server: AsyncServer, method: str, **parameters: Any) -> dict[str, Any]:
    """One request in JSON, as the client would not send it."""
    async with httpx.AsyncClient(trust_env=False, verify=False) as http:
        url, headers = f"{server.url}/bot{server.token}/{method}", {"Content-Type": "application/json"}
        response = await http.post(url, content=json.dumps(parameters), headers=headers)
    answer: dict[str, Any] = response.json()
    assert answer["ok"] is (response.status_code == 200)
    assert answer.get("error_code", 200) == response.status_code
    return answer


# Identity and tokens


async def test_the_bot_knows_who_it_is(server: AsyncServer, bot: Bot) -> None:
    assert (bot.id, bot.username) == (123456789, "declic_test_bot")
    assert server.violations == []


async def test_a_wrong_token_is_unauthorized(server: AsyncServer) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=f"{server.url}/bot"):
            pass
    assert server.violations == []
    assert server.refusals == ["getMe: 401 Unauthorized"]


async def test_an_unknown_method_is_not_found(server: AsyncServer) -> None:
    assert await raw(server, "sendTelepathy") == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert "sendTelepathy" in server.violations[0]


async def test_methods_are_case_insensitive_and_take_queries_and_forms(server: AsyncServer) -> None:
    async with httpx.AsyncClient(trust_env=False) as http:
        url = f"{server.url}/bot{server.token}"
        by_query = await http.get(f"{url}/SENDMESSAGE", params={"chat_id": ALICE, "text": "un"})
        by_form = await http.post(f"{url}/sendmessage", data={"chat_id": str(ALICE), "text": "deux"})
    assert [answer.json()["result"]["message_id"] for answer in (by_query, by_form)] == [1, 2]
    assert server.violations == []


async def test_commands_and_descriptions_are_kept_by_language(server: AsyncServer, bot: Bot) -> None:
    await bot.set_my_commands([("aide", "Que puis-je faire ?")], language_code="fr")
    await bot.set_my_description("Un tuteur.", language_code="fr")
    await bot.set_my_short_description("A tutor.")
    [command] = await bot.get_my_commands(language_code="fr")
    assert (command.command, command.description) == ("aide", "Que puis-je faire ?")
    assert await bot.get_my_commands() == ()
    assert server.profile.descriptions == {"fr": "Un tuteur."}
    assert server.profile.short_descriptions == {"": "A tutor."}
    assert server.violations == []


# What the user sees


async def test_a_conversation_with_buttons_and_an_edit(server: AsyncServer, bot: Bot) -> None:
    alice = server.user(ALICE)
    alice.says("/start")
    [start] = await bot.get_updates(timeout=5)
    assert start.message is not None
    assert start.message.parse_entities() == {start.message.entities[0]: "/start"}
    await bot.send_message(ALICE, "On y va ?", reply_markup=YES_NO)
    asked = await alice.sees("On y va")
    assert asked.buttons == ((("Oui", "y"), ("Non", "n")),)
    query_id = alice.presses("Oui")
    [press] = await bot.get_updates(offset=start.update_id + 1, timeout=5)
    assert press.callback_query is not None
    assert (press.callback_query.id, press.callback_query.data) == (query_id, "y")
    assert alice.unanswered == [query_id]
    await press.callback_query.answer("Très bien", show_alert=True)
    await bot.edit_message_text("On y va : oui", ALICE, asked.message_id)
    answered = await alice.sees("oui")
    assert (answered.message_id, answered.edited, answered.buttons) == (asked.message_id, True, ())
    assert alice.messages == [answered]
    assert alice.notices == [("Très bien", True)]
    assert alice.unanswered == []
    assert server.violations == []


async def test_pictures_documents_and_captions(server: AsyncServer, bot: Bot) -> None:
    alice = server.user(ALICE)
    sent = await bot.send_photo(ALICE, small_png(40, 30), caption="16 axes")
    assert (sent.photo[-1].width, sent.photo[-1].height) == (40, 30)
    again = await bot.send_photo(ALICE, sent.photo[-1].file_id)
    await bot.send_document(ALICE, b"%PDF-1.7", filename="attestation.pdf", caption="Voici")
    await bot.edit_message_caption(ALICE, again.message_id, caption="La même")
    photo, second, document = alice.messages
    assert (photo.photo, photo.caption, photo.text) == (small_png(40, 30), "16 axes", "")
    assert (second.photo, second.caption, second.edited) == (small_png(40, 30), "La même", True)
    assert document.document == ("attestation.pdf", b"%PDF-1.7")
    assert bytes(await (await bot.get_file(sent.photo[-1].file_id)).download_as_bytearray()) == small_png(40, 30)
    assert server.violations == []


async def test_entities_count_in_utf16(server: AsyncServer, bot: Bot) -> None:
    alice = server.user(ALICE)
    await bot.send_message(ALICE, "🎉 bravo", entities=[MessageEntity("bold", 3, 5)])
    await bot.send_message(ALICE, "  <b>gras &amp; <i>penché</i></b> \n", parse_mode="HTML")
    await bot.send_message(ALICE, r"*gras* et \(`x`\)", parse_mode="MarkdownV2")
    plain, html, markdown = alice.messages
    assert plain.entities == (Entity("bold", 3, 5),)
    assert (html.text, set(html.entities)) == ("gras & penché", {Entity("italic", 7, 6), Entity("bold", 0, 13)})
    assert (markdown.text, markdown.entities) == ("gras et (x)", (Entity("bold", 0, 4), Entity("code", 9, 1)))
    assert server.violations == []


async def test_deleted_messages_are_gone(server: AsyncServer, bot: Bot) -> None:
    alice = server.user(ALICE)
    sent = await bot.send_message(ALICE, "oups")
    assert await bot.delete_message(ALICE, sent.message_id)
    assert alice.messages == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(ALICE, sent.message_id)


async def test_seeing_reads_on_and_a_failure_shows_the_conversation(server: AsyncServer, bot: Bot) -> None:
    alice = server.user(ALICE)
    await bot.send_message(ALICE, "Défi 1", reply_markup=YES_NO)
    await alice.sees("Défi")
    with pytest.raises(AssertionError) as failure:
        await alice.sees("Défi", within=0.05)
    assert "An earlier message holds it" in str(failure.value)
    assert "#1 bot:\n    Défi 1\n    [Oui] [Non]" in str(failure.value)
    with pytest.raises(AssertionError, match=r"no button \[Peut-être\]"):
        alice.presses("Peut-être")


async def test_seeing_waits_for_what_is_still_to_come(server: AsyncServer, bot: Bot) -> None:
    alice = server.user(ALICE)
    waiting = asyncio.ensure_future(alice.sees(lambda message: message.labels == ("Oui", "Non")))
    await bot.send_message(ALICE, "Rien")
    await bot.send_message(ALICE, "Alors ?", reply_markup=YES_NO)
    assert (await waiting).buttons[0][0] == Button("Oui", "y")


# What the bot is told


async def test_every_update_is_understood_by_the_client(server: AsyncServer, bot: Bot) -> None:
    alice = server.user(ALICE)
    group = server.group(-1001, "Classe")
    number = alice.says("bonjour https://example.org")
    alice.edits(number, "bonsoir")
    alice.sends_sticker()
    alice.sends_voice()
    alice.sends_photo(caption="regarde")
    alice.sends_document("notes.txt", b"abc")
    await bot.send_message(ALICE, "?", reply_markup=YES_NO)
    alice.presses("Non")
    alice.presses_data(99, "forged")
    alice.in_group(group).says("/classe@declic_test_bot")
    alice.blocks_bot()
    alice.unblocks_bot()
    answer = await raw(server, "getUpdates")
    updates = [telegram.Update.de_json(update, bot) for update in answer["result"]]
    assert all(update.effective_user and update.effective_user.language_code == "fr" for update in updates)
    assert [update.effective_chat.id for update in updates if update.effective_chat] == [ALICE] * 8 + [-1001] + [
        ALICE
    ] * 2
    assert not any(leftovers(update) for update in updates), "fields the client does not know"
    edited, forged, blocked = updates[1], updates[7], updates[9]
    assert edited.edited_message is not None
    assert edited.edited_message.text == "bonsoir"
    assert forged.callback_query is not None
    assert forged.callback_query.message is not None
    assert not forged.callback_query.message.is_accessible
    assert blocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert [update.update_id for update in updates] == list(range(700_000_001, 700_000_012))
    assert server.violations == []


def leftovers(found: telegram.TelegramObject) -> dict[str, Any]:
    return dict(found.api_kwargs)


async def test_files_of_users_can_be_downloaded(server: AsyncServer, bot: Bot) -> None:
    server.user(ALICE).sends_document("notes.txt", "été".encode())
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()).decode() == "été"


# Long polling


async def test_an_update_is_repeated_until_a_greater_offset_confirms_it(server: AsyncServer, bot: Bot) -> None:
    alice = server.user(ALICE)
    alice.says("un")
    alice.says("deux")
    [first] = await bot.get_updates(limit=1)
    assert [update.update_id for update in await bot.get_updates()] == [first.update_id, first.update_id + 1]
    [second] = await bot.get_updates(offset=first.update_id + 1)
    assert second.message is not None
    assert second.message.text == "deux"
    assert await bot.get_updates(offset=second.update_id + 1) == ()
    assert server.pending_updates == 0


async def test_a_negative_offset_keeps_only_the_last(server: AsyncServer, bot: Bot) -> None:
    alice = server.user(ALICE)
    for word in ("un", "deux", "trois"):
        alice.says(word)
    [last] = await bot.get_updates(offset=-1)
    assert last.message is not None
    assert last.message.text == "trois"
    assert server.pending_updates == 1


async def test_a_long_poll_waits_and_ends_at_once_when_something_is_said(server: AsyncServer, bot: Bot) -> None:
    polling = asyncio.ensure_future(bot.get_updates(timeout=10))
    await poll_begins(server)
    assert not polling.done()
    server.user(ALICE).says("enfin")
    assert len(await asyncio.wait_for(polling, 1)) == 1
    begun = time.monotonic()
    assert await bot.get_updates(offset=800_000_000, timeout=1) == ()
    assert 0.9 < time.monotonic() - begun < 5


async def test_only_allowed_kinds_of_updates_come(server: AsyncServer, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    alice = server.user(ALICE)
    alice.says("rien")
    alice.presses_data(1, "x")
    [update] = await bot.get_updates()
    assert update.callback_query is not None
    await bot.get_updates(offset=update.update_id + 1, allowed_updates=[])
    alice.says("tout")
    assert len(await bot.get_updates()) == 1
    assert server.violations == []


async def test_a_second_poll_ends_the_first_with_a_conflict(server: AsyncServer, bot: Bot) -> None:
    first = asyncio.ensure_future(bot.get_updates(timeout=10))
    await poll_begins(server)
    second = asyncio.ensure_future(raw(server, "getUpdates", timeout=10))
    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        await first
    server.user(ALICE).says("pour le second")
    assert len((await second)["result"]) == 1
    assert server.violations == []


# Webhook


async def test_a_webhook_is_repeated_until_it_is_taken(server: AsyncServer, bot: Bot) -> None:
    taken: list[tuple[int, str | None]] = []

    async def receive(request: Request) -> Response:
        update = await request.json()
        taken.append((update["update_id"], request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        return Response(status_code=500 if len(taken) < 3 else 200)

    async with listening(Starlette(routes=[Route("/hook", receive, methods=["POST"])]), 0) as port:
        await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")
        server.user(ALICE).says("un")
        await eventually(lambda: len(taken) == 2)
        info = await bot.get_webhook_info()
        assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
        server.user(ALICE).says("deux")
        await eventually(lambda: server.pending_updates == 0)
        with pytest.raises(Conflict, match="while webhook is active"):
            await bot.get_updates()
        await bot.delete_webhook()
    assert taken == [(700_000_001, "s3cret")] * 3 + [(700_000_002, "s3cret")]
    assert await bot.get_updates() == ()
    assert server.violations == []


async def test_setting_a_webhook_ends_a_long_poll(server: AsyncServer, bot: Bot) -> None:
    polling = asyncio.ensure_future(bot.get_updates(timeout=10))
    await poll_begins(server)
    await bot.set_webhook("http://127.0.0.1:1/nobody")
    with pytest.raises(Conflict, match="setWebhook"):
        await polling
    assert (await raw(server, "setWebhook", url="ftp://example.org"))["error_code"] == 400


async def poll_begins(server: AsyncServer) -> None:
    await eventually(lambda: server.calls[-1].method == "getUpdates" and server.calls[-1].status is None)


async def eventually(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110, what is waited for happens in another server
            await asyncio.sleep(0.01)


# Circumstances that no program can avoid


async def test_a_user_who_blocked_the_bot_is_forbidden(server: AsyncServer, bot: Bot) -> None:
    alice = server.user(ALICE)
    sent = await bot.send_message(ALICE, "bonjour")
    alice.blocks_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ALICE, "encore")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.edit_message_text("encore", ALICE, sent.message_id)
    alice.unblocks_bot()
    await bot.send_message(ALICE, "de retour")
    alice.deletes_account()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(ALICE, "adieu")
    assert server.violations == []
    assert len(server.refusals) == 3


async def test_a_query_is_answered_once_and_soon_or_never() -> None:
    clock = Clock()
    async with serve(Settings(clock=clock, limits=EXACT)) as server, client(server) as bot:
        alice = server.user(ALICE)
        in_time, late = alice.presses_data(1, "a"), alice.presses_data(1, "b")
        await bot.answer_callback_query(in_time)
        with pytest.raises(BadRequest, match="Query is too old"):
            await bot.answer_callback_query(in_time)
        clock.now += 16
        with pytest.raises(BadRequest, match="Query is too old"):
            await bot.answer_callback_query(late)
        assert server.violations == []
        with pytest.raises(BadRequest, match="query id is invalid"):
            await bot.answer_callback_query("12345")
        assert len(server.violations) == 1


# Misuse, answered and recorded


def inline(*rows: Sequence[Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(row) for row in rows]}


def key(label: str = "A", data: Any = "a") -> dict[str, Any]:
    return {"text": label, "callback_data": data}


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


FIELDS = ["inline_keyboard", "text", "callback_data", "url", "type", "offset", "length", "command", "description"]
MISUSES: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": "a", "txet": "b"}, "unknown parameters: txet"),
    ("sendMessage", {}, "required parameters are missing: text"),
    ("sendMessage", {"text": 5}, "'text' must be a String"),
    ("sendMessage", {"text": "a", "chat_id": "alice"}, "'chat_id' must be an Integer"),
    ("sendMessage", {"text": "a", "chat_id": 777}, "chat not found"),
    ("sendMessage", {"text": "a", "chat_id": "@nobody"}, "chat not found"),
    ("sendMessage", {"text": "a", "disable_notification": "maybe"}, "must be a Boolean"),
    ("sendMessage", {"text": "a", "reply_markup": "{"}, "must be a JSON-serialized value"),
    ("sendMessage", {"text": "a", "link_preview_options": {"disabled": True}}, "an object without disabled"),
    ("sendMessage", {"text": "a", "reply_parameters": {"message_id": 9}}, "message to be replied not found"),
    ("sendMessage", {"text": ""}, "message text is empty"),
    ("sendMessage", {"text": " \n "}, "text must be non-empty"),
    ("sendMessage", {"text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"text": "🎉" * 2049}, "message is too long"),
    ("sendMessage", {"text": "a\ud83d"}, "encoded in UTF-8"),
    ("sendMessage", {"text": "<b>a", "parse_mode": "HTML"}, "can't find end tag"),
    ("sendMessage", {"text": "a < b", "parse_mode": "HTML"}, "unsupported start tag"),
    ("sendMessage", {"text": "<b>a</i>", "parse_mode": "HTML"}, "unmatched end tag"),
    ("sendMessage", {"text": "fin.", "parse_mode": "MarkdownV2"}, "is reserved and must be escaped"),
    ("sendMessage", {"text": "*gras", "parse_mode": "MarkdownV2"}, "can't find end of bold"),
    ("sendMessage", {"text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    ("sendMessage", {"text": "a", "entities": [entity("bold", 0, 2)]}, "ends after the end of the text"),
    ("sendMessage", {"text": "a", "entities": [entity("bold", 1, 1)]}, "begins after the end of the text"),
    ("sendMessage", {"text": "a", "entities": [entity("bold", 0, 0)]}, "incorrect offset 0 or length 0"),
    ("sendMessage", {"text": "🎉", "entities": [entity("bold", 1, 1)]}, "in the middle of a character"),
    ("sendMessage", {"text": "abc", "entities": [entity("bold", 0, 2), entity("italic", 1, 2)]}, "entities overlap"),
    ("sendMessage", {"text": "abc", "entities": [entity("pre", 0, 3), entity("bold", 1, 1)]}, "cannot be nested"),
    ("sendMessage", {"text": "a", "entities": [entity("fat", 0, 1)]}, "an Array of MessageEntity"),
    ("sendMessage", {"text": "a", "entities": [entity("text_link", 0, 1)]}, "text_link needs url"),
    ("sendMessage", {"text": "a", "reply_markup": inline([key(data="x" * 65)])}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "a", "reply_markup": inline([key(data="é" * 33)])}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "a", "reply_markup": inline([key(data="")])}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "a", "reply_markup": inline([key(label=" ")])}, "button text must be non-empty"),
    ("sendMessage", {"text": "a", "reply_markup": inline([{"text": "A"}])}, "exactly one action"),
    ("sendMessage", {"text": "a", "reply_markup": inline([key() | {"url": "https://a.fr"}])}, "exactly one action"),
    ("sendMessage", {"text": "a", "reply_markup": inline([key() | {"colour": "red"}])}, "unknown fields: colour"),
    ("sendMessage", {"text": "a", "reply_markup": inline([{"text": "A", "url": "http://localhost/"}])}, "URL_INVALID"),
    ("sendMessage", {"text": "a", "reply_markup": inline([key()] * 9)}, "more than 8 buttons in a row"),
    ("sendMessage", {"text": "a", "reply_markup": inline(*[[key()] * 8] * 13)}, "more than 100 buttons"),
    ("sendMessage", {"text": "a", "reply_markup": inline(*[[key("x" * 200)]] * 60)}, "reply markup is too long"),
    ("sendMessage", {"text": "a", "reply_markup": {"keyboard": [["A"] * 13]}}, "more than 12 buttons in a row"),
    ("sendMessage", {"text": "a", "reply_markup": {"buttons": []}}, "unexpected fields: buttons"),
    ("sendChatAction", {"action": "dancing"}, "wrong parameter action"),
    ("sendPhoto", {"photo": "https://example.org/a.png"}, "wrong file identifier"),
    ("editMessageText", {"text": "b"}, "message identifier is not specified"),
    ("editMessageText", {"text": "b", "message_id": 50}, "message to edit not found"),
    ("editMessageText", {"text": "question ?", "message_id": 1}, "message is not modified"),
    ("editMessageText", {"text": "b", "message_id": 2}, "message can't be edited"),
    ("editMessageReplyMarkup", {"message_id": 1}, "message is not modified"),
    ("editMessageReplyMarkup", {"message_id": 1, "reply_markup": {"force_reply": True}}, "inline keyboard expected"),
    ("editMessageCaption", {"message_id": 1, "caption": "b"}, "no caption in the message"),
    ("deleteMessage", {"message_id": 50}, "message to delete not found"),
]
PROFILE_MISUSES: list[tuple[str, dict[str, Any], str]] = [
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
    ("setMyCommands", {"commands": [{"command": "Aide", "description": "a"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "x" * 33, "description": "a"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "aide", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": "aide", "description": "x" * 257}]}, "DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": f"c{n}", "description": "a"} for n in range(101)]}, "TOO_MUCH"),
    ("setMyCommands", {"commands": [], "language_code": "fra"}, "invalid language code"),
    ("setMyCommands", {"commands": [], "scope": {"type": "everywhere"}}, "can't parse BotCommandScope"),
    ("setMyDescription", {"description": "x" * 513}, "too long"),
    ("setMyShortDescription", {"short_description": "x" * 121}, "too long"),
    ("getUpdates", {"limit": 101}, "limit must be 1-100"),
    ("getUpdates", {"allowed_updates": ["messages"]}, "unknown update types: messages"),
    ("getFile", {"file_id": "nothing"}, "invalid file_id"),
    ("setWebhook", {"url": "https://example.org/", "secret_token": "é"}, "secret token"),
]


@pytest.mark.parametrize(("method", "parameters", "said"), MISUSES)
async def test_misuse_in_a_chat_is_refused_and_recorded(
    server: AsyncServer, method: str, parameters: dict[str, Any], said: str
) -> None:
    await raw(server, "sendMessage", chat_id=ALICE, text="question ?")
    server.user(ALICE).says("réponse")
    await check_misuse(server, method, {"chat_id": ALICE} | parameters, said)
    assert [message.text for message in server.user(ALICE).messages] == ["question ?"]


@pytest.mark.parametrize(("method", "parameters", "said"), PROFILE_MISUSES)
async def test_misuse_elsewhere_is_refused_and_recorded(
    server: AsyncServer, method: str, parameters: dict[str, Any], said: str
) -> None:
    await check_misuse(server, method, parameters, said)


async def check_misuse(server: AsyncServer, method: str, parameters: dict[str, Any], said: str) -> None:
    answer = await raw(server, method, **parameters)
    assert answer["error_code"] == 400
    assert answer["description"].startswith("Bad Request: ")
    [violation] = server.violations
    assert violation.startswith(method)
    assert said in violation


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 2000)
    | st.text(max_size=5)
    | st.sampled_from(["1001", "<b>a</b>", "HTML"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=3),
    max_leaves=10,
)
REQUESTS = st.sampled_from(sorted(set(METHODS) - {"getUpdates", "setWebhook"})).flatmap(
    lambda method: st.tuples(
        st.just(method), st.fixed_dictionaries({}, optional=dict.fromkeys(METHODS[method].parameters, JSON))
    )
)


@given(REQUESTS)
def test_whatever_is_asked_it_is_done_or_refused(request: tuple[str, dict[str, Any]]) -> None:
    async def ask() -> None:
        world = World(Settings(limits=UNHURRIED))
        chat = world.chats[ALICE] = Chat(ALICE, "Alice")
        world.people[ALICE] = Person(ALICE, "Alice", None, "fr")
        world.post(chat, world.settings.bot_id, Text(Formatted("a")))
        with contextlib.suppress(Refused):
            json.dumps(await perform(world, request[0], METHODS[request[0]], {"chat_id": ALICE} | request[1]))

    asyncio.run(ask())


async def test_what_is_just_within_the_limits_passes(server: AsyncServer, bot: Bot) -> None:
    full = [[InlineKeyboardButton(f"{row}.{n}", callback_data="é" * 32) for n in range(5)] for row in range(15)]
    await bot.send_message(ALICE, "🎉" * 2048, reply_markup=InlineKeyboardMarkup(full))
    await bot.send_photo(ALICE, small_png(5000, 5000), caption="x" * 1024)
    await bot.send_message(ALICE, "a", reply_markup=InlineKeyboardMarkup([]))
    await bot.set_my_commands([(f"c{n}", "x" * 256) for n in range(100)])
    nested = [
        MessageEntity("blockquote", 0, 5),
        MessageEntity("bold", 0, 4),
        MessageEntity("text_link", 1, 2, "https://a.fr"),
    ]
    await bot.send_message(ALICE, "abcde", entities=nested)
    assert server.violations == []


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (b"GIF89a", "neither PNG nor JPEG"),
        (small_png()[:-20], "damaged|without header or end"),
        (small_png().replace(b"IDAT", b"IDAX"), "wrong checksum"),
        (b"\xff\xd8\xff\xe0\0\4ab", "JPEG without end"),
        (small_png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (small_png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (b"", "file must be non-empty"),
    ],
)
async def test_what_is_no_picture_is_refused(server: AsyncServer, bot: Bot, picture: bytes, said: str) -> None:
    with pytest.raises(BadRequest):
        await bot.send_photo(ALICE, telegram.InputFile(picture, filename="a.png"))
    [violation] = server.violations
    assert re.search(said, violation)


async def test_a_jpeg_is_measured(server: AsyncServer, bot: Bot) -> None:
    frame = b"\xff\xc0\0\x0b\x08\0\x1e\0\x28\x01\x01\x11\0"
    jpeg = b"\xff\xd8" + b"\xff\xe0\0\4ab" + frame + b"\xff\xda\0\2" + b"\xff\xd9"
    sent = await bot.send_photo(ALICE, jpeg)
    assert (sent.photo[0].width, sent.photo[0].height) == (40, 30)
    assert server.violations == []


async def test_a_picture_of_more_than_ten_megabytes_is_refused(server: AsyncServer, bot: Bot) -> None:
    with pytest.raises(BadRequest):
        await bot.send_photo(ALICE, small_png() + bytes(10 * 2**20))
    assert "PHOTO_SAVE_FILE_INVALID" in server.violations[0]


async def test_nobody_is_written_to_who_never_started_the_bot(server: AsyncServer, bot: Bot) -> None:
    bob = server.user(1002, started=False)
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(1002, "Bonjour !")
    bob.says("/start")
    await bot.send_message(1002, "Bonjour !")
    assert len(server.violations) == 1


async def test_violations_can_be_tolerated_by_name(server: AsyncServer, bot: Bot) -> None:
    server.tolerate("message is not modified")
    sent = await bot.send_message(ALICE, "a")
    with pytest.raises(BadRequest):
        await bot.edit_message_text("a", ALICE, sent.message_id)
    assert server.violations == []
    assert "not modified" in server.refusals[0]


# Limits


@pytest.fixture
async def clock() -> Clock:
    return Clock()


async def send(server: AsyncServer, chat_id: int, method: str = "sendMessage", **parameters: Any) -> int | None:
    """The seconds to wait, when it was too fast."""
    answer = await raw(server, method, chat_id=chat_id, **({"text": "a"} | parameters))
    found: int | None = answer.get("parameters", {}).get("retry_after")
    return found


async def test_one_chat_gets_a_short_burst_then_one_message_a_second(clock: Clock) -> None:
    async with serve(Settings(clock=clock, limits=EXACT)) as server:
        server.user(ALICE)
        assert [await send(server, ALICE) for _ in range(4)] == [None, None, None, 1]
        clock.now += 1
        assert [await send(server, ALICE) for _ in range(2)] == [None, 1]
        clock.now += 60
        assert [await send(server, ALICE) for _ in range(4)] == [None, None, None, 1]
        assert len(server.violations) == 3
        assert server.violations[0] == (
            "sendMessage to 1001: 429 Too Many Requests: retry after 1 "
            "(too many messages: more than 1 a second to one chat, after a burst of 3)"
        )
        assert server.figures().messages.refused == 3
        assert [call.retry_after for call in server.calls] == [None] * 3 + [1, None, 1] + [None] * 3 + [1]


async def test_all_chats_together_get_thirty_messages_in_any_second(clock: Clock) -> None:
    async with serve(Settings(clock=clock, limits=EXACT)) as server:
        for number in range(1, 41):
            server.user(number)
        for number in range(1, 31):
            assert await send(server, number) is None
            clock.now += 0.03
        assert await send(server, 31) == 1
        clock.now += 0.15
        assert [await send(server, 31), await send(server, 32)] == [None, None]
        assert server.figures().messages.busiest_second == 30
        assert [violation[:18] for violation in server.violations] == ["sendMessage to 31:"]


async def test_a_group_gets_twenty_messages_a_minute(clock: Clock) -> None:
    async with serve(Settings(clock=clock, limits=EXACT)) as server:
        server.group(-1001)
        for _ in range(20):
            assert await send(server, -1001) is None
            clock.now += 1
        assert await send(server, -1001) == 40
        clock.now += 40
        assert await send(server, -1001) is None
        assert len(server.violations) == 1


async def test_edits_are_counted_apart_from_messages(clock: Clock) -> None:
    async with serve(Settings(clock=clock, limits=EXACT)) as server:
        server.user(ALICE)
        await send(server, ALICE)
        waits = [await send(server, ALICE, "editMessageText", message_id=1, text=f"b{n}") for n in range(4)]
        assert waits == [None, None, None, 1]
        assert await send(server, ALICE) is None
        figures = server.figures()
        assert (figures.messages.delivered, figures.edits.delivered, figures.edits.refused) == (2, 3, 1)
        assert "too many edits" in server.violations[0]


async def test_limits_may_be_recorded_without_being_enforced(clock: Clock) -> None:
    async with serve(Settings(clock=clock, limits=EXACT, enforce=False)) as server:
        alice = server.user(ALICE)
        assert [await send(server, ALICE) for _ in range(5)] == [None] * 5
        assert len(alice.messages) == 5
        assert len(server.violations) == 2


async def test_the_client_is_told_how_long_to_wait() -> None:
    async with serve(Settings(limits=Limits(private_burst=1, private_rate=0.5))) as server, client(server) as bot:
        server.user(ALICE)
        await bot.send_message(ALICE, "a")
        with pytest.raises(RetryAfter) as wait:
            await bot.send_message(ALICE, "b")
        assert wait.value.retry_after == timedelta(seconds=2)


# Faults


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (Refuse(400, "Bad Request: something odd"), BadRequest),
        (Refuse(429, "Too Many Requests: retry after 7", retry_after=7), RetryAfter),
        (Refuse(500, "Internal Server Error"), NetworkError),
        (Reset(), NetworkError),
        (BadGateway(), NetworkError),
    ],
)
async def test_faults_before_anything_is_done(
    server: AsyncServer, bot: Bot, how: Fault, expected: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("CRITICAL")
    server.fail("sendMessage", times=2, how=how)
    for _ in range(2):
        with pytest.raises(expected):
            await bot.send_message(ALICE, "a")
    assert server.user(ALICE).messages == []
    await bot.send_message(ALICE, "a")
    assert len(server.user(ALICE).messages) == 1
    assert server.violations == []


async def test_a_message_can_be_delivered_and_its_answer_lost(server: AsyncServer, bot: Bot) -> None:
    server.fail("sendMessage", how=DeliveredThenLost())
    with pytest.raises(NetworkError):
        await bot.send_message(ALICE, "une fois")
    assert (await server.user(ALICE).sees("une fois")).message_id == 1
    call = server.calls[-1]
    assert (call.method, call.status, call.done) == ("sendMessage", None, True)
    assert server.figures().messages.delivered == 1


async def test_repeating_an_edit_whose_answer_was_lost_is_no_violation(server: AsyncServer, bot: Bot) -> None:
    await bot.send_message(ALICE, "a")
    server.fail("editMessageText", how=DeliveredThenLost())
    with pytest.raises(NetworkError):
        await bot.edit_message_text("b", ALICE, 1)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("b", ALICE, 1)
    assert server.violations == []


async def test_updates_whose_answer_was_lost_come_again(server: AsyncServer, bot: Bot) -> None:
    server.user(ALICE).says("un")
    server.fail("getUpdates", how=DeliveredThenLost())
    with pytest.raises(NetworkError):
        await bot.get_updates()
    assert len(await bot.get_updates()) == 1


async def test_a_slow_answer_outlives_the_patience_of_the_client(server: AsyncServer, bot: Bot) -> None:
    server.fail("sendMessage", how=Slow(0.3))
    with pytest.raises(TimedOut):
        await bot.send_message(ALICE, "lent", read_timeout=0.1)
    assert server.user(ALICE).messages == []
    await server.user(ALICE).sees("lent")


async def test_a_fault_may_be_for_one_chat_only(server: AsyncServer, bot: Bot) -> None:
    server.user(1002)
    server.fail("sendMessage", how=Refuse(500, "Internal Server Error"), chat_id=1002)
    await bot.send_message(ALICE, "a")
    with pytest.raises(NetworkError):
        await bot.send_message(1002, "a")


async def test_a_slow_fault_does_not_hold_up_the_end_of_a_test() -> None:
    begun = time.monotonic()
    async with serve() as server, client(server) as bot:
        server.user(ALICE)
        server.fail("sendMessage", how=Slow(60))
        with pytest.raises(TimedOut):
            await bot.send_message(ALICE, "a", read_timeout=0.05)
    assert time.monotonic() - begun < 20


async def test_a_program_may_die_in_the_middle_of_a_question(server: AsyncServer) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", int(server.url.rpartition(":")[2]))
    head = f"POST /bot{server.token}/sendMessage HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    writer.write(f"{head}Content-Length: 100\r\n\r\n{{".encode())
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.close()
    await writer.wait_closed()
    assert (await raw(server, "getMe"))["ok"]
    assert server.violations == []


# A thread of its own

ECHO = """
import asyncio, sys
from telegram import Bot

async def live(token, url, answers):
    async with Bot(token, base_url=f"{url}/bot") as bot:
        offset = 0
        while True:
            for update in await bot.get_updates(offset, timeout=10):
                if answers:
                    await bot.send_message(update.effective_chat.id, "Vous : " + update.message.text)
                    offset = update.update_id + 1
                else:
                    print("taken", flush=True)
                    await asyncio.sleep(60)

asyncio.run(live(sys.argv[1], sys.argv[2], sys.argv[3] == "answers"))
"""


def start_echo(server: ThreadServer, manner: str) -> "subprocess.Popen[str]":
    arguments = [sys.executable, "-c", ECHO, server.token, server.url, manner]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def test_a_program_that_was_killed_finds_the_update_again() -> None:
    with serve_in_thread() as server:
        alice = server.user(ALICE)
        alice.says("bonjour")
        with start_echo(server, "stops") as first:
            assert first.stdout is not None
            assert first.stdout.readline() == "taken\n"
            os.kill(first.pid, signal.SIGKILL)
        with start_echo(server, "answers") as second:
            assert alice.sees("bonjour", within=10).text == "Vous : bonjour"
            alice.says("encore")
            alice.sees(lambda message: message.text.endswith("encore"))
            second.kill()
        assert server.violations == []
        assert [call.method for call in server.calls][:2] == ["getMe", "getUpdates"]
        assert "#2 bot:\n    Vous : bonjour" in server.transcript(alice)


def test_in_a_thread_a_failure_shows_the_conversation_too() -> None:
    with serve_in_thread() as server:
        alice = server.user(ALICE)
        alice.says("bonjour")
        with pytest.raises(AssertionError, match="bonjour"):
            alice.sees("bonsoir", within=0.05)
        with pytest.raises(AssertionError, match="no button"):
            alice.presses("Oui")


def test_a_port_can_be_chosen_so_that_telegram_goes_and_comes_back() -> None:
    with serve_in_thread() as server:
        port = int(server.url.rpartition(":")[2])
        assert httpx.get(f"{server.url}/bot{server.token}/getMe", trust_env=False).status_code == 200
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/bot{server.token}/getMe", trust_env=False)
    with serve_in_thread(Settings(port=port)) as again:
        assert json.loads(httpx.get(f"{again.url}/bot{again.token}/getMe", trust_env=False).content)["ok"]
