"""Every page somebody can reach by links from their home: readable by all, at both sizes."""

from collections import Counter
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from playwright.sync_api import Page

from naast.companionship.models import Match, Request
from tests.journeys.checks import links_of, problems_of
from tests.journeys.website import HOUSE, Website
from tests.journeys.windows import DESK, PHONE, Window

# One example of each kind of page is looked at; a few more must at least open.
EXAMPLES = 1
MORE_TO_OPEN = 3
PEOPLE = ("lies", "nele", "bea", "piet")
FILES = (".pdf", ".csv", ".xlsx", ".json", ".ods")


def _route(path: str) -> str:
    match = resolve(urlsplit(path).path)
    kinds = [str(value) for value in match.kwargs.values() if "-" not in str(value)]
    return " ".join([match.view_name, *kinds])


class _Walk:
    """From link to link, no kind of page twice."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        self.to_open: list[str] = []
        self.seen: Counter[str] = Counter()

    def go(self) -> None:
        """Visit what can be reached from the home page."""
        waiting = ["/"]
        known = {"/"}
        while waiting:
            path = waiting.pop(0)
            for link in self._visit(path):
                if link not in known:
                    known.add(link)
                    if self._is_new(link):
                        waiting.append(link)

    def _is_new(self, link: str) -> bool:
        if not link.startswith(f"/o/{HOUSE}/"):
            return False
        route = _route(link)
        self.seen[route] += 1
        if EXAMPLES < self.seen[route] <= MORE_TO_OPEN:
            self.to_open.append(link)
        return self.seen[route] <= EXAMPLES

    def open_the_others(self) -> None:
        """More pages of the same kinds: nobody follows a link to nowhere."""
        for path in self.to_open:
            self._ask(path)

    def _visit(self, path: str) -> list[str]:
        if urlsplit(path).path.endswith(FILES) or "/export/" in path:
            self._ask(path)
            return []
        came = self.page.goto(path)
        if came is None or came.status >= 400:
            self.wrong.append(f"{path}: {came.status if came else 'no answer'}")
            return []
        self.wrong += problems_of(self.page)
        return links_of(self.page)

    def _ask(self, path: str) -> None:
        answer = self.page.request.get(path)
        if answer.status >= 400:
            self.wrong.append(f"{path}: {answer.status}")


@pytest.mark.parametrize(
    ("window", "language"), [(PHONE, "nl"), (DESK, "fr")], ids=["phone", "desk"]
)
@pytest.mark.parametrize("login", PEOPLE)
def test_every_page_one_can_reach_reads_well(
    site: Website, login: str, window: Window, language: str
) -> None:
    # The walk itself tells which page does not open.
    site.forgive("the server responded with a status of")
    walk = _Walk(site.sign_in(login, window, language=language))
    walk.go()
    if window is DESK:
        walk.open_the_others()
    if walk.wrong:
        pytest.fail("\n".join(walk.wrong))


def test_every_state_of_a_match_and_a_wish_reads_well(site: Website) -> None:
    lies = site.sign_in("lies", PHONE, language="nl")
    matches = Match.objects.filter(organisation=site.organisation).order_by("pk")
    wishes = Request.objects.filter(organisation=site.organisation).order_by("pk")
    pages = [f"matches/{pk}/" for pk in dict(matches.values_list("state", "pk")).values()]
    pages += [f"requests/{pk}/" for pk in dict(wishes.values_list("status", "pk")).values()]
    wrong = []
    for path in pages:
        lies.goto(site.path(path))
        wrong += problems_of(lies)
    if wrong:
        pytest.fail("\n".join(wrong))
