"""Where the question of somebody about their data stands (state table), and its terms."""

from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class RequestKind(models.TextChoices):
    """What somebody may ask about their data (GDPR art. 15 to 21; spec/law part 3)."""

    ACCESS = "access", _("See what we keep")
    RECTIFICATION = "rectification", _("Correct something")
    ERASURE = "erasure", _("Erase what we keep")
    RESTRICTION = "restriction", _("Keep it, and don’t use it for now")
    PORTABILITY = "portability", _("Take it along in a file")
    OBJECTION = "objection", _("Stop using it for something")


class RequestState(models.TextChoices):
    """Where the question stands."""

    ASKED = "asked", _("Asked")
    KNOWN = "known", _("We know who asks")
    ANSWERED = "answered", _("Answered")
    TAKEN_BACK = "taken_back", _("Taken back")


class Outcome(models.TextChoices):
    """What the answer was."""

    DONE = "done", _("Done")
    PARTLY = "partly", _("Partly done")
    NOT_DONE = "not_done", _("Not done, with the reason")


OPEN_STATES: Final = (RequestState.ASKED, RequestState.KNOWN)
_OPEN: Final = frozenset(str(state) for state in OPEN_STATES)
KNOW, ANSWER, TAKE_BACK = "know", "answer", "take-back"
REQUEST: Final = StateTable(
    [
        Step(KNOW, frozenset({RequestState.ASKED}), RequestState.KNOWN, _("I know who asks")),
        # Nothing is handed out or erased for somebody whom we don't know.
        Step(ANSWER, frozenset({RequestState.KNOWN}), RequestState.ANSWERED, _("Answer")),
        Step(TAKE_BACK, _OPEN, RequestState.TAKEN_BACK, _("Take back")),
    ]
)
# One month, and two more when it is complex and the person hears so in the first (spec/law part 3).
TERM, LONGER = relativedelta(months=1), relativedelta(months=3)
REMIND_AFTER = timedelta(days=20)
# With more time, the last days are what counts.
LAST_DAYS = timedelta(days=10)


def due_on(asked_on: date, *, is_extended: bool = False) -> date:
    """The last day on which an answer is in time: the 31st becomes the last day of a shorter month."""
    return asked_on + (LONGER if is_extended else TERM)


def remind_on(asked_on: date, due: date, *, is_extended: bool) -> date:
    """From this day on it is for today: the twentieth, or ten days before a later term is over."""
    return due - LAST_DAYS if is_extended else asked_on + REMIND_AFTER
