"""For how long whole files are kept: of a volunteer who left, of a participant without a match. What goes is what
erasing takes away on request, so that both are one and the same."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.circles.models import Circle, InnerMember
from naast.circles.states import OPEN_STATES as OPEN_CIRCLES
from naast.companionship.models import Match, Request
from naast.companionship.states import OPEN_STATES
from naast.core.retention import Kind, deleting, register
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Membership, Organisation
from naast.people.models import ParticipantProfile, Person, VolunteerProfile
from naast.privacy.errors import InTheWay
from naast.privacy.models import AttendanceLetter, RetentionRun, RightsRequest
from naast.privacy.services.erasing import erase
from naast.privacy.states import OPEN_STATES as OPEN_REQUESTS
from naast.programmes.models import Engagement

FORMER_VOLUNTEER = VolunteerProfile.Status.FORMER
FORMER_PARTICIPANT = ParticipantProfile.Status.FORMER


def _still_there(organisation_id: UUID) -> Q:
    """What stands in the way of erasing somebody (queries.erasing): they are not to go tonight."""
    here = {"organisation_id": organisation_id}
    person = OuterRef("pk")
    matches = Match.objects.filter(**here, state__in=OPEN_STATES)
    inner = InnerMember.objects.filter(
        **here, person=person, ended_on__isnull=True, circle__state__in=OPEN_CIRCLES
    )
    work = Membership.objects.filter(
        **here, person_id=person, ended_on__isnull=True, roles__function__in=STAFF
    )
    wishes = Request.objects.filter(**here, participant=person)
    return (
        Q(Exists(matches.filter(volunteer=person)))
        | Q(Exists(matches.filter(participant=person)))
        | Q(Exists(Engagement.objects.filter(**here, person=person, ended_on__isnull=True)))
        | Q(Exists(wishes.exclude(status=Request.Status.CLOSED)))
        | Q(Exists(Circle.objects.filter(**here, core=person, state__in=OPEN_CIRCLES)))
        | Q(Exists(inner))
        | Q(Exists(work))
    )


def _people(organisation_id: UUID) -> QuerySet[Person]:
    asking = RightsRequest.objects.filter(person=OuterRef("pk"), state__in=OPEN_REQUESTS)
    return Person.objects.filter(
        ~_still_there(organisation_id),
        # Who asks for their data gets an answer first.
        ~Exists(asking),
        organisation_id=organisation_id,
        erased_on__isnull=True,
    )


def _volunteers(organisation_id: UUID, before: date) -> QuerySet[Person]:
    """Who left, and is not with us in another way."""
    left = Q(volunteer__status=FORMER_VOLUNTEER, volunteer__left_on__lt=before)
    other = Q(participant__isnull=True) | Q(participant__status=FORMER_PARTICIPANT)
    lately = Match.objects.filter(participant=OuterRef("pk"), ended_on__gte=before)
    return _people(organisation_id).filter(left, other, ~Exists(lately))


def _participants(organisation_id: UUID, before: date) -> QuerySet[Person]:
    """Who said goodbye, and whose last match ended before that day; who never had one goes by what was last
    asked."""
    matches = Match.objects.filter(participant=OuterRef("pk"))
    lately = matches.filter(
        Q(ended_on__gte=before) | Q(ended_on__isnull=True, created_at__date__gte=before)
    )
    wishes = Request.objects.filter(participant=OuterRef("pk"), created_at__date__gte=before)
    other = Q(volunteer__isnull=True) | Q(
        volunteer__status=FORMER_VOLUNTEER, volunteer__left_on__lt=before
    )
    return _people(organisation_id).filter(
        other,
        ~Exists(lately),
        ~Exists(wishes),
        participant__status=FORMER_PARTICIPANT,
        participant__created_at__date__lt=before,
    )


def _erase_people(ids: list[UUID]) -> int:
    """One person after the other, as if they had asked for it; the house itself does it."""
    done = 0
    for person in Person.objects.filter(pk__in=ids).only("organisation_id"):
        house = Organisation.objects.get(pk=person.organisation_id)
        actor = Actor.system(house, reason="term is over")
        try:
            erase(actor=actor, person_id=person.pk)
        except InTheWay:
            continue  # it waits for another night, and stands in the report
        done += 1
    return done


def _letters(organisation_id: UUID, before: date) -> QuerySet[AttendanceLetter]:
    return AttendanceLetter.objects.filter(organisation_id=organisation_id, asked_on__lt=before)


def _reports(organisation_id: UUID, before: date) -> QuerySet[RetentionRun]:
    return RetentionRun.objects.filter(organisation_id=organisation_id, day__lt=before)


VOLUNTEERS = Kind(
    code="files.volunteers",
    title=_("Files of volunteers who left"),
    months=24,
    least=6,
    most=60,
    starts=_("the day of the goodbye"),
    reason=_(
        "Two years to come back to it, for a letter of reference and to explain what was done. Then all of it goes; how often and how long stays to count, without a name."
    ),
    due=_volunteers,
    erase=_erase_people,
    person="pk",
    at_once=1,
    shows_people=True,
)
PARTICIPANTS = Kind(
    code="files.participants",
    title=_("Files of participants who said goodbye"),
    months=24,
    least=6,
    most=60,
    starts=_("the day the last match ended"),
    reason=_(
        "Who comes back within two years need not tell everything again. Later it is nobody’s business."
    ),
    due=_participants,
    erase=_erase_people,
    person="pk",
    at_once=1,
    shows_people=True,
)
LETTERS = Kind(
    code="privacy.attendance-letters",
    title=_("That a volunteer asked for a letter about attendance"),
    months=24,
    least=12,
    most=60,
    starts=_("the day it was asked"),
    reason=_("To show that every such letter was asked by the volunteer. The letter is not kept."),
    due=_letters,
    erase=deleting(AttendanceLetter),
    person="person",
)
REPORTS = Kind(
    code="privacy.reports",
    title=_("Reports of what went at night"),
    months=60,
    least=12,
    starts=_("the night"),
    reason=_("Numbers alone, to show that terms are kept."),
    due=_reports,
    erase=deleting(RetentionRun),
)
register(VOLUNTEERS, PARTICIPANTS, LETTERS, REPORTS)
