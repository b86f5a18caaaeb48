"""Who arranges meetings, and who may sign up."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.outreach.models import InfoMeeting, SignUp


def visible_to(actor: Actor) -> QuerySet[InfoMeeting]:
    """The meetings this actor arranges: coordinators all of their organisation, nobody else any."""
    meetings = InfoMeeting.objects.filter(organisation_id=actor.organisation_id)
    return meetings if actor.is_coordinator else meetings.none()


def on_the_site(actor: Actor, *, now: datetime) -> QuerySet[InfoMeeting]:
    """What everybody may see: public, still to come, not cancelled."""
    meetings = InfoMeeting.objects.filter(organisation_id=actor.organisation_id)
    return meetings.filter(is_public=True, cancelled_at__isnull=True, starts_at__gt=now)


def sign_ups_visible_to(actor: Actor) -> QuerySet[SignUp]:
    """Who comes: coordinators alone. Guests come by their own link (links.sign_up_of), not by this."""
    guests = SignUp.objects.filter(organisation_id=actor.organisation_id)
    return guests if actor.is_coordinator else guests.none()


def can_plan(actor: Actor) -> Decision:
    """Coordinators plan, change and cancel meetings."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can plan meetings."))
    return ALLOW


def can_sign_up(actor: Actor, meeting: InfoMeeting, *, now: datetime) -> Decision:
    """Everybody before the start of a public meeting; a coordinator signs somebody up for any, also at
    the door."""
    if meeting.organisation_id != actor.organisation_id:
        return deny(_("This meeting belongs to another organisation."))
    if meeting.cancelled_at is not None:
        return deny(_("This meeting does not take place."))
    if actor.is_coordinator:
        return ALLOW
    if not meeting.is_public:
        return deny(_("Nobody can sign up for this meeting here."))
    if meeting.starts_at <= now:
        return deny(_("This meeting is over. Look which ones are still to come."))
    return ALLOW
