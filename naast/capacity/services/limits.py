"""Writes about limits: those of a volunteer, by themselves; and the terms of the house."""

from django.db import transaction

from naast.audit import log
from naast.capacity.inputs import Limits
from naast.capacity.models import HouseTerms, OwnLimits
from naast.capacity.policies import load as policies
from naast.core import clock
from naast.organisations.actors import Actor
from naast.people.api import change_hat, change_person, lock_person

PARTS_A_DAY = 3
ALL_PARTS = 0b111


@transaction.atomic
def set_limits(*, actor: Actor, limits: Limits) -> OwnLimits:
    """A volunteer sets their own limits. They hold at once: proposals respect the number of matches, the time
    without new asks and the days that are kept free (these go from the free parts of the week; to give one
    back, the volunteer says which part). Raises NotAllowed or VolunteerProfile.DoesNotExist.
    """
    person = lock_person(actor, policies.own_person(actor))
    on_card = {"max_matches": limits.max_matches, "rests_until_on": limits.rests_until_on}
    change_hat(actor=actor, person_id=person.pk, hat="volunteer", changes=on_card)
    days_off = sum(1 << day for day in limits.days_off)
    row, _made = OwnLimits.objects.update_or_create(
        person=person,
        defaults={
            "organisation_id": person.organisation_id,
            "hours_month": limits.hours_month,
            "evenings_month": limits.evenings_month,
            "days_off": days_off,
            "changed_on": clock.today(),
        },
    )
    if person.weekly is not None:
        changes = {"weekly": without_days(person.weekly, limits.days_off)}
        change_person(actor=actor, person_id=person.pk, changes=changes)
    log.record("load.limits-set", actor=actor, target=person)
    return row


def without_days(weekly: int, days: frozenset[int]) -> int:
    """The parts of a week without those of these days (bit = day * 3 + part)."""
    for day in days:
        weekly &= ~(ALL_PARTS << day * PARTS_A_DAY)
    return weekly


@transaction.atomic
def set_terms(*, actor: Actor, check_months: int, most_matches: int | None) -> HouseTerms:
    """How often the self-check comes back here, and the soft ceiling for who coordinates. Raises NotAllowed."""
    policies.can_look_after(actor).require()
    terms, _made = HouseTerms.objects.update_or_create(
        organisation_id=actor.organisation_id,
        defaults={"check_months": check_months, "most_matches": most_matches},
    )
    changes = {"months": check_months, "most": most_matches}
    log.record("load.terms-set", actor=actor, target=terms, changes=changes)
    return terms
