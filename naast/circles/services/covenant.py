"""The agreements of a circle: written in versions, agreed to by everybody, on screen or on paper."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.circles.errors import NotOfHere, WordsMissing
from naast.circles.models import Circle, Covenant, CovenantYes
from naast.circles.policies import circles as policies
from naast.circles.queries import circles as queries
from naast.circles.services import telling
from naast.circles.states import How
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor


@transaction.atomic
def write_covenant(*, actor: Actor, circle_id: UUID, text: str, limits: str) -> Covenant:
    """A new version of the agreements, with the limits of what stays between the circle; everybody agrees
    anew. Raises Circle.DoesNotExist, NotAllowed or WordsMissing."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    if not text.strip() or not limits.strip():
        raise WordsMissing(_("Write what you agree, and what can’t stay between you."))
    newest = queries.newest_covenant(circle)
    made = Covenant.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        number=newest.number + 1 if newest else 1,
        text=text.strip(),
        limits=limits.strip(),
    )
    log.record(
        "circle.covenant-written", actor=actor, target=circle, changes={"number": made.number}
    )
    telling.tell_inner(actor, circle, telling.CHANGED, with_core=circle.is_consented)
    return made


@transaction.atomic
def agree(*, actor: Actor, circle_id: UUID, number: int) -> CovenantYes:
    """«I agree», for oneself: the core member, a volunteer, or the circle coordinator. Twice is the same as
    once. Raises Circle.DoesNotExist, NotAllowed, or StateConflict when there is a newer version."""
    circle = _lock(actor, circle_id)
    covenant = _newest(circle, number)
    if policies.inside(actor).filter(pk=circle.pk).exists():
        policies.can_agree(actor, circle).require()
        who = {"person_id": actor.person_id}
    else:
        policies.can_change(actor, circle).require()
        if actor.membership_id != circle.coordinator_id:
            raise NotOfHere(_("Only the circle coordinator agrees beside the circle itself."))
        who = {"membership_id": actor.membership_id}
    return _say(actor, covenant, who, clock.today(), How.ON_SCREEN)


def _lock(actor: Actor, circle_id: UUID) -> Circle:
    inside = policies.inside(actor)
    if inside.filter(pk=circle_id).exists():
        return queries.locked(inside, circle_id)
    return queries.lock_circle(actor, circle_id)


@transaction.atomic
def note_agreed(
    *, actor: Actor, circle_id: UUID, person_id: UUID, day: date, how: str
) -> CovenantYes:
    """Write down that somebody of the circle agreed, on paper or in a talk. Raises Circle.DoesNotExist,
    NotAllowed, NotOfHere or StateConflict."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    covenant = _newest(circle, None)
    inside = {row.person_id for row in queries.inner_of(circle)} | {circle.core_id}
    if person_id not in inside:
        raise NotOfHere(_("Choose somebody of the circle."))
    if day > clock.today() or how == How.ON_SCREEN:
        raise NotOfHere(_("Say how and on which day; not a day that is still to come."))
    return _say(actor, covenant, {"person_id": person_id}, day, how)


def _newest(circle: Circle, number: int | None) -> Covenant:
    covenant = queries.newest_covenant(circle)
    if covenant is None or (number is not None and covenant.number != number):
        raise StateConflict(_("The agreements were changed in the meantime. Read them again."))
    return covenant


def _say(
    actor: Actor, covenant: Covenant, who: dict[str, UUID | None], day: date, how: str
) -> CovenantYes:
    yes, is_new = CovenantYes.objects.get_or_create(
        organisation_id=covenant.organisation_id,
        covenant=covenant,
        **who,
        defaults={"agreed_on": day, "how": how},
    )
    if is_new:
        log.record(
            "circle.covenant-agreed",
            actor=actor,
            target=covenant.circle,
            changes={"number": covenant.number, "how": how},
        )
    return yes
