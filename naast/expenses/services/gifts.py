"""Gifts: written down with their value, never paid by the bank. The Netherlands count them, Belgium does not
(spec/law 1.7.8, 2.1)."""

from uuid import UUID

from django.db import transaction

from naast.audit import log
from naast.core import clock
from naast.expenses.errors import NotPayable
from naast.expenses.inputs import NewGift
from naast.expenses.models import Claim, CostYear
from naast.expenses.policies import gifts as policy
from naast.expenses.queries.years import declaration_of
from naast.expenses.services.claims import check_day, judged_now, lock_year, said_of
from naast.expenses.states import ClaimState, Kind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.taps import just_tapped
from naast.people.models import Person
from naast.rates.queries.figures import figures_for


@transaction.atomic
def give(*, actor: Actor, person: Person, new: NewGift) -> Claim:
    """Write down one gift. It stands as given on its day: nothing is paid out.

    Raises NotAllowed; Incomplete for a day that is still to come or of too long ago; NotPayable when it would pass a ceiling, so that it
    can be left undone. Then nothing is written.
    """
    policy.can_give(actor, person).require()
    check_day(new.day)
    year = lock_year(person, new.day.year)
    if there := _tapped_twice(actor, year, new):
        return there
    row = Claim(
        organisation_id=year.organisation_id,
        cost_year=year,
        kind=Kind.GIFT,
        day=new.day,
        cents=new.cents,
        purpose=new.what,
        state=ClaimState.PAID,
        paid_on=new.day,
        entered_by_id=actor.membership_id,
    )
    figures = figures_for(Organisation.objects.get(pk=actor.organisation_id))
    judged = judged_now(row, figures, declaration_of(year), person, has_proof=False)
    if not judged.is_payable:
        raise NotPayable(" ".join(said_of(row, judged, figures)))
    row.warnings = [code.value for code in judged.judgement.codes]
    row.save()
    log.record("gift.given", actor=actor, target=row)
    return row


def _tapped_twice(actor: Actor, year: CostYear, new: NewGift) -> Claim | None:
    """The same gift of a moment ago: nobody looks at it after this, and in the Netherlands it counts."""
    rows = Claim.objects.filter(
        cost_year=year,
        kind=Kind.GIFT,
        day=new.day,
        cents=new.cents,
        entered_by=actor.membership_id,
        reversed_by__isnull=True,
        created_at__gt=just_tapped(),
    )
    return next((row for row in rows if row.purpose == new.what), None)


@transaction.atomic
def take_back(*, actor: Actor, gift_id: UUID) -> Claim:
    """Take a gift off the list by a line of the same value below zero; the line itself stays as it was.

    Raises Claim.DoesNotExist, or NotAllowed (also for the second time).
    """
    gift = policy.visible_to(actor).select_related("cost_year__person").get(pk=gift_id)
    lock_year(gift.cost_year.person, gift.cost_year.year)
    policy.can_take_back(actor, gift).require()
    row = Claim.objects.create(
        organisation_id=gift.organisation_id,
        cost_year_id=gift.cost_year_id,
        kind=Kind.GIFT,
        day=gift.day,
        cents=-gift.cents,
        purpose=gift.purpose,
        state=ClaimState.PAID,
        paid_on=clock.today(),
        entered_by_id=actor.membership_id,
        reverses=gift,
    )
    log.record("gift.taken-back", actor=actor, target=row)
    return row
