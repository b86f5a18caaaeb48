"""Who reads what was told of a visit, and who tells it."""

from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match, QuietQuestion, Visit
from naast.companionship.policies import matches
from naast.companionship.states import LIVING_STATES
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function

MAY_EDIT_FOR = timedelta(days=7)


def visible_to(actor: Actor) -> QuerySet[Visit]:
    """The visits whose words this actor may read: coordinators all, a volunteer those of their own
    living matches. The next volunteer of the same participant never reads these (casa#3338)."""
    visits = Visit.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return visits
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return visits.none()
    return visits.filter(match__volunteer_id=actor.person_id, match__state__in=LIVING_STATES)


def dates_visible_to(actor: Actor) -> QuerySet[Visit]:
    """The visits of which this actor may know the day and the way: both sides of a match, and the
    professional. Only for queries that read nothing else of it."""
    return Visit.objects.filter(
        organisation_id=actor.organisation_id, match__in=matches.visible_to(actor)
    )


def quiet_questions_of(actor: Actor) -> QuerySet[QuietQuestion]:
    """The friendly questions that were put to this volunteer, in matches that still live."""
    return QuietQuestion.objects.filter(
        organisation_id=actor.organisation_id, match__in=matches.own_as_volunteer(actor)
    )


def can_log(actor: Actor, match: Match) -> Decision:
    """The volunteer of a living match tells of a visit, or the coordinator on their behalf."""
    if match.organisation_id != actor.organisation_id:
        return deny(_("This match belongs to another organisation."))
    if match.state not in LIVING_STATES:
        return deny(_("You can tell of visits while a match is running."))
    if not (actor.is_coordinator or _is_volunteer(actor, match)):
        return deny(_("Only the volunteer of this match can tell of a visit."))
    return ALLOW


def can_edit(actor: Actor, visit: Visit, *, day: date) -> Decision:
    """Who told of the visit may change it for a week."""
    if visit.user_id is None or visit.user_id != actor.user_id:
        return deny(_("Only who told of this visit can change it."))
    if visit.match.state not in LIVING_STATES:
        return deny(_("You can change visits while a match is running."))
    if day - localdate(visit.created_at) > MAY_EDIT_FOR:
        return deny(
            _("After a week a visit stays as it is. Tell your coordinator what is different.")
        )
    return ALLOW


def can_see_to(actor: Actor) -> Decision:
    """Coordinators read what was passed on."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can mark this as read."))
    return ALLOW


def _is_volunteer(actor: Actor, match: Match) -> bool:
    return actor.has(Function.VOLUNTEER) and actor.person_id == match.volunteer_id
