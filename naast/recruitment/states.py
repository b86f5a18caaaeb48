"""Where an application stands, and which steps lead on (state table). Stages lie within «open»."""

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step
from naast.programmes.models import StageKind


class Status(models.TextChoices):
    """Open is on the way; later and paused rest until a day; started and closed are over."""

    OPEN = "open", _("On the way")
    LATER = "later", _("Later")
    PAUSED = "paused", _("Paused")
    STARTED = "started", _("Started")
    CLOSED = "closed", _("Closed")


US, CANDIDATE = "us", "candidate"
BOTH = frozenset({US, CANDIDATE})
OURS = frozenset({US})
RESTING = (Status.LATER, Status.PAUSED)
# Who is still on the way, also while resting: nobody of these may be lost from sight.
LIVING = (Status.OPEN, Status.LATER, Status.PAUSED)
# Who is forgotten on a day (Application.erase_on): rounded off, or resting without an agreed day.
FADING = (Status.CLOSED, Status.PAUSED)

APPLICATION = StateTable(
    [
        Step("go-on", frozenset({Status.OPEN}), Status.OPEN, _("To the next stage"), OURS),
        # Also from a rest: after the call somebody may ask for a later day again.
        Step("later", frozenset(LIVING), Status.LATER, _("Later, on an agreed day"), BOTH),
        Step("pause", frozenset(LIVING), Status.PAUSED, _("Rest for a while"), BOTH),
        Step("come-back", frozenset(RESTING), Status.OPEN, _("Go on"), BOTH),
        Step("start", frozenset({Status.OPEN}), Status.STARTED, _("Start"), OURS),
        Step("close", frozenset(LIVING), Status.CLOSED, _("Round off"), BOTH),
        Step("reopen", frozenset({Status.CLOSED}), Status.OPEN, _("Open again"), OURS),
    ]
)


class SkipReason(models.TextChoices):
    """Why somebody goes on without a stage of the path, or sooner than advised: a few words, no story."""

    KNOWN = "known", _("We know each other already")
    DONE_BEFORE = "done_before", _("They did this before, here or elsewhere")
    NOT_NEEDED = "not_needed", _("It is not needed for this role")
    ASKED = "asked", _("The candidate asks for it")
    COMES_LATER = "comes_later", _("It comes later")


# Who owes what comes first in a stage: thinking is up to the candidate, the rest is ours to arrange.
STAGES_OF_THE_CANDIDATE = frozenset({StageKind.THINKING})
# So long after a start somebody asks how it is.
LOOK_BACK_AFTER = relativedelta(months=3)
# Nobody is silent for longer without an item on the desk (S1-245).
SILENCE_DAYS = 5
# What we owe is due in two days, unless something else was agreed (instruments B26).
OURS_DAYS = 2
