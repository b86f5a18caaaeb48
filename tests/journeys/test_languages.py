"""Another language: chosen by the user, and then all the way."""

import re

import polib
import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.journeys.test_main_pages import every_main_page, opened
from tests.journeys.website import Website
from tests.journeys.windows import DESK

WORDS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent.closest('script, style, template')) found.push(walker.currentNode.textContent);
  }
  for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
    for (const name of ['aria-label', 'placeholder', 'title']) found.push(one.getAttribute(name) || '');
  }
  return found;
}"""


@pytest.fixture(scope="session")
def english_words() -> frozenset[str]:
    """Sentences of the source that are something else in French."""
    path = settings.LOCALE_PATHS[0] / "fr" / "LC_MESSAGES" / "django.po"
    entries = polib.pofile(str(path))
    return frozenset(entry.msgid for entry in entries if entry.msgid != entry.msgstr)


def raw_english(page: Page, english_words: frozenset[str]) -> list[str]:
    """Sentences on the page that were not translated."""
    words = {re.sub(r"\s+", " ", text).strip() for text in page.evaluate(WORDS)}
    return sorted(words & english_words)


def test_somebody_chooses_their_language(site: Website) -> None:
    lies = site.sign_in("lies")
    lies.goto("/me/language/")
    lies.get_by_label("French").check()
    lies.locator("main").get_by_role("button", name="Save").click()
    lies.goto("/")
    expect(lies.locator("html")).to_have_attribute("lang", "fr")


@every_main_page
def test_no_english_is_left_in_french(
    site: Website, name: str, english_words: frozenset[str]
) -> None:
    page = opened(site, name, DESK, "fr")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert not raw_english(page, english_words)
