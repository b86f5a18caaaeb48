"""What this room asks attention for on the desk of finance: a ceiling that comes near, and last year’s list."""

from collections.abc import Container, Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.expenses.models import Claim, CostYear
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.people.models import Person
from naast.statements.policies import years as policies
from naast.statements.queries import nearing
from naast.statements.queries.years import unpaid_before

NEAR, OPEN_YEAR = "costs-near-ceiling", "costs-open-year"
FRESH = timedelta(days=14)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.has(Function.FINANCE):
        return {}
    return {NEAR: _marked(actor, now), OPEN_YEAR: unpaid_before(actor, localdate(now).year)}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries."""
    if not actor.has(Function.FINANCE):
        return []
    found = [*_near(actor, now)] if NEAR in there else []
    return found + ([*_open_year(actor, now)] if OPEN_YEAR in there else [])


def _marked(actor: Actor, now: datetime) -> QuerySet[CostYear]:
    """Who was near a ceiling last night: a few rows by an index of their own."""
    rows = policies.visible_to(actor)
    return rows.filter(year=localdate(now).year, nears_since__isnull=False).order_by()


def _near(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Of those who were marked, who is still near: one line for all of them, since near a ceiling one stays until the
    year ends. Two weeks after the last one came it is only good to know."""
    today = localdate(now)
    house = Organisation.objects.get(pk=actor.organisation_id)
    look = nearing.look_at(house, today.year, today=today)
    rows = nearing.near(actor, look).filter(nears_since__isnull=False)
    newest = rows.order_by("-nears_since", "pk").first()
    if newest is None:
        return
    others = rows.exclude(pk=newest.pk).count()
    since = newest.nears_since or today
    yield AttentionItem(
        kind=NEAR,
        subject_id=newest.pk,
        name=_("Costs") if others else newest.person.name,
        sentence=_near_words(newest.person, others),
        since=clock.morning(since),
        urgency=Urgency.THIS_WEEK if today - since < FRESH else Urgency.GOOD_TO_KNOW,
        url=actor.url("statements:near", year=today.year),
        action=_("Look"),
    )


def _near_words(person: Person, others: int) -> str:
    if not others:
        return _("%(name)s nears a ceiling of this year: agree how to go on.") % {
            "name": person.first_name
        }
    return _("%(number)s volunteers near a ceiling of this year: agree how to go on.") % {
        "number": others + 1
    }


def _open_year(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    year = localdate(now).year
    rows: QuerySet[Claim] = unpaid_before(actor, year)
    number = rows.count()
    if not number:
        return
    yield AttentionItem(
        kind=OPEN_YEAR,
        subject_id=actor.organisation_id,
        name=_("Costs"),
        sentence=ngettext(
            "One claim of %(year)s is not paid yet: the name list of that year waits for it.",
            "%(number)s claims of %(year)s are not paid yet: the name list of that year waits for them.",
            number,
        )
        % {"number": number, "year": year - 1},
        since=clock.morning(clock.today().replace(month=1, day=1)),
        urgency=Urgency.THIS_WEEK,
        url=actor.url("statements:year", year=year - 1),
        action=_("Look"),
    )
