"""What is refused, and how often one may try."""

import pytest
from starlette.requests import Request

from bot.channels.web.guard import Attempts
from bot.channels.web.session import Cookies
from bot.channels.web.site import device_language
from tests.web.serving import Come, OpenSite, Site


async def test_a_page_alone_makes_no_learner(site: Site, come: Come) -> None:
    visitor = await come()
    for path in ("/", "/my-code", "/return", "/not-me", "/?gone"):
        assert (await visitor.client.get(path)).status_code == 200
    assert await site.learners() == 0


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}],
)
async def test_another_sites_form_is_refused(site: Site, come: Come, headers: dict[str, str]) -> None:
    visitor = await come()
    for path in ("/start", "/say", "/return", "/anew"):
        assert (await visitor.post(path, headers, text="bonjour", code="x")).status_code == 403
    assert await site.learners() == 0


async def test_our_own_form_is_taken_with_or_without_an_origin(site: Site, come: Come) -> None:
    visitor = await (await come()).begin()
    for headers in ({"Origin": site.url}, {"Origin": "null"}, {"Sec-Fetch-Site": "same-origin"}, {}):
        assert (await visitor.post("/say", headers, text="bonjour")).status_code == 303


async def test_the_public_address_is_ours_behind_a_proxy(open_site: OpenSite, come: Come) -> None:
    visitor = await come(await open_site(public_url="http://declic.example"))
    assert (await visitor.post("/start", {"Origin": "http://declic.example"})).status_code == 303


async def test_a_token_of_another_cookie_is_refused(site: Site, come: Come) -> None:
    first, second = await come(), await come()
    first.csrf = second.csrf
    assert (await first.post("/start")).status_code == 403
    first.csrf = ""
    assert (await first.post("/start")).status_code == 403
    assert await site.learners() == 0


async def test_a_forged_cookie_is_nobody(come: Come) -> None:
    visitor = await (await come()).begin()
    cookie = visitor.client.cookies["declic"]
    visitor.client.cookies.clear()
    other = "B" if cookie[0] == "A" else "A"
    visitor.client.cookies.set("declic", other + cookie[1:], domain="127.0.0.1")
    assert (await visitor.post("/say", text="bonjour")).status_code == 403
    assert (await visitor.client.get("/poll")).status_code == 403
    assert (await visitor.client.get("/stream")).status_code == 403


async def test_the_cookie_is_closed_to_scripts_and_other_sites(open_site: OpenSite, come: Come) -> None:
    plain = await (await come()).client.get("/")
    assert plain.headers["set-cookie"].startswith("declic=")
    assert {"HttpOnly", "SameSite=lax", "Max-Age=31536000"} <= set(plain.headers["set-cookie"].split("; "))
    secure = await (await come(await open_site(public_url="https://declic.example"))).client.get("/")
    assert secure.headers["set-cookie"].startswith("__Host-declic=")
    assert "Secure" in secure.headers["set-cookie"].split("; ")


async def test_every_answer_says_what_browsers_must_not_do(come: Come) -> None:
    visitor = await come()
    for path in ("/", "/nowhere", "/static/chat.js", "/health", "/poll"):
        headers = (await visitor.client.get(path)).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == ("no-cache" if path.startswith("/static") else "no-store")
    assert (await visitor.client.get("/static/chat.js")).headers["etag"]
    assert (await visitor.client.get("/static/fonts/AtkinsonHyperlegible-Regular.ttf")).status_code == 200


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"prompt": "1; drop table", "option": "A", "label": "A"}, 400),
        ({"prompt": "1", "option": "", "label": "A"}, 400),
        ({"prompt": "1", "option": "A" * 1000, "label": "A"}, 400),
        ({"prompt": "-1", "option": "A", "label": "A"}, 400),
        ({}, 400),
        ({"text": "x" * 70_000}, 413),
        ({"text": "   "}, 303),
        ({"text": "nul \x00 et \ud7ff"}, 303),
        ({"prompt": "999999999", "option": "/anything", "label": ""}, 303),
    ],
)
async def test_odd_forms_break_nothing(come: Come, form: dict[str, str], status: int) -> None:
    visitor = await (await come()).begin()
    assert (await visitor.post("/say", **form)).status_code == status


def test_a_browser_tries_a_few_codes_then_waits() -> None:
    now = 0.0
    attempts = Attempts(each=3, in_all=100, now=lambda: now)
    for _ in range(3):
        assert attempts.allowed("a")
        attempts.failed("a")
    assert not attempts.allowed("a")
    assert attempts.allowed("b")
    now = 31
    assert attempts.allowed("a")


def test_many_browsers_together_wait_too_and_are_not_remembered_for_ever() -> None:
    attempts = Attempts(each=3, in_all=50, remembered=10, now=lambda: 0)
    tried = 0
    while attempts.allowed(f"visitor {tried}"):
        attempts.failed(f"visitor {tried}")
        tried += 1
    assert tried == 50
    assert len(attempts._visitors) <= 10


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("fr-FR,fr;q=0.9,en;q=0.8", "fr"),
        ("en-GB,en;q=0.9,fr;q=0.8", "en"),
        ("de,fr;q=0.3,en;q=0.7", "en"),
        ("de", "en"),
        ("", "fr"),
        ("*", "fr"),
        ("en;q=0,fr;q=0.1", "fr"),
        ("fr;q=x, en", "en"),
    ],
)
def test_the_device_says_which_language(header: str, language: str) -> None:
    headers = [(b"accept-language", header.encode())] if header else []
    assert device_language(Request({"type": "http", "headers": headers})) == language


def test_what_a_page_proves_depends_on_secret_purpose_and_visitor() -> None:
    cookies, other = Cookies("one", False), Cookies("two", False)
    assert len({cookies.csrf("a"), cookies.csrf("b"), other.csrf("a"), cookies.page("a"), cookies.page("b")}) == 5
