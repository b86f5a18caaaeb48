"""Who knows that a circle exists, and who may do what with it. Nothing else decides this."""

from typing import Literal
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.circles.models import Circle, InnerMember, OuterMember, PassageTo
from naast.circles.states import OPEN_STATES, Kind
from naast.core.decisions import ALLOW, Decision, deny
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership

Side = Literal["volunteer", "core"]
SYSTEM = "system"


def is_attended() -> Exists:
    """Whether a circle has a coordinator or a deputy who is still one here."""
    present = Membership.objects.filter(
        Q(pk=OuterRef("coordinator_id")) | Q(pk=OuterRef("deputy_id")),
        ended_on__isnull=True,
        roles__function=Function.COORDINATOR,
    )
    return Exists(present)


def visible_to(actor: Actor) -> QuerySet[Circle]:
    """The circles whose coordinator's pages this actor may open; everything else is a 404.

    COSA: only for its own coordinator and deputy, since that somebody stands in the middle of one is a fact
    of criminal law (GDPR art. 10). Once both are gone, any coordinator, so that nobody is left alone.
    Network circles: every coordinator of the organisation. Nobody leads the circle in whose middle they stand:
    they would read what their volunteers wrote for each other.
    """
    circles = Circle.objects.filter(organisation_id=actor.organisation_id)
    if SYSTEM in actor.functions:
        return circles
    if not actor.is_coordinator or actor.membership_id is None:
        return circles.none()
    own = Q(coordinator_id=actor.membership_id) | Q(deputy_id=actor.membership_id)
    if actor.person_id is not None:
        circles = circles.exclude(core_id=actor.person_id)
    return circles.filter(own | Q(kind=Kind.NETWORK) | ~is_attended())


def as_volunteer(actor: Actor) -> QuerySet[Circle]:
    """The circles in which the actor has a place, until it or the circle ends."""
    circles = Circle.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return circles.none()
    places = InnerMember.objects.filter(
        circle=OuterRef("pk"), person_id=actor.person_id, ended_on__isnull=True
    )
    return circles.filter(Exists(places), state__in=OPEN_STATES)


def as_core(actor: Actor) -> QuerySet[Circle]:
    """The circles around the actor, for as long as something of them is kept."""
    circles = Circle.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.PARTICIPANT):
        return circles.none()
    return circles.filter(core_id=actor.person_id)


def inside(actor: Actor) -> QuerySet[Circle]:
    """The circles of which the actor is a part: as a volunteer, or in the middle."""
    circles = Circle.objects.filter(organisation_id=actor.organisation_id)
    return circles.filter(
        Q(pk__in=as_volunteer(actor).values("pk")) | Q(pk__in=as_core(actor).values("pk"))
    )


def side_of(actor: Actor, circle: Circle) -> Side:
    """As whom the actor looks at a circle that they are inside of."""
    is_core = actor.has(Function.PARTICIPANT) and circle.core_id == actor.person_id
    return "core" if is_core else "volunteer"


def places_in_outer(actor: Actor) -> QuerySet[OuterMember]:
    """The places of the actor in outer circles: the door to what was passed on to them, and to nothing more. Before
    the core member ever said yes to the circle nobody outside hears that there is one, but for who was told
    something in danger."""
    places = OuterMember.objects.filter(organisation_id=actor.organisation_id)
    if actor.membership_id is None or not actor.has(Function.PROFESSIONAL):
        return places.none()
    told = PassageTo.objects.filter(outer=OuterRef("pk"), passage__released_at__isnull=False)
    return places.filter(
        Q(circle__consented_on__isnull=False) | Exists(told),
        membership_id=actor.membership_id,
        left_on__isnull=True,
        circle__state__in=OPEN_STATES,
    )


def own_id(actor: Actor) -> UUID:
    """The person behind somebody who is inside a circle. Raises NotAllowed for an account without one."""
    if actor.person_id is None:
        raise NotAllowed(_("Only who is in the circle can do this."))
    return actor.person_id


def can_start(actor: Actor) -> Decision:
    """Coordinators start circles."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can start a circle."))
    return ALLOW


def can_lead(actor: Actor, circle: Circle) -> Decision:
    """The circle coordinator and the deputy arrange everything and are the only passage between inside and
    outside (S1-161)."""
    if not visible_to(actor).filter(pk=circle.pk).exists():
        return deny(_("Only the coordinator of this circle and the deputy can do this."))
    return ALLOW


def can_change(actor: Actor, circle: Circle) -> Decision:
    """As `can_lead`, until the circle is over."""
    if circle.is_over:
        return deny(_("This circle is over; nothing about it changes any more."))
    return can_lead(actor, circle)


def can_take_part(actor: Actor, circle: Circle) -> Decision:
    """Volunteers of the circle write minutes, log contacts and say what they noticed."""
    if not as_volunteer(actor).filter(pk=circle.pk).exists():
        return deny(_("Only a volunteer of this circle can do this."))
    return ALLOW


def can_agree(actor: Actor, circle: Circle) -> Decision:
    """Everybody of the inner circle says «I agree» for themselves (B11)."""
    if circle.is_over:
        return deny(_("This circle is over; nothing about it changes any more."))
    if not inside(actor).filter(pk=circle.pk).exists():
        return deny(_("Only who is in the circle agrees to this."))
    return ALLOW


def can_decide_about_own(actor: Actor, circle: Circle) -> Decision:
    """The core member gives and takes back their own yes, until the circle is over."""
    if circle.is_over:
        return deny(_("This circle is over; nothing about it changes any more."))
    if not as_core(actor).filter(pk=circle.pk).exists():
        return deny(_("Only the person in the middle of the circle decides this."))
    return ALLOW


def can_tell_circle(actor: Actor, place: OuterMember) -> Decision:
    """Somebody of the outer circle tells the circle coordinator something."""
    if not places_in_outer(actor).filter(pk=place.pk).exists():
        return deny(_("Only who stands in the outer circle can do this."))
    return ALLOW
