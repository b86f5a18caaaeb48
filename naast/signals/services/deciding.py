"""Advice, decision, answer, close: each by name and on a day. A professional decides, never the volunteer
(spec/law 2.4)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from naast.agreements.models import DocumentKind
from naast.agreements.services.renewing import ask_again
from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, Incomplete, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation
from naast.organisations.taps import same_words
from naast.people.models import Person
from naast.signals import rules
from naast.signals.errors import AnswerMissing, CalamityNotReported
from naast.signals.inputs_handling import Advised, Decided
from naast.signals.models import Consultation, Decision, Signal
from naast.signals.queries.afterwards import has_signed_text
from naast.signals.queries.readers import volunteer_of, who_may_talk
from naast.signals.services import telling
from naast.signals.services.handling import lock_taken_up, move
from naast.signals.states import CLOSE, DECIDE, AnswerWay, Kind, State
from naast.signals.states_handling import ADVICE_IN, PASSED_ON, AfterTalk, Outcome, Told
from naast.support.inputs import TalkPlan
from naast.support.services.talks import plan_talk_led_by
from naast.support.states import TalkKind


@transaction.atomic
def note_advice(*, actor: Actor, signal_id: UUID, given: Advised) -> Consultation:
    """Write down advice that was asked (S2-31): nobody weighs this alone. Raises Signal.DoesNotExist, StateConflict
    or Incomplete."""
    signal = lock_taken_up(actor, signal_id)
    country = Organisation.objects.values_list("country", flat=True).get(pk=actor.organisation_id)
    missing = {}
    if given.asked not in ADVICE_IN[country]:
        missing["asked"] = _("Choose whose advice you asked.")
    if given.asked_on > clock.today():
        missing["asked_on"] = _("Choose today or a day in the past.")
    if not given.facts.strip():
        missing["facts"] = _("Write the facts that you told.")
    if not given.advice.strip():
        missing["advice"] = _("Write what they advised.")
    if missing:
        raise Incomplete(missing)
    same = signal.consultations.filter(asked=given.asked, asked_on=given.asked_on)
    before = same_words(same, facts=given.facts, advice=given.advice)
    if before is not None:
        return before  # a second tap
    row = Consultation.objects.create(
        organisation_id=signal.organisation_id,
        signal=signal,
        asked=given.asked,
        asked_who=given.asked_who.strip(),
        asked_on=given.asked_on,
        facts=given.facts.strip(),
        advice=given.advice.strip(),
        without_names=given.without_names,
        by_id=actor.membership_id,
    )
    log.record("signal.advice-noted", actor=actor, target=signal)
    return row


@transaction.atomic
def decide(*, actor: Actor, signal_id: UUID, given: Decided) -> Decision:
    """What is decided, by whom, on which day, and whether the person was told; as long as the signal is open it can
    be put right. Raises Signal.DoesNotExist, StateConflict or Incomplete, and what planning a talk raises."""
    signal = lock_taken_up(actor, signal_id)
    missing = _missing(signal, given)
    if missing:
        raise Incomplete(missing)
    followed = _follow_up(actor, signal, given)
    is_passed = given.outcome in PASSED_ON
    decision, _made = Decision.objects.update_or_create(
        signal=signal,
        defaults={
            "organisation_id": signal.organisation_id,
            "outcome": given.outcome,
            "words": given.words.strip(),
            "decided_on": given.decided_on,
            "decided_by_id": actor.membership_id,
            "told": given.told,
            "told_why_not": given.told_why_not.strip() if given.told == Told.NO else "",
            "after_talk": given.after_talk,
            "passed_to": given.passed_to.strip() if is_passed else "",
            "passed_on": given.passed_on if is_passed else None,
            "answer_due_on": rules.answer_due_on(given.passed_on or given.decided_on),
            **given.interests,
            **followed.columns,
        },
    )
    if signal.state == State.SEEN:
        move(signal, DECIDE)
        signal.save(update_fields=["state", "state_since"])
    log.record("signal.decided", actor=actor, target=signal, changes={"outcome": given.outcome})
    return decision


def _missing(signal: Signal, given: Decided) -> dict[str, str]:
    """What this decision still needs, by field."""
    missing: dict[str, str] = {}
    if given.outcome not in Outcome.values:
        missing["outcome"] = _("Choose what you decide.")
    if not given.words.strip():
        missing["words"] = _("Write what you do, and why.")
    if given.decided_on > clock.today():
        missing["decided_on"] = _("Choose today or a day in the past.")
    if given.after_talk and given.after_talk not in AfterTalk.values:
        missing["after_talk"] = _("Choose one of the four.")
    if rules.asks_a_measure(signal.kind) and not signal.measures.exists():
        missing["outcome"] = _("First write down what is done at once, and before which day.")
    return missing | _missing_told(given) | _missing_passed(given) | _missing_interests(given)


def _missing_told(given: Decided) -> dict[str, str]:
    if given.told not in Told.values:
        return {"told": _("Say whether who it is about was told.")}
    if given.told == Told.NO and not given.told_why_not.strip():
        return {"told_why_not": _("Say why they were not told.")}
    return {}


def _missing_passed(given: Decided) -> dict[str, str]:
    missing = {}
    if given.outcome in PASSED_ON and not given.passed_to.strip():
        missing["passed_to"] = _("Write to whom it was passed on.")
    if given.outcome in PASSED_ON and given.passed_on is None:
        missing["passed_on"] = _("Write on which day.")
    if given.passed_on is not None and given.passed_on > clock.today():
        missing["passed_on"] = _("Choose today or a day in the past.")
    return missing


def _missing_interests(given: Decided) -> dict[str, str]:
    """All three or none: whoever weighs one weighs the others too (S0-57)."""
    if not any(given.interests.values()):
        return {}
    return {
        name: _("Weigh all three: write a few words here too.")
        for name, words in given.interests.items()
        if not words
    }


@dataclass(frozen=True, slots=True)
class _Followed:
    columns: dict[str, date | None]


def _follow_up(actor: Actor, signal: Signal, given: Decided) -> _Followed:
    """After something private came out: the volunteer reads the text again, and a coordinator talks with them
    (S0-15)."""
    if signal.kind != Kind.SECRECY or not (given.refresh or given.talk_on):
        return _Followed({})
    person = volunteer_of(signal)
    if person is None:
        raise StateConflict(
            _("It is about no volunteer here: nobody to read again or to talk with.")
        )
    columns: dict[str, date | None] = {}
    before: Decision | None = getattr(signal, "decision", None)
    if given.refresh and (before is None or before.refreshed_on is None):
        asked = ask_again(actor=actor, person_id=person.pk, kind=DocumentKind.SECRECY)
        # None may be asked anew where it is due in the coming weeks by itself.
        if not asked and not has_signed_text(person):
            raise Incomplete(
                {"refresh": _("There is no signed text to read again. Let them sign one first.")}
            )
        columns["refreshed_on"] = clock.today()
    if given.talk_on is not None:
        columns["talk_on"] = _plan_talk(actor, signal, person, given)
    return _Followed(columns)


def _plan_talk(actor: Actor, signal: Signal, person: Person, given: Decided) -> date:
    if given.talk_led_by_id is None or given.talk_on is None:
        raise Incomplete({"talk_led_by": _("Choose who talks with them.")})
    leaders = Membership.objects.filter(organisation_id=actor.organisation_id)
    if not who_may_talk(signal, leaders).filter(pk=given.talk_led_by_id).exists():
        # The talk would tell them that there is a signal about them, or who told it.
        raise Incomplete({"talk_led_by": _("Choose somebody who is not in it themselves.")})
    try:
        talk = plan_talk_led_by(
            actor=actor,
            leader_id=given.talk_led_by_id,
            person_id=person.pk,
            given=TalkPlan(TalkKind.INCIDENT, given.talk_on),
        )
    except DomainError as error:
        raise Incomplete({"talk_on": str(error)}) from error
    return talk.planned_on


@transaction.atomic
def answer(*, actor: Actor, signal_id: UUID, words: str, way: str, answered_on: date) -> Signal:
    """The answer to who told it, on a day, in a way (S0-49); they read it on their own page. It may come before the
    decision, and again after it. Raises Signal.DoesNotExist, StateConflict or Incomplete."""
    signal = lock_taken_up(actor, signal_id)
    missing = {}
    if not words.strip():
        missing["words"] = _("Write what they hear from you.")
    if way not in AnswerWay.values:
        missing["way"] = _("Say how they heard it.")
    if way == AnswerWay.HERE and signal.reporter is not None and signal.reporter.user_id is None:
        missing["way"] = _("They can’t read it here: call them, or talk with them.")
    if answered_on > clock.today() or answered_on < timezone.localdate(signal.created_at):
        missing["answered_on"] = _("Choose a day since it was told, today at the latest.")
    if missing:
        raise Incomplete(missing)
    signal.answer, signal.answer_way = words.strip(), way
    signal.answered_at = _moment(answered_on)
    signal.save(update_fields=["answer", "answer_way", "answered_at"])
    log.record("signal.answered", actor=actor, target=signal, changes={"way": way})
    telling.tell_reporter(actor, signal, telling.ANSWERED)
    return signal


def _moment(day: date) -> datetime:
    """Now, or noon of an earlier day."""
    now = clock.now()
    if day == timezone.localdate(now):
        return now
    return clock.at(day, time(12))


@transaction.atomic
def close(*, actor: Actor, signal_id: UUID) -> Signal:
    """Close it: decided, and who told it got an answer. Raises Signal.DoesNotExist, StateConflict, AnswerMissing or
    CalamityNotReported."""
    signal = lock_taken_up(actor, signal_id)
    if signal.answered_at is None:
        raise AnswerMissing(
            _("Who told this did not hear from us yet. Give an answer first, then close.")
        )
    decision: Decision | None = getattr(signal, "decision", None)
    passed_on = decision.passed_on if decision is not None else None
    if not rules.is_answered(signal.answered_at, passed_on):
        raise AnswerMissing(
            _("It was passed on after the answer. Tell who told it what came of it, then close.")
        )
    calamity = getattr(signal, "calamity", None)
    if calamity is not None and calamity.reported_at is None:
        raise CalamityNotReported(
            _("This is a calamity that is not reported yet. Report it first, then close.")
        )
    move(signal, CLOSE)
    signal.closed_at = signal.state_since
    signal.save(update_fields=["state", "state_since", "closed_at"])
    log.record("signal.closed", actor=actor, target=signal)
    return signal
