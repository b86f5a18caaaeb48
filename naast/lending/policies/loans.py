"""Who lends, and who knows of a loan: coordinators, and the borrower their own."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.lending.models import Loan
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person, VolunteerProfile


def visible_to(actor: Actor) -> QuerySet[Loan]:
    """All loans of the house, for coordinators."""
    rows = Loan.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.none()


def own_of(actor: Actor) -> QuerySet[Loan]:
    """What the volunteer themselves has or had."""
    rows = Loan.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(person_id=actor.person_id)


def can_lend(actor: Actor, person: Person) -> Decision:
    """Coordinators lend to volunteers of the house, never to themselves."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can lend something."))
    if person.organisation_id != actor.organisation_id:
        return deny(_("This person belongs to another organisation."))
    if actor.person_id == person.pk:
        return deny(_("Ask a colleague to lend it to you."))
    profile = getattr(person, "volunteer", None)
    if profile is None or profile.status == VolunteerProfile.Status.FORMER:
        return deny(_("Things are lent to volunteers of today."))
    return ALLOW


def can_settle(actor: Actor, loan: Loan) -> Decision:
    """Coordinators write down what becomes of a loan, never of their own."""
    if not visible_to(actor).filter(pk=loan.pk).exists():
        return deny(_("Only a coordinator can do this."))
    if actor.person_id is not None and actor.person_id == loan.person_id:
        return deny(_("This is your own: ask a colleague."))
    return ALLOW


def can_tell(actor: Actor, loan: Loan) -> Decision:
    """The borrower, for as long as they have it."""
    if not own_of(actor).filter(pk=loan.pk).exists():
        return deny(_("This was not lent to you."))
    if not loan.is_out:
        return deny(_("This came back already."))
    return ALLOW
