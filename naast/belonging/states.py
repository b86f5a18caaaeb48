"""Choices and the workflows of this room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class MentoringState(TextChoices):
    """From the question to a thank-you."""

    ASKED = "asked", _("Both were asked")
    RUNNING = "running", _("Beside each other")
    NOT_STARTED = "not_started", _("Did not start")
    ENDED = "ended", _("Done, with thanks")


# Both are asked, or they walk along: one of these at a time for somebody new.
OPEN = (MentoringState.ASKED, MentoringState.RUNNING)


class Answer(TextChoices):
    """Yes or no, never with a reason."""

    YES = "yes", _("Yes, gladly")
    NO = "no", _("Rather not")


class QuestionKind(TextChoices):
    """What the house asks at a fixed moment."""

    CHECK = "check", _("Do you feel at home here?")
    LOOK = "look", _("What strikes you here?")
    GOING_ON = "going_on", _("Extend, change or stop?")


class How(TextChoices):
    """How an answer came in."""

    SCREEN = "screen", _("on their own screen")
    PHONE = "phone", _("by phone")
    PAPER = "paper", _("on paper")


class Choice(TextChoices):
    """The three buttons at an end date (S1-73)."""

    EXTEND = "extend", _("Extend")
    CHANGE = "change", _("Change")
    STOP = "stop", _("Stop")


class Outcome(TextChoices):
    """What came of an answer. The first three belong to «extend, change or stop?», the others to a fresh look."""

    EXTENDED = "extended", _("Goes on")
    CHANGED = "changed", _("Something changes")
    STOPPED = "stopped", _("Stops, with a goodbye")
    DONE = "done", _("We did something with it")
    BUSY = "busy", _("We are working on it")
    KEPT = "kept", _("We keep it in mind")


OUTCOMES_OF_ENDS = (Outcome.EXTENDED, Outcome.CHANGED, Outcome.STOPPED)
OUTCOMES_OF_LOOKS = (Outcome.DONE, Outcome.BUSY, Outcome.KEPT)


class IdeaState(TextChoices):
    """From an idea to something that happens."""

    IDEA = "idea", _("An idea")
    LOOKING = "looking", _("Looking for people")
    TALKING = "talking", _("Talking with the coordinator")
    ON = "on", _("Goes on")
    NOT_NOW = "not_now", _("Not now")
    DONE = "done", _("Done")


class NotNow(TextChoices):
    """The only three reasons for which the house may ask to wait: what the group does is the group's."""

    SAFETY = "safety", _("It would not be safe yet")
    MEANS = "means", _("We lack the means for it now")
    MISSION = "mission", _("It does not fit what our house is for")


# Who takes a step: those who lead the idea, or the coordinator who was asked.
LEAD, HOUSE = frozenset({"lead"}), frozenset({"house"})
OPEN_IDEAS = (IdeaState.IDEA, IdeaState.LOOKING, IdeaState.TALKING, IdeaState.ON)
LOOK, ASK, START, GO_ON, WAIT, AGAIN, FINISH = (
    "look",
    "ask",
    "start",
    "go-on",
    "not-now",
    "again",
    "finish",
)
_own = frozenset({IdeaState.IDEA.value, IdeaState.LOOKING.value})
IDEA = StateTable(
    [
        Step(LOOK, frozenset({IdeaState.IDEA}), IdeaState.LOOKING, _("Look for people"), LEAD),
        Step(ASK, _own | {IdeaState.ON}, IdeaState.TALKING, _("Ask the coordinator along"), LEAD),
        Step(START, _own, IdeaState.ON, _("We just do it"), LEAD),
        Step(GO_ON, frozenset({IdeaState.TALKING}), IdeaState.ON, _("Goes on"), HOUSE),
        Step(WAIT, frozenset({IdeaState.TALKING}), IdeaState.NOT_NOW, _("Not now"), HOUSE),
        Step(AGAIN, frozenset({IdeaState.NOT_NOW}), IdeaState.IDEA, _("Pick it up again"), LEAD),
        Step(FINISH, frozenset({IdeaState.ON}), IdeaState.DONE, _("It is done"), LEAD),
    ]
)
