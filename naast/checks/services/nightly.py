"""What this room does by itself every night. Running it twice does nothing twice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.accounts.models import User
from naast.audit import log
from naast.checks import keeping
from naast.checks.models import CheckRecord, Policy, Report, Statement
from naast.checks.queries import checks as check_queries
from naast.checks.queries import insurance as insurance_queries
from naast.checks.queries.situations import judged, open_engagements
from naast.checks.services.reports import LIMITS, told_once
from naast.checks.states import CheckState
from naast.core import night, retention
from naast.core.text import Text
from naast.law import checks as law_checks
from naast.law import insurance as law_insurance
from naast.law import yearly as law_yearly
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.queries import colleagues
from naast.people.api import reach_of
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement

# Of `open_engagements`: programmes that ask a check, by a condition or by the law.
ASKING = Q(asks_check=True) | Q(programme__contact_with_minors=True)
A_BATCH = 500
REVIEWS, ENDS = (90, 60, 14), (60, 14)
# A statement is asked for anew three months before it ends (spec/law 2.2).
STATEMENT_MONTHS = 3
Job = Callable[[Actor, Organisation, datetime], int]
# In the language of who reads it: filled in when the message is written.
_day = lazy(date_format, str)


def run(now: datetime) -> dict[str, int]:
    """Find who needs a check, remind of what ends, and forget the outcomes of who left, in each organisation
    on its own. Returns how many of each."""
    return {name: night.each(_houses(), partial(_in_house, job, now)) for name, job in JOBS.items()}


def _houses() -> QuerySet[Organisation]:
    return Organisation.objects.all()


def _in_house(job: Job, now: datetime, house: Organisation) -> int:
    return job(Actor.system(house, reason="nightly checks"), house, now)


def _step(day: date, today: date, steps: Sequence[int]) -> str:
    """Which reminder it is time for: the last of these that has passed, or «due»."""
    left = (day - today).days
    passed = [step for step in steps if left <= step]
    return "due" if left <= 0 else str(min(passed)) if passed else ""


def find_who_needs(actor: Actor, house: Organisation, now: datetime) -> int:
    """A programme asks a check, the rules give a ground for it, and nothing was noted: it stands on the list.
    Twice the same is not possible: the database keeps one open check of each kind."""
    today = localdate(now)
    usual = law_checks.usual_kind(house.country, today)
    known = CheckRecord.objects.filter(person_id=OuterRef("person_id"), kind=usual)
    # In order and not ending soon, or with a talk to come: another list tells of that.
    standing = known.filter(outcome__in=[CheckRecord.Outcome.OK, CheckRecord.Outcome.TALK])
    holding = standing.exclude(review_on__lte=today + check_queries.BEFORE_REVIEW)
    waiting = known.exclude(state=CheckState.SEEN)
    rows = open_engagements(house).filter(ASKING, ~Exists(holding), ~Exists(waiting))
    return night.in_batches(rows, partial(_note, house, now))


@transaction.atomic
def _note(house: Organisation, now: datetime, rows: Sequence[Engagement]) -> int:
    wanted = {
        (each.person_id, each.judgement.kind)
        for each in judged(house, rows, localdate(now))
        if each.judgement.may_be_asked and (each.asks_check or each.with_minors)
    }
    made = CheckRecord.objects.bulk_create(
        [
            CheckRecord(
                organisation=house,
                person_id=person_id,
                kind=kind,
                since_on=localdate(now),
                is_automatic=True,
            )
            for person_id, kind in sorted(wanted)
        ],
        ignore_conflicts=True,
    )
    return len(made)


def _drop_not_needed(actor: Actor, house: Organisation, now: datetime) -> int:
    """What the night put on the list goes when somebody takes part no more in a programme that asks it."""
    going = open_engagements(house).filter(ASKING, person_id=OuterRef("person_id"))
    rows = CheckRecord.objects.filter(
        organisation=house, state=CheckState.NEEDED, is_automatic=True
    )
    return rows.filter(~Exists(going)).delete()[0]


def _remind_reviews(actor: Actor, house: Organisation, now: datetime) -> int:
    """«Your certificate is asked again»: 90, 60 and 14 days before, and on the day, to the volunteer."""
    today = localdate(now)
    rows = check_queries.due(actor, day=today).filter(
        person__volunteer__status__in=[
            VolunteerProfile.Status.ACTIVE,
            VolunteerProfile.Status.INTERESTED,
        ]
    )
    rows = rows.select_related("person__user").defer("reason")
    return night.in_batches(rows, partial(_remind_review, actor, house, today))


def _remind_review(
    actor: Actor, house: Organisation, today: date, rows: Sequence[CheckRecord]
) -> int:
    return remind(
        actor=actor,
        rows=[
            Reminding(
                kind="check.review",
                subject_id=record.pk,
                step=_step(record.review_on, today, REVIEWS),
                subject=_("A paper that we look at again"),
                body=_(
                    "We looked at your check of conduct some years ago. We would like to see a new one "
                    "before %(day)s. We help you with it."
                ),
                values={"day": _day(record.review_on)},
                url=actor.url("checks:my_reporting"),
                **reach_of(record.person, language=house.language),
            )
            for record in rows
            if record.review_on is not None
        ],
    )


@dataclass(frozen=True, slots=True)
class Notice:
    """What coordinators are told about a thing with a day."""

    kind: str
    subject: Text
    body: Text
    page: str


POLICY_ENDS = Notice(
    "policy.ends",
    _("An insurance ends soon"),
    _("One of our policies ends on %(day)s, and nothing follows yet. Without it nobody can start."),
    "checks:insurance",
)
STATEMENT_ENDS = Notice(
    "statement.ends",
    _("A statement ends in three months"),
    _("What we filed for our volunteers is valid until %(day)s. Ask for a new one in time."),
    "checks:statements",
)
LIMITS_SET = Notice(
    LIMITS,
    _("Limits were set to volunteering"),
    _(
        "For what was reported on %(day)s an office set limits. Look at the agreements together, so that "
        "they fit."
    ),
    "checks:reports",
)
REGISTER = Notice(
    "activity.register",
    _("Register an activity for the insurance"),
    _("An activity of %(day)s is not registered yet. That has to happen a day before it starts."),
    "checks:insurance",
)
# What ends, which reminder it is, and the day to name.
Ending = tuple[Model, str, date]


def _to_coordinators(actor: Actor, notice: Notice, about: Sequence[Ending]) -> int:
    """The same reminder to each coordinator: what it is about holds who was told, so that each is told once."""
    users: list[User] = []
    if about:
        users = [each.user for each in colleagues(actor, Function.COORDINATOR)]
    return remind(
        actor=actor,
        rows=[
            Reminding(
                kind=notice.kind,
                subject_id=told_once(row.pk, user.pk),
                step=step,
                subject=notice.subject,
                body=notice.body,
                values={"day": _day(day)},
                user=user,
                url=actor.url(notice.page),
            )
            for row, step, day in about
            if step
            for user in users
        ],
    )


def _remind_policies(actor: Actor, house: Organisation, now: datetime) -> int:
    """An insurance ends and nothing follows: 60 and 14 days before."""
    today = localdate(now)
    about = [
        (policy, _step(policy.until_on, today, ENDS), policy.until_on)
        for policy in insurance_queries.ending(actor, day=today)
        if policy.until_on is not None
    ]
    return _to_coordinators(actor, POLICY_ENDS, about)


def _remind_statements(actor: Actor, house: Organisation, now: datetime) -> int:
    """What we filed for our volunteers ends: three months before."""
    today = localdate(now)
    soon = today + relativedelta(months=STATEMENT_MONTHS)
    rows = Statement.objects.filter(organisation=house, valid_until__range=(today, soon))
    rows = rows.exclude(decision=Statement.Decision.NO)
    about = [(row, "3-months", row.valid_until) for row in rows[:A_BATCH] if row.valid_until]
    return _to_coordinators(actor, STATEMENT_ENDS, about)


def _remind_limits(actor: Actor, house: Organisation, now: datetime) -> int:
    """An office set limits to what somebody may do: the coordinators look at the agreements with them."""
    rows = Report.objects.filter(organisation=house, limits_set=True, silent_on__isnull=False)
    rows = rows.filter(silent_on__gte=localdate(now) - timedelta(days=60))
    about = [(row, f"{row.done_on}", row.done_on) for row in rows[:A_BATCH] if row.done_on]
    return _to_coordinators(actor, LIMITS_SET, about)


def _remind_activities(actor: Actor, house: Organisation, now: datetime) -> int:
    """An activity under the free insurance starts within two days and is not registered."""
    scheme = law_insurance.free_scheme(house.country, localdate(now))
    if scheme is None or not Policy.objects.filter(organisation=house, kind="free").exists():
        return 0
    within = timedelta(hours=scheme.remind_hours)
    rows = insurance_queries.to_register(actor, now=now, within=within)
    about = [(row, "48-hours", localdate(row.starts_at)) for row in rows[:A_BATCH]]
    return _to_coordinators(actor, REGISTER, about)


def _forget_who_left(actor: Actor, house: Organisation, now: datetime) -> int:
    """Outcomes are kept until somebody leaves (spec/law part 3)."""
    day, done = localdate(now), 0
    for kind in keeping.KINDS:
        rows = retention.going(kind, house.pk, day=day).select_related("person")
        done += retention.went(kind, house.pk, night.in_batches(rows, partial(_forget, actor)))
    return done


@transaction.atomic
def _forget(actor: Actor, rows: Sequence[CheckRecord | Report]) -> int:
    for row in rows:
        log.record(f"{row._meta.model_name}.forgotten", actor=actor, target=row.person)
        row.delete()
    return len(rows)


def _remind_yearly(actor: Actor, house: Organisation, now: datetime) -> int:
    """The yearly report of who is recognised under the Flemish decree: in March and in April, before it is due
    (spec/law 1.3), to coordinators and administrators."""
    found = law_yearly.due(
        house.country, localdate(now), under_decree=house.is_under_welfare_decree
    )
    if found is None:
        return 0
    return remind(
        actor=actor,
        rows=[
            Reminding(
                kind="yearly.report",
                subject_id=told_once(house.pk, each.user_id),
                step=found.step,
                subject=found.rule.subject,
                body=found.rule.body,
                user=each.user,
                url=actor.url("checks:insurance"),
            )
            for each in colleagues(actor, Function.COORDINATOR, Function.ADMINISTRATOR)
        ],
    )


JOBS: dict[str, Job] = {
    "checks needed": find_who_needs,
    "checks no longer needed": _drop_not_needed,
    "reminded of checks": _remind_reviews,
    "reminded of insurance": _remind_policies,
    "reminded of statements": _remind_statements,
    "reminded of limits": _remind_limits,
    "reminded of activities": _remind_activities,
    "reminded of the yearly report": _remind_yearly,
    "checks and reports forgotten": _forget_who_left,
}
