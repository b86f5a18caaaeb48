"""Who still has to sign, what waits for us, what is to be read again: lists that hold for thousands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.agreements.contents import Clause, Content
from naast.agreements.models import Asks, Copy, CopyState, DocumentKind, Question
from naast.agreements.policies import copies as policies
from naast.agreements.queries.copies import (
    is_to_renew,
    lightly,
    still_asked,
    text_of,
    to_renew,
)
from naast.agreements.states import ANSWER_DAYS
from naast.core.templatetags.ui_blocks import BadgeTone
from naast.core.text import Text
from naast.core.working_days import add_working_days
from naast.organisations.actors import Actor
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement, Programme
from naast.programmes.policies import visible_to as programmes_visible_to

# The items of art. 4 of the law of 3 July 2005, as clauses of the information text (S0-52).
FIVE_ITEMS: tuple[tuple[str, Text], ...] = (
    ("aim", gettext_lazy("Aim and legal form")),
    ("insurance", gettext_lazy("Insurance for damage to others")),
    ("risks", gettext_lazy("Other risks that are insured")),
    ("costs", gettext_lazy("Costs that are paid back")),
    ("discretion", gettext_lazy("What stays between us")),
)


class Waiting(models.TextChoices):
    """What a paper waits for: the tabs of the list."""

    PERSON = "person", gettext_lazy("Waits for the volunteer")
    US = "us", gettext_lazy("Waits for us")
    QUESTIONS = "questions", gettext_lazy("Questions to answer")
    RENEW = "renew", gettext_lazy("To read again soon")
    OVERDUE = "overdue", gettext_lazy("Past its day")


def listed(
    actor: Actor, waiting: str, *, today: date, programme_id: UUID | None = None
) -> tuple[QuerySet[Copy], tuple[str, ...]]:
    """The papers of one tab, and the fields that order them: what waits longest first. Only of people who
    still take part."""
    rows = of_who_takes_part(lightly(policies.visible_to(actor)))
    if waiting != Waiting.QUESTIONS:
        rows = still_asked(rows)
    if programme_id is not None:
        there = Engagement.objects.open().filter(programme_id=programme_id).values("person_id")
        rows = rows.filter(
            Q(engagement__programme_id=programme_id)
            | Q(engagement__isnull=True, person_id__in=there)
        )
    order = ("holds_until", "id") if waiting in BY_THEIR_END else ("id",)
    return rows.filter(_condition(actor, waiting, today)), order


BY_THEIR_END = (Waiting.RENEW, Waiting.OVERDUE)


def _condition(actor: Actor, waiting: str, today: date) -> Q:
    if waiting == Waiting.US:
        return waits_for_us()
    if waiting == Waiting.QUESTIONS:
        return Q(pk__in=unanswered(actor).values("copy_id"))
    if waiting == Waiting.RENEW:
        return to_renew(today) & Q(holds_until__gte=today)
    if waiting == Waiting.OVERDUE:
        return is_overdue(today)
    return Q(state=CopyState.OPEN, own_signature__isnull=True)


def waits_for_us() -> Q:
    """The person signed, we did not yet."""
    return Q(state=CopyState.OPEN, own_signature__isnull=False)


def is_overdue(today: date) -> Q:
    """It held until a day that is over."""
    return Q(state=CopyState.SIGNED, holds_until__lt=today)


def unanswered(actor: Actor) -> QuerySet[Question]:
    """Questions that wait for us."""
    return Question.objects.filter(organisation_id=actor.organisation_id, answered_at__isnull=True)


def of_who_takes_part(rows: QuerySet[Copy]) -> QuerySet[Copy]:
    """Without the papers of ended engagements and of volunteers who said goodbye."""
    return rows.filter(Q(engagement__isnull=True) | Q(engagement__ended_on__isnull=True)).exclude(
        person__volunteer__status=VolunteerProfile.Status.FORMER
    )


def get_question(actor: Actor, question_id: UUID) -> Question | None:
    """One question with its copy, for who may answer it."""
    rows = policies.questions_visible_to(actor).select_related(
        "copy__version__document", "copy__person", "copy__own_signature", "copy__our_signature",
        "answered_by__user",
    )  # fmt: skip
    return rows.filter(pk=question_id).first()


def answer_by(question: Question, country: str) -> date:
    """The last working day on which we promised an answer."""
    asked_on = timezone.localdate(question.created_at)
    return add_working_days(asked_on, ANSWER_DAYS, country)


def programmes_of(actor: Actor) -> QuerySet[Programme]:
    """The programmes in which somebody may have papers."""
    return programmes_visible_to(actor).order_by("name")


@dataclass(frozen=True, slots=True)
class State:
    """Where a paper stands, in plain words: for the person and for us."""

    words: Text
    tone: BadgeTone


def state_of(copy: Copy, today: date) -> State:
    """One badge for a paper, in words that fit what its reader was asked."""
    if copy.state == CopyState.OPEN:
        return _waits(copy)
    if copy.state == CopyState.SIGNED:
        return _holds(copy, today)
    return State(copy.get_state_display(), "neutral")


def _waits(copy: Copy) -> State:
    if copy.own_signature_id is not None:
        return State(_("waits for us"), "attention")
    if copy.version.document.asks == Asks.SIGNATURE:
        return State(_("to sign"), "attention")
    return State(_("to read"), "attention")


def _holds(copy: Copy, today: date) -> State:
    if copy.holds_until is not None and copy.holds_until < today:
        return State(_("to read again"), "attention")
    if is_to_renew(copy, today):
        return State(_("to read again soon"), "calm")
    words = {
        Asks.SIGNATURE: _("signed by both"),
        Asks.ACKNOWLEDGEMENT: _("read and understood"),
        Asks.NOTHING: _("read"),
    }
    return State(words[Asks(copy.version.document.asks)], "good")


@dataclass(frozen=True, slots=True)
class Delivered:
    """One of the five items of the information duty: what was handed over, in which version, when and how
    (S0-52: the organisation has to prove it)."""

    item: Text
    heading: str
    version: int
    on: date | None
    channel: Text


def deliveries(copy: Copy, content: Content | None) -> list[Delivered]:
    """The five items as this copy brought them; none for other texts. An item that the text leaves out has
    no day."""
    if copy.version.document.kind != DocumentKind.INFORMATION or content is None:
        return []
    clauses = {clause.code: clause for clause in content.clauses}
    channel: Text = copy.own_signature.get_how_display() if copy.own_signature else ""
    return [
        Delivered(
            item=item,
            heading=clauses[code].heading if code in clauses else "",
            version=copy.version.number,
            on=copy.signed_on if code in clauses else None,
            channel=channel if code in clauses else "",
        )
        for code, item in FIVE_ITEMS
    ]


def in_groups(copies: Sequence[Copy], today: date) -> dict[str, list[Copy]]:
    """The papers on somebody's own page: to sign or read, asked again, and what is done."""
    groups: dict[str, list[Copy]] = {"waiting": [], "again": [], "done": []}
    for copy in copies:
        if copy.state == CopyState.OPEN and copy.own_signature_id is None:
            groups["waiting"].append(copy)
        elif is_to_renew(copy, today):
            groups["again"].append(copy)
        else:
            groups["done"].append(copy)
    return groups


def clause_of(question: Question) -> Clause | None:
    """The clause that was asked about; None for a question about the whole."""
    content = text_of(question.copy).content
    clauses = content.clauses if content else ()
    return next((clause for clause in clauses if clause.code == question.clause), None)
