"""The way of a complaint as a table, and the words for what it is about and how it ended (instruments B21)."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class About(models.TextChoices):
    """What a complaint is about."""

    VOLUNTEER = "volunteer", _("A volunteer")
    PROFESSIONAL = "professional", _("A professional")
    COORDINATOR = "coordinator", _("A coordinator")
    PRACTICE = "practice", _("How we do things here")
    DECISION = "decision", _("Something that was decided")


# Here the other side speaks for the organisation; elsewhere they are the one it is about.
ABOUT_US: Final = (About.PRACTICE, About.DECISION)


class Hat(models.TextChoices):
    """As whom somebody says that they are not content."""

    VOLUNTEER = "volunteer", _("Volunteer")
    PARTICIPANT = "participant", _("Participant")
    FAMILY = "family", _("Family or somebody close")
    PROFESSIONAL = "professional", _("Professional")
    STAFF = "staff", _("Colleague of the organisation")


class Side(models.TextChoices):
    """One of the two at the table."""

    REPORTER = "reporter", _("Who complains")
    OTHER = "other", _("Who it is about, or who answers for it")


class ComplaintState(models.TextChoices):
    """How far a complaint is."""

    RECEIVED = "received", _("Received")
    CONFIRMED = "confirmed", _("Heard")
    SHARED = "shared", _("The other side is asked")
    TALK_PLANNED = "talk_planned", _("The talk is planned")
    TALKED = "talked", _("Talked about together")
    WITHOUT_TALK = "without_talk", _("No talk together, with a reason")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed, looked back together")
    NOT_LOOKED_AT = "not_looked_at", _("Could not be looked at")
    WITHDRAWN = "withdrawn", _("Taken back")


S = ComplaintState
# The usual way, in order: what the path on a page shows.
THE_WAY: Final = (S.RECEIVED, S.CONFIRMED, S.SHARED, S.TALK_PLANNED, S.TALKED, S.ANSWERED, S.CLOSED)
OVER: Final = (S.CLOSED, S.NOT_LOOKED_AT, S.WITHDRAWN)
OPEN_STATES: Final = tuple(state for state in S if state not in OVER)
# No answer was given yet: the term runs.
BEFORE_ANSWER: Final = tuple(state for state in OPEN_STATES if state != S.ANSWERED)
# Both sides may still say how they see it.
WHILE_HEARING: Final = (S.CONFIRMED, S.SHARED, S.TALK_PLANNED, S.TALKED, S.WITHOUT_TALK)

CONFIRM, SHARE, PLAN, HOLD, NO_TALK = "confirm", "share", "plan", "hold", "no-talk"
ANSWER, CLOSE, CANNOT, WITHDRAW = "answer", "close", "cannot", "withdraw"


def _from(*states: ComplaintState) -> frozenset[str]:
    return frozenset(state.value for state in states)


# Nothing leads to an answer but a talk that was held, or a reason why there was none (S1-272).
COMPLAINT: Final = StateTable(
    [
        Step(CONFIRM, _from(S.RECEIVED), S.CONFIRMED.value, _("Say that you heard it")),
        Step(SHARE, _from(S.CONFIRMED), S.SHARED.value, _("Ask the other side")),
        Step(PLAN, _from(S.SHARED, S.TALK_PLANNED), S.TALK_PLANNED.value, _("Plan the talk")),
        Step(HOLD, _from(S.TALK_PLANNED), S.TALKED.value, _("Write down the talk")),
        Step(
            NO_TALK,
            _from(S.CONFIRMED, S.SHARED, S.TALK_PLANNED),
            S.WITHOUT_TALK.value,
            _("No talk together"),
        ),
        Step(ANSWER, _from(S.TALKED, S.WITHOUT_TALK), S.ANSWERED.value, _("Give the answer")),
        Step(CLOSE, _from(S.ANSWERED), S.CLOSED.value, _("Close")),
        Step(CANNOT, _from(*WHILE_HEARING), S.NOT_LOOKED_AT.value, _("It can’t be looked at")),
        Step(WITHDRAW, _from(*OPEN_STATES), S.WITHDRAWN.value, _("Take it back")),
    ]
)


class NoTalk(models.TextChoices):
    """Why the two don’t talk directly."""

    SAFETY = "safety", _("It would not be safe")
    MINOR = "minor", _("Somebody is under age")
    CANNOT = "cannot", _("Somebody is not able to")
    DOES_NOT_WANT = "does_not_want", _("Somebody does not want to")
    LEFT = "left", _("Somebody is no longer here")


class Yes(models.TextChoices):
    """What a side says to the plan for the talk."""

    AWAITED = "awaited", _("not answered yet")
    YES = "yes", _("it suits")
    NO = "no", _("it does not suit")


class View(models.TextChoices):
    """Whether somebody’s view is known, and how."""

    AWAITED = "awaited", _("not asked yet")
    OWN = "own", _("in their own words")
    WRITTEN_DOWN = "written_down", _("in their words, written down by us")
    DID_NOT_WANT = "did_not_want", _("did not want to say")


class Content(models.TextChoices):
    """How somebody looks back on the answer."""

    YES = "yes", _("Good like this")
    PARTLY = "partly", _("Partly")
    NO = "no", _("Not good")
    DID_NOT_WANT = "did_not_want", _("Rather not say")
