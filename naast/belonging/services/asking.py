"""What the night asks: welcome checks, a fresh look, and «extend, change or stop?» (S1-218, S1-93, S1-73).

Nobody is asked two things in a week, except about an agreed end, which does not wait. No answer is fine: after four
weeks the question goes by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.belonging import rhythm
from naast.belonging.models import WAITING, Question, Welcome
from naast.belonging.states import QuestionKind
from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core import night
from naast.core.text import Text
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import reach_of
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement, Programme

LET_GO_AFTER = timedelta(days=28)
HERE = (VolunteerProfile.Status.ACTIVE, VolunteerProfile.Status.PAUSED)
SUBJECT: Text = _("A short question for you")
BODIES: dict[str, Text] = {
    QuestionKind.CHECK: _("Do you feel at home here? Four taps are enough."),
    QuestionKind.LOOK: _("You look at us with fresh eyes. What strikes you? We answer you."),
    QuestionKind.GOING_ON: _(
        "How would you like to go on? Extend, change or stop: all three are fine."
    ),
}


@dataclass(frozen=True, slots=True)
class Due:
    """People of one programme to whom one thing is asked tonight."""

    kind: QuestionKind
    rows: QuerySet[Engagement]
    week: int = 0


def ask_due(actor: Actor, house: Organisation, today: date) -> int:
    """Ask what is due in this house. Returns how many were asked; a second run asks nothing."""
    programmes = Programme.objects.filter(organisation=house, status=Programme.Status.ACTIVE)
    return sum(
        night.in_batches(each.rows, partial(_ask, actor, house, today, each))
        for programme in programmes.select_related("welcome").order_by("id")
        for each in _due(programme, today)
    )


def _due(programme: Programme, today: date) -> Iterator[Due]:
    """The agreed ends first: they can't wait."""
    welcome: Welcome = getattr(programme, "welcome", None) or Welcome(programme=programme)
    here = Engagement.objects.filter(
        programme=programme, ended_on__isnull=True, person__volunteer__status__in=HERE
    )
    soon = today + timedelta(weeks=welcome.end_weeks)
    ends = here.filter(until_on__gte=today, until_on__lte=soon, started_on__lte=today)
    asked = Question.objects.filter(engagement=OuterRef("pk"), end_on=OuterRef("until_on"))
    yield Due(QuestionKind.GOING_ON, ends.filter(~Exists(asked)))
    calm = here.filter(~Exists(_asked_lately(today)))
    for week in welcome.check_weeks:
        first, last = rhythm.started_between(week, today)
        rows = calm.filter(started_on__gte=first, started_on__lte=last)
        yield Due(QuestionKind.CHECK, _not_asked(rows, QuestionKind.CHECK, week), week)
    first, last = rhythm.started_between_months(welcome.look_months, today)
    looks = calm.filter(started_on__gte=first, started_on__lte=last)
    yield Due(QuestionKind.LOOK, _not_asked(looks, QuestionKind.LOOK, 0))
    yield Due(QuestionKind.GOING_ON, _yearly(calm, programme, today))


def _asked_lately(today: date) -> QuerySet[Question]:
    return Question.objects.filter(person=OuterRef("person"), asked_on__gt=today - rhythm.QUIET)


def _not_asked(rows: QuerySet[Engagement], kind: QuestionKind, week: int) -> QuerySet[Engagement]:
    """A person who started in two programmes at once is asked one time; nobody twice for the same programme, also
    when their start was moved."""
    alike = Question.objects.filter(kind=kind, week=week)
    near = alike.filter(person=OuterRef("person"), asked_on__gte=OuterRef("started_on"))
    here = alike.filter(engagement=OuterRef("pk"))
    return rows.filter(~Exists(near), ~Exists(here))


def _yearly(calm: QuerySet[Engagement], programme: Programme, today: date) -> QuerySet[Engagement]:
    """Without an agreed end, once in the programme's own duration: unless a match has an end in sight, or the
    person was asked for another programme in the same period."""
    months = programme.duration_months or rhythm.USUAL_MONTHS
    this_period = Question.objects.filter(
        person=OuterRef("person"),
        kind=QuestionKind.GOING_ON,
        asked_on__gt=today - relativedelta(months=months) + rhythm.CATCH_UP,
    )
    in_sight = Match.objects.filter(
        volunteer=OuterRef("person"),
        programme=programme,
        state__in=LIVING_STATES,
        intended_end_on__isnull=False,
    )
    days = rhythm.anniversaries(today, months=months)
    open_end = calm.filter(until_on__isnull=True, started_on__in=days)
    return open_end.filter(~Exists(this_period), ~Exists(in_sight))


def _ask(
    actor: Actor, house: Organisation, today: date, due: Due, batch: Sequence[Engagement]
) -> int:
    made = Question.objects.bulk_create(
        Question(
            organisation=house,
            engagement=each,
            person_id=each.person_id,
            kind=due.kind,
            week=due.week,
            end_on=each.until_on if due.kind == QuestionKind.GOING_ON else None,
            asked_on=today,
        )
        for each in batch
    )
    asked = Question.objects.filter(pk__in=[each.pk for each in made])
    remind(
        actor=actor,
        rows=[_reminding(actor, house, each) for each in asked.select_related("person__user")],
    )
    return len(made)


def _reminding(actor: Actor, house: Organisation, question: Question) -> Reminding:
    """Who has no account is asked by phone or on paper: the desk shows them."""
    reach = reach_of(question.person, language=house.language)
    return Reminding(
        kind="belonging.question",
        subject_id=question.pk,
        step="asked",
        subject=SUBJECT,
        body=BODIES[question.kind],
        user=reach["user"],
        language=reach["language"],
        url=actor.url("belonging:question", question_id=question.pk),
    )


def let_go(actor: Actor, house: Organisation, today: date) -> int:
    """What nobody answered goes by itself, and all questions of who does not take part any more. A question about an
    agreed end stays until somebody answers it or the end is moved: also when its day is over. Returns how many."""
    over = (
        Q(asked_on__lte=today - LET_GO_AFTER, end_on__isnull=True)
        | Q(engagement__ended_on__isnull=False)
        | Q(end_on__isnull=False) & ~Q(engagement__until_on=F("end_on"))
    )
    return Question.objects.filter(WAITING, over, organisation=house).update(dropped_on=today)
