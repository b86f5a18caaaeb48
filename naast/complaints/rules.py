"""What must be there before a complaint gets its answer or is closed. Pure: no database, no clock."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from naast.complaints.errors import CanBeLookedAt, HearsayOnly, NotAgreed, NotHeard
from naast.complaints.states import Yes
from naast.core.errors import Incomplete


@dataclass(frozen=True, slots=True)
class Case:
    """What there is to answer on: whether somebody saw or heard it themselves, and whether both said how they see
    it (or that they would rather not)."""

    is_first_hand: bool
    is_heard: bool


def check_before_answer(case: Case) -> None:
    """Raises HearsayOnly or NotHeard (S1-273)."""
    if not case.is_first_hand:
        raise HearsayOnly(
            _(
                "Until now this was only heard from somebody else. Ask who saw or heard it themselves. Is there nobody? Then it can’t be looked at, and you say so to both."
            )
        )
    if not case.is_heard:
        raise NotHeard(_("First hear how both see it, or write that somebody rather did not say."))


def check_cannot(case: Case) -> None:
    """Only what nobody saw or heard themselves ends without an answer. Raises CanBeLookedAt."""
    if case.is_first_hand:
        raise CanBeLookedAt(
            _("Somebody saw or heard this themselves. It can be looked at, so it gets an answer.")
        )


def check_held(*, reporter: str, other: str, held_on: date, day: date) -> None:
    """A talk was held when both had said yes and the day is there. Raises NotAgreed or Incomplete."""
    if (reporter, other) != (Yes.YES, Yes.YES):
        raise NotAgreed(
            _("Both say first that the day suits. Plan another one, or write why there is no talk.")
        )
    if held_on > day:
        raise Incomplete({"held_on": _("Choose today or a day that is past.")})


def check_looked_back(*, reporter: str, other: str, due: date | None, day: date) -> None:
    """Closing comes after the day to look back, when both said how it is now. Raises NotHeard."""
    if due is None or due > day:
        raise NotHeard(_("The day to look back is still to come."))
    if not reporter or not other:
        raise NotHeard(
            _("Ask both how it is now, or write down that somebody would rather not say.")
        )
