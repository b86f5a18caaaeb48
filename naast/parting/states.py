"""Where saying goodbye stands, and the words for why, what next and what was in the way (instruments B21)."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class Side(models.TextChoices):
    """Whose side of a match it is about."""

    PARTICIPANT = "participant", _("The participant")
    VOLUNTEER = "volunteer", _("The volunteer")


class TalkOutcome(models.TextChoices):
    """How it stands with the talk of one side."""

    PLANNED = "planned", _("planned")
    TALKED = "talked", _("talked")
    NOT_WANTED = "not_wanted", _("did not want a talk")
    NOT_POSSIBLE = "not_possible", _("no talk was possible")


# Nothing more is asked of this side.
DONE_TALKING: Final = (TalkOutcome.TALKED, TalkOutcome.NOT_WANTED, TalkOutcome.NOT_POSSIBLE)


class ParticipantNext(models.TextChoices):
    """What the participant would like after a match."""

    NOTHING_NOW = "nothing_now", _("Nothing now: it is good like this")
    NEW_WISH = "new_wish", _("A new wish, in their own words")
    LATER = "later", _("Perhaps later: ask again")


class VolunteerNext(models.TextChoices):
    """What the volunteer would like after a match."""

    ANOTHER_MATCH = "another_match", _("Another match")
    PAUSE = "pause", _("A pause")
    OTHER_ROLE = "other_role", _("Another role with us")
    STOP = "stop", _("Stop as a volunteer")


class Check(models.TextChoices):
    """What is arranged when two people part (instruments B12)."""

    KEYS = "keys", _("Keys and things are back with their owner")
    PAPERS = "papers", _("Papers and photos are given back or kept, as both want")
    PHONE = "phone", _("Phone numbers: kept or erased, as both agreed")
    IN_TOUCH = "in_touch", _("What they agreed about staying in touch is clear to both")
    WHO_TELLS = "who_tells", _("Family, neighbours and colleagues: it is clear who tells whom")
    NOTES = "notes", _("Own notes of the volunteer are destroyed; ours follow their term")


class CareKind(models.TextChoices):
    """Why we call somebody after an end."""

    DEBRIEF = "debrief", _("Look back together: it was heavy")
    FIRST = "first", _("How is it, a few weeks later?")
    LATER = "later", _("How is it, some months later?")


class PartingKind(models.TextChoices):
    """On whose wish people part."""

    OWN_WISH = "own_wish", _("The volunteer’s own wish")
    ORGANISATION = "organisation", _("Our initiative")
    AWAY = "away", _("No longer there for a long time")


class PartingState(models.TextChoices):
    """How far saying goodbye is."""

    OPEN = "open", _("Being prepared")
    SHARED = "shared", _("The volunteer reads it and answers")
    AGREED = "agreed", _("Decided by two colleagues")
    PARTED = "parted", _("Said goodbye")
    GOES_ON = "goes_on", _("Goes on, with agreements")


OPEN_STATES: Final = (PartingState.OPEN, PartingState.SHARED, PartingState.AGREED)
# What the volunteer reads of a parting on our initiative: everything, once it is put before them.
READ_BY_VOLUNTEER: Final = (PartingState.SHARED, PartingState.AGREED)

SHARE, AGREE, PART, GO_ON = "share", "agree", "part", "go-on"
_ALL_OPEN = frozenset(str(state) for state in OPEN_STATES)

ON_OWN_WISH: Final = StateTable(
    [
        Step(PART, frozenset({"open"}), "parted", _("Say goodbye")),
        Step(GO_ON, frozenset({"open"}), "goes_on", _("Goes on after all")),
    ]
)
ON_OUR_INITIATIVE: Final = StateTable(
    [
        Step(SHARE, frozenset({"open"}), "shared", _("Let the volunteer read it")),
        Step(AGREE, frozenset({"shared"}), "agreed", _("I agree: we part")),
        Step(PART, frozenset({"agreed"}), "parted", _("Say goodbye")),
        Step(GO_ON, _ALL_OPEN, "goes_on", _("Go on, with agreements")),
    ]
)


def table_of(kind: str) -> StateTable:
    """The steps of this kind of parting."""
    return ON_OUR_INITIATIVE if kind == PartingKind.ORGANISATION else ON_OWN_WISH


class Reason(models.TextChoices):
    """Why somebody stops. Growing on comes first, because it is a success (S1-267, S1-276)."""

    GROWN_WORK = "grown_work", _("Grown on: found work")
    GROWN_STUDY = "grown_study", _("Grown on: studies or a training")
    GROWN_VOLUNTEERING = "grown_volunteering", _("Grown on: volunteers elsewhere")
    LIFE_CHANGED = "life_changed", _("Life changed")
    MOVED = "moved", _("Moves house")
    HEALTH = "health", _("Health")
    TASK_DONE = "task_done", _("What they came for is done")
    NOT_EXPECTED = "not_expected", _("Not what they expected")
    TOO_HEAVY = "too_heavy", _("Too heavy")
    TOO_LITTLE = "too_little", _("Too little to do")
    NOT_SEEN = "not_seen", _("Did not feel seen")
    VISION = "vision", _("We see things differently")
    DIED = "died", _("Died")
    OTHER = "other", _("Something else")


GROWN_ON: Final = (Reason.GROWN_WORK, Reason.GROWN_STUDY, Reason.GROWN_VOLUNTEERING)
# What somebody chooses about themselves.
OWN_REASONS: Final = tuple(reason for reason in Reason if reason != Reason.DIED)


class Better(models.TextChoices):
    """What we could do better, by theme; the words go to the coordinator alone."""

    GUIDANCE = "guidance", _("Guidance")
    TASKS = "tasks", _("The tasks")
    HOURS = "hours", _("Days and hours")
    TOGETHER = "together", _("Working together with colleagues")
    INFORMATION = "information", _("Knowing what is going on")
    THANKS = "thanks", _("Feeling appreciated")
    COSTS = "costs", _("Costs and practical things")


class GroundKind(models.TextChoices):
    """On which grounds we may begin a parting talk (S1-215)."""

    VISION = "vision", _("A lasting conflict with what we stand for")
    GUIDANCE = "guidance", _("Guidance is turned down, again and again")
    BOUNDARY = "boundary", _("A boundary was crossed")
    AGREEMENT = "agreement", _("An agreement was not kept, after several steps")


class EarlierKind(models.TextChoices):
    """What was tried before."""

    TALK = "talk", _("A talk")
    PAPER = "paper", _("An agreement on paper")
    PAUSE = "pause", _("A pause")


class Onward(models.TextChoices):
    """Where somebody wants to go from here (S1-267)."""

    WORK = "work", _("Towards work")
    STUDY = "study", _("Towards studies or a training")
    VOLUNTEERING = "volunteering", _("Towards other volunteering")


class AwayAnswer(models.TextChoices):
    """What somebody answers who was not there for long."""

    HERE = "here", _("I’d like to do something again")
    TALK = "talk", _("I’d like to talk about it")
    PAUSE = "pause", _("I take a pause")
    STOP = "stop", _("I’d like to stop")


class AwayEnd(models.TextChoices):
    """What a person decided after a year without."""

    STAYS = "stays", _("Stays, as before")
    INACTIVE = "inactive", _("Rests: not asked for anything now")
    GOODBYE = "goodbye", _("We say goodbye")
    CAME_BACK = "came_back", _("Was there again")
