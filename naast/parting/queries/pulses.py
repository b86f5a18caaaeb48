"""Reads of light contacts after an end. Who keeps one sees first name, phone and lines, and no more (S3-14)."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.companionship.models import Match
from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.parting.models import Pulse, PulseContact
from naast.parting.policies import pulses as policies
from naast.people.api import volunteers_visible_to
from naast.people.models import Person, VolunteerProfile

LINES_SHOWN = 20
# Every so many weeks.
RHYTHMS = (1, 2, 3, 4, 6, 8, 12)
SEEN_OF_PARTICIPANT = ("participant__given_name", "participant__family_name", "participant__phone")


@dataclass(frozen=True, slots=True)
class Sight:
    """What who keeps the contact reads of the participant: this, and nothing else."""

    pulse_id: UUID
    first_name: str
    phone: str
    every_weeks: int
    until_on: date
    last_contact_on: date | None

    @property
    def next_on(self) -> date | None:
        """Around when the next contact is; None before the first."""
        if self.last_contact_on is None:
            return None
        return self.last_contact_on + timedelta(weeks=self.every_weeks)


def kept(actor: Actor) -> list[Sight]:
    """The contacts this actor keeps. One query, which reads no other column of the person."""
    rows = policies.kept_by(actor, day=clock.today()).order_by("until_on", "id")
    columns = ("pk", *SEEN_OF_PARTICIPANT, "every_weeks", "until_on", "last_contact_on")
    return [
        Sight(pk, given or family, phone, every_weeks, until_on, last)
        for pk, given, family, phone, every_weeks, until_on, last in rows.values_list(*columns)
    ]


def sight_of(actor: Actor, pulse_id: UUID) -> Sight | None:
    """One of those, or None."""
    return next((each for each in kept(actor) if each.pulse_id == pulse_id), None)


def lines_of(actor: Actor, pulse_id: UUID) -> list[PulseContact]:
    """The lines of a contact this actor keeps or looks after, newest first."""
    allowed = policies.kept_by(actor, day=clock.today()) | policies.visible_to(actor)
    rows = PulseContact.objects.filter(organisation_id=actor.organisation_id, pulse__in=allowed)
    return list(rows.filter(pulse_id=pulse_id)[:LINES_SHOWN])


def get_pulse(actor: Actor, pulse_id: UUID) -> Pulse | None:
    """One, for coordinators, or None."""
    if not actor.is_coordinator:
        return None
    rows = policies.visible_to(actor).select_related(
        "participant", "volunteer", "colleague__user", "match"
    )
    return rows.filter(pk=pulse_id).first()


def about_me(actor: Actor) -> list[Pulse]:
    """The participant's own: who keeps in touch, how often, until when."""
    return list(policies.about_me(actor).select_related("volunteer", "colleague__user"))


def with_last_question(actor: Actor) -> QuerySet[Pulse]:
    """Ended, and nobody asked the last question yet."""
    rows = policies.visible_to(actor) if actor.is_coordinator else Pulse.objects.none()
    return rows.filter(ended_on__isnull=False, last_answer="").select_related("participant")


def silent(actor: Actor, *, day: date) -> QuerySet[Pulse]:
    """Open, and twice as long without a line as agreed: somebody may have forgotten."""
    rows = policies.visible_to(actor) if actor.is_coordinator else Pulse.objects.none()
    late = Q()
    for weeks in RHYTHMS:
        before = day - 2 * timedelta(weeks=weeks)
        never = Q(last_contact_on__isnull=True, started_on__lt=before)
        late |= Q(every_weeks=weeks) & (never | Q(last_contact_on__lt=before))
    open_ones = rows.filter(late, ended_on__isnull=True, until_on__gte=day)
    return open_ones.select_related("participant", "volunteer", "colleague__user")


def volunteers_to_choose(actor: Actor, match: Match) -> QuerySet[Person]:
    """Volunteers the participant knows already: of their matches, as far as they are still with us."""
    there = volunteers_visible_to(actor).exclude(status=VolunteerProfile.Status.FORMER)
    known = Match.objects.filter(
        organisation_id=actor.organisation_id,
        participant_id=match.participant_id,
        started_on__isnull=False,
    )
    return Person.objects.filter(
        pk__in=known.values("volunteer_id"), volunteer__in=there.values("pk")
    ).order_by("sort_name", "id")


def colleagues_to_choose(actor: Actor) -> QuerySet[Membership]:
    """Colleagues who may keep in touch, by name."""
    return colleagues(actor, Function.PROFESSIONAL, Function.COACH, Function.COORDINATOR)
