"""Sites on temporary databases, and visitors: by browser, or by plain HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from bot.turn import StepFunction
from tests.web import showcase
from tests.web.serving import CHROMIUM, FLAGS, Come, OpenSite, Site, Visit, Visitor


@pytest.fixture
async def open_site(tmp_path: Path) -> AsyncIterator[OpenSite]:
    sites: list[Site] = []

    async def opened(step: StepFunction = showcase.step, public_url: str | None = None) -> Site:
        site = Site(tmp_path / f"{len(sites)}.db", step, public_url)
        await site.open()
        sites.append(site)
        return site

    yield opened
    for site in sites:
        await site.close()


@pytest.fixture
async def site(open_site: OpenSite) -> Site:
    return await open_site()


@pytest.fixture
async def come(site: Site) -> AsyncIterator[Come]:
    visitors: list[Visitor] = []

    async def came(at: Site = site) -> Visitor:
        visitors.append(await Visitor.come(at))
        return visitors[-1]

    yield came
    for visitor in visitors:
        await visitor.client.aclose()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: install chromium to test the browser chat")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def visit(browser: Browser, site: Site) -> AsyncIterator[Visit]:
    """A new visitor's page, their own cookie. What a page breaks, or asks of another site, fails the test."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    async def visited(at: Site = site, path: str = "/", **options: object) -> Page:
        shape = {"viewport": {"width": 360, "height": 740}, "locale": "fr-FR", **options}
        context = await browser.new_context(**shape)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.on("request", lambda asked: None if asked.url.startswith(at.url) else complaints.append(asked.url))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
        page = await context.new_page()
        await page.goto(at.url + path)
        return page

    yield visited
    for context in contexts:
        await context.close()
    assert complaints == []
