"""What stops elsewhere when a volunteer says goodbye. Each part of one transaction; twice is the same as once."""

from django.db.models import Q
from django.utils.translation import gettext as _

from naast.appreciation.models import Guest, Post, PostState
from naast.appreciation.services.board import let_go
from naast.audit import log
from naast.belonging.models import Mentoring
from naast.belonging.services.mentoring import end_mentoring
from naast.circles.services.people import end_all_places
from naast.core import clock
from naast.division.models import StandIn
from naast.intervision.models import SeriesMember
from naast.intervision.services.actions import hand_over_actions
from naast.intervision.services.series import remove_member
from naast.learning.models import Seat
from naast.learning.services.seats import take_somebody_off
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.services import take_function
from naast.outreach.models import JobTaker
from naast.outreach.services.jobs import take_off_job
from naast.parting.models import Pulse
from naast.parting.queries.ties import OPEN_MENTORING
from naast.people.api import take_step
from naast.people.models import Person, VolunteerProfile
from naast.programmes.models import Engagement
from naast.programmes.services import end_engagement
from naast.support.services import talks


def end_everything(actor: Actor, person: Person, *, takes_over: Membership | None) -> None:
    """Groups, courses to come, jobs, circle places, light contacts, cards on the board, planned talks,
    engagements, the hat; and last the way in, so that the very next page is a 404. A hat as participant or colleague stays."""
    _leave_groups(actor, person, takes_over)
    _leave_dates(actor, person)
    _leave_circles(actor, person)
    _stop_mentoring(actor, person)
    _stop_contacts(actor, person)
    _leave_the_board(actor, person)
    talks.let_go_of(actor=actor, person=person)
    for engagement in Engagement.objects.filter(person=person, ended_on__isnull=True):
        day = max(clock.today(), engagement.started_on)
        end_engagement(actor=actor, engagement_id=engagement.pk, day=day)
    _take_off_hat(actor, person)
    close_the_way_in(actor, person)


def _leave_groups(actor: Actor, person: Person, takes_over: Membership | None) -> None:
    hand_over_actions(actor=actor, person_id=person.pk, takes_over=takes_over)
    for place in SeriesMember.objects.filter(person=person, left_on__isnull=True):
        remove_member(actor=actor, series_id=place.series_id, person_id=person.pk)


def _leave_dates(actor: Actor, person: Person) -> None:
    now = clock.now()
    for seat in Seat.objects.filter(person=person, session__starts_at__gt=now):
        take_somebody_off(actor=actor, session_id=seat.session_id, person_id=person.pk)
    for taker in JobTaker.objects.filter(person=person, job__starts_at__gt=now):
        take_off_job(actor=actor, short_job_id=taker.job_id, person_id=person.pk)


def _leave_circles(actor: Actor, person: Person) -> None:
    """Places end; who looks after the circle sees that one is free. Nobody else learns which circle."""
    end_all_places(actor=actor, person_id=person.pk, reason=_("Said goodbye as a volunteer."))
    StandIn.objects.filter(person=person).delete()


def _stop_mentoring(actor: Actor, person: Person) -> None:
    """Walking along ends, with thanks; a coordinator finds somebody else for who was new."""
    rows = Mentoring.objects.filter(Q(mentor=person) | Q(newcomer=person), state__in=OPEN_MENTORING)
    for mentoring in rows:
        end_mentoring(actor=actor, mentoring_id=mentoring.pk)


def _stop_contacts(actor: Actor, person: Person) -> None:
    """The participant said yes to this volunteer: another one is a new question, which waits on the desk."""
    kept = Pulse.objects.select_for_update().filter(volunteer=person, ended_on__isnull=True)
    for pulse in kept:
        pulse.ended_on = clock.today()
        pulse.save(update_fields=["ended_on"])
        log.record("pulse.ended", actor=actor, target=pulse, changes={"keeper_left": True})


def _leave_the_board(actor: Actor, person: Person) -> None:
    """Their cards end, words and picture erased; so do their places at moments together still to come. Who comes
    as a colleague still comes."""
    cards = Post.objects.select_for_update(of=("self",), no_key=True).filter(person=person)
    for card in cards.exclude(state=PostState.ENDED):
        let_go(actor=actor, post=card, step="take_down")
    coming = Guest.objects.filter(person=person, gathering__starts_at__gt=clock.now())
    coming.filter(is_staff=False).delete()


def _take_off_hat(actor: Actor, person: Person) -> None:
    profile = VolunteerProfile.objects.filter(person=person).first()
    if profile is not None and profile.status != VolunteerProfile.Status.FORMER:
        take_step(actor=actor, person_id=person.pk, hat="volunteer", step="say-goodbye")


def close_the_way_in(actor: Actor, person: Person) -> None:
    """Whoever signs in here as a volunteer does so no longer. Other functions stay."""
    memberships = Membership.objects.filter(
        organisation_id=person.organisation_id, person_id=person.pk, ended_on__isnull=True
    )
    for membership in memberships:
        take_function(
            actor=actor, membership=membership, function=Function.VOLUNTEER, day=clock.today()
        )
