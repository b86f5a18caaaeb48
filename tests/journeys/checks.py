"""What every page must pass: axe, width, one heading, language, no dead links."""

from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.windows import Window

WCAG = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
FACTS = """() => ({
  headings: document.querySelectorAll('h1').length,
  language: document.documentElement.lang,
  title: document.title,
  page: document.documentElement.scrollWidth,
  window: document.documentElement.clientWidth,
  wide: [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(0, 5).map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim().slice(0, 60)}`),
  links: [...document.querySelectorAll('a[href]')].map((one) => one.getAttribute('href')),
})"""


def axe_problems(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA: rule, and where.

    Axe looks at the window as it stands and takes what lies under the bar at the foot of a phone for
    covered, though one can scroll it free. So it looks at a window as high as the page.
    """
    window = page.viewport_size
    height = page.evaluate("document.documentElement.scrollHeight")
    if window and height > window["height"]:
        page.set_viewport_size({"width": window["width"], "height": height + 1})
    found = Axe().run(page, options=WCAG).response["violations"]
    if window:
        page.set_viewport_size(window)
    return [
        f"axe {violation['id']}: {node['target']} {' '.join(node['failureSummary'].split())[:240]}"
        for violation in found
        for node in violation["nodes"][:4]
    ]


def width_problems(page: Page) -> list[str]:
    """Whether the page must be pushed sideways to be read."""
    facts = page.evaluate(FACTS)
    if facts["page"] > facts["window"]:
        return [f"{facts['page']} px wide in {facts['window']} px: {facts['wide']}"]
    return []


def width_problems_in(page: Page, window: Window) -> list[str]:
    """Whether the open page must be pushed sideways in a window of that size, each with the page's path."""
    usual = page.viewport_size
    page.set_viewport_size(window.options["viewport"])
    wrong = width_problems(page)
    if usual:
        page.set_viewport_size(usual)
    return [f"{urlsplit(page.url).path}: {each}" for each in wrong]


def problems_of(page: Page, *, with_axe: bool = True) -> list[str]:
    """Everything that is wrong with the page that is open, each with the page's path."""
    page.wait_for_load_state()  # a click returns before the next page has arrived
    facts = page.evaluate(FACTS)
    wrong = (axe_problems(page) if with_axe else []) + width_problems(page)
    if facts["headings"] != 1:
        wrong.append(f"{facts['headings']} main headings")
    if not facts["language"]:
        wrong.append("no language")
    if not facts["title"].removesuffix("· Naast").strip():
        wrong.append("no title")
    return [f"{urlsplit(page.url).path}: {each}" for each in wrong]


def check_page(page: Page) -> None:
    """Fail with everything that is wrong with the page that is open."""
    wrong = problems_of(page)
    if wrong:
        pytest.fail("\n".join(wrong))


def links_of(page: Page) -> list[str]:
    """Paths (with query) of this product that the open page links to."""
    here = urlsplit(page.url)
    found = []
    for link in page.evaluate(FACTS)["links"]:
        parts = urlsplit(urljoin(page.url, link))
        if parts.netloc == here.netloc and parts.scheme == here.scheme:
            found.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return list(dict.fromkeys(found))
