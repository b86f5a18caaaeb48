"""Writes about breaches: noticed, taken up, weighed, reported, told, learned from (GDPR 33 and 34)."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.accountability.inputs import Facts, Report, Told
from naast.accountability.models import Breach, BreachReport
from naast.accountability.policies import breaches as policies
from naast.accountability.queries import breaches as queries
from naast.accountability.states import (
    BREACHES,
    CLOSE,
    NO_BREACH,
    TAKE_UP,
    BreachState,
    DataKind,
    Encrypted,
    NotTold,
    Risk,
    Whose,
)
from naast.accountability.texts import LANGUAGES
from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.organisations.taps import a_moment_ago, same_words, wait_in_line

MOST_TOLD = 20


def lock_breach(actor: Actor, breach_id: UUID) -> Breach:
    """One breach to handle, locked until the transaction ends. Raises Breach.DoesNotExist or NotAllowed."""
    rows = policies.visible_to(actor).select_for_update(of=("self",), no_key=True)
    breach = rows.get(pk=breach_id)
    policies.can_handle(actor, breach).require()
    return breach


def _lock_open(actor: Actor, breach_id: UUID) -> Breach:
    breach = lock_breach(actor, breach_id)
    if breach.state != BreachState.OPEN:
        raise StateConflict(_("This is not being handled now: look again."))
    return breach


def _change(breach: Breach, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(breach, name, value)
    breach.save(update_fields=[name.removesuffix("_id") for name in changes])


def _move(actor: Actor, breach: Breach, step: str, **changes: Any) -> None:
    target = BREACHES.target(step, source=breach.state)
    _change(breach, state=target, state_since=clock.now(), **changes)
    log.record(f"breach.{step}", actor=actor, target=breach)


@transaction.atomic
def notice(*, actor: Actor, words: str) -> Breach:
    """«I think something leaked»: coordinators and administrators hear at once. Raises NotAllowed or Incomplete."""
    policies.can_notice(actor).require()
    if not words.strip():
        raise Incomplete({"words": _("Write in one sentence what you think.")})
    now = clock.now()
    told_just_now = _told_just_now(actor, words)
    if told_just_now is not None:
        return told_just_now
    breach = Breach.objects.create(
        organisation_id=actor.organisation_id,
        state_since=now,
        noticed_at=now,
        noticed_by_id=actor.membership_id,
        words=words.strip(),
    )
    log.record("breach.noticed", actor=actor, target=breach)
    for each in colleagues(actor, Function.COORDINATOR, Function.ADMINISTRATOR)[:MOST_TOLD]:
        tell(
            actor=actor,
            user=each.user,
            kind="accountability.noticed",
            subject=gettext_lazy("Somebody thinks something leaked"),
            body=gettext_lazy("Look now: there may be little time. The page says what to do."),
            url=actor.url("accountability:breach", breach_id=breach.pk),
        )
    return breach


def _told_just_now(actor: Actor, words: str) -> Breach | None:
    """What this colleague told in the same words a moment ago: two taps are one. Two at once queue here."""
    wait_in_line(actor)
    rows = Breach.objects.filter(
        organisation_id=actor.organisation_id,
        noticed_by_id=actor.membership_id,
        state=BreachState.NOTICED,
        noticed_at__gt=a_moment_ago(),
    )
    return same_words(rows, words=words)


@transaction.atomic
def take_up(*, actor: Actor, breach_id: UUID) -> Breach:
    """It is a breach. The clock counts from the moment the first of us thought so: the strictest reading, which
    can be changed with the facts. Raises Breach.DoesNotExist, NotAllowed or StateConflict."""
    breach = lock_breach(actor, breach_id)
    _move(actor, breach, TAKE_UP, aware_at=breach.noticed_at)
    return breach


@transaction.atomic
def nothing_leaked(*, actor: Actor, breach_id: UUID, words: str) -> Breach:
    """Looked at, and nothing leaked: it stays in the register with the reason. Raises Breach.DoesNotExist,
    NotAllowed, StateConflict, or Incomplete without words, or once the authority was told."""
    breach = lock_breach(actor, breach_id)
    if not words.strip():
        raise Incomplete({"lessons": _("Write what you looked at.")})
    if breach.reports.exists():
        raise StateConflict(_("The authority was told already: tell them too, and close it."))
    _move(actor, breach, NO_BREACH, lessons=words.strip())
    return breach


@transaction.atomic
def write_facts(*, actor: Actor, breach_id: UUID, facts: Facts) -> Breach:
    """What happened, as far as it is known; it may be written again when more is known. Raises
    Breach.DoesNotExist, NotAllowed, StateConflict or Incomplete."""
    breach = _lock_open(actor, breach_id)
    missing = {}
    if facts.aware_at > clock.now():
        missing["aware_at"] = _("Choose a moment that has passed.")
    if facts.happened_on is not None and facts.happened_on > clock.today():
        missing["happened_on"] = _("Choose a day that has passed.")
    if not set(facts.which) <= set(DataKind.values) or not facts.which:
        missing["which"] = _("Choose at least one.")
    if not set(facts.whose) <= set(Whose.values) or not facts.whose:
        missing["whose"] = _("Choose at least one.")
    if not facts.story.strip():
        missing["story"] = _("Write what happened.")
    if missing:
        raise Incomplete(missing)
    _change(
        breach,
        aware_at=facts.aware_at,
        happened=facts.happened,
        happened_on=facts.happened_on,
        story=facts.story.strip(),
        data=list(facts.which),
        whose=list(facts.whose),
        people_count=facts.people_count,
        encrypted=facts.encrypted,
        measures=facts.measures.strip(),
    )
    if breach.not_told == NotTold.ENCRYPTED and breach.encrypted != Encrypted.YES:
        _ask_again(breach)
    log.record("breach.facts-written", actor=actor, target=breach)
    return breach


def _ask_again(breach: Breach) -> None:
    """Why the people were not told does not hold any more: somebody has to answer again."""
    _change(breach, not_told="", not_told_words="")


@transaction.atomic
def weigh(*, actor: Actor, breach_id: UUID, risk: str, words: str) -> Breach:
    """How it weighs for people, with the reason; it may be weighed again. Raises Breach.DoesNotExist, NotAllowed,
    StateConflict or Incomplete."""
    breach = _lock_open(actor, breach_id)
    missing = {}
    if risk not in Risk.values or risk == Risk.OPEN:
        missing["risk"] = _("Choose one.")
    if not words.strip():
        missing["risk_words"] = _("Write why: the register asks for it.")
    if missing:
        raise Incomplete(missing)
    _change(
        breach,
        risk=risk,
        risk_words=words.strip(),
        weighed_at=clock.now(),
        weighed_by_id=actor.membership_id,
    )
    if breach.not_told == NotTold.NOT_HIGH and risk == Risk.HIGH:
        _ask_again(breach)
    log.record("breach.weighed", actor=actor, target=breach, changes={"risk": risk})
    return breach


@transaction.atomic
def report(*, actor: Actor, breach_id: UUID, told: Report) -> BreachReport:
    """The authority was told: at first, or later with what became known (GDPR 33.4). A first report after its
    time says why. The same words of the same moment are one report. Raises Breach.DoesNotExist, NotAllowed,
    StateConflict or Incomplete."""
    breach = _lock_open(actor, breach_id)
    reports = list(breach.reports.all())
    for each in reports:
        if (each.sent_at, each.words) == (told.sent_at, told.words.strip()):
            return each  # a second tap
    missing = {}
    if told.sent_at > clock.now():
        missing["sent_at"] = _("Choose a moment that has passed.")
    if not told.words.strip():
        missing["words"] = _("Write what you told them.")
    before = queries.clock_of(breach, reports, queries.country_of(actor), now=clock.now()).before
    is_late = not reports and before is not None and told.sent_at > before
    if is_late and not told.late_words.strip():
        missing["late_words"] = _("It came after its time: write why.")
    if missing:
        raise Incomplete(missing)
    made = BreachReport.objects.create(
        organisation_id=breach.organisation_id,
        breach=breach,
        sent_at=told.sent_at,
        words=told.words.strip(),
        reference=told.reference.strip(),
        late_words=told.late_words.strip(),
        written_by_id=actor.membership_id,
    )
    log.record("breach.reported", actor=actor, target=breach, changes={"is_late": is_late})
    return made


@transaction.atomic
def keep_letter(*, actor: Actor, breach_id: UUID, language: str, subject: str, body: str) -> Breach:
    """The letter to the people in one language, as the house changed it. Raises Breach.DoesNotExist, NotAllowed,
    StateConflict or Incomplete."""
    breach = _lock_open(actor, breach_id)
    if language not in LANGUAGES or not subject.strip() or not body.strip():
        raise Incomplete({"body": _("Write a subject and a text.")})
    words = {"subject": subject.strip(), "body": body.strip()}
    _change(breach, letter={**breach.letter, language: words})
    log.record("breach.letter-written", actor=actor, target=breach, changes={"language": language})
    return breach


@transaction.atomic
def answer_people(*, actor: Actor, breach_id: UUID, told: Told) -> Breach:
    """The people whose data it is were told, or it is written down why not. Raises Breach.DoesNotExist,
    NotAllowed, StateConflict or Incomplete."""
    breach = _lock_open(actor, breach_id)
    missing = _missing_of_telling(breach, told)
    if missing:
        raise Incomplete(missing)
    _change(
        breach,
        told_at=told.told_at,
        told_how=told.told_how.strip(),
        not_told="" if told.told_at else told.not_told,
        not_told_words="" if told.told_at else told.not_told_words.strip(),
    )
    log.record(
        "breach.people-told" if told.told_at else "breach.people-not-told",
        actor=actor,
        target=breach,
        changes={"why": breach.not_told},
    )
    return breach


def _missing_of_telling(breach: Breach, told: Told) -> dict[str, str]:
    if told.told_at is None:
        return _missing_of_a_reason(breach, told)
    if told.told_at > clock.now():
        return {"told_at": _("Choose a moment that has passed.")}
    return {} if told.told_how.strip() else {"told_how": _("Write how you told them.")}


def _missing_of_a_reason(breach: Breach, told: Told) -> dict[str, str]:
    if told.not_told not in NotTold.values:
        return {"not_told": _("Say when you told them, or why not.")}
    if told.not_told == NotTold.ENCRYPTED and breach.encrypted != Encrypted.YES:
        return {"not_told": _("The facts say that it was not all encrypted, or that nobody knows.")}
    if told.not_told == NotTold.NOT_HIGH and breach.risk in (Risk.HIGH, Risk.OPEN):
        return {"not_told": _("Weigh the risk first: it is high, or not weighed yet.")}
    if told.not_told == NotTold.OTHER and not told.not_told_words.strip():
        return {"not_told_words": _("Write the reason.")}
    return {}


@transaction.atomic
def close(*, actor: Actor, breach_id: UUID, lessons: str) -> Breach:
    """Handled. Nothing may be open: the facts, the risk, the authority where there is a risk, the people, and what
    we learned. Raises Breach.DoesNotExist, NotAllowed, StateConflict or Incomplete."""
    breach = _lock_open(actor, breach_id)
    missing = {}
    if not breach.story:
        missing["story"] = _("First write what happened.")
    if breach.risk == Risk.OPEN:
        missing["risk"] = _("First weigh the risk.")
    elif breach.risk != Risk.UNLIKELY and not breach.reports.exists():
        missing["report"] = _("There is a risk: first tell the authority.")
    if not breach.is_answered:
        missing["told"] = _("First say whether the people were told, or why not.")
    if not lessons.strip():
        missing["lessons"] = _("Write what you learned, in a sentence.")
    if missing:
        raise Incomplete(missing)
    _move(actor, breach, CLOSE, lessons=lessons.strip())
    return breach
