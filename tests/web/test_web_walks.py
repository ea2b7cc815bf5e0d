"""Whole walks through the browser chat, in a real browser."""

import asyncio
import re

from playwright.async_api import Page, Route, expect

from bot.channels.web.sentences import GONE, MY_CODE, NOT_ME, PAGE, RETURN
from flows import dialogue
from tests.web.serving import OpenSite, Site, Visit

LATEST = "#log .entry:last-child"


async def said(page: Page) -> list[str]:
    """The conversation as it is read."""
    return await page.locator("#log .bubble").all_inner_texts()


async def ready(page: Page) -> None:
    """The script is there: before, Enter is a new line, and a press a plain form."""
    await page.locator("#chat[data-ready]").wait_for()


async def press(page: Page, label: str) -> None:
    await page.get_by_role("button", name=label, exact=True).last.click()


async def write(page: Page, text: str) -> None:
    await ready(page)
    await page.locator("#text").fill(text)
    await page.keyboard.press("Enter")


async def latest(page: Page, text: str) -> None:
    await expect(page.locator(LATEST)).to_contain_text(text)


async def test_a_first_visit_begins_by_itself_and_a_challenge_is_answered(site: Site, visit: Visit) -> None:
    page = await visit()
    await latest(page, "Je suis Déclic")
    await press(page, "Commencer")
    question = page.locator("[data-number='1']")
    await expect(question).to_contain_text("Quel nom décide du site")
    await press(page, "A")
    await latest(page, "À retenir")
    await expect(question).to_contain_text("Votre réponse : A")
    await expect(question.locator("button")).to_have_count(0)
    await expect(page.locator("#outgoing .entry")).to_have_count(0)
    assert await site.learners() == 1


async def test_the_real_tutor_asks_and_explains(open_site: OpenSite, visit: Visit) -> None:
    page = await visit(await open_site(dialogue.step), locale="en-GB")
    await latest(page, "I am Déclic")
    for turn in range(3):
        before = await page.locator("#log .entry").count()
        await page.locator(f"{LATEST} button").first.click()
        await expect(page.locator(f"#log .entry:nth-child({before + 2})")).to_be_visible()
        await expect(page.locator(f"{LATEST} button").first, f"turn {turn}").to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "en")


async def test_a_reload_shows_the_same_conversation(visit: Visit) -> None:
    page = await visit()
    await press(page, "Commencer")
    await press(page, "B")
    await latest(page, "Le nom qui compte")
    before = await said(page)
    await page.reload()
    await ready(page)
    assert await said(page) == before


async def test_a_second_tab_follows(visit: Visit) -> None:
    page = await visit()
    await latest(page, "Je suis Déclic")
    second = await page.context.new_page()
    await second.goto(page.url)
    await press(page, "Commencer")
    await latest(second, "Quel nom décide")
    await write(second, "bonjour")
    await latest(page, "Vous avez écrit : bonjour")
    assert await said(page) == await said(second)


async def test_the_server_restarts_meanwhile_and_nothing_is_lost(site: Site, visit: Visit) -> None:
    page = await visit()
    await latest(page, "Je suis Déclic")
    await site.close()
    await write(page, "un mot pendant la panne")
    await expect(page.get_by_role("status")).to_have_text(site.sentence(PAGE["lost"]))
    await expect(page.locator("#outgoing")).to_contain_text("un mot pendant la panne")
    await page.locator("#text").fill("et un brouillon")
    await site.open()
    await expect(page.locator(LATEST)).to_contain_text("Vous avez écrit : un mot pendant la panne", timeout=20_000)
    await expect(page.locator("#outgoing .entry")).to_have_count(0)
    await page.reload()
    assert "".join(await said(page)).count("Vous avez écrit") == 1
    await expect(page.locator("#text")).to_have_value("et un brouillon")


async def test_words_whose_answer_was_lost_are_repeated_and_count_once(visit: Visit) -> None:
    page = await visit()
    await latest(page, "Je suis Déclic")
    keys: list[str | None] = []

    async def heard_but_unanswered(route: Route) -> None:
        keys.append(route.request.post_data)
        await route.fetch()
        await (route.abort() if len(keys) == 1 else route.continue_())

    await page.route("**/say", heard_but_unanswered)
    await write(page, "une seule fois")
    await latest(page, "Vous avez écrit : une seule fois")
    async with asyncio.timeout(10):
        while len(keys) < 2:  # noqa: ASYNC110 - the browser tries again in its own time
            await asyncio.sleep(0.05)
    assert keys[0] == keys[1]
    await page.reload()
    assert "".join(await said(page)).count("Vous avez écrit") == 1


async def test_what_was_not_sent_is_sent_after_a_reload(site: Site, visit: Visit) -> None:
    page = await visit()
    await latest(page, "Je suis Déclic")
    await page.route("**/say", lambda route: route.abort())
    await write(page, "plus tard")
    await expect(page.get_by_role("status")).to_have_text(site.sentence(PAGE["lost"]))
    await page.unroute("**/say")
    await page.reload()
    await latest(page, "Vous avez écrit : plus tard")


async def test_a_proxy_that_holds_the_stream_back_is_polled_around(visit: Visit) -> None:
    page = await visit(path="/health")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.route("**/stream*", lambda _route: None)
    await page.goto(page.url.replace("/health", "/"))
    await expect(page.locator(LATEST)).to_contain_text("Je suis Déclic", timeout=9000)
    await write(page, "par sondage")
    await latest(page, "Vous avez écrit : par sondage")
    assert any("/poll" in url for url in asked)


async def test_keyboard_alone_is_enough(visit: Visit) -> None:
    page = await visit()
    await latest(page, "Je suis Déclic")
    await page.locator("#menu summary").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#menu a").first).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("#menu a").first).to_be_hidden()
    await expect(page.locator("#menu summary")).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(page.locator("#scroller")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-number='1']")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await latest(page, "Le nom qui compte")
    await expect(page.locator(LATEST)).to_be_focused()
    for _ in range(3):
        await page.keyboard.press("Tab")
    await expect(page.locator("#text")).to_be_focused()
    await page.keyboard.type("une ligne")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("une autre")
    await page.keyboard.press("Enter")
    await expect(page.locator(f"{LATEST} .text")).to_have_text(
        "Vous avez écrit : une ligne\nune autre", use_inner_text=True
    )
    await expect(page.locator("#text")).to_be_focused()
    await expect(page.locator("#text")).to_have_value("")


async def test_without_script_everything_can_be_done(site: Site, visit: Visit) -> None:
    page = await visit(java_script_enabled=False)
    assert await site.learners() == 0
    await page.get_by_role("button", name=site.sentence(PAGE["begin"])).click()
    await press(page, "Commencer")
    await press(page, "A")
    await latest(page, "À retenir")
    await expect(page.locator("[data-number='1']")).to_contain_text("Votre réponse : A")
    await page.locator("#text").fill("profil")
    await page.get_by_role("button", name=site.sentence(PAGE["send"])).click()
    await expect(page.get_by_role("img", name=site.sentence(PAGE["picture"]))).to_be_visible()
    await page.locator("#menu summary").click()
    await page.get_by_role("link", name=site.sentence(PAGE["my_code"])).click()
    await expect(page.locator("output")).to_have_text(re.compile(r"\w{5}-\w{5}"))


async def test_a_return_code_is_shown_and_opens_the_conversation_in_another_browser(site: Site, visit: Visit) -> None:
    page = await visit()
    await write(page, "je reviendrai")
    await latest(page, "Vous avez écrit : je reviendrai")
    await page.locator("#menu summary").click()
    await page.get_by_role("link", name=site.sentence(PAGE["my_code"])).click()
    await expect(page.get_by_text(site.sentence(MY_CODE["keep"]))).to_be_visible()
    code = await page.locator("output").inner_text()
    other = await visit(path="/return")
    field = other.get_by_label(site.sentence(RETURN["field"]))
    await field.fill("JE NE SAIS PLUS")
    await other.keyboard.press("Enter")
    await expect(other.get_by_role("alert")).to_have_text(site.sentence(RETURN["unknown"]))
    await field.fill(code.lower())
    await other.keyboard.press("Enter")
    await latest(other, "Vous avez écrit : je reviendrai")
    await write(other, "me voici")
    await page.get_by_role("link", name=site.sentence(PAGE["back"])).click()
    await latest(page, "Vous avez écrit : me voici")


async def test_not_me_empties_the_page_in_every_tab(site: Site, visit: Visit) -> None:
    page = await visit()
    await latest(page, "Je suis Déclic")
    second = await page.context.new_page()
    await second.goto(site.url)
    await second.locator("#text").fill("un brouillon à moi")
    await page.goto(site.url + "/not-me")
    await page.get_by_role("button", name=site.sentence(NOT_ME["button"])).click()
    await expect(page.get_by_role("button", name=site.sentence(PAGE["begin"]))).to_be_visible()
    await second.locator("#text").press("Enter")
    await expect(second.locator("body")).not_to_contain_text("un brouillon à moi")
    await expect(page.locator("#text")).to_be_hidden()
    await page.get_by_role("button", name=site.sentence(PAGE["begin"])).click()
    await latest(page, "Je suis Déclic")


async def test_what_is_erased_is_gone_from_every_tab_and_one_can_begin_anew(site: Site, visit: Visit) -> None:
    page = await visit()
    await latest(page, "Je suis Déclic")
    second = await page.context.new_page()
    await second.goto(site.url)
    await write(page, "effacer")
    for tab in (page, second):
        await expect(tab.get_by_role("heading", name=site.sentence(GONE["heading"]))).to_be_visible()
        await expect(tab.locator("body")).not_to_contain_text("Je suis Déclic")
    await page.get_by_role("button", name=site.sentence(GONE["button"])).click()
    await latest(page, "Je suis Déclic")


async def test_another_language_is_the_language_of_the_page_too(site: Site, visit: Visit) -> None:
    page = await visit()
    await press(page, "English")
    await latest(page, "Let us go on in English.")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.get_by_label(site.sentence(PAGE["field"], "en"))).to_be_visible()


async def test_a_text_that_is_too_long_is_given_back(visit: Visit) -> None:
    page = await visit()
    await latest(page, "Je suis Déclic")
    await write(page, "mot " * 1001)
    await expect(page.get_by_role("status")).to_contain_text("4")
    await expect(page.locator("#text")).to_have_value(re.compile("mot mot"))
    await expect(page.locator("#outgoing .entry")).to_have_count(0)


async def test_a_double_click_is_one_press_and_an_old_button_can_be_pressed_again(visit: Visit) -> None:
    page = await visit()
    await page.get_by_role("button", name="Commencer").dblclick()
    await latest(page, "Défi 1")
    await page.get_by_role("button", name=re.compile("Commencer")).first.click()
    await latest(page, "Défi 2")
    await expect(page.locator("#log .mine")).to_have_count(2)


async def test_who_reads_above_is_not_carried_away(site: Site, visit: Visit) -> None:
    page = await visit(reduced_motion="reduce")
    await write(page, "long")
    await latest(page, "Ligne 11")
    await expect(page.get_by_text("Ligne 0.")).to_be_in_viewport(ratio=1)
    await page.locator("#scroller").evaluate("element => element.scrollTo(0, -element.scrollHeight)")
    first = page.locator("#log .entry").first
    await expect(first).to_be_in_viewport()
    top = "element => element.getBoundingClientRect().top"
    where = await first.evaluate(top)
    second = await page.context.new_page()
    await second.goto(site.url)
    await write(second, "bonjour")
    await expect(page.get_by_role("button", name=site.sentence(PAGE["newer"]))).to_be_visible()
    assert abs(await first.evaluate(top) - where) < 10
    await page.get_by_role("button", name=site.sentence(PAGE["newer"])).click()
    await expect(page.locator(LATEST)).to_be_in_viewport()
    await expect(page.get_by_role("button", name=site.sentence(PAGE["newer"]))).to_be_hidden()


async def test_a_long_answer_is_read_from_its_beginning(visit: Visit) -> None:
    page = await visit()
    await write(page, "long")
    await latest(page, "Ligne 11")
    await page.wait_for_timeout(300)
    await expect(page.get_by_text("Ligne 0.")).to_be_in_viewport(ratio=1)


async def test_data_is_downloaded(site: Site, visit: Visit) -> None:
    page = await visit()
    await write(page, "mes données")
    async with page.expect_download() as download:
        await page.get_by_role("link", name=site.sentence(PAGE["download"])).click()
    assert (await download.value).suggested_filename == "declic-export.json"
