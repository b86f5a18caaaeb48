"""Starting a circle, changing it, and its steps: lock, check, change, write down, tell after commit."""

from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.circles.errors import AlreadyInside, NotOfHere, WordsMissing
from naast.circles.gates import missing_for
from naast.circles.inputs import CirclePlan
from naast.circles.models import Circle, CircleStep
from naast.circles.policies import circles as policies
from naast.circles.queries import circles as queries
from naast.circles.services import telling
from naast.circles.states import (
    CIRCLE,
    FINAL_STATES,
    GATED_STEPS,
    OPEN_STATES,
    REPORTING_STATES,
    STEPS_WITH_WORDS,
    CircleState,
)
from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.people.api import lock_person
from naast.people.models import Person
from naast.programmes.errors import StillNeeded
from naast.programmes.models import Programme
from naast.programmes.services import require_ready

A_MONTH = relativedelta(months=1)
A_QUARTER = relativedelta(months=3)
# The meetings that were planned do not take place.
RESTING_STEPS = ("pause", "stop")


@transaction.atomic
def start_circle(
    *, actor: Actor, programme_id: UUID, kind: str, core_id: UUID, plan: CirclePlan
) -> Circle:
    """Announce a circle around somebody (S1-159). Raises NotAllowed, Person.DoesNotExist,
    Programme.DoesNotExist, NotOfHere or AlreadyInside."""
    policies.can_start(actor).require()
    core = lock_person(actor, core_id)
    programme: Programme = queries.circle_programmes(actor).get(pk=programme_id)
    if not Person.objects.filter(pk=core.pk, participant__isnull=False).exists():
        raise NotOfHere(_("Choose somebody who is a participant."))
    _require_none_yet(actor, core, programme)
    circle = Circle(
        organisation_id=actor.organisation_id,
        programme=programme,
        kind=kind,
        core=core,
        state_since=clock.now(),
    )
    _fill(actor, circle, plan)
    circle.save(force_insert=True)
    _write_down(circle, "announce", "", actor=actor)
    log.record("circle.announced", actor=actor, target=circle)
    return circle


@transaction.atomic
def change_circle(*, actor: Actor, circle_id: UUID, plan: CirclePlan) -> Circle:
    """Another name, coordinator or deputy. Who gives both to others no longer sees a COSA circle. Raises
    Circle.DoesNotExist, NotAllowed or NotOfHere."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    _fill(actor, circle, plan)
    circle.save()
    log.record(
        "circle.changed",
        actor=actor,
        target=circle,
        changes={"coordinator": str(circle.coordinator_id), "deputy": str(circle.deputy_id)},
    )
    return circle


def _require_none_yet(actor: Actor, core: Person, programme: Programme) -> None:
    around = Circle.objects.filter(core=core, programme=programme, state__in=OPEN_STATES)
    if policies.visible_to(actor).filter(pk__in=around.values("pk")).exists():
        raise AlreadyInside(_("There is a circle around this person already."))
    if around.exists():
        # A circle of which this coordinator may not know: the words do not tell of it.
        raise NotOfHere(_("Choose another programme for this circle."))


def _fill(actor: Actor, circle: Circle, plan: CirclePlan) -> None:
    if plan.coordinator_id == plan.deputy_id:
        raise NotOfHere(_("Choose somebody else as deputy."))
    circle.coordinator = _colleague(actor, plan.coordinator_id)
    circle.deputy = _colleague(actor, plan.deputy_id) if plan.deputy_id else None
    for member in (circle.coordinator, circle.deputy):
        if member is not None and member.person_id == circle.core_id:
            raise NotOfHere(_("Nobody looks after the circle around themselves."))
    circle.name = plan.name.strip()
    circle.concern_hours = plan.concern_hours
    circle.keep_months = plan.keep_months
    circle.briefed_on = _not_ahead(plan.briefed_on)


def _colleague(actor: Actor, membership_id: UUID) -> Membership:
    found = colleagues(actor, Function.COORDINATOR).filter(pk=membership_id).first()
    if found is None:
        raise NotOfHere(_("Choose a coordinator of this organisation."))
    return found


def _not_ahead(day: date | None) -> date | None:
    if day is not None and day > clock.today():
        raise NotOfHere(_("This day is still to come."))
    return day


@transaction.atomic
def take_step(*, actor: Actor, circle_id: UUID, step: str, words: str = "") -> Circle:
    """Take one step of the state table. Raises Circle.DoesNotExist, NotAllowed, StateConflict, WordsMissing,
    or StillNeeded with what is missing (gates.py); before the first meeting every volunteer has to be ready
    for the programme (S0-44)."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    go(circle, step, actor=actor, words=words)
    # Until the yes of the core member the circle is a plan of the house.
    telling.tell_inner(actor, circle, telling.CHANGED, with_core=circle.is_consented)
    return circle


def go(circle: Circle, step: str, *, actor: Actor, words: str = "") -> None:
    """The step itself, on a locked circle whose actor was asked already. Raises as take_step()."""
    source = circle.state
    target = CIRCLE.target(step, source=source)
    if step in STEPS_WITH_WORDS and not words.strip():
        raise WordsMissing(_("Write in a few words why, or what you agreed."))
    if step in GATED_STEPS:
        _require_in_place(circle, step)
    circle.state, circle.state_since = target, clock.now()
    _set_dates(circle, target)
    circle.save()
    if step in RESTING_STEPS:
        circle.meetings.filter(starts_at__gt=clock.now(), cancelled_at__isnull=True).update(
            cancelled_at=clock.now()
        )
    if target in FINAL_STATES:
        circle.inner.filter(ended_on__isnull=True).update(ended_on=clock.today())
    _write_down(circle, step, source, actor=actor, words=words)
    log.record(f"circle.{step}", actor=actor, target=circle, changes={"to": target})


def _require_in_place(circle: Circle, step: str) -> None:
    inner = queries.inner_of(circle)
    missing = missing_for(step, queries.facts_of(circle, inner))
    if any(need.code == "all_ready" for need in missing):
        # The gate of the programme says better what each of them needs.
        for row in inner:
            require_ready_for(circle, row.person_id)
    if missing:
        what = "; ".join(str(need.label) for need in missing)
        raise StillNeeded(_("Still needed: %(what)s.") % {"what": what}, missing)


def require_ready_for(circle: Circle, person_id: UUID) -> None:
    """Raises StillNeeded for who may not start in the programme of this circle yet (S0-44)."""
    own = queries.arranged(circle)
    require_ready(person_id=person_id, programme=circle.programme, arranged=own)


def _set_dates(circle: Circle, target: str) -> None:
    today = clock.today()
    if target in FINAL_STATES:
        circle.ended_on = today
        circle.erase_on = today + relativedelta(months=circle.keep_months)
    if target not in REPORTING_STATES:
        circle.next_summary_on = circle.next_review_on = None
    elif circle.next_summary_on is None:
        circle.next_summary_on, circle.next_review_on = today + A_MONTH, today + A_QUARTER


def _write_down(circle: Circle, step: str, source: str, *, actor: Actor, words: str = "") -> None:
    CircleStep.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        name=step,
        from_state=source,
        to_state=circle.state,
        user_id=actor.user_id,
        words=words.strip(),
    )


def pause_if_meeting(circle: Circle, *, actor: Actor, words: str) -> None:
    """Pause a locked circle that meets; one that does not stays as it is."""
    if circle.state in CIRCLE.steps["pause"].sources and circle.state != CircleState.PAUSED:
        go(circle, "pause", actor=actor, words=words)
