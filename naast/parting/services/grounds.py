"""Writes of a parting on our initiative: grounds, what was tried, what was seen, the volunteer's own view, and
two colleagues who decide (S1-215 to S1-217)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.agreements.models import StepTaken
from naast.agreements.policies import steps as ladder_policies
from naast.agreements.states_steps import PAPER, PAUSE, PAUSE_AT_ONCE, TALK
from naast.audit import log
from naast.core import clock
from naast.core.errors import Incomplete, StateConflict
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.taps import same_words
from naast.parting import rules
from naast.parting.inputs import Earlier, Grounds, SeenInput
from naast.parting.models import EarlierStep, Heard, Parting, Seen
from naast.parting.policies import partings as policies
from naast.parting.services.partings import lock_parting, lock_to_arrange, move, require_open
from naast.parting.states import AGREE, SHARE, EarlierKind, GroundKind, PartingState

# Steps of an agreement that was not kept → what they are here.
FROM_LADDER = {
    TALK: EarlierKind.TALK,
    PAPER: EarlierKind.PAPER,
    PAUSE: EarlierKind.PAUSE,
    PAUSE_AT_ONCE: EarlierKind.PAUSE,
}
HEARD_OF = {
    StepTaken.View.AWAITED.value: Heard.AWAITED,
    StepTaken.View.OWN.value: Heard.OWN,
    StepTaken.View.WRITTEN_DOWN.value: Heard.WRITTEN_DOWN,
    StepTaken.View.DID_NOT_WANT.value: Heard.DID_NOT_WANT,
}


def _lock_ours(actor: Actor, parting_id: UUID) -> Parting:
    """One on our initiative that is still being prepared: what the volunteer has read stays as it was.
    Raises Parting.DoesNotExist, NotAllowed or StateConflict."""
    parting = lock_to_arrange(actor, parting_id)
    if not parting.is_ours:
        raise StateConflict(_("Grounds are only for a goodbye on our initiative."))
    if parting.state != PartingState.OPEN:
        raise StateConflict(_("The volunteer reads this already: it stays as it is."))
    return parting


@transaction.atomic
def name_grounds(*, actor: Actor, parting_id: UUID, given: Grounds) -> Parting:
    """On which ground, and which core value or norm; the steps of an agreement that was not kept are taken over
    with what was seen. Raises as above, NotKept.DoesNotExist or Incomplete."""
    parting = _lock_ours(actor, parting_id)
    missing = {}
    if not given.grounds or not set(given.grounds) <= set(GroundKind.values):
        missing["grounds"] = _("Choose at least one ground.")
    if not given.value.strip():
        missing["value"] = _("Write which core value or norm is concerned.")
    if missing:
        raise Incomplete(missing)
    parting.grounds, parting.value = list(given.grounds), given.value.strip()
    if given.not_kept_id != parting.not_kept_id:
        _take_over(actor, parting, given.not_kept_id)
    parting.save(update_fields=["grounds", "value", "not_kept"])
    log.record(
        "parting.grounds-named", actor=actor, target=parting, changes={"grounds": parting.grounds}
    )
    return parting


def _take_over(actor: Actor, parting: Parting, not_kept_id: UUID | None) -> None:
    """Steps and observations of that agreement, as they stand now; those of another one go."""
    parting.earlier.filter(is_from_ladder=True).delete()
    parting.not_kept = None
    if not_kept_id is None:
        return
    parting.not_kept = ladder_policies.visible_to(actor).get(
        pk=not_kept_id, engagement__person_id=parting.person_id
    )
    EarlierStep.objects.bulk_create(
        EarlierStep(
            organisation_id=parting.organisation_id,
            parting=parting,
            kind=FROM_LADDER[step.step],
            taken_on=step.taken_on,
            words="\n".join(part for part in (step.reason, step.agreed) if part) or step.note,
            heard=HEARD_OF[step.view],
            own_view=step.own_view,
            is_from_ladder=True,
            written_by_id=step.taken_by_id,
        )
        for step in parting.not_kept.steps.filter(step__in=FROM_LADDER)
    )
    known = {(seen.seen_on, seen.facts) for seen in parting.seen.all()}
    Seen.objects.bulk_create(
        Seen(
            organisation_id=parting.organisation_id,
            parting=parting,
            seen_on=row.seen_on,
            is_first_hand=row.is_first_hand,
            seen_by=row.seen_by,
            facts=row.facts,
            written_by_id=row.written_by_id,
        )
        for row in parting.not_kept.observations.all()
        if (row.seen_on, row.facts) not in known
    )


@transaction.atomic
def add_earlier(*, actor: Actor, parting_id: UUID, earlier: Earlier) -> EarlierStep:
    """Something that was tried before, with its day and how the volunteer saw it. Raises as above."""
    parting = _lock_ours(actor, parting_id)
    missing = {}
    if earlier.taken_on > clock.today():
        missing["taken_on"] = _("Choose today or a day in the past.")
    if not earlier.words.strip():
        missing["words"] = _("Write what was said and agreed.")
    if earlier.heard == Heard.WRITTEN_DOWN and not earlier.own_view.strip():
        missing["own_view"] = _("Write it in their words, or choose the other answer.")
    if missing:
        raise Incomplete(missing)
    there = parting.earlier.filter(kind=earlier.kind, taken_on=earlier.taken_on)
    before = same_words(there, words=earlier.words)
    if before is not None and before.heard == earlier.heard:
        return before  # a second tap
    step = EarlierStep.objects.create(
        organisation_id=parting.organisation_id,
        parting=parting,
        kind=earlier.kind,
        taken_on=earlier.taken_on,
        words=earlier.words.strip(),
        heard=earlier.heard,
        own_view="" if earlier.heard == Heard.DID_NOT_WANT else earlier.own_view.strip(),
        written_by_id=actor.membership_id,
    )
    log.record("parting.earlier-step", actor=actor, target=parting, changes={"kind": step.kind})
    return step


@transaction.atomic
def add_seen(*, actor: Actor, parting_id: UUID, seen: SeenInput) -> Seen:
    """What somebody saw, or only heard. Raises as above."""
    parting = _lock_ours(actor, parting_id)
    missing = {}
    if seen.seen_on > clock.today():
        missing["seen_on"] = _("Choose today or a day in the past.")
    if not seen.seen_by.strip():
        missing["seen_by"] = _("Write who saw it, or from whom you heard it.")
    if not seen.facts.strip():
        missing["facts"] = _("Write what happened.")
    if missing:
        raise Incomplete(missing)
    there = parting.seen.filter(seen_on=seen.seen_on, is_first_hand=seen.is_first_hand)
    before = same_words(there, facts=seen.facts, seen_by=seen.seen_by)
    if before is not None:
        return before  # a second tap
    row = Seen.objects.create(
        organisation_id=parting.organisation_id,
        parting=parting,
        seen_on=seen.seen_on,
        is_first_hand=seen.is_first_hand,
        seen_by=seen.seen_by.strip(),
        facts=seen.facts.strip(),
        written_by_id=actor.membership_id,
    )
    log.record(
        "parting.seen", actor=actor, target=parting, changes={"first_hand": seen.is_first_hand}
    )
    return row


def case_of(parting: Parting) -> rules.Case:
    """What there is to show, as the rules read it."""
    return rules.Case(
        grounds=list(parting.grounds),
        value=parting.value,
        earlier=[
            rules.Step(each.kind, each.taken_on, each.is_heard) for each in parting.earlier.all()
        ],
        is_first_hand=any(each.is_first_hand for each in parting.seen.all()),
    )


@transaction.atomic
def share(*, actor: Actor, parting_id: UUID) -> Parting:
    """Put it before the volunteer: from now on they read all of it, and may write how they see it. Raises as
    above, and what `rules.check_before_reading` raises: hearsay, an earlier step missing, no value named."""
    parting = _lock_ours(actor, parting_id)
    rules.check_before_reading(case_of(parting))
    move(actor, parting, SHARE)
    if parting.person.user is not None:
        tell(
            actor=actor,
            user=parting.person.user,
            kind="parting.to-read",
            subject=gettext_lazy("We would like to talk with you"),
            body=gettext_lazy(
                "There is something to read before we talk. You can write how you see it, and you may bring somebody along."
            ),
            url=actor.url("parting:my_parting"),
        )
    return parting


@transaction.atomic
def give_view(*, actor: Actor, words: str, companion: str = "") -> Parting:
    """The volunteer says how they see it, and who comes along; without words: that they would rather not say.
    Raises Parting.DoesNotExist, or StateConflict once two colleagues decided."""
    parting = policies.own_of(actor).select_for_update(of=("self",)).get()
    if not parting.is_ours or parting.state != PartingState.SHARED:
        raise StateConflict(_("This is decided already. Your coordinator is there to talk."))
    parting.heard = Heard.OWN if words.strip() else Heard.DID_NOT_WANT
    parting.own_view, parting.companion = words.strip(), companion.strip()
    parting.save(update_fields=["heard", "own_view", "companion"])
    log.record("parting.heard", actor=actor, target=parting, changes={"heard": parting.heard})
    return parting


@transaction.atomic
def write_view(*, actor: Actor, parting_id: UUID, words: str, companion: str = "") -> Parting:
    """Staff write down how the volunteer sees it, in their words; without words: that they did not want to say.
    What the volunteer wrote themselves stays. Raises Parting.DoesNotExist, NotAllowed or StateConflict."""
    parting = lock_to_arrange(actor, parting_id)
    if parting.state != PartingState.SHARED:
        raise StateConflict(_("First the volunteer reads what it is about."))
    if parting.heard == Heard.OWN:
        raise StateConflict(_("The volunteer wrote this themselves: it stays as it is."))
    parting.heard = Heard.WRITTEN_DOWN if words.strip() else Heard.DID_NOT_WANT
    parting.own_view, parting.companion = words.strip(), companion.strip()
    parting.save(update_fields=["heard", "own_view", "companion"])
    log.record("parting.heard", actor=actor, target=parting, changes={"heard": parting.heard})
    return parting


@transaction.atomic
def agree(*, actor: Actor, parting_id: UUID, words: str) -> Parting:
    """A second colleague agrees to part, after the talk (S1-217: who decided).

    Raises Parting.DoesNotExist, NotAllowed, StateConflict, Incomplete, or what `rules.check_before_parting`
    raises.
    """
    parting = lock_parting(actor, parting_id)
    require_open(parting)
    if parting.is_ours and parting.state == PartingState.OPEN:
        raise StateConflict(_("First the volunteer reads what it is about."))
    policies.can_look_along(actor, parting).require()
    rules.check_before_parting(
        case_of(parting),
        rules.Talk(is_heard=parting.is_heard, held_on=parting.talk_on),
        proposed_by=parting.opened_by_id,
        second=actor.membership_id,
        day=clock.today(),
    )
    if not words.strip():
        raise Incomplete({"decision": _("Write what you looked at, and why you agree.")})
    move(actor, parting, AGREE, second_id=actor.membership_id, decision=words.strip())
    return parting
