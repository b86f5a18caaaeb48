"""Writes about agreements that were not kept: noting, seeing, the steps, and the volunteer's own view."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.agreements import ladder
from naast.agreements.inputs_steps import Agreement, OwnView, Seen, StepInput
from naast.agreements.models import NotKept, Observation, StepTaken
from naast.agreements.policies import steps as policies
from naast.agreements.queries import steps as queries
from naast.agreements.states_steps import (
    FURTHER,
    LADDER,
    NOT_YET,
    OPEN,
    PAPER,
    PAUSE,
    PAUSE_AT_ONCE,
    TALK,
    LadderState,
)
from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.programmes.models import Engagement

# Within a week somebody talks with the volunteer: the desk reminds.
TALK_WITHIN = timedelta(days=7)
# After these, people look together at how it goes.
LOOKED_BACK_ON = (TALK, PAPER, PAUSE, PAUSE_AT_ONCE, NOT_YET)
View = StepTaken.View


class StepIncomplete(DomainError):
    """Something that belongs to a step is missing: `fields` says what, by field."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = fields


@transaction.atomic
def note_not_kept(
    *, actor: Actor, engagement: Engagement, agreement: Agreement, seen: Seen
) -> NotKept:
    """Write down that an agreement was not kept (S0-12). When the same one is open already, what was seen
    is added there. Raises NotAllowed or StepIncomplete."""
    policies.can_note(actor, engagement).require()
    _check_seen(seen)
    # Two colleagues may write the same at once: the lock makes them queue.
    Engagement.objects.select_for_update(of=("self",), no_key=True).get(pk=engagement.pk)
    not_kept = NotKept.objects.filter(
        engagement=engagement,
        about=agreement.about,
        reference=agreement.reference,
        state__in=OPEN,
    ).first()
    if not_kept is None:
        not_kept = NotKept.objects.create(
            organisation_id=actor.organisation_id,
            engagement=engagement,
            about=agreement.about,
            reference=agreement.reference,
            copy_id=UUID(agreement.copy_id) if agreement.copy_id else None,
            agreement=agreement.words,
            state_since=clock.now(),
            look_back_on=clock.today() + TALK_WITHIN,
            noted_by_id=_writer(actor),
        )
        log.record("agreement-steps.noted", actor=actor, target=not_kept)
    _add(actor, not_kept, seen)
    return not_kept


@transaction.atomic
def add_observation(*, actor: Actor, not_kept_id: UUID, seen: Seen) -> Observation:
    """Something more was seen or heard. Raises NotKept.DoesNotExist, NotAllowed, StateConflict once it is
    closed, or StepIncomplete."""
    not_kept = queries.lock_not_kept(actor, not_kept_id)
    policies.can_note(actor, not_kept.engagement).require()
    _check_seen(seen)
    # As solving: only possible while it is open.
    LADDER.target("solved", source=not_kept.state)
    return _add(actor, not_kept, seen)


def _writer(actor: Actor) -> UUID:
    if actor.membership_id is None:
        raise NotAllowed(_("A note needs somebody who wrote it."))
    return actor.membership_id


def _check_seen(seen: Seen) -> None:
    missing = {}
    if seen.seen_on > clock.today():
        missing["seen_on"] = _("Choose today or a day in the past.")
    if not seen.seen_by.strip():
        missing["seen_by"] = _("Write who saw it, or from whom you heard it.")
    if not seen.facts.strip():
        missing["facts"] = _("Write what happened.")
    if missing:
        raise StepIncomplete(missing)


def _add(actor: Actor, not_kept: NotKept, seen: Seen) -> Observation:
    made = Observation.objects.create(
        organisation_id=actor.organisation_id,
        not_kept=not_kept,
        seen_on=seen.seen_on,
        is_first_hand=seen.is_first_hand,
        seen_by=seen.seen_by.strip(),
        facts=seen.facts.strip(),
        written_by_id=_writer(actor),
    )
    log.record("agreement-steps.seen", actor=actor, target=not_kept)
    return made


@transaction.atomic
def take_step(*, actor: Actor, not_kept_id: UUID, step: str, given: StepInput) -> StepTaken:
    """Take one step of the ladder (S0-42, S0-59), and let the volunteer know that there is something to read.

    Raises NotKept.DoesNotExist, NotAllowed, StateConflict, StepIncomplete, KeyError for an unknown step, or
    what `ladder.check` raises: too soon, not heard, an earlier step missing, only hearsay.
    """
    not_kept = queries.lock_not_kept(actor, not_kept_id)
    policies.can_take(actor, not_kept, step).require()
    target = LADDER.target(step, source=not_kept.state)
    ground = queries.ground_of(not_kept)
    _check(step, given, ground)
    ladder.check(step, ground=ground, day=given.taken_on, safety_reason=given.safety_reason)
    made = _take(actor, not_kept, step, given)
    was_unknown = not_kept.state == LadderState.NOTED
    not_kept.state, not_kept.state_since = target, clock.now()
    not_kept.look_back_on = given.look_back_on if target in OPEN else None
    if target not in OPEN:
        not_kept.closed_on = given.taken_on
    not_kept.save(update_fields=["state", "state_since", "look_back_on", "closed_on"])
    log.record(
        "agreement-steps.taken",
        actor=actor,
        target=not_kept,
        changes={"step": step, "skipped_waiting": bool(given.safety_reason.strip())},
    )
    if not (was_unknown and target == LadderState.SOLVED):
        _tell(actor, not_kept)
    return made


def _check(step: str, given: StepInput, ground: ladder.Ground) -> None:
    missing = {}
    if given.taken_on > clock.today():
        missing["taken_on"] = _("Choose today or a day in the past.")
    elif ground.taken and given.taken_on < ground.taken[-1].taken_on:
        missing["taken_on"] = _("Choose a day after the step before.")
    if step in LOOKED_BACK_ON and given.look_back_on is None:
        missing["look_back_on"] = _("Choose the day on which you look at it together again.")
    elif given.look_back_on is not None and given.look_back_on <= given.taken_on:
        missing["look_back_on"] = _("Choose a day after this step.")
    if not given.note.strip():
        missing["note"] = _("Write a few words.")
    if missing:
        raise StepIncomplete(missing)


def _take(actor: Actor, not_kept: NotKept, step: str, given: StepInput) -> StepTaken:
    made = StepTaken(
        organisation_id=actor.organisation_id,
        not_kept=not_kept,
        step=step,
        taken_on=given.taken_on,
        reason=given.reason.strip(),
        note=given.note.strip(),
        agreed=given.agreed.strip(),
        look_back_on=given.look_back_on,
        safety_reason=given.safety_reason.strip(),
        taken_by_id=_writer(actor),
    )
    if given.own_view is not None:
        _hear(made, given.own_view)
    made.save()
    return made


def _hear(step: StepTaken, own_view: OwnView) -> None:
    """Raises StepIncomplete for words that are not there."""
    words = own_view.words.strip()
    if own_view.view != View.DID_NOT_WANT and not words:
        raise StepIncomplete(
            {
                "own_view": _(
                    "Write it in the volunteer’s own words, or say that they did not want to."
                )
            }
        )
    step.view, step.view_on = own_view.view, clock.today()
    step.own_view = "" if own_view.view == View.DID_NOT_WANT else words


def _tell(actor: Actor, not_kept: NotKept) -> None:
    """That there is something to read, and nothing of what it is."""
    user = not_kept.engagement.person.user
    if user is None or not_kept.state not in (*OPEN, LadderState.SOLVED):
        return
    if not_kept.state == LadderState.SOLVED:
        subject, body = (
            gettext_lazy("Thank you"),
            gettext_lazy("What we talked about is solved. Thank you for that."),
        )
        url = actor.url("desk:volunteer_home")
    else:
        subject = gettext_lazy("What we agreed")
        body = gettext_lazy(
            "You can read what we agreed together, and say how you see it yourself."
        )
        url = actor.url("agreements:my_steps")
    tell(
        actor=actor,
        user=user,
        kind="agreements.what-we-agreed",
        subject=subject,
        body=body,
        url=url,
    )


@transaction.atomic
def write_view(*, actor: Actor, not_kept_id: UUID, step_id: UUID, own_view: OwnView) -> StepTaken:
    """Staff write down how the volunteer sees a step, in the volunteer's words, or that they did not want to
    say. What the volunteer wrote themselves stays. Raises NotKept.DoesNotExist, StepTaken.DoesNotExist,
    NotAllowed or StepIncomplete."""
    not_kept = queries.lock_not_kept(actor, not_kept_id)
    policies.can_note(actor, not_kept.engagement).require()
    # Locked as in `give_view`: what the volunteer sends at the same moment is not lost.
    step = StepTaken.objects.select_for_update(of=("self",), no_key=True).get(
        not_kept=not_kept, pk=step_id
    )
    if step.view == View.OWN:
        raise StepIncomplete(
            {"own_view": _("The volunteer wrote this themselves: it stays as it is.")}
        )
    _hear(step, own_view)
    step.save(update_fields=["view", "view_on", "own_view"])
    log.record("agreement-steps.heard", actor=actor, target=not_kept, changes={"view": step.view})
    return step


@transaction.atomic
def give_view(*, actor: Actor, step_id: UUID, words: str) -> StepTaken:
    """The volunteer says how they see it; without words: that they do not want to say. They may change it
    while it is open. Raises StepTaken.DoesNotExist for a step that is not theirs, NotAllowed once it is
    closed."""
    rows = StepTaken.objects.filter(not_kept__in=policies.about_me(actor), step__in=FURTHER)
    step = (
        rows.select_for_update(of=("self",)).select_related("not_kept__engagement").get(pk=step_id)
    )
    policies.can_give_view(actor, step.not_kept).require()
    view = View.OWN if words.strip() else View.DID_NOT_WANT
    _hear(step, OwnView(view, words))
    step.save(update_fields=["view", "view_on", "own_view"])
    log.record(
        "agreement-steps.heard", actor=actor, target=step.not_kept, changes={"view": view.value}
    )
    return step
