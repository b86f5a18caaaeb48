"""The steps of a match, one function each: lock, check, change, write down, tell after commit."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from naast.companionship import ends
from naast.companionship.models import Match, Milestone, Request
from naast.companionship.policies import matches as policies
from naast.companionship.queries.load import load_of
from naast.companionship.queries.requests import lock_participant
from naast.companionship.services import milestones, notices
from naast.companionship.services.steps import (
    WordsMissing,
    lock,
    require_words,
    save,
    take,
    write_down,
)
from naast.companionship.services.telling import tell_member, tell_owners, tell_person
from naast.companionship.states import LIVING_STATES, MatchState, Noted
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.people.models import Consent, Person
from naast.programmes.errors import StillNeeded

PARTICIPANT_STEPS = {
    "yes": "participant_accepts",
    "no": "participant_declines",
    "other": "participant_asks_other",
}
WISHES = {"stop": Noted.ASKED_TO_STOP, "other": Noted.ASKED_FOR_OTHER}


class LoadFull(DomainError):
    """The volunteer has as many matches as both sides agreed (S2-6)."""


@transaction.atomic
def answer_as_volunteer(*, actor: Actor, match_id: UUID, says_yes: bool, note: str = "") -> Match:
    """The volunteer says yes or «not now»; a coordinator may write it down for them.

    A yes asks the participant; a no lets the wish wait again. Raises Match.DoesNotExist, NotAllowed
    or StateConflict.
    """
    match = lock(actor, match_id)
    if says_yes:
        take(match, "volunteer_accepts", actor=actor, note=note)
        tell_person(actor, match, match.participant, notices.ASKED_PARTICIPANT)
        tell_owners(actor, match, notices.VOLUNTEER_SAID_YES)
    else:
        was = match.state
        take(match, "volunteer_declines", actor=actor, note=note)
        _let_wait_again(match)
        tell_owners(actor, match, notices.VOLUNTEER_SAID_NOT_NOW)
        if was != MatchState.PROPOSED:
            tell_person(actor, match, match.participant, notices.WILL_NOT_START)
    return match


@transaction.atomic
def answer_as_participant(
    *, actor: Actor, match_id: UUID, answer: str, how: str = Consent.How.ON_SCREEN, note: str = ""
) -> Match:
    """The participant says «yes», «no» without a reason, or asks for «other» (S1-31); a coordinator may
    write down what was said by phone or on paper (`how`).

    The yes is also the dated consent to support by a volunteer (S1-91). Raises Match.DoesNotExist,
    NotAllowed or StateConflict.
    """
    lock_participant(actor, policies.visible_to(actor).get(pk=match_id).participant_id)
    match = lock(actor, match_id)
    take(match, PARTICIPANT_STEPS[answer], actor=actor, note=note)
    if answer == "yes":
        _write_down_consent(match, how)
        _name_who_stands_behind(match)
        tell_owners(actor, match, notices.BOTH_SAID_YES)
    else:
        _let_wait_again(match)
        tell_owners(
            actor,
            match,
            notices.PARTICIPANT_ASKED_OTHER if answer == "other" else notices.PARTICIPANT_SAID_NO,
        )
        tell_person(actor, match, match.volunteer, notices.WILL_NOT_START)
    return match


@transaction.atomic
def withdraw(*, actor: Actor, match_id: UUID, reason: str) -> Match:
    """The coordinator takes a proposal back, with a reason. Raises as above, and WordsMissing."""
    match = lock(actor, match_id)
    require_words(reason, _("Write in a few words why you take this proposal back."))
    was = match.state
    take(match, "withdraw", actor=actor, note=reason)
    _let_wait_again(match)
    tell_person(actor, match, match.volunteer, notices.WILL_NOT_START)
    if was != MatchState.PROPOSED:
        tell_person(actor, match, match.participant, notices.WILL_NOT_START)
    return match


@transaction.atomic
def start_trial(*, actor: Actor, match_id: UUID) -> Match:
    """After the first meeting both go on: the trial starts, the milestones are made, the wish is
    matched (S1-5, instruments B26). The volunteer has to be ready for the programme (S0-44).

    Raises Match.DoesNotExist, NotAllowed, StateConflict, StillNeeded, NotBacked or LoadFull.
    """
    match = lock(actor, match_id)
    meeting = getattr(match, "first_meeting", None)
    if match.state == MatchState.MEETING_PLANNED and (meeting is None or meeting.held_on is None):
        raise StillNeeded(_("Note first that the first meeting took place."))
    # Two matches of one volunteer may start at the same moment: this lock makes them queue.
    Person.objects.select_for_update(no_key=True).get(pk=match.volunteer_id)
    require_room(match)
    _name_who_stands_behind(match)
    day = meeting.held_on if meeting is not None and meeting.held_on else clock.today()
    take(
        match,
        "start_trial",
        actor=actor,
        started_on=day,
        trial_until_on=milestones.trial_end(match, day),
        intended_end_on=match.intended_end_on or milestones.intended_end(match, day),
        last_visit_on=day,
    )
    milestones.plan_all(match)
    _wish(match).update(status=Request.Status.MATCHED)
    for person in (match.volunteer, match.participant):
        tell_person(actor, match, person, notices.TRIAL_STARTED)
    tell_member(actor, match, match.professional, notices.TRIAL_STARTED)
    return match


def require_room(match: Match) -> None:
    """Raises LoadFull when one more would be beyond what was agreed with the volunteer."""
    load = load_of(match.volunteer_id, match.programme)
    if load.now >= load.agreed:
        raise LoadFull(
            _(
                "The volunteer has %(now)s matches and %(agreed)s were agreed. Only the volunteer can raise that number, on their own card."
            )
            % {"now": load.now, "agreed": load.agreed}
        )


@transaction.atomic
def go_on(*, actor: Actor, match_id: UUID, note: str = "") -> Match:
    """Both go on after the trial, once what was let wait for it is in place; that question is answered with it.
    Raises as take()."""
    match = _simple("go_on", actor=actor, match_id=match_id, note=note)
    match.milestones.filter(kind=Milestone.Kind.END_OF_TRIAL, done_on__isnull=True).update(
        done_on=clock.today()
    )
    return match


@transaction.atomic
def pause(*, actor: Actor, match_id: UUID, note: str = "") -> Match:
    """Both rest for a while; nobody asks about silence. Raises as take()."""
    return _simple("pause", actor=actor, match_id=match_id, note=note)


@transaction.atomic
def resume(*, actor: Actor, match_id: UUID, note: str = "") -> Match:
    """After the pause, when the volunteer is still ready. Silence counts from today. Raises as take()."""
    match = _simple("resume", actor=actor, match_id=match_id, note=note)
    save(match, last_visit_on=clock.today())
    return match


@transaction.atomic
def wind_down(*, actor: Actor, match_id: UUID, note: str = "") -> Match:
    """Work towards a good end together. Raises as take()."""
    return _simple("wind_down", actor=actor, match_id=match_id, note=note)


@transaction.atomic
def carry_on(*, actor: Actor, match_id: UUID, note: str = "") -> Match:
    """The end was not the end after all, when the volunteer is still ready. Raises as take()."""
    return _simple("carry_on", actor=actor, match_id=match_id, note=note)


def _simple(step: str, *, actor: Actor, match_id: UUID, note: str) -> Match:
    match = lock(actor, match_id)
    take(match, step, actor=actor, note=note)
    for person in (match.volunteer, match.participant):
        tell_person(actor, match, person, notices.MATCH_CHANGED)
    return match


@dataclass(frozen=True, slots=True)
class Ending:
    """How two people part (S2-9). Early: with a reason and on whose initiative."""

    closing_talk_on: date | None = None
    reason: str = ""
    initiative: str = ""
    stay_in_touch: str = ""
    look_again: bool = False
    note: str = ""


@transaction.atomic
def end_match(*, actor: Actor, match_id: UUID, ending: Ending) -> Match:
    """A good end, with a closing talk. Raises as take(), and WordsMissing without the talk's date."""
    match = lock(actor, match_id)
    if ending.closing_talk_on is None:
        raise WordsMissing(_("When was the closing talk? Without it, choose «Stop earlier»."))
    return _part(match, "end", actor=actor, ending=ending)


@transaction.atomic
def stop_early(*, actor: Actor, match_id: UUID, ending: Ending) -> Match:
    """Stop before the meant end. Raises as take(), and WordsMissing without reason and initiative."""
    match = lock(actor, match_id)
    if not ending.reason or not ending.initiative:
        raise WordsMissing(_("Say why, and on whose initiative it stops."))
    return _part(match, "stop_early", actor=actor, ending=ending)


def _part(match: Match, step: str, *, actor: Actor, ending: Ending) -> Match:
    take(
        match,
        step,
        actor=actor,
        note=ending.note,
        ended_on=clock.today(),
        closing_talk_on=ending.closing_talk_on,
        end_reason=ending.reason,
        end_initiative=ending.initiative,
        stay_in_touch=ending.stay_in_touch,
    )
    match.milestones.filter(done_on__isnull=True).delete()
    if ending.look_again:
        _let_wait_again(match)
    else:
        _wish(match).filter(status=Request.Status.MATCHED).update(
            status=Request.Status.CLOSED, closed_on=clock.today()
        )
    tell_person(actor, match, match.participant, notices.MATCH_ENDED)
    # The volunteer's page of this match is closed from now on: the notice leads to their home.
    tell_person(actor, match, match.volunteer, notices.MATCH_ENDED_VOLUNTEER)
    ends.ended(actor, match)
    return match


@transaction.atomic
def ask_for_change(*, actor: Actor, match_id: UUID, wish: str, words: str = "") -> Match:
    """The participant would like to stop, or another volunteer; no reason is asked (S1-31).

    Nothing changes yet: who looks after the match is told today. Raises NotAllowed.
    """
    match = lock(actor, match_id)
    policies.can_ask_for_change(actor, match).require()
    write_down(match, WISHES[wish], actor=actor, note=words)
    tell_owners(actor, match, notices.PARTICIPANT_WISHES)
    return match


@transaction.atomic
def note_talk(*, actor: Actor, match_id: UUID, note: str) -> Match:
    """What was agreed after somebody asked for a change. Raises NotAllowed or WordsMissing."""
    match = lock(actor, match_id)
    policies.can_arrange(actor, match).require()
    require_words(note, _("Write in a few words what you agreed."))
    write_down(match, Noted.TALKED, actor=actor, note=note)
    return match


def _let_wait_again(match: Match) -> None:
    """The wish looks for somebody again, unless it was closed or has another match that lives."""
    has_another = Match.objects.filter(request__in=_wish(match), state__in=LIVING_STATES).exists()
    if not has_another:
        _wish(match).exclude(status=Request.Status.CLOSED).update(status=Request.Status.WAITING)


def _wish(match: Match) -> QuerySet[Request]:
    """The wish this match answers; empty for a match that came from a list."""
    wishes = Request.objects.filter(organisation_id=match.organisation_id)
    return wishes.filter(pk=match.request_id) if match.request_id else wishes.none()


def _write_down_consent(match: Match, how: str) -> None:
    consent = {
        "organisation_id": match.organisation_id,
        "person_id": match.participant_id,
        "purpose": Consent.Purpose.VOLUNTEER_SUPPORT,
        "withdrawn_on": None,
    }
    if not Consent.objects.filter(**consent).exists():
        Consent.objects.create(**consent, given_on=clock.today(), how=how)


def _name_who_stands_behind(match: Match) -> None:
    """Fill in who is still open from the programme and the participant's file; never replace anybody."""
    programme = match.programme
    profile = getattr(match.participant, "participant", None)
    changes = {}
    if match.coach_id is None:
        changes["coach_id"] = programme.coach_id or programme.coordinator_id
    if match.professional_id is None:
        own = profile.professional_id if profile is not None else None
        changes["professional_id"] = own or programme.responsible_id
    if changes:
        for name, value in changes.items():
            setattr(match, name, value)
        match.save(update_fields=[name.removesuffix("_id") for name in changes])
