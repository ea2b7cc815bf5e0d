"""The log by stream and by poll, pictures, documents, and who may see them."""

import asyncio
import json
import time

import httpx
import pytest

from bot.channels.web.sentences import GONE, RETURN
from tests.web.serving import Come, Site, Visitor


class _Stream:
    """Reads server-sent events as they come."""

    def __init__(self, response: httpx.Response) -> None:
        self._lines = response.aiter_lines()

    async def event(self, within: float = 5) -> dict[str, str]:
        async with asyncio.timeout(within):
            found: dict[str, str] = {}
            async for line in self._lines:
                if not line and found:
                    return found
                name, _, value = line.partition(": ")
                if name:
                    found[name] = value
        return found

    async def named(self) -> str:
        while "event" not in (event := await self.event()):
            assert event, "the stream ended"
        return event["event"]

    async def entry(self) -> dict[str, str]:
        event = await self.event()
        assert event.keys() == {"id", "data"}
        return json.loads(event["data"])  # type: ignore[no-any-return]


async def _kinds(visitor: Visitor, after: int = 0) -> list[str]:
    entries = (await visitor.client.get("/poll", params={"after": after})).json()["entries"]
    return [entry["kind"] for entry in entries]


async def test_a_stream_says_hello_then_what_is_there_then_what_comes(come: Come) -> None:
    visitor = await (await come()).begin()
    async with visitor.client.stream("GET", "/stream") as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        stream = _Stream(response)
        assert (await stream.event())["event"] == "hello"
        first = await stream.entry()
        assert first["kind"] == "message"
        assert "Bonjour" in first["html"]
        await visitor.post("/say", text="ça va ?")
        heard, answer = await stream.entry(), await stream.entry()
        assert (heard["kind"], answer["kind"]) == ("heard", "message")
        assert first["at"] < heard["at"] < answer["at"]


async def test_a_stream_goes_on_where_the_browser_was_cut(come: Come) -> None:
    visitor = await (await come()).begin()
    [first] = (await visitor.client.get("/poll")).json()["entries"]
    await visitor.post("/say", text="ça va ?")
    headers = {"Last-Event-ID": str(first["at"])}
    async with visitor.client.stream("GET", "/stream?after=0", headers=headers) as response:
        stream = _Stream(response)
        await stream.event()
        assert (await stream.entry())["kind"] == "heard"


async def test_a_poll_gives_the_same_entries_as_the_stream(come: Come) -> None:
    visitor = await (await come()).begin()
    await visitor.post("/say", prompt="0", option="/continue", label="Commencer")
    polled = (await visitor.client.get("/poll")).json()["entries"]
    async with visitor.client.stream("GET", "/stream") as response:
        stream = _Stream(response)
        await stream.event()
        streamed = [await stream.entry() for _ in polled]
    without_keys = [{**entry, "html": ""} for entry in streamed]
    assert without_keys == [{**entry, "html": ""} for entry in polled]
    assert await _kinds(visitor, polled[-1]["at"]) == []
    assert await _kinds(visitor, polled[0]["at"]) == ["heard", "message"]


async def test_a_page_of_another_cookie_is_told(come: Come) -> None:
    visitor = await (await come()).begin()
    assert (await visitor.client.get("/poll?page=another")).status_code == 403
    async with visitor.client.stream("GET", "/stream?page=another") as response:
        assert (await _Stream(response).event())["event"] == "changed"


async def test_the_same_key_counts_once(come: Come) -> None:
    visitor = await (await come()).begin()
    for _ in range(3):
        await visitor.post("/say", text="une fois", key="0123456789abcdef")
    assert await _kinds(visitor) == ["message", "heard", "message"]


async def test_two_visitors_may_use_the_same_key(come: Come) -> None:
    for visitor in (await come(), await come()):
        await visitor.post("/start", key="the-same-key")
        assert await _kinds(visitor) == ["message"]


async def test_the_house_closes_at_once_with_open_streams(site: Site, come: Come) -> None:
    visitor = await (await come()).begin()
    async with visitor.client.stream("GET", "/stream") as response:
        stream = _Stream(response)
        await stream.event()
        await stream.entry()
        began = time.monotonic()
        await site.close()
        assert time.monotonic() - began < 2
        assert await stream.event() == {}
    await site.open()


async def test_the_erased_are_told(site: Site, come: Come) -> None:
    visitor = await (await come()).begin()
    async with visitor.client.stream("GET", "/stream") as response:
        stream = _Stream(response)
        await stream.event()
        await stream.entry()
        said = await visitor.post("/say", text="effacer")
        assert (said.status_code, said.headers["location"]) == (303, "/?gone")
        assert await stream.named() == "gone"
    assert (await visitor.client.get("/poll")).status_code == 410
    assert (await visitor.post("/say", {"X-CSRF": visitor.csrf}, text="encore là ?")).status_code == 410
    assert site.sentence(GONE["heading"]) in (await visitor.client.get("/?gone")).text


async def test_pictures_and_documents_are_for_their_own_learner(come: Come) -> None:
    visitor, stranger = await (await come()).begin(), await (await come()).begin()
    for text in ("profil", "mes données"):
        await visitor.post("/say", text=text)
        await stranger.post("/say", text="bonjour")
    entries = (await visitor.client.get("/poll")).json()["entries"]
    at = {entry["kind"]: entry["at"] for entry in entries}
    picture = await visitor.client.get(f"/picture/{at['drawing']}.png")
    assert picture.content.startswith(b"\x89PNG")
    document = await visitor.client.get(f"/document/{at['attachment']}")
    assert document.json()["learner"]
    assert document.headers["content-disposition"] == 'attachment; filename="declic-export.json"'
    assert "no-store" in document.headers["cache-control"]
    for path in (f"/picture/{at['drawing']}.png", f"/document/{at['attachment']}"):
        assert (await stranger.client.get(path)).status_code == 404
    for path in (f"/picture/{at['attachment']}.png", f"/document/{at['drawing']}", "/picture/0.png", "/picture/1.png"):
        assert (await visitor.client.get(path)).status_code == 404


async def test_a_return_code_opens_the_conversation_elsewhere(site: Site, come: Come) -> None:
    visitor, elsewhere = await (await come()).begin(), await come()
    await visitor.post("/say", text="je suis passé par ici")
    page = (await visitor.client.get("/my-code")).text
    code = page.partition("<output>")[2].partition("</output>")[0]
    wrong = await elsewhere.post("/return", code="AAAAA-AAAAA")
    assert wrong.status_code == 422
    assert site.sentence(RETURN["unknown"]) in wrong.text
    right = await elsewhere.post("/return", code=f" {code.lower().replace('-', ' ')} ")
    assert right.status_code == 303
    assert "je suis passé par ici" in await elsewhere.texts()
    assert "je suis passé par ici" in await visitor.texts()
    assert await site.learners() == 1


async def test_wrong_codes_are_slowed_down(come: Come) -> None:
    visitor = await come()
    answers = [(await visitor.post("/return", code="AAAAA-AAAAA")).status_code for _ in range(8)]
    assert answers == [422] * 6 + [429] * 2


async def test_not_me_leaves_an_empty_page_and_a_conversation_that_can_be_found(come: Come) -> None:
    visitor = await (await come()).begin()
    code = (await visitor.client.get("/my-code")).text.partition("<output>")[2].partition("</output>")[0]
    cookie = visitor.client.cookies["declic"]
    left = await visitor.post("/anew", wait="yes")
    assert (left.status_code, left.headers["location"]) == (303, "/?wait")
    assert visitor.client.cookies["declic"] != cookie
    assert "Je suis Déclic" not in await visitor.texts()
    visitor.client.cookies.clear()
    visitor.client.cookies.set("declic", cookie, domain="127.0.0.1")
    assert "Je suis Déclic" not in await visitor.texts()
    visitor = await come()
    await visitor.post("/return", code=code)
    assert "Je suis Déclic" in await visitor.texts()


@pytest.mark.parametrize(("scripted", "expected"), [(False, "text/html"), (True, "application/json")])
async def test_a_very_long_text_is_given_back_kindly(come: Come, scripted: bool, expected: str) -> None:
    visitor = await (await come()).begin()
    headers = {"X-CSRF": visitor.csrf} if scripted else {}
    answer = await visitor.post("/say", headers, text="mot " * 1001)
    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith(expected)
    assert scripted or "mot mot" in answer.text
    assert await _kinds(visitor) == ["message"]


async def test_health(come: Come) -> None:
    assert (await (await come()).client.get("/health")).text == "ok"
