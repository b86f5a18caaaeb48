"""The timeline of one volunteer, from the day they came: talks, check-ins, calls, short words (S1-260, S1-269)."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.companionship.models import CallBack, Milestone
from naast.core.templatetags.ui_people import Entry
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.recruitment.models import Application
from naast.recruitment.models import Talk as FirstTalk
from naast.support.models import CheckIn, Guidance, Meeting, ShortWord, Talk
from naast.support.queries.standing import SPOKE_THE_VOLUNTEER
from naast.support.states import Theme

OF_EACH = 15
SHOWN = 40


def story_of(actor: Actor, person: Person, *, is_own: bool = False) -> list[Entry]:
    """What happened, newest first; nine queries, whatever the number of moments. On the volunteer's own page
    (`is_own`) links lead to their own pages."""
    found: list[Entry] = [
        *_applications(person.pk),
        *_talks(actor, person.pk, is_own=is_own),
        *_check_ins(person.pk),
        *_short_words(person.pk),
        *_calls(person.pk),
        *_guidances(person.pk),
    ]
    return sorted(found, key=lambda entry: str(entry.when), reverse=True)[:SHOWN]


def _day(row: Any, name: str) -> date:
    found: date = getattr(row, name)
    return found


def _applications(person_id: UUID) -> Iterator[Entry]:
    for row in Application.objects.filter(person_id=person_id).order_by("-id")[:OF_EACH]:
        yield Entry(row.came_on, _("Came to us"), "sprout")
    held = FirstTalk.objects.filter(
        application__person_id=person_id,
        status=FirstTalk.Status.HELD,
        starts_at__isnull=False,
    )
    for talk in held.order_by("-starts_at")[:OF_EACH]:
        if talk.starts_at is not None:
            yield Entry(localdate(talk.starts_at), talk.get_kind_display(), "coffee")


def _talks(actor: Actor, person_id: UUID, *, is_own: bool) -> Iterator[Entry]:
    rows = Talk.objects.filter(person_id=person_id, cancelled_on__isnull=True)
    page = "support:my_talk" if is_own else "support:talk"
    for talk in rows.order_by("-planned_on", "-id")[:OF_EACH]:
        words = talk.get_kind_display()
        if talk.held_on is None:
            words = _("Planned: %s") % words
        url = actor.url(page, talk_id=talk.pk)
        yield Entry(talk.held_on or talk.planned_on, words, "messages-square", url)


def _check_ins(person_id: UUID) -> Iterator[Entry]:
    rows = CheckIn.objects.filter(person_id=person_id, answered_on__isnull=False)
    for row in rows.order_by("-answered_on")[:OF_EACH]:
        yield Entry(_day(row, "answered_on"), _("How is it going?"), "message-circle-heart")


def _short_words(person_id: UUID) -> Iterator[Entry]:
    rows = ShortWord.objects.filter(person_id=person_id).order_by("-said_on", "-id")
    for row in rows[:OF_EACH]:
        words = _("A short word: %s") % Theme(row.theme).label
        yield Entry(row.said_on, f"{words}. {row.words}" if row.words else words, "coffee")
    for met in Meeting.objects.filter(person_id=person_id).order_by("-met_on")[:OF_EACH]:
        yield Entry(met.met_on, _("Met where the work is"), "footprints")


def _calls(person_id: UUID) -> Iterator[Entry]:
    calls = CallBack.objects.filter(person_id=person_id, handled_on__isnull=False)
    for call in calls.order_by("-handled_on")[:OF_EACH]:
        yield Entry(_day(call, "handled_on"), _("A call that was asked for"), "message-circle")
    done = Milestone.objects.filter(
        match__volunteer_id=person_id, kind__in=SPOKE_THE_VOLUNTEER, done_on__isnull=False
    )
    for row in done.order_by("-done_on")[:OF_EACH]:
        yield Entry(_day(row, "done_on"), row.get_kind_display(), "users")


def _guidances(person_id: UUID) -> Iterator[Entry]:
    rows = Guidance.objects.filter(person_id=person_id).select_related("task")
    for row in rows.order_by("-from_on", "-id")[:OF_EACH]:
        words = f"{row.task.name}: {row.get_style_display()}"
        yield Entry(row.from_on, words, "hand-heart")
