from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, sync_playwright

from maps.output import surroundings
from maps.page import write_page
from tests.maps import made_case

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def made():
    return made_case


@pytest.fixture(scope="session")
def chromium():
    names = ("chromium", "chromium-browser", "google-chrome")
    executable = next(filter(None, map(shutil.which, names)), None)
    if executable is None:
        pytest.fail("No browser to open the page with: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe():
    """Give axe-core's script, which checks a page for what shuts people out."""
    path = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
    if not path.exists():
        pytest.fail("No axe-core to check the page with: make browser-tools")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def seeds_page(seeds_case, gazetteer, tmp_path_factory):
    """Give the page of the example reports, written once."""
    path = tmp_path_factory.mktemp("seeds") / "map.html"
    write_page(seeds_case, path, base=surroundings(seeds_case, gazetteer))
    return path


@pytest.fixture(scope="session")
def dispute_page(tmp_path_factory):
    """Give the page of the made case as two origins tell it, written once."""
    path = tmp_path_factory.mktemp("dispute") / "map.html"
    write_page(made_case.made_dispute(), path, base=made_case.surroundings())
    return path


class Opened:
    """A page in the browser, with what it asked for and complained of."""

    def __init__(self, page, requests, complaints):
        self.page = page
        self.requests = requests
        self.complaints = complaints

    def shown(self):
        return self.page.evaluate("DATELINE.shown()")

    def settle(self):
        # Drawing waits for the next frame; the second one comes after it.
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )


@pytest.fixture
def open_page(chromium, tmp_path):
    """Open a case, or a page already written, from file:// with the network refused."""
    contexts: list[BrowserContext] = []

    def opened(case=None, *, path=None, size=(1440, 900), address="", draw_as=None, **options):
        if path is None:
            path = tmp_path / f"map{len(contexts)}.html"
            write_page(case, path, base=options.pop("base", ()))
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            offline=True,
            accept_downloads=True,
            **options,
        )
        contexts.append(context)
        requests, complaints = [], []
        if draw_as is not None:
            # What the page would choose by how many shapes there are.
            context.add_init_script(f"globalThis.DATELINE = {{ drawAs: '{draw_as}' }}")
        page = context.new_page()

        def refuse(route):
            requests.append(route.request.url)
            route.abort()

        def hear(message):
            if message.type in {"error", "warning"}:
                complaints.append(message.text)

        page.route(lambda url: not url.startswith(("file:", "data:", "blob:")), refuse)
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri() + address)
        # Counts are written last. Waiting by a script of ours would need eval, which the
        # page's policy forbids.
        page.locator(".row").first.wait_for(state="attached")
        return Opened(page, requests, complaints)

    yield opened
    for context in contexts:
        context.close()
