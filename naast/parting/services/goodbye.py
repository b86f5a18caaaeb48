"""Saying goodbye: everything open is closed, access ends at once, thanks remain (S1-276, B21)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.errors import Incomplete
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.parting.errors import InTheWay
from naast.parting.inputs import Goodbye
from naast.parting.models import OnwardGoal, Parting
from naast.parting.queries.ties import matches_in_the_way, ties_of
from naast.parting.services.care import let_rest
from naast.parting.services.keepsakes import make_keepsake, send_keepsake
from naast.parting.services.leaving import end_everything
from naast.parting.services.partings import lock_to_arrange, move
from naast.parting.states import GROWN_ON, PART, Reason
from naast.people.api import lock_person


@transaction.atomic
def say_goodbye(
    *, actor: Actor, parting_id: UUID, goodbye: Goodbye, takes_over_id: UUID | None = None
) -> Parting:
    """Say goodbye to a volunteer. From this moment their browser finds nothing here any more; what they take along
    is made first and sent to them. Open tasks go to the colleague `takes_over_id`.

    Raises Parting.DoesNotExist, NotAllowed, StateConflict (on our initiative: before two colleagues decided),
    Incomplete, or InTheWay with what has to be closed or handed over first.
    """
    parting = lock_to_arrange(actor, parting_id)
    # A match may begin at this moment: the lock of the person makes them queue.
    person = lock_person(actor, parting.person_id)
    _refuse_open_matches(actor, parting)
    _check(actor, parting, goodbye, takes_over_id)
    takes_over = next(
        (
            each
            for each in colleagues(actor, Function.COORDINATOR, Function.COACH)
            if each.pk == takes_over_id
        ),
        None,
    )
    parting.thanks = goodbye.thanks.strip()
    keepsake = make_keepsake(actor, parting, language=goodbye.language)
    end_everything(actor, person, takes_over=takes_over)
    move(actor, parting, PART, closed_on=clock.today(), thanks=parting.thanks)
    _reach_onward(parting)
    let_rest(actor, parting)
    send_keepsake(actor, keepsake)
    return parting


def _refuse_open_matches(actor: Actor, parting: Parting) -> None:
    found = matches_in_the_way(actor, parting.person)
    if found:
        raise InTheWay(
            _("Close these well first, or hand them over. Then you can say goodbye."), found
        )


def _check(actor: Actor, parting: Parting, goodbye: Goodbye, takes_over_id: UUID | None) -> None:
    missing = {}
    reasons = set(parting.reasons.values_list("code", flat=True))
    if not parting.is_ours and not reasons:
        missing["reasons"] = _("Write down first why they stop, in their own words.")
    if Reason.DIED not in reasons and not goodbye.thanks.strip():
        missing["thanks"] = _("Write what you thank for. It goes along with them.")
    if takes_over_id is None and ties_of(actor, parting.person).tasks:
        missing["takes_over"] = _("Choose who takes over what was agreed on evenings.")
    if missing:
        raise Incomplete(missing)


def _reach_onward(parting: Parting) -> None:
    """Who grew on reached where they were heading."""
    grown = {reason.value.removeprefix("grown_") for reason in GROWN_ON}
    codes = parting.reasons.values_list("code", flat=True)
    reached = {code.removeprefix("grown_") for code in codes} & grown
    OnwardGoal.objects.filter(
        person_id=parting.person_id, reached_on__isnull=True, kind__in=reached
    ).update(reached_on=clock.today())
