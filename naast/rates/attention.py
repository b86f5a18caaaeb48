"""What this room asks attention for on the desk: days without a figure, and the figures of the next year."""

from collections.abc import Container, Iterator
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.clock import morning
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.rates import words
from naast.rates.gaps import Gap
from naast.rates.policies import rates as policies
from naast.rates.queries import rates as queries

MISSING, NEXT_YEAR = "rates-missing", "rates-next-year"
KINDS = (MISSING, NEXT_YEAR)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist: the organisation, where the package alone does
    not have every figure. Its own rows are read after that."""
    if not policies.may_read(actor):
        return {}
    rows = _houses(actor, localdate(now))
    return dict.fromkeys(KINDS, rows)


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in at most three queries."""
    if not policies.may_read(actor) or not any(kind in there for kind in KINDS):
        return []
    today = localdate(now)
    house = _houses(actor, today).first()
    if house is None:
        return []
    missing = queries.needed_gaps(house, today=today)
    return [item for item in _items(actor, house, missing, today) if item.kind in there]


def _houses(actor: Actor, today: date) -> QuerySet[Organisation]:
    return Organisation.objects.filter(
        pk=actor.organisation_id, country__in=queries.countries_with_gaps(today)
    )


def _items(
    actor: Actor, house: Organisation, missing: list[Gap], today: date
) -> Iterator[AttentionItem]:
    begun = [gap for gap in missing if gap.first <= today]
    coming = [gap for gap in missing if gap.first.year > today.year]
    if begun:
        sentence = _(
            "No claim can be sent for some days: an amount of the law is missing. %(which)s."
        )
        yield _item(
            actor, house, MISSING, sentence % {"which": words.missing(begun[-1])}, begun[-1].first
        )
    if coming:
        year = coming[0].first.year
        sentence = _(
            "The amounts of %(year)s usually appear in November or December: are they there?"
        )
        yield _item(
            actor,
            house,
            NEXT_YEAR,
            sentence % {"year": year},
            today.replace(month=queries.NOVEMBER, day=1),
        )


def _item(
    actor: Actor, house: Organisation, kind: str, sentence: str, since: date
) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=house.pk,
        name=_("Amounts of the law"),
        sentence=sentence,
        since=morning(since),
        urgency=Urgency.THIS_WEEK if kind == MISSING else Urgency.GOOD_TO_KNOW,
        url=actor.url("rates:rates"),
        action=_("Look"),
    )
