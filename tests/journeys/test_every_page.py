"""Every page somebody can reach by links from their home: readable by all, at both sizes, in two languages.

Axe looks at each page once, on a phone in Dutch: it is most of the time that a page costs. The walk in French
looks at what differs with the words, the width, and opens more pages of each kind.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import resolve, reverse
from playwright.sync_api import Page

from naast.companionship.models import Match, Request
from naast.core import clock
from naast.recruitment import links
from naast.recruitment.models import Application, Talk
from naast.recruitment.states import Status
from tests.journeys.checks import links_of, problems_of, width_problems_in
from tests.journeys.outside import PUBLIC
from tests.journeys.website import HOUSE, Website
from tests.journeys.windows import DESK, PHONE, Window

# One example of each kind of page is looked at; a few more must at least open.
EXAMPLES = 1
MORE_TO_OPEN = 3
PEOPLE = ("lies", "nele", "bea", "piet", "rita", "fien")
FILES = (".pdf", ".csv", ".xlsx", ".json", ".ods", ".xml", ".ics", ".zip", ".jpg")
# Public pages that no link on them leads to: others link to them, or a form ends there.
BESIDE = (
    "apply/?plain=1",
    "embed/",
    "explore/?look=1&gives=chat&eats=papers&company=together",
    "groups/thanks/",
    "meetings/thanks/",
    "mine/forgotten/",
    "mine/new-link/",
    "refer/",
    "refer/thanks/",
    "thanks/",
    "thanks/?counted=1",
)


def _route(path: str) -> str:
    parts = urlsplit(path)
    match = resolve(parts.path)
    kinds = [
        str(value)
        for name, value in match.kwargs.items()
        if name != "token" and "-" not in str(value)
    ]
    if "plain" in parse_qs(parts.query):
        kinds.append("plain")
    return " ".join([match.view_name, *kinds])


class _Walk:
    """From link to link, no kind of page twice."""

    def __init__(self, page: Page, window: Window, *, within: str = f"/o/{HOUSE}/") -> None:
        self.page = page
        self.window = window
        self.within = within
        self.wrong: list[str] = []
        self.to_open: list[str] = []
        self.seen: Counter[str] = Counter()

    def go(self, starts: Iterable[str] = ("/",)) -> None:
        """Visit these pages and what can be reached from them."""
        waiting = list(starts)
        known = set(waiting)
        while waiting:
            path = waiting.pop(0)
            for link in self._visit(path):
                if link not in known:
                    known.add(link)
                    if self._is_new(link):
                        waiting.append(link)

    def _is_new(self, link: str) -> bool:
        # Another language is another window.
        if not link.startswith(self.within) or "lang=" in link:
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
        self.wrong += problems_of(self.page, with_axe=self.window is PHONE)
        self.wrong += width_problems_in(self.page, DESK if self.window is PHONE else PHONE)
        return links_of(self.page)

    def _ask(self, path: str) -> None:
        answer = self.page.request.get(path)
        if answer.status >= 400:
            self.wrong.append(f"{path}: {answer.status}")


in_both_languages = pytest.mark.parametrize(
    ("window", "language"), [(PHONE, "nl"), (DESK, "fr")], ids=["nl", "fr"]
)


@in_both_languages
@pytest.mark.parametrize("login", PEOPLE)
def test_every_page_one_can_reach_reads_well(
    site: Website, login: str, window: Window, language: str
) -> None:
    # The walk itself tells which page does not open.
    site.forgive("the server responded with a status of")
    walk = _Walk(site.sign_in(login, window, language=language), window)
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
    look_at(lies, [site.path(path) for path in pages])


@in_both_languages
def test_every_public_page_reads_well(site: Website, window: Window, language: str) -> None:
    site.forgive("the server responded with a status of")
    walk = _Walk(site.open(window, language=language), window, within=PUBLIC)
    walk.go([PUBLIC, *(f"{PUBLIC}{path}" for path in BESIDE)])
    if window is DESK:
        walk.open_the_others()
    if walk.wrong:
        pytest.fail("\n".join(walk.wrong))


@in_both_languages
def test_the_own_page_of_a_candidate_reads_well_at_every_stage(
    site: Website, window: Window, language: str
) -> None:
    site.forgive("the server responded with a status of")
    candidates = one_of_each(site)
    walk = _Walk(site.open(window, language=language), window, within=f"{PUBLIC}mine/")
    talks = Talk.objects.filter(organisation=site.organisation).order_by("pk")
    walk.go(
        [
            *(links.link_of(each, HOUSE) for each in candidates),
            *(page_of(talk) for talk in {each.status: each for each in talks}.values()),
        ]
    )
    if walk.wrong:
        pytest.fail("\n".join(walk.wrong))


def test_every_stage_of_a_candidate_reads_well(site: Website) -> None:
    lies = site.sign_in("lies", PHONE, language="nl")
    look_at(lies, [site.path(f"candidates/{each.pk}/") for each in one_of_each(site)])


def look_at(page: Page, paths: list[str]) -> None:
    """Fail with everything that is wrong with these pages."""
    wrong = []
    for path in paths:
        page.goto(path)
        wrong += problems_of(page)
    if wrong:
        pytest.fail("\n".join(wrong))


def page_of(talk: Talk) -> str:
    """The page of a talk, behind the candidate's own link."""
    token = links.token_of(talk.application)
    return reverse("public:own_talk", kwargs={"house": HOUSE, "token": token, "talk_id": talk.pk})


def one_of_each(site: Website) -> list[Application]:
    """A candidate in each stage, and one in each status: the demo holds no more than it needs."""
    candidates = Application.objects.filter(organisation=site.organisation).order_by("pk")
    stages = {each.stage: each for each in candidates.filter(status=Status.OPEN)}
    spare = candidates.filter(status=Status.OPEN).exclude(pk__in=[e.pk for e in stages.values()])
    today = clock.today()
    changes: dict[str, dict[str, object]] = {
        Status.LATER: {"later_until": today + timedelta(days=30)},
        Status.PAUSED: {},
        Status.STARTED: {"outcome": "fits", "chose_on": today},
        Status.CLOSED: {
            "outcome": "other_organisation",
            "alternative": "Moestuin De Kiem (verzonnen)",
            "closed_on": today,
            "erase_on": today + timedelta(days=180),
        },
    }
    rest = []
    for candidate, (status, change) in zip(spare, changes.items(), strict=False):
        Application.objects.filter(pk=candidate.pk).update(status=status, **change)
        rest.append(candidate)
    assert len(rest) == len(changes)
    return [*stages.values(), *rest]
