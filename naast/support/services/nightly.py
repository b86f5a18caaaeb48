"""What this room does at night: plans for who is new, dates kept true, check-ins asked, reminders. Running it
twice does nothing twice."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.core import night, retention
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation
from naast.organisations.nights import Job, in_each_house
from naast.people.api import Reach, reach_of
from naast.people.models import Person, VolunteerProfile
from naast.programmes.models import Engagement
from naast.support.keeping import TOLD
from naast.support.models import CheckIn, Guidance, Plan, Talk
from naast.support.queries import plans as queries
from naast.support.services.plans import keep_true, new_plan

# The volunteer is asked a week before we would have talked.
ASK_BEFORE = timedelta(days=7)
# A talk is brought back to mind two days before.
REMIND_BEFORE = timedelta(days=2)


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    return in_each_house(JOBS, now, reason="nightly support")


def make_plans(_actor: Actor, house: Organisation, _now: datetime) -> int:
    """A plan for every active volunteer who has none yet."""
    without = Person.objects.filter(
        organisation=house,
        volunteer__status=VolunteerProfile.Status.ACTIVE,
        support_plan__isnull=True,
    )
    return night.in_batches(without, _new_plans)


def _new_plans(people: list[Person]) -> int:
    # Whoever opens a plan at this moment waits here, or is found.
    list(
        Person.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk__in=[person.pk for person in people])
        .order_by("pk")
    )
    there = set(Plan.objects.filter(person__in=people).values_list("person_id", flat=True))
    plans = [new_plan(person) for person in people if person.pk not in there]
    keep_true(plans, save=False)
    return len(Plan.objects.bulk_create(plans))


def _keep_plans(_actor: Actor, house: Organisation, _now: datetime) -> int:
    """The dates of every plan, from all rooms that know."""
    plans = Plan.objects.filter(organisation=house, person__volunteer__isnull=False).only("id")
    return night.in_batches(plans, _kept_true)


def _kept_true(some: list[Plan]) -> int:
    rows = Plan.objects.select_for_update(of=("self",)).filter(pk__in=[plan.pk for plan in some])
    plans = list(rows.order_by("pk"))
    keep_true(plans)
    return len(plans)


def _let_go(_actor: Actor, house: Organisation, _now: datetime) -> int:
    """A question that waits goes when somebody spoke them meanwhile, or when they are away: the next one comes."""
    waits = CheckIn.objects.filter(organisation=house, answered_on__isnull=True)
    spoken = Q(person__support_plan__spoken_on__gte=F("asked_on"))
    over = waits.filter(spoken | Q(person__support_plan__is_running=False))
    return CheckIn.objects.filter(pk__in=over.values("pk")).delete()[0]


def _end_guidance(_actor: Actor, house: Organisation, now: datetime) -> int:
    """Who stopped in a programme is no longer guided in its tasks; what was stays as history."""
    engaged = Engagement.objects.filter(
        person=OuterRef("person"), programme=OuterRef("task__programme"), ended_on__isnull=True
    )
    rows = Guidance.objects.filter(~Exists(engaged), organisation=house, until_on__isnull=True)
    ids = rows.values("pk")
    return Guidance.objects.filter(pk__in=ids).update(until_on=localdate(now))


def _ask(actor: Actor, house: Organisation, now: datetime) -> int:
    """«How is it going?», a week before we would talk: once for each time."""
    soon = localdate(now) + ASK_BEFORE
    waits = CheckIn.objects.filter(person=OuterRef("person"), answered_on__isnull=True)
    plans = _running(house).filter(~Exists(waits), due_on__lte=soon)
    return night.in_batches(plans, partial(_ask_some, actor, house, now))


def _running(house: Organisation) -> QuerySet[Plan]:
    return Plan.objects.filter(organisation=house, is_running=True).select_related("person__user")


def _ask_some(actor: Actor, house: Organisation, now: datetime, plans: list[Plan]) -> int:
    day = localdate(now)
    CheckIn.objects.bulk_create(
        [
            CheckIn(
                organisation=house, person=plan.person, asked_on=day, due_on=max(plan.due_on, day)
            )
            for plan in plans
        ],
        # Two nights at once: one open check-in a person.
        ignore_conflicts=True,
    )
    rows = [
        Reminding(
            kind="support.check-in",
            subject_id=plan.person_id,
            step=plan.due_on.isoformat(),
            subject=_("How is it going?"),
            body=_("We would like to know how you are and how it goes. A few words are enough."),
            url=actor.url("support:my_check_in"),
            **reach_of(plan.person, language=house.language),
        )
        for plan in plans
    ]
    remind(actor=actor, rows=rows)
    return len(plans)


def _remind_guides(actor: Actor, house: Organisation, now: datetime) -> int:
    """One message a week to a guide with people whom they would have talked with, however many there are."""
    day = localdate(now)
    late = queries.overdue(actor, day=day).filter(guide__isnull=False, guide__ended_on__isnull=True)
    guides = Membership.objects.filter(pk__in=late.values("guide")).select_related("user")
    year, week, _day = day.isocalendar()
    return night.in_batches(
        guides, partial(_remind_some, actor, f"{year}-{week}", actor.url("support:overview"))
    )


def _remind_some(actor: Actor, step: str, url: str, guides: list[Membership]) -> int:
    rows = [
        Reminding(
            kind="support.late",
            subject_id=guide.pk,
            step=step,
            subject=_("Time to talk with somebody you guide"),
            body=_("Naast tells with whom. A short call is enough."),
            user=guide.user,
            url=url,
        )
        for guide in guides
    ]
    return remind(actor=actor, rows=rows)


def _remind_talks(actor: Actor, house: Organisation, now: datetime) -> int:
    """Two days before a talk: both are reminded, once for each day it was moved to."""
    day = localdate(now)
    talks = Talk.objects.filter(
        organisation=house,
        held_on__isnull=True,
        cancelled_on__isnull=True,
        planned_on__gt=day,
        planned_on__lte=day + REMIND_BEFORE,
    ).select_related("person__user", "led_by__user")
    return night.in_batches(talks, partial(_remind_of_talks, actor, house))


def _remind_of_talks(actor: Actor, house: Organisation, talks: Sequence[Talk]) -> int:
    rows = []
    for talk in talks:
        own = actor.url("support:my_talk", talk_id=talk.pk)
        reach = reach_of(talk.person, language=house.language)
        rows.append(_coming(talk, "support.my-talk", own, reach))
        led = actor.url("support:talk", talk_id=talk.pk)
        leader = Reach(user=talk.led_by.user, address="", language=house.language)
        rows.append(_coming(talk, "support.talk", led, leader))
    return remind(actor=actor, rows=rows)


def _coming(talk: Talk, kind: str, url: str, reach: Reach) -> Reminding:
    return Reminding(
        kind=kind,
        subject_id=talk.pk,
        step=talk.planned_on.isoformat(),
        subject=_("A talk is coming"),
        body=_("On %(day)s. Naast tells with whom and where."),
        values={"day": talk.planned_on.strftime("%d/%m/%Y")},
        url=url,
        **reach,
    )


def _forget_told(_actor: Actor, house: Organisation, now: datetime) -> int:
    return retention.sweep(TOLD, house.pk, day=localdate(now))


JOBS: dict[str, Job] = {
    "plans": make_plans,
    "dates": _keep_plans,
    "let_go": _let_go,
    "guidance": _end_guidance,
    "check_ins": _ask,
    "guides": _remind_guides,
    "talks": _remind_talks,
    "told": _forget_told,
}
