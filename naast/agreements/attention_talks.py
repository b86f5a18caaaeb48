"""What steps and promises put on the desk: a day to look back together, a colleague to look along, a year over."""

from collections.abc import Container
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from naast.agreements.models import NotKept, Version
from naast.agreements.queries import promises, steps
from naast.agreements.states_steps import LadderState
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor

MOST = 10
LOOK_BACK, LOOK_ALONG, PROMISES = (
    "agreements.look-back",
    "agreements.look-along",
    "agreements.promises",
)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    today = timezone.localdate(now)
    return {
        LOOK_BACK: steps.to_look_back(actor, day=today),
        LOOK_ALONG: steps.to_look_along(actor),
        PROMISES: promises.to_look_back(actor, day=today),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Three queries at most, none for what is not `there`; for coordinators only."""
    if not actor.is_coordinator:
        return []
    today = timezone.localdate(now)
    return [
        *(_look_backs(actor, today) if LOOK_BACK in there else ()),
        *(_look_alongs(actor) if LOOK_ALONG in there else ()),
        *(_promises(actor, today) if PROMISES in there else ()),
    ]


def _look_backs(actor: Actor, today: date) -> list[AttentionItem]:
    rows = steps.to_look_back(actor, day=today).select_related(
        "engagement__person", "engagement__programme"
    )
    return [_look_back(actor, row, today) for row in rows.order_by("look_back_on", "id")[:MOST]]


def _look_back(actor: Actor, row: NotKept, today: date) -> AttentionItem:
    person = row.engagement.person
    is_new = row.state == LadderState.NOTED
    sentence = (
        _("%(name)s: there is an agreement to talk about together.")
        if is_new
        else _("Look back with %(name)s at what you agreed.")
    )
    return AttentionItem(
        kind=LOOK_BACK,
        subject_id=row.pk,
        name=person.name,
        sentence=sentence % {"name": person.first_name},
        since=clock.morning(row.look_back_on or today),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("agreements:not_kept", not_kept_id=row.pk),
        action=_("Plan the talk") if is_new else _("Open"),
        owner_id=row.engagement.programme.coordinator_id,
    )


def _look_alongs(actor: Actor) -> list[AttentionItem]:
    rows = steps.to_look_along(actor).select_related("engagement__person")
    return [
        AttentionItem(
            kind=LOOK_ALONG,
            subject_id=row.pk,
            name=row.engagement.person.name,
            sentence=_("A colleague asks somebody to look along at what is best for %(name)s.")
            % {"name": row.engagement.person.first_name},
            since=row.state_since,
            urgency=Urgency.NOW,
            url=actor.url("agreements:not_kept", not_kept_id=row.pk),
            action=_("Look along"),
        )
        for row in rows.order_by("state_since", "id")[:MOST]
    ]


def _promises(actor: Actor, today: date) -> list[AttentionItem]:
    rows = promises.to_look_back(actor, day=today).select_related("document")
    return [_promise(actor, row, today) for row in rows[:MOST]]


def _promise(actor: Actor, version: Version, today: date) -> AttentionItem:
    return AttentionItem(
        kind=PROMISES,
        subject_id=version.pk,
        name=version.document.name,
        sentence=_("%(name)s: look back with volunteers at what we promised.")
        % {"name": version.document.name},
        since=clock.morning(version.published_on or today),
        urgency=Urgency.GOOD_TO_KNOW,
        url=actor.url("agreements:promises"),
        action=_("Look back"),
    )
