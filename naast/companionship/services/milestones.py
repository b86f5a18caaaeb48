"""Moments to call and to look back, made from the programme's rhythm (S1-5, instruments B26)."""

from calendar import monthrange
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Match, Milestone
from naast.companionship.policies import matches as policies
from naast.companionship.services import notices
from naast.companionship.services.steps import lock, save, write_down
from naast.companionship.services.telling import tell_person
from naast.companionship.states import LIVING_STATES, Noted
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.organisations.actors import Actor

# «Renew, change or stop?» is asked four weeks before the end (instruments B26).
BEFORE_THE_END = timedelta(weeks=4)


# Talks that come back, and the field of the programme with their rhythm in weeks.
TALKS = {
    Milestone.Kind.TALK_VOLUNTEER.value: "volunteer_contact_weeks",
    Milestone.Kind.TALK_PARTICIPANT.value: "participant_contact_weeks",
}


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day when that month is shorter."""
    count = day.month - 1 + months
    year, month = day.year + count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def trial_end(match: Match, day: date) -> date:
    """The last day of a trial that starts on `day`."""
    return day + timedelta(weeks=match.programme.trial_weeks)


def intended_end(match: Match, day: date) -> date | None:
    """How long it is meant to last: the wish first, then the programme; None when both are open."""
    asked = match.request.term_months if match.request is not None else None
    months = asked or match.programme.duration_months
    return months_after(day, months) if months else None


def plan_all(match: Match) -> None:
    """Make the milestones of a match that starts. Those on the same day as a weightier one stay out."""
    start = match.started_on
    if start is None:
        return
    programme, kind = match.programme, Milestone.Kind
    planned = {
        start + timedelta(weeks=weeks): kind.EARLY_CHECK for weeks in programme.early_check_weeks
    }
    planned[start + timedelta(days=programme.first_call_days)] = kind.FIRST_CALL
    for months in programme.milestone_months:
        planned[months_after(start, months)] = kind.LOOK_BACK
    if match.trial_until_on:
        planned[match.trial_until_on] = kind.END_OF_TRIAL
    end = match.intended_end_on
    if end is not None:
        planned = {day: each for day, each in planned.items() if day < end}
        planned[max(end - BEFORE_THE_END, start)] = kind.END
    Milestone.objects.bulk_create(
        Milestone(organisation_id=match.organisation_id, match=match, kind=each, due_on=day)
        for day, each in sorted(planned.items())
    )
    for kind_of_talk in TALKS:
        _plan_talk(match, kind_of_talk, after=start)


def _plan_talk(match: Match, kind: str, *, after: date) -> None:
    """The coordinator's next talk with one of the two, by the programme's rhythm (S1-81)."""
    weeks = getattr(match.programme, TALKS[kind])
    if weeks and match.state in LIVING_STATES:
        Milestone.objects.create(
            organisation_id=match.organisation_id,
            match=match,
            kind=kind,
            due_on=after + timedelta(weeks=weeks),
        )


@transaction.atomic
def mark_done(*, actor: Actor, milestone_id: UUID, done_on: date, note: str = "") -> Milestone:
    """The call or talk took place; one that comes back is planned again. Raises Milestone.DoesNotExist, NotAllowed or StateConflict."""
    known = Milestone.objects.filter(pk=milestone_id, match__in=policies.visible_to(actor))
    # The match, because one that ends at this moment takes the talks to come with it.
    match = lock(actor, known.get().match_id)
    milestone = known.get()
    milestone.match = match
    policies.can_arrange(actor, match).require()
    if milestone.done_on is not None:
        raise StateConflict(_("This was already noted."))
    milestone.done_on, milestone.note = done_on, note
    milestone.save(update_fields=["done_on", "note"])
    if milestone.kind in TALKS:
        _plan_talk(milestone.match, milestone.kind, after=done_on)
    log.record(
        "match.milestone-done",
        actor=actor,
        target=milestone.match,
        changes={"milestone": str(milestone.pk), "kind": milestone.kind},
    )
    return milestone


def close_answered(*, actor: Actor, milestone: Milestone) -> None:
    """Both of the two answered for themselves, so the moment is done; part of the transaction of the answer.
    Done already is done."""
    todo = Milestone.objects.filter(pk=milestone.pk, done_on__isnull=True)
    if todo.update(done_on=clock.today()):
        log.record(
            "match.milestone-done",
            actor=actor,
            target=milestone,
            changes={"match": str(milestone.match_id), "kind": milestone.kind},
        )


@transaction.atomic
def extend(*, actor: Actor, match_id: UUID, until: date, note: str = "") -> Match:
    """Both go on until another end date; the question at the end moves along.

    Raises Match.DoesNotExist, NotAllowed, StateConflict or DomainError for a day that is past.
    """
    match = lock(actor, match_id)
    policies.can_arrange(actor, match).require()
    if match.state not in LIVING_STATES:
        raise StateConflict(_("Only a running match can get another end date."))
    if until <= clock.today():
        raise DomainError(_("Choose a day that is still to come."))
    save(match, intended_end_on=until)
    match.milestones.filter(kind=Milestone.Kind.END, done_on__isnull=True).update(
        done_on=clock.today()
    )
    Milestone.objects.create(
        organisation_id=match.organisation_id,
        match=match,
        kind=Milestone.Kind.END,
        due_on=max(until - BEFORE_THE_END, clock.today()),
    )
    write_down(match, Noted.EXTENDED, actor=actor, note=note)
    for person in (match.volunteer, match.participant):
        tell_person(actor, match, person, notices.MATCH_CHANGED)
    return match
