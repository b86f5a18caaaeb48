"""Who knows of a referral, and who may send one with an account."""

from django.db.models import QuerySet

from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.recruitment.models import Referral


def visible_to(actor: Actor) -> QuerySet[Referral]:
    """Coordinators: all of their organisation; a referrer: those they sent themselves."""
    referrals = Referral.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return referrals
    if actor.membership_id is None or not actor.has(Function.REFERRER):
        return referrals.none()
    return referrals.filter(member_id=actor.membership_id)
