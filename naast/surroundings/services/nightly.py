"""What this room does at night: inviting, asking, each once. Running it twice does nothing twice."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from naast.companionship.models import Match, Milestone, Side
from naast.companionship.states import LIVING_STATES
from naast.core import night
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import reach_of
from naast.people.models import Person
from naast.surroundings.models import MatchCheck, Outcome, ProgrammeQuestions, Saying
from naast.surroundings.queries import asking
from naast.surroundings.services import telling

THREE_MONTHS = relativedelta(months=3)
# What should have been asked longer ago than this is not asked any more: its moment is over.
LATE = timedelta(days=30)
EARLY = (Milestone.Kind.EARLY_CHECK, Milestone.Kind.END_OF_TRIAL)
# Moment → months after the start of the match.
MOMENTS = {Outcome.Moment.START: 0, Outcome.Moment.THREE: 3, Outcome.Moment.YEAR: 12}
Job = Callable[[Actor, Organisation, date], int]


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, house after house. Returns how many of each were asked."""
    day = localdate(now)
    houses = list(Organisation.objects.all())
    return {name: night.each(houses, partial(_in_house, job, day)) for name, job in JOBS.items()}


def _in_house(job: Job, day: date, house: Organisation) -> int:
    return job(Actor.system(house, reason="nightly questions"), house, day)


def _to_invite(house: Organisation, day: date) -> QuerySet[Person]:
    """Participants with a living match of three months and more who said nothing meanwhile (S2-14)."""
    since = day - THREE_MONTHS
    lately = Saying.objects.filter(
        person=OuterRef("pk"),
        created_at__date__gt=since,
    )
    open_one = Saying.objects.filter(
        person=OuterRef("pk"),
        said_at__isnull=True,
        not_now_on__isnull=True,
    )
    living = Match.objects.filter(
        participant=OuterRef("pk"), state__in=LIVING_STATES, started_on__lte=since
    )
    return Person.objects.filter(
        Exists(living), ~Exists(lately), ~Exists(open_one), organisation=house
    ).select_related("user")


def _invite(actor: Actor, house: Organisation, day: date) -> int:
    """How it goes: every three months, of who is online."""
    people = _to_invite(house, day).filter(user__isnull=False, prefers_paper=False)
    return night.in_batches(people, partial(_put, actor, house, day))


def _invite_by_phone(actor: Actor, house: Organisation, day: date) -> int:
    """Who is not online is asked as well: it stands on the desk, for somebody who rings or prints their page. What
    nobody asked within three months makes place for the next time."""
    asking.by_phone(house.pk).filter(invited_on__lte=day - THREE_MONTHS).update(not_now_on=day)
    people = _to_invite(house, day).exclude(user__isnull=False, prefers_paper=False)
    return night.in_batches(people, partial(_put, actor, house, day))


def _put(actor: Actor, house: Organisation, day: date, people: list[Person]) -> int:
    made = Saying.objects.bulk_create(
        Saying(organisation=house, person=person, invited_on=day) for person in people
    )
    subject, body = telling.INVITATION
    remind(
        actor=actor,
        rows=[
            Reminding(
                kind="saying.how_it_goes",
                subject_id=saying.pk,
                step="invited",
                subject=subject,
                body=body,
                url=actor.url("surroundings:say"),
                **reach_of(saying.person, language=house.language),
            )
            for saying in made
            if saying.person.user_id and not saying.person.prefers_paper
        ],
    )
    return len(made)


def _ask_checks(actor: Actor, house: Organisation, day: date) -> int:
    """Both sides, when an early check or the end of a trial has come."""
    due = Milestone.objects.filter(
        organisation=house,
        kind__in=EARLY,
        done_on__isnull=True,
        due_on__lte=day,
        due_on__gt=day - LATE,
        match__state__in=LIVING_STATES,
        checks__isnull=True,
    ).select_related("match__volunteer__user", "match__participant__user")
    return night.in_batches(due, partial(_put_checks, actor, house, day))


def _put_checks(actor: Actor, house: Organisation, day: date, due: list[Milestone]) -> int:
    made = MatchCheck.objects.bulk_create(
        MatchCheck(
            organisation=house,
            match=milestone.match,
            milestone=milestone,
            side=side,
            person=getattr(milestone.match, side.value),
            asked_on=day,
        )
        for milestone in due
        for side in Side
    )
    subject, body = telling.EARLY_CHECK
    remind(
        actor=actor,
        rows=[
            Reminding(
                kind="match.check",
                subject_id=check.pk,
                step="asked",
                subject=subject,
                body=body,
                url=actor.url("surroundings:my_check", match_check_id=check.pk),
                **reach_of(check.person, language=house.language),
            )
            for check in made
        ],
    )
    return len(made)


def _ask_outcomes(actor: Actor, house: Organisation, day: date) -> int:
    """What changed, in programmes that switched it on (S1-174)."""
    return sum(
        night.in_batches(
            _at_moment(house, day, moment, months),
            partial(_put_outcomes, actor, house, day, moment),
        )
        for moment, months in MOMENTS.items()
    )


def _at_moment(
    house: Organisation, day: date, moment: Outcome.Moment, months: int
) -> QuerySet[Match]:
    asks = ProgrammeQuestions.objects.filter(programme=OuterRef("programme"), asks_outcome=True)
    asked = Outcome.objects.filter(match=OuterRef("pk"), moment=moment)
    until = day - relativedelta(months=months)
    return Match.objects.filter(
        Exists(asks),
        ~Exists(asked),
        organisation=house,
        state__in=LIVING_STATES,
        started_on__lte=until,
        started_on__gt=until - LATE,
    ).select_related("participant__user")


def _put_outcomes(
    actor: Actor, house: Organisation, day: date, moment: Outcome.Moment, matches: list[Match]
) -> int:
    made = Outcome.objects.bulk_create(
        Outcome(
            organisation=house,
            match=match,
            person=match.participant,
            moment=moment,
            asked_on=day,
        )
        for match in matches
    )
    subject, body = telling.OUTCOME
    remind(
        actor=actor,
        rows=[
            Reminding(
                kind="outcome.asked",
                subject_id=outcome.pk,
                step="asked",
                subject=subject,
                body=body,
                url=actor.url("surroundings:my_outcome", outcome_id=outcome.pk),
                **reach_of(outcome.person, language=house.language),
            )
            for outcome in made
        ],
    )
    return len(made)


JOBS: dict[str, Job] = {
    "invited to say how it goes": _invite,
    "asked by phone or on paper how it goes": _invite_by_phone,
    "early checks asked": _ask_checks,
    "asked what changed": _ask_outcomes,
}
