"""Where a sign-up for a meeting and a group's request stand, as tables."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class SignUpState(models.TextChoices):
    """On the list, waiting for a place, offered one, and how it ended."""

    CONFIRMED = "confirmed", _("Coming")
    WAITING = "waiting", _("On the waiting list")
    OFFERED = "offered", _("Asked whether they take a free place")
    CANCELLED = "cancelled", _("Not coming")
    ATTENDED = "attended", _("Was there")
    ABSENT = "absent", _("Was not there")


# These hold a seat: an offer does too, until it lapses.
SEATED: Final = (SignUpState.CONFIRMED, SignUpState.OFFERED, SignUpState.ATTENDED)
# Before the meeting: who of these hears when something changes.
EXPECTED: Final = (SignUpState.CONFIRMED, SignUpState.OFFERED, SignUpState.WAITING)
# On the list of who comes, to tick off.
ON_THE_LIST: Final = (SignUpState.CONFIRMED, SignUpState.ATTENDED, SignUpState.ABSENT)

US, GUEST, CLOCK = "us", "guest", "clock"
OURS: Final = frozenset({US})
BOTH: Final = frozenset({US, GUEST})
BY_ITSELF: Final = frozenset({CLOCK})


def _among(*states: str) -> frozenset[str]:
    return frozenset(str(state) for state in states)


SIGN_UP: Final = StateTable(
    [
        Step(
            "confirm",
            _among(SignUpState.OFFERED),
            SignUpState.CONFIRMED,
            _("Yes, I take the place"),
            BOTH,
        ),
        Step("cancel", _among(*EXPECTED), SignUpState.CANCELLED, _("I can’t come"), BOTH),
        Step("offer", _among(SignUpState.WAITING), SignUpState.OFFERED, "", BY_ITSELF),
        # Nobody answered in time: the place goes to the next one.
        Step("lapse", _among(SignUpState.OFFERED), SignUpState.CANCELLED, "", BY_ITSELF),
        Step(
            "attend",
            _among(*ON_THE_LIST, SignUpState.WAITING, SignUpState.OFFERED),
            SignUpState.ATTENDED,
            _("Was there"),
            OURS,
        ),
        Step("miss", _among(*ON_THE_LIST), SignUpState.ABSENT, _("Was not there"), OURS),
    ]
)


class GroupState(models.TextChoices):
    """A request of a group: to answer, another day proposed, agreed, thanked with a no, done."""

    NEW = "new", _("To answer")
    OTHER_DATE = "other_date", _("Another day proposed")
    ACCEPTED = "accepted", _("Agreed")
    DECLINED = "declined", _("Thanked, not now")
    WITHDRAWN = "withdrawn", _("They don’t come")
    DONE = "done", _("Was here")


# These weigh on the coordination of their quarter.
WELCOMED: Final = (GroupState.ACCEPTED, GroupState.DONE)
UNANSWERED: Final = (GroupState.NEW, GroupState.OTHER_DATE)

GROUP: Final = StateTable(
    [
        Step("accept", _among(*UNANSWERED), GroupState.ACCEPTED, _("You are welcome"), OURS),
        Step(
            "other-date",
            _among(*UNANSWERED),
            GroupState.OTHER_DATE,
            _("Propose another day"),
            OURS,
        ),
        Step(
            "decline",
            _among(*UNANSWERED),
            GroupState.DECLINED,
            _("Say kindly that it can’t be"),
            OURS,
        ),
        Step(
            "withdraw",
            _among(*UNANSWERED, GroupState.ACCEPTED),
            GroupState.WITHDRAWN,
            _("They don’t come after all"),
            OURS,
        ),
        Step("done", _among(GroupState.ACCEPTED), GroupState.DONE, _("They were here"), OURS),
    ]
)
