"""What this room asks attention for on the desk: a clock that runs, people to tell, and what comes back each year."""

from collections.abc import Callable, Container, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from naast.accountability.models import Breach
from naast.accountability.policies import papers
from naast.accountability.queries import assessments, breaches, processors, usage
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.clock import morning
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

MOST = 30


def _of_breach(actor: Actor, breach: Breach, kind: str, sentence: Text) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=breach.pk,
        name=_("Breach"),
        sentence=sentence,
        since=breach.noticed_at,
        urgency=Urgency.NOW,
        url=actor.url("accountability:breach", breach_id=breach.pk),
        action=_("Open"),
        has_hours=True,
    )


def _noticed(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    words = _("Somebody thinks that something leaked: look now.")
    for breach in breaches.noticed(actor).order_by("noticed_at", "id")[:MOST]:
        yield _of_breach(actor, breach, "breach-noticed", words)


def _clock(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    rows = list(breaches.clock_running(actor).order_by("aware_at", "id")[:MOST])
    country = breaches.country_of(actor) if rows else ""
    for breach in rows:
        before = breaches.clock_of(breach, [], country, now=now).before
        words = _("Something leaked. Weigh it, and tell the authority where there is a risk.")
        if before is not None:
            moment = date_format(localtime(before), "l j F, H:i")
            words = _("Something leaked. Tell the authority before %(moment)s.") % {
                "moment": moment
            }
        yield _of_breach(actor, breach, "breach-clock", words)


def _people(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    words = _("A high risk: tell the people whose data leaked.")
    for breach in breaches.people_to_tell(actor).order_by("noticed_at", "id")[:MOST]:
        yield _of_breach(actor, breach, "breach-people", words)


def _assessment(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    for house in assessments.waits_for_assessment(actor, day=localdate(now)):
        yield _of_house(actor, house, "assessment-again", now, "assessments", _("The impact assessment is not there yet, or a year old: look at it."))  # fmt: skip


def _firms(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    for firm in processors.to_look_at(actor).order_by("looked_on", "id")[:MOST]:
        yield AttentionItem(
            kind="processor-again",
            subject_id=firm.pk,
            name=firm.name,
            sentence=_("%(name)s: look at the agreement and the list again.")
            % {"name": firm.name.split(" ")[0]},
            since=morning(firm.looked_on + processors.LOOK_AGAIN),
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("accountability:processors"),
            action=_("Look"),
        )


def _fields(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    for house in usage.waits_for_clean_up(actor, day=localdate(now)):
        yield _of_house(actor, house, "fields-clean-up", now, "fields", _("Once a year: which fields does nobody use?"))  # fmt: skip


def _of_house(
    actor: Actor, house: Organisation, kind: str, now: datetime, page: str, sentence: Text
) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=house.pk,
        name=_("Privacy"),
        sentence=sentence,
        since=now,
        urgency=Urgency.GOOD_TO_KNOW,
        url=actor.url(f"accountability:{page}"),
        action=_("Look"),
    )


Rows = Callable[[Actor, datetime], QuerySet[Any, Any]]
Items = Callable[[Actor, datetime], Iterator[AttentionItem]]
KINDS: dict[str, tuple[Rows, Items]] = {
    "breach-noticed": (lambda actor, now: breaches.noticed(actor), _noticed),
    "breach-clock": (lambda actor, now: breaches.clock_running(actor), _clock),
    "breach-people": (lambda actor, now: breaches.people_to_tell(actor), _people),
    "assessment-again": (
        lambda actor, now: assessments.waits_for_assessment(actor, day=localdate(now)),
        _assessment,
    ),
    "processor-again": (lambda actor, now: processors.to_look_at(actor), _firms),
    "fields-clean-up": (
        lambda actor, now: usage.waits_for_clean_up(actor, day=localdate(now)),
        _fields,
    ),
}


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not papers.can_keep(actor):
        return {}
    return {kind: rows(actor, now) for kind, (rows, _items) in KINDS.items()}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries."""
    if not papers.can_keep(actor):
        return []
    return [
        item for kind, (_rows, each) in KINDS.items() if kind in there for item in each(actor, now)
    ]
