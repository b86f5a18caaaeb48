"""Who reads what somebody said, and who answers."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.companionship.states import LIVING_STATES
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.surroundings.models import MatchCheck, Outcome, Saying


def sayings_visible_to(actor: Actor) -> QuerySet[Saying]:
    """One's own always; coordinators what was said; a professional what their participant let them read."""
    rows = Saying.objects.filter(organisation_id=actor.organisation_id)
    readable = _own(actor)
    if actor.is_coordinator:
        readable |= Q(said_at__isnull=False)
    if actor.has(Function.PROFESSIONAL) and actor.membership_id is not None:
        readable |= Q(
            said_at__isnull=False,
            audience=Saying.Audience.PROFESSIONAL,
            person__participant__professional_id=actor.membership_id,
        )
    return rows.filter(readable)


def can_answer(actor: Actor, saying: Saying) -> Decision:
    """Whoever it was said to answers it, and nobody answers themselves."""
    if saying.person_id == actor.person_id:
        return deny(_("Somebody else answers this."))
    if not sayings_visible_to(actor).filter(pk=saying.pk).exists():
        return deny(_("This was not said to you."))
    return ALLOW


def checks_visible_to(actor: Actor) -> QuerySet[MatchCheck]:
    """One's own, and for coordinators all. Never those of the other one in the match, also not for a
    coordinator who stands in it themselves."""
    rows = MatchCheck.objects.filter(organisation_id=actor.organisation_id)
    if not actor.is_coordinator:
        return rows.filter(_own(actor))
    if actor.person_id is None:
        return rows
    theirs = Q(match__volunteer_id=actor.person_id) | Q(match__participant_id=actor.person_id)
    return rows.filter(~theirs | _own(actor))


def can_fill_in(actor: Actor, check: MatchCheck) -> Decision:
    """Each answers for themselves; a coordinator writes down what was told or came in on paper, except about
    a match that they stand in themselves."""
    if check.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if check.match.state not in LIVING_STATES:
        return deny(_("This match is not running."))
    if check.person_id == actor.person_id:
        return ALLOW
    both = {check.match.volunteer_id, check.match.participant_id}
    if not actor.is_coordinator or actor.person_id in both:
        return deny(_("Each of the two answers for themselves."))
    return ALLOW


def can_see_to(actor: Actor, check: MatchCheck) -> Decision:
    """A coordinator reads what asks for somebody; what they answered themselves is for a colleague."""
    if not actor.is_coordinator or check.person_id == actor.person_id:
        return deny(_("Only a coordinator who is not concerned marks this as read."))
    return ALLOW


def outcomes_visible_to(actor: Actor) -> QuerySet[Outcome]:
    """The participant's own, and for coordinators all."""
    rows = Outcome.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.filter(_own(actor))


def can_tell_outcome(actor: Actor, outcome: Outcome) -> Decision:
    """The participant, or a coordinator who writes down what they told."""
    if outcome.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if outcome.person_id != actor.person_id and not actor.is_coordinator:
        return deny(_("Only the participant answers this."))
    return ALLOW


def can_switch(actor: Actor) -> Decision:
    """Coordinators decide which questions a programme asks."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change this."))
    return ALLOW


def sayings_put_to(actor: Actor) -> QuerySet[Saying]:
    """What the actor themselves said or was invited to say."""
    return Saying.objects.filter(_own(actor), organisation_id=actor.organisation_id)


def checks_put_to(actor: Actor) -> QuerySet[MatchCheck]:
    """The early checks put to the actor themselves."""
    return MatchCheck.objects.filter(_own(actor), organisation_id=actor.organisation_id)


def outcomes_put_to(actor: Actor) -> QuerySet[Outcome]:
    """The questions about what changed put to the actor themselves."""
    return Outcome.objects.filter(_own(actor), organisation_id=actor.organisation_id)


def _own(actor: Actor) -> Q:
    return Q(person_id=actor.person_id) if actor.person_id is not None else Q(pk__in=[])
