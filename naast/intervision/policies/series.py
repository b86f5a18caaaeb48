"""Who knows of a group, and who arranges it."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.core.errors import NotAllowed
from naast.intervision.models import FollowUp, Series, SeriesMember, SeriesProgramme
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Function, Membership
from naast.people.models import VolunteerProfile


def still_inside() -> Q:
    """Of members: who did not leave. Who said goodbye as a volunteer is inside no longer, unless they work
    here."""
    works_here = Membership.objects.filter(
        person_id=OuterRef("person_id"),
        organisation_id=OuterRef("organisation_id"),
        ended_on__isnull=True,
        roles__function__in=STAFF,
    )
    goodbye = Q(person__volunteer__status=VolunteerProfile.Status.FORMER)
    return Q(~goodbye | Q(Exists(works_here)), left_on__isnull=True)


def own_membership(actor: Actor) -> QuerySet[SeriesMember]:
    """The groups somebody takes part in now, as rows of their own."""
    members = SeriesMember.objects.filter(still_inside(), organisation_id=actor.organisation_id)
    return members.filter(person_id=actor.person_id) if actor.person_id else members.none()


def person_of(actor: Actor) -> UUID:
    """The person behind the actor, who does this for themselves. Raises NotAllowed for nobody."""
    if actor.person_id is None:
        raise NotAllowed(str(_("Only a person of the group does this.")))
    return actor.person_id


def visible_to(actor: Actor) -> QuerySet[Series]:
    """Coordinators: all of their organisation. Others: the groups they take part in."""
    series = Series.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return series
    return series.filter(Exists(own_membership(actor).filter(series=OuterRef("pk"))))


def members_visible_to(actor: Actor) -> QuerySet[SeriesMember]:
    """Who is in a group: coordinators all, others those of their own groups."""
    return SeriesMember.objects.filter(
        organisation_id=actor.organisation_id, series__in=visible_to(actor)
    )


def can_arrange(actor: Actor) -> Decision:
    """Coordinators set up groups and say who takes part."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can arrange this group."))
    return ALLOW


def follow_ups_visible_to(actor: Actor) -> QuerySet[FollowUp]:
    """Whom to ask how they are, never for the group: coordinators all, a coach those of groups of the
    programmes they coach."""
    rows = FollowUp.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return rows
    if not actor.has(Function.COACH) or actor.membership_id is None:
        return rows.none()
    coached = SeriesProgramme.objects.filter(
        series=OuterRef("series"), programme__coach_id=actor.membership_id
    )
    return rows.filter(Exists(coached))


def can_follow_up(actor: Actor, row: FollowUp) -> Decision:
    """Coordinators, and the coach of a programme of the group, talk with who was missed."""
    if row.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not follow_ups_visible_to(actor).filter(pk=row.pk).exists():
        return deny(_("Only the coordinator or the coach writes this down."))
    return ALLOW
