"""The page for every eye, hand and screen: axe finds nothing, nothing is cut off, targets are large."""

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from bot.channels.web.sentences import PAGE
from tests.web.serving import Site, Visit
from tests.web.test_web_walks import latest, press, write

SHEETS = ("/my-code", "/return", "/not-me", "/?gone", "/?wait", "/nowhere")
OVERFLOWING = """() => [document.documentElement, ...document.querySelectorAll(
    "#scroller, #log, .bubble, .text, .top, .foot, .sheet, button")]
    .filter(element => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
    .map(element => element.outerHTML.slice(0, 80))"""
SMALL = """() => [...document.querySelectorAll(
    "button, summary, textarea, input:not([type=hidden]), .menu a, .download")]
    .filter(element => element.checkVisibility())
    .map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
    .filter(([, box]) => box.width < 44 || box.height < 44).map(([html]) => html)"""


async def talk(page: Page) -> None:
    """A conversation with everything in it."""
    await press(page, "Commencer")
    await press(page, "A")
    for text, answer in (("profil", "Votre profil"), ("mes données", "Voici tout"), ("code", "Que s’affiche")):
        await write(page, text)
        await latest(page, answer)
    await page.get_by_role("button", name="Continuer").last.click()
    await latest(page, "Défi 3")
    await page.wait_for_timeout(400)  # until nothing moves


async def clean(page: Page) -> None:
    results = await Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_in_the_conversation(site: Site, visit: Visit, scheme: str) -> None:
    page = await visit(color_scheme=scheme)
    await talk(page)
    await clean(page)
    await page.locator("#menu summary").click()
    await clean(page)
    await page.context.set_offline(True)
    await write(page, "sans réseau")
    await expect(page.get_by_role("status")).to_have_text(site.sentence(PAGE["lost"]))
    await clean(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_in_the_sheets(site: Site, visit: Visit, scheme: str) -> None:
    page = await visit(path="/?wait", color_scheme=scheme)
    for path in SHEETS:
        await page.goto(site.url + path)
        await clean(page)


@pytest.mark.parametrize(("width", "height", "zoom"), [(320, 640, 1), (360, 740, 1), (320, 640, 2), (1280, 800, 1)])
async def test_nothing_is_cut_off(site: Site, visit: Visit, width: int, height: int, zoom: int) -> None:
    page = await visit(viewport={"width": width, "height": height})
    await page.evaluate(f"document.documentElement.style.fontSize = '{106.25 * zoom}%'")
    await talk(page)
    assert await page.evaluate(OVERFLOWING) == []
    for path in SHEETS:
        await page.goto(site.url + path)
        await page.evaluate(f"document.documentElement.style.fontSize = '{106.25 * zoom}%'")
        assert await page.evaluate(OVERFLOWING) == [], path


async def test_what_can_be_touched_is_large_enough(site: Site, visit: Visit) -> None:
    page = await visit(viewport={"width": 320, "height": 640})
    await talk(page)
    await page.locator("#menu summary").click()
    assert await page.evaluate(SMALL) == []
    for path in SHEETS:
        await page.goto(site.url + path)
        assert await page.evaluate(SMALL) == [], path


@pytest.mark.parametrize(("width", "height"), [(320, 256), (740, 360), (360, 380)])
async def test_the_field_is_reached_on_low_screens(visit: Visit, width: int, height: int) -> None:
    page = await visit(viewport={"width": width, "height": height})
    await latest(page, "Je suis Déclic")
    await write(page, "bonjour")
    await latest(page, "Vous avez écrit : bonjour")
    await page.wait_for_timeout(300)  # until nothing moves
    await page.locator("#text").scroll_into_view_if_needed()
    await expect(page.locator("#text")).to_be_in_viewport(ratio=0.9)


async def test_who_speaks_is_said_in_words(site: Site, visit: Visit) -> None:
    page = await visit()
    await write(page, "bonjour")
    await latest(page, "Vous avez écrit")
    log = page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    speakers = await log.locator(".entry > .unseen").all_inner_texts()
    tutor, you = site.sentence(PAGE["tutor"]), site.sentence(PAGE["you"])
    assert speakers == [tutor, you, tutor]


async def test_old_buttons_step_back_and_the_waiting_question_stays_in_front(visit: Visit) -> None:
    page = await visit()
    await press(page, "Commencer")
    await latest(page, "Défi 1")
    await page.mouse.move(0, 0)
    weights = "buttons => buttons.map(button => getComputedStyle(button).fontWeight)"
    assert await page.locator("#log .entry:first-child button:not(.pressed)").evaluate_all(weights) == ["400", "400"]
    await write(page, "bonjour")
    await latest(page, "Vous avez écrit")
    assert (await page.locator("[data-number='1'] button").evaluate_all(weights))[:3] == ["700"] * 3
    await press(page, "B")
    await latest(page, "Le nom qui compte")
    await press(page, "Continuer")
    await latest(page, "Défi 3")
    assert (await page.locator("#log .entry:has-text('Vous avez écrit') button").first.evaluate(
        "button => getComputedStyle(button).fontWeight")) == "400"  # fmt: skip


async def test_motion_is_spared_to_those_who_ask(visit: Visit) -> None:
    page = await visit(reduced_motion="reduce")
    await press(page, "Commencer")
    await latest(page, "Défi 1")
    names = await page.locator("#log .entry").evaluate_all("all => all.map(e => getComputedStyle(e).animationName)")
    assert set(names) == {"none"}
