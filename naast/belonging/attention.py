"""What this room asks attention for on the desk: who stands at a door, waits for a call, or for an answer."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.belonging.models import CloserContact, FirstDay, Idea, Mentoring, Question, Wish
from naast.belonging.policies import mentoring as mentor_policies
from naast.belonging.queries import first_days, ideas, people, questions
from naast.belonging.states import MentoringState, QuestionKind
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor

# Rows of one kind at most: the desk shows a day, the pages show the rest.
MOST = 30
# With so little time left before an agreed end, it is today's.
END_IS_NEAR = timedelta(days=7)
ASK_ON = gettext_lazy(
    "%(name)s in %(programme)s: agreed until %(day)s. Ask how they would like to go on."
)
STOPS = gettext_lazy(
    "%(name)s stops in %(programme)s, and it was agreed until %(day)s. Say goodbye, or end it there."
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of attention: its rows, in which order, and what each of them says."""

    rows: Callable[[Actor, date], QuerySet[Any, Any]]
    order: tuple[str, ...]
    item: Callable[[Actor, Any, date], AttentionItem]
    related: tuple[str, ...]


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    today = timezone.localdate(now)
    return {name: kind.rows(actor, today) for name, kind in KINDS.items()}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """One query for each kind that is `there`; for coordinators only."""
    if not actor.is_coordinator:
        return []
    today = timezone.localdate(now)
    return [
        item for name, kind in KINDS.items() if name in there for item in _items(actor, kind, today)
    ]


def _items(actor: Actor, kind: Kind, today: date) -> Iterable[AttentionItem]:
    rows = kind.rows(actor, today).select_related(*kind.related).order_by(*kind.order)
    return (kind.item(actor, row, today) for row in rows[:MOST])


def _first_day(actor: Actor, row: FirstDay, today: date) -> AttentionItem:
    """Without a host the day before somebody comes, it can't wait."""
    person = row.engagement.person
    has_host = row.host is not None and row.host.ended_on is None
    values = {"name": person.first_name, "day": date_format(row.day, "j F")}
    sentence = (
        _("Was %(name)s received on %(day)s? Nobody confirmed it yet.")
        if has_host
        else _("%(name)s starts on %(day)s, and nobody is named to await them.")
    )
    is_close = not has_host and row.day <= today + timedelta(days=1)
    return AttentionItem(
        kind="belonging.not-received" if has_host else "belonging.no-host",
        subject_id=row.pk,
        name=person.name,
        sentence=sentence % values,
        since=clock.morning(row.day) if has_host else row.created_at,
        urgency=Urgency.NOW if is_close else Urgency.THIS_WEEK,
        url=actor.url(
            "belonging:host_day" if has_host else "belonging:first_day", first_day_id=row.pk
        ),
        action=_("Ask") if has_host else _("Name a host"),
        owner_id=row.engagement.programme.coordinator_id,
    )


def _mentor(actor: Actor, row: Mentoring, today: date) -> AttentionItem:
    return AttentionItem(
        kind="belonging.mentor",
        subject_id=row.pk,
        name=row.newcomer.name,
        sentence=_("The mentor we asked for %(name)s does not go on. Look with them further.")
        % {"name": row.newcomer.first_name},
        since=row.created_at,
        urgency=Urgency.THIS_WEEK,
        url=actor.url("belonging:mentor_link", mentoring_id=row.pk),
        action=_("Open"),
        owner_id=row.engagement.programme.coordinator_id,
    )


def _mentor_asked(actor: Actor, row: Mentoring, today: date) -> AttentionItem:
    return AttentionItem(
        kind="belonging.mentor-asked",
        subject_id=row.pk,
        name=row.newcomer.name,
        sentence=_("A mentor was asked for %(name)s, and not everybody answered. Ring who waits.")
        % {"name": row.newcomer.first_name},
        since=row.created_at,
        urgency=Urgency.THIS_WEEK,
        url=actor.url("belonging:mentor_link", mentoring_id=row.pk),
        action=_("Ask"),
        owner_id=row.engagement.programme.coordinator_id,
    )


def _call(actor: Actor, row: Question, today: date) -> AttentionItem:
    return AttentionItem(
        kind="belonging.call",
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("%(name)s doesn’t feel at home yet. Call, and ask what would help.")
        % {"name": row.person.first_name},
        since=clock.morning(row.answered_on or today),
        urgency=Urgency.NOW,
        url=actor.url("belonging:answer", question_id=row.pk),
        action=_("Call"),
        owner_id=row.engagement.programme.coordinator_id,
    )


def _look(actor: Actor, row: Question, today: date) -> AttentionItem:
    return AttentionItem(
        kind="belonging.look",
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("%(name)s told what strikes them here. Answer what you do with it.")
        % {"name": row.person.first_name},
        since=clock.morning(row.answered_on or today),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("belonging:answer", question_id=row.pk),
        action=_("Read and answer"),
        owner_id=row.engagement.programme.coordinator_id,
    )


def _going_on(actor: Actor, row: Question, today: date) -> AttentionItem:
    is_near = row.end_on is not None and row.end_on <= today + END_IS_NEAR
    return AttentionItem(
        kind="belonging.going-on",
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("%(name)s answered “%(choice)s” in %(programme)s. Talk about it together.")
        % {
            "name": row.person.first_name,
            "choice": row.get_choice_display(),
            "programme": row.engagement.programme.name,
        },
        since=clock.morning(row.answered_on or today),
        urgency=Urgency.NOW if is_near else Urgency.THIS_WEEK,
        url=actor.url("belonging:answer", question_id=row.pk),
        action=_("Talk about it"),
        owner_id=row.engagement.programme.coordinator_id,
    )


def _end(actor: Actor, row: Question, today: date) -> AttentionItem:
    return AttentionItem(
        kind="belonging.end",
        subject_id=row.pk,
        name=row.person.name,
        sentence=(STOPS if row.outcome else ASK_ON)
        % {
            "name": row.person.first_name,
            "programme": row.engagement.programme.name,
            "day": date_format(row.end_on or today, "j F"),
        },
        since=clock.morning(row.asked_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("belonging:answer", question_id=row.pk),
        action=_("Open") if row.outcome else _("Ask"),
        owner_id=row.engagement.programme.coordinator_id,
    )


def _aloud(actor: Actor, row: Question, today: date) -> AttentionItem:
    return AttentionItem(
        kind="belonging.aloud",
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("Ask %(name)s by phone or on paper: %(question)s")
        % {"name": row.person.first_name, "question": row.get_kind_display()},
        since=clock.morning(row.asked_on),
        urgency=Urgency.GOOD_TO_KNOW,
        url=actor.url("belonging:answer", question_id=row.pk),
        action=_("Ask"),
        owner_id=row.engagement.programme.coordinator_id,
    )


def _wish(actor: Actor, row: Wish, today: date) -> AttentionItem:
    return AttentionItem(
        kind="belonging.wish",
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("%(name)s told us what they wish or need. Today we come back to it.")
        % {"name": row.person.first_name},
        since=clock.morning(row.follow_up_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("belonging:wish", wish_id=row.pk),
        action=_("Answer"),
    )


def _contact(actor: Actor, row: CloserContact, today: date) -> AttentionItem:
    return AttentionItem(
        kind="belonging.contact",
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("%(name)s likes to hear from us %(often)s. It is time for a word.")
        % {"name": row.person.first_name, "often": row.get_every_weeks_display()},
        since=clock.morning(row.next_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("belonging:person", person_id=row.person_id),
        action=_("Open"),
    )


def _idea(actor: Actor, row: Idea, today: date) -> AttentionItem:
    answer_by = row.answer_by or today
    return AttentionItem(
        kind="belonging.idea",
        subject_id=row.pk,
        name=row.title,
        sentence=_("Volunteers ask you along: “%(title)s”. Promised before %(day)s.")
        % {"title": row.title, "day": date_format(answer_by, "j F")},
        since=clock.morning(row.asked_on or today),
        urgency=Urgency.NOW if answer_by <= today else Urgency.THIS_WEEK,
        url=actor.url("belonging:answer_idea", idea_id=row.pk),
        action=_("Answer"),
    )


def _not_started(actor: Actor, today: date) -> QuerySet[Mentoring]:
    rows = mentor_policies.visible_to(actor)
    return rows.filter(state=MentoringState.NOT_STARTED, seen_on__isnull=True)


OF_ENGAGEMENT = ("engagement__person", "engagement__programme")
OF_PERSON = ("person", "engagement__programme")
KINDS: dict[str, Kind] = {
    "belonging.no-host": Kind(
        lambda actor, today: first_days.without_host(actor),
        ("day", "id"),
        _first_day,
        (*OF_ENGAGEMENT, "host"),
    ),
    "belonging.not-received": Kind(
        lambda actor, today: first_days.not_confirmed(actor),
        ("day", "id"),
        _first_day,
        (*OF_ENGAGEMENT, "host"),
    ),
    "belonging.mentor": Kind(_not_started, ("id",), _mentor, ("newcomer", "engagement__programme")),
    "belonging.mentor-asked": Kind(
        people.mentors_unanswered, ("id",), _mentor_asked, ("newcomer", "engagement__programme")
    ),
    "belonging.call": Kind(
        lambda actor, today: questions.to_call(actor), ("call_by", "id"), _call, OF_PERSON
    ),
    "belonging.going-on": Kind(
        lambda actor, today: questions.to_settle(actor, QuestionKind.GOING_ON),
        ("end_on", "id"),
        _going_on,
        OF_PERSON,
    ),
    "belonging.end": Kind(questions.ends_unanswered, ("end_on", "id"), _end, OF_PERSON),
    "belonging.look": Kind(
        lambda actor, today: questions.to_settle(actor, QuestionKind.LOOK),
        ("answered_on", "id"),
        _look,
        OF_PERSON,
    ),
    "belonging.wish": Kind(people.wishes_due, ("follow_up_on", "id"), _wish, ("person",)),
    "belonging.contact": Kind(people.contacts_due, ("next_on", "id"), _contact, ("person",)),
    "belonging.idea": Kind(
        lambda actor, today: ideas.to_answer(actor), ("answer_by", "id"), _idea, ()
    ),
    "belonging.aloud": Kind(
        lambda actor, today: questions.to_ask_aloud(actor), ("asked_on", "id"), _aloud, OF_PERSON
    ),
}
