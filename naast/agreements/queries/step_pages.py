"""What the pages about steps show."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.agreements.ladder import Ground
from naast.agreements.models import NotKept, StepTaken
from naast.agreements.policies import steps as policies
from naast.agreements.queries import steps as queries
from naast.agreements.states_steps import (
    AGREE,
    FURTHER,
    LADDER,
    PAUSE_AT_ONCE,
    SOLVE,
    TALK,
    LadderState,
)
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.core.states import Step
from naast.core.templatetags.ui_people import Stage
from naast.core.text import Text
from naast.organisations.actors import Actor

WAY = (
    (LadderState.TALKED, gettext_lazy("A talk")),
    (LadderState.ON_PAPER, gettext_lazy("On paper")),
    (LadderState.PAUSED, gettext_lazy("A pause")),
    (LadderState.PARTED, gettext_lazy("Parting")),
)

# In these a next step waits its time; a colleague who looks along need not.
WAITS = (LadderState.TALKED, LadderState.ON_PAPER, LadderState.PAUSED)


@dataclass(frozen=True, slots=True)
class Way:
    """One step that may be taken now: its name, what the button says, its address, and how it looks."""

    name: str
    label: Text
    url: str
    tone: str


def ways_on(actor: Actor, not_kept: NotKept) -> list[Way]:
    """What can be done next, the kindest first."""
    found = [
        _way(actor, not_kept, step)
        for step in LADDER.open_from(not_kept.state)
        if _may(actor, not_kept, step.name)
    ]
    return sorted(found, key=lambda way: way.tone != "main")


def _may(actor: Actor, not_kept: NotKept, step: str) -> bool:
    try:
        return bool(policies.can_take(actor, not_kept, step))
    except NotAllowed:
        return False


def _way(actor: Actor, not_kept: NotKept, step: Step) -> Way:
    main = {LadderState.NOTED: TALK, LadderState.PARTING_ASKED: AGREE}.get(
        LadderState(not_kept.state), SOLVE
    )
    tone = "main" if step.name == main else "link" if step.name == PAUSE_AT_ONCE else "quiet"
    url = actor.url("agreements:step", not_kept_id=not_kept.pk, step=step.name)
    label: Text = step.label
    if step.name == TALK and not_kept.state == LadderState.TALKED:
        label = _("We talked again")
    return Way(step.name, label, url, tone)


def stages(not_kept: NotKept) -> list[Stage]:
    """The way with its four steps; what was never needed stays open."""
    done = {LADDER.steps[each.step].target for each in not_kept.steps.all()}
    current = LadderState.PARTED if not_kept.state == LadderState.PARTING_ASKED else not_kept.state
    return [
        Stage(str(label), "current" if state == current else "done" if state in done else "todo")
        for state, label in WAY
    ]


def staff_page(actor: Actor, not_kept: NotKept) -> dict[str, object]:
    """Everything on the page of one agreement that was not kept."""
    ground, ways = queries.ground_of(not_kept), ways_on(actor, not_kept)
    return {
        "not_kept": not_kept,
        "person": not_kept.engagement.person,
        "programme": not_kept.engagement.programme,
        "observations": list(not_kept.observations.all()),
        "steps": [(LADDER.steps[each.step].label, each) for each in not_kept.steps.all()],
        "unheard": _unheard(not_kept),
        "stages": stages(not_kept),
        "ways": ways,
        "free_from": _still_to_wait(ground) if not_kept.state in WAITS else None,
        "waits_for_colleague": not_kept.state == LadderState.PARTING_ASKED
        and AGREE not in {way.name for way in ways},
        "days_between": ground.days_between,
        "only_heard": not ground.is_first_hand,
        "engagement_url": actor.url("programmes:engagement", engagement_id=not_kept.engagement_id)
        if actor.is_coordinator
        else "",
    }


def _unheard(not_kept: NotKept) -> StepTaken | None:
    """The last step about which the volunteer was not heard yet."""
    further = [each for each in not_kept.steps.all() if each.step in FURTHER]
    return further[-1] if further and not further[-1].is_heard else None


def _still_to_wait(ground: Ground) -> date | None:
    free = ground.free_from
    return free if free is not None and free > clock.today() else None


def is_too_soon(not_kept: NotKept) -> bool:
    """Whether a next step today would skip the waiting."""
    return _still_to_wait(queries.ground_of(not_kept)) is not None
