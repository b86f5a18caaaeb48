"""What this room asks attention for on the desk: who waits for a call about less, whom it is worth asking, who
would be back by now; and gently, for who coordinates, their own load."""

from collections.abc import Callable, Container, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, UUIDField
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.capacity.models import HouseTerms, SelfCheck, StepBack
from naast.capacity.policies import load as policies
from naast.capacity.queries.coordinating import over_the_ceiling, own_check_waiting
from naast.capacity.queries.overview import PAPER, on_paper
from naast.capacity.wording import why
from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.people.models import VolunteerProfile

MOST = 30
CALLS, ASKING, BACK = "load-step-back", "load-asking", "load-back"
PAPERS, OWN, OWN_CHECK = "load-paper", "load-own", "load-own-check"
# Nobody is chased: a week after a break a person asks; two weeks after the own self-check came.
BACK_AFTER = timedelta(days=7)
CHECK_AFTER = timedelta(days=14)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    today = localdate(now)
    asked = policies.steps_back_of_others(actor).filter(taken_back_on__isnull=True)
    return {
        CALLS: asked.filter(talked_on__isnull=True),
        ASKING: policies.asking_others(actor).filter(talked_on__isnull=True),
        BACK: asked.filter(
            kind=StepBack.Kind.PAUSE,
            back_on__isnull=True,
            until_on__lt=today - BACK_AFTER,
            person__volunteer__status=VolunteerProfile.Status.PAUSED,
        ),
        PAPERS: on_paper(actor),
        OWN: over_the_ceiling(actor),
        OWN_CHECK: own_check_waiting(actor, before=today - CHECK_AFTER),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention; one query a kind that is `there`."""
    rows = signs(actor, now=now)
    return [
        item
        for kind, found in rows.items()
        if kind in there
        for item in (MAKERS[kind](actor, row) for row in _read(kind, found))
    ]


def _read(kind: str, rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """The first rows of a kind, with what its sentence needs; of paper one is enough for its one line."""
    if kind in ABOUT_SOMEBODY:
        rows = rows.annotate(owner_id=_coach()).select_related("person")
    return rows.order_by(*ORDER.get(kind, ("id",)))[: 1 if kind in ONE_LINE else MOST]


def _coach() -> Subquery:
    """The coach of a living match of this person: on whose desk it stands (nobody's: on every desk)."""
    living = Match.objects.filter(
        volunteer=OuterRef("person"), state__in=LIVING_STATES, coach__isnull=False
    )
    first = living.order_by("started_on", "id").values("coach_id")[:1]
    return Subquery(first, output_field=UUIDField())


def _call(actor: Actor, row: Any) -> AttentionItem:
    sentence = (
        _("%(name)s takes a break.") if row.is_break else _("%(name)s would like to do less.")
    )
    return AttentionItem(
        kind=CALLS,
        subject_id=row.pk,
        name=row.person.name,
        sentence=sentence % {"name": row.person.name},
        since=row.created_at,
        urgency=Urgency.NOW,
        url=actor.url("capacity:request", step_back_id=row.pk),
        action=_("Call"),
        owner_id=row.owner_id,
    )


def _asking(actor: Actor, row: Any) -> AttentionItem:
    words = {"name": row.person.name, "why": why(row.reasons)}
    return AttentionItem(
        kind=ASKING,
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("Ask %(name)s how it goes: %(why)s.") % words,
        since=clock.morning(row.since_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("capacity:asking", worth_asking_id=row.pk),
        action=_("Ask"),
        owner_id=row.owner_id,
    )


def _back(actor: Actor, row: Any) -> AttentionItem:
    words = {"name": row.person.name, "day": date_format(row.until_on, "j F")}
    return AttentionItem(
        kind=BACK,
        subject_id=row.pk,
        name=row.person.name,
        sentence=_("%(name)s took a break until %(day)s. Ask how they would like to go on.")
        % words,
        since=clock.morning(row.until_on),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("capacity:request", step_back_id=row.pk),
        action=_("Ask"),
        owner_id=row.owner_id,
    )


def _papers(actor: Actor, row: SelfCheck) -> AttentionItem:
    return AttentionItem(
        kind=PAPERS,
        subject_id=actor.organisation_id,
        name=_("How are you?"),
        sentence=_("Some volunteers answer by phone or on paper: ring them, or send the sheet."),
        since=clock.morning(row.asked_on),
        urgency=Urgency.GOOD_TO_KNOW,
        url=actor.url("capacity:overview") + f"?show={PAPER}",
        action=_("See who"),
    )


def _own(actor: Actor, row: HouseTerms) -> AttentionItem:
    return AttentionItem(
        kind=OWN,
        subject_id=row.pk,
        name=_("You"),
        sentence=_("You look after more matches than the house thinks one person can do well."),
        since=row.created_at,
        urgency=Urgency.GOOD_TO_KNOW,
        url=actor.url("capacity:my_desk"),
        action=_("Look at it"),
        owner_id=actor.membership_id,
    )


def _own_check(actor: Actor, row: SelfCheck) -> AttentionItem:
    return AttentionItem(
        kind=OWN_CHECK,
        subject_id=row.pk,
        name=_("You"),
        sentence=_("How are you yourself? You did not look at it for a while."),
        since=clock.morning(row.asked_on),
        urgency=Urgency.GOOD_TO_KNOW,
        url=actor.url("capacity:my_own_check"),
        action=_("Take a minute"),
        owner_id=actor.membership_id,
    )


ABOUT_SOMEBODY = frozenset({CALLS, ASKING, BACK})
ONE_LINE = frozenset({PAPERS, OWN, OWN_CHECK})
ORDER = {
    CALLS: ("promised_on", "id"),
    ASKING: ("since_on", "id"),
    BACK: ("until_on", "id"),
    PAPERS: ("asked_on", "id"),
}
MAKERS: Mapping[str, Callable[[Actor, Any], AttentionItem]] = {
    CALLS: _call,
    ASKING: _asking,
    BACK: _back,
    PAPERS: _papers,
    OWN: _own,
    OWN_CHECK: _own_check,
}
