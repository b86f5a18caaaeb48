"""Who may tell that they noticed something, and who reads their own signals back."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.companionship.policies.matches import as_participant, as_staff, as_volunteer
from naast.companionship.states import LIVING_STATES
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Function
from naast.people.api import visible_to as people_visible_to
from naast.people.models import Person
from naast.signals.models import Signal

TELL_AS_THEMSELVES = (Function.VOLUNTEER, Function.PARTICIPANT)
# Who may write down what somebody told them; the board and finance don't meet people in their function.
WRITERS = (
    Function.COORDINATOR,
    Function.COACH,
    Function.PROFESSIONAL,
    Function.SAFEGUARDING,
    Function.MEDIATOR,
)


def visible_to(actor: Actor) -> QuerySet[Signal]:
    """The signals this actor told themselves: nobody reads those of somebody else here. What staff wrote down for
    somebody is that person’s own, not theirs."""
    rows = Signal.objects.filter(organisation_id=actor.organisation_id)
    own = Q()
    if actor.person_id is not None:
        own |= Q(reporter_id=actor.person_id)
    if actor.membership_id is not None:
        own |= Q(reporter__isnull=True, entered_by_id=actor.membership_id)
    return rows.filter(own) if own else rows.none()


def tells_as_person(actor: Actor) -> bool:
    """Whether this actor tells as a volunteer or participant, not in a function of staff."""
    return actor.person_id is not None and actor.has(*TELL_AS_THEMSELVES)


def can_raise(actor: Actor) -> Decision:
    """Every member may tell what they noticed."""
    if actor.membership_id is None:
        return deny(_("Only who belongs to this organisation can tell this here. Call us instead."))
    return ALLOW


def can_write_down(actor: Actor, person: Person) -> Decision:
    """Whether the actor may write down what this person, or somebody around them, noticed."""
    if not actor.has(*WRITERS):
        return deny(_("Only staff can write down what somebody else noticed."))
    if actor.person_id == person.pk:
        return deny(_("Tell what you noticed yourself on your own page."))
    if not people_visible_to(actor).filter(pk=person.pk).exists():
        return deny(_("You don’t know this person here."))
    return ALLOW


def matches_to_name(actor: Actor) -> QuerySet[Match]:
    """The living matches a signal of this actor may be about: their own as volunteer or participant, and those of
    their participants. Who looks after everything chooses the person first."""
    parts = [as_volunteer(actor), as_participant(actor), as_staff(actor)]
    own = Q()
    for part in parts:
        own |= part or Q()
    matches = Match.objects.filter(
        organisation_id=actor.organisation_id, state__in=[str(state) for state in LIVING_STATES]
    )
    if not own:
        return matches.none()
    # Ids in a subquery, so that the way to the professional never doubles a row.
    return matches.filter(pk__in=Match.objects.filter(own).values("pk"))


def is_staff(actor: Actor) -> bool:
    """Whether this actor works here."""
    return actor.has(*STAFF)
