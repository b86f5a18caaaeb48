"""Being there, told in three taps; and «I can't come» (S1-3, S1-96, S2-15)."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Max
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship import hearing
from naast.companionship.models import Match, MatchStep, QuietQuestion, Visit
from naast.companionship.policies import matches as match_policies
from naast.companionship.policies import visits as policies
from naast.companionship.queries import rhythm
from naast.companionship.queries.rhythm import FOUR_WEEKS
from naast.companionship.services import notices
from naast.companionship.services.duty import pass_on
from naast.companionship.services.steps import lock, write_down
from naast.companionship.services.telling import tell_member, tell_owners, tell_person
from naast.companionship.states import Noted
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.organisations.taps import a_moment_ago, just_tapped, same_words
from naast.programmes.models import Task


@dataclass(frozen=True, slots=True)
class Told:
    """What a volunteer tells of a visit. Only the day is asked for; being there is enough (S2-22).

    `by_tap`: sent from a screen, where the same words a moment later are a second tap and no second visit."""

    visited_on: date
    mode: str = Visit.Mode.HOME
    minutes: int | None = None
    part_of_day: str = ""
    is_unplanned: bool = False
    next_on_duty: str = ""
    mood: str = ""
    good_moment: str = ""
    pass_on: str = ""
    task_ids: tuple[UUID, ...] = ()
    other_activity: str = ""
    by_tap: bool = False


@transaction.atomic
def log_visit(*, actor: Actor, match_id: UUID, told: Told) -> Visit:
    """Write down a visit; what is to be passed on waits for the coordinator.

    Raises Match.DoesNotExist, NotAllowed, or DomainError for a day to come or a task of elsewhere.
    """
    match = lock(actor, match_id)
    policies.can_log(actor, match).require()
    _require_past(told.visited_on)
    tasks = _tasks_of(match, told)
    twice = _just_told(actor, match, told) if told.by_tap else None
    if twice is not None:
        return twice
    visit = Visit.objects.create(
        organisation_id=match.organisation_id, match=match, user_id=actor.user_id, **_columns(told)
    )
    visit.tasks.set(tasks)
    pass_on(actor, visit, told.next_on_duty)
    _keep_last_visit(match)
    QuietQuestion.objects.filter(match=match, answered_at__isnull=True).update(
        answered_at=clock.now()
    )
    _notice_often(actor, match)
    hearing.heard(actor, visit)
    log.record("visit.told", actor=actor, target=visit, changes={"match": str(match.pk)})
    return visit


@transaction.atomic
def edit_visit(*, actor: Actor, visit_id: UUID, told: Told) -> Visit:
    """Change what one told oneself, within a week. Raises Visit.DoesNotExist, NotAllowed, DomainError."""
    known = policies.visible_to(actor)
    # The match, because its last visit is counted anew, as by a visit told at this moment.
    match = lock(actor, known.get(pk=visit_id).match_id)
    visit = known.get(pk=visit_id)
    visit.match = match
    policies.can_edit(actor, visit, day=clock.today()).require()
    _require_past(told.visited_on)
    tasks = _tasks_of(visit.match, told)
    columns = _columns(told)
    if told.pass_on != visit.pass_on:
        columns["seen_at"] = None
    for name, value in columns.items():
        setattr(visit, name, value)
    visit.save(update_fields=list(columns))
    visit.tasks.set(tasks)
    _keep_last_visit(visit.match)
    hearing.heard(actor, visit)
    log.record("visit.changed", actor=actor, target=visit)
    return visit


@transaction.atomic
def mark_seen(*, actor: Actor, visit_id: UUID) -> Visit:
    """A coordinator read what was passed on. Raises Visit.DoesNotExist or NotAllowed."""
    visit = policies.visible_to(actor).get(pk=visit_id)
    policies.can_see_to(actor).require()
    visit.seen_at = clock.now()
    visit.save(update_fields=["seen_at"])
    log.record("visit.read", actor=actor, target=visit)
    return visit


@transaction.atomic
def cannot_come(*, actor: Actor, match_id: UUID, day: date, new_date: str = "") -> MatchStep:
    """The volunteer can't come once: everybody concerned is told, and it is no alarm (S1-103).

    `new_date` is what they propose, in their own words. Raises Match.DoesNotExist, NotAllowed, or
    DomainError for a day that is past.
    """
    match = lock(actor, match_id)
    match_policies.can_cancel_visit(actor, match).require()
    if day < clock.today():
        raise DomainError(_("Choose today or a day that is still to come."))
    said = _("Can’t come on %(day)s.") % {"day": date_format(day, "j F Y")}
    if new_date.strip():
        said += " " + _("Proposes: %(words)s") % {"words": new_date.strip()}
    twice = _just_said(actor, match, said)
    if twice is not None:
        return twice
    line = write_down(match, Noted.CANNOT_COME, actor=actor, note=said)
    tell_owners(actor, match, notices.CANNOT_COME)
    tell_person(actor, match, match.participant, notices.CANNOT_COME_PARTICIPANT)
    contact = match.participant_contact or match.professional
    if contact is not None and contact.pk != match.coach_id:
        tell_member(actor, match, contact, notices.CANNOT_COME_CONTACT)
    return line


def _just_told(actor: Actor, match: Match, told: Told) -> Visit | None:
    """The same visit by the same hand a moment ago, whose hours would count twice. Read on a locked match."""
    rows = Visit.objects.filter(match=match, user_id=actor.user_id, created_at__gt=just_tapped())
    columns, tasks = _columns(told), set(told.task_ids)
    for row in rows.prefetch_related("tasks"):
        same = all(getattr(row, name) == value for name, value in columns.items())
        if same and {task.pk for task in row.tasks.all()} == tasks:
            return row
    return None


def _just_said(actor: Actor, match: Match, said: str) -> MatchStep | None:
    """The same words a moment ago: a second tap tells nobody twice."""
    rows = MatchStep.objects.filter(
        match=match,
        name=Noted.CANNOT_COME,
        user_id=actor.user_id,
        created_at__gt=a_moment_ago(),
    )
    return same_words(rows, note=said)


def _columns(told: Told) -> dict[str, object]:
    return {
        "visited_on": told.visited_on,
        "mode": told.mode,
        "minutes": told.minutes,
        "part_of_day": told.part_of_day,
        "is_unplanned": told.is_unplanned,
        "mood": told.mood,
        "good_moment": told.good_moment,
        "pass_on": told.pass_on,
        "other_activity": told.other_activity,
    }


def _require_past(day: date) -> None:
    if day > clock.today():
        raise DomainError(_("Choose today or a day that is past."))


def _tasks_of(match: Match, told: Told) -> list[Task]:
    tasks = list(Task.objects.filter(pk__in=told.task_ids, programme_id=match.programme_id))
    if len(tasks) != len(set(told.task_ids)):
        raise DomainError(_("The list of activities has changed. Look again."))
    return tasks


def _keep_last_visit(match: Match) -> None:
    """The last day we heard of the two; a visit told afterwards never moves it back."""
    newest = Visit.objects.filter(match=match).aggregate(day=Max("visited_on"))["day"]
    days = [day for day in (newest, match.started_on) if day is not None]
    match.last_visit_on = max(days) if days else None
    match.save(update_fields=["last_visit_on"])


def _notice_often(actor: Actor, match: Match) -> None:
    """Seeing each other far more often than agreed is noted once in four weeks, to ask how that is."""
    since = clock.today() - timedelta(days=FOUR_WEEKS)
    rows = Visit.objects.filter(match=match, visited_on__gt=since).order_by().values_list("mode")
    told = dict(rows.annotate(times=Count("id")))
    own = list(match.rhythm_lines.all())
    lines = own or match.programme.contactlines.all()
    if not rhythm.is_often(told, lines, visits=None if own else match.rhythm):
        return
    if rhythm.at_a_distance(match.organisation_id, clock.today()).exists():
        return
    month_ago = clock.now() - timedelta(days=FOUR_WEEKS)
    if not match.steps.filter(name=Noted.OFTEN, created_at__gt=month_ago).exists():
        write_down(match, Noted.OFTEN, actor=actor)
