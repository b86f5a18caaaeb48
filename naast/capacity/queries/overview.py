"""The coordinator's overview: whom to ask and why, who waits for a call, everybody in words. Each part is one
page by key, and costs the same for ten volunteers as for ten thousand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.capacity.models import SelfCheck, StepBack
from naast.capacity.policies import load as policies
from naast.capacity.queries.facts import carried_by
from naast.capacity.weighing import weigh
from naast.capacity.wording import in_words, why
from naast.core.paging import Page
from naast.organisations.actors import Actor
from naast.people.models import Person, VolunteerProfile

ASK, CALLS, EVERYBODY, PAPER = "ask", "calls", "all", "paper"
# Rows and the fields of their order to one page of them.
PageOf = Callable[..., Page[Any]]
# Who said goodbye takes no break here any more.
STILL_HERE = ~Q(person__volunteer__status=VolunteerProfile.Status.FORMER)
PARTS = (ASK, CALLS, EVERYBODY, PAPER)


@dataclass(frozen=True, slots=True)
class Line:
    """One volunteer in the overview: words, never a figure, and the page for the next step."""

    person: Person
    words: str
    note: str
    url: str
    action: str


@dataclass(frozen=True, slots=True)
class Overview:
    """One page of one part."""

    part: str
    lines: list[Line]
    previous: str
    next: str


def overview(actor: Actor, *, page_of: PageOf, today: date, part: str = ASK) -> Overview:
    """One page of this part, whom to ask for a name that is none. `page_of` is core.paging.keyset_page with
    the parameters of the address. One query a page; for everybody ten more, grouped in the database."""
    makers = {CALLS: _calls, EVERYBODY: _everybody, PAPER: _on_paper}
    return makers.get(part, _to_ask)(actor, page_of, today)


def _to_ask(actor: Actor, page_of: PageOf, today: date) -> Overview:
    rows = policies.asking_others(actor).filter(talked_on__isnull=True).select_related("person")
    page = page_of(rows, fields=("since_on", "id"))
    lines = [
        Line(
            person=row.person,
            words=_("%(what)s: %(why)s") % {"what": row.get_end_display(), "why": why(row.reasons)},
            note=_("since %(day)s") % {"day": date_format(row.since_on, "j F")},
            url=actor.url("capacity:asking", worth_asking_id=row.pk),
            action=_("Ask how it goes"),
        )
        for row in page.rows
    ]
    return Overview(ASK, lines, page.previous, page.next)


def _calls(actor: Actor, page_of: PageOf, today: date) -> Overview:
    """Who waits for a call, and who takes a break now."""
    waiting = Q(talked_on__isnull=True)
    away = Q(kind=StepBack.Kind.PAUSE, back_on__isnull=True) & STILL_HERE
    rows = policies.steps_back_of_others(actor).filter(waiting | away, taken_back_on__isnull=True)
    page = page_of(rows.select_related("person"), fields=("promised_on", "id"))
    lines = [
        Line(
            person=row.person,
            words=str(row.get_kind_display()),
            note=_note_of(row),
            url=actor.url("capacity:request", step_back_id=row.pk),
            action=_("Call") if row.is_open else _("Open"),
        )
        for row in page.rows
    ]
    return Overview(CALLS, lines, page.previous, page.next)


def _note_of(row: StepBack) -> str:
    if row.is_open:
        return _("we call before %(day)s") % {"day": date_format(row.promised_on, "j F")}
    return _("until %(day)s") % {"day": date_format(row.until_on, "j F")} if row.until_on else ""


def _everybody(actor: Actor, page_of: PageOf, today: date) -> Overview:
    rows = _active(actor).select_related("person")
    page = page_of(rows, fields=("sort_name", "id"))
    ids = [row.person_id for row in page.rows]
    carried = carried_by(actor.organisation_id, ids, today=today)
    lines = [
        Line(
            person=row.person,
            words=in_words(weigh(carried[row.person_id])),
            note="",
            url=actor.url("capacity:write_down", person_id=row.person_id),
            action=_("Self-check by phone"),
        )
        for row in page.rows
    ]
    return Overview(EVERYBODY, lines, page.previous, page.next)


def _active(actor: Actor) -> QuerySet[VolunteerProfile]:
    rows = VolunteerProfile.objects.filter(
        organisation_id=actor.organisation_id, status=VolunteerProfile.Status.ACTIVE
    )
    return rows.exclude(person_id=actor.person_id) if actor.person_id else rows


def on_paper(actor: Actor) -> QuerySet[SelfCheck]:
    """Open self-checks of active volunteers who are not online: the sheet goes by post, or somebody rings."""
    return SelfCheck.objects.filter(
        Q(person__user__isnull=True) | Q(person__prefers_paper=True),
        organisation_id=actor.organisation_id,
        hat=SelfCheck.Hat.VOLUNTEER,
        person__volunteer__status=VolunteerProfile.Status.ACTIVE,
        answered_on__isnull=True,
        let_go_on__isnull=True,
    )


def _on_paper(actor: Actor, page_of: PageOf, today: date) -> Overview:
    rows = on_paper(actor).select_related("person")
    page = page_of(rows, fields=("asked_on", "id"))
    lines = [
        Line(
            person=row.person,
            words=_("by phone or on paper"),
            note=_("since %(day)s") % {"day": date_format(row.asked_on, "j F")},
            url=actor.url("capacity:write_down", person_id=row.person_id),
            action=_("Write down what was said"),
        )
        for row in page.rows
    ]
    return Overview(PAPER, lines, page.previous, page.next)
