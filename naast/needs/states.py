"""Themes, reasons and where something stands: the words of this room (pure)."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step
from naast.signals.states import Kind


class Theme(models.TextChoices):
    """What a need is about. Short on purpose: own words stand beside it."""

    MONEY = "money", _("Money and debts")
    HOUSING = "housing", _("A place to live")
    LONELINESS = "loneliness", _("Being alone")
    CARE_LATE = "care_late", _("Care that comes too late")
    TRANSPORT = "transport", _("Getting somewhere")
    LANGUAGE = "language", _("Language")
    PAPERS = "papers", _("Papers and rights")
    SAFETY = "safety", _("Being safe")
    FAMILY = "family", _("Children and family")
    DIGITAL = "digital", _("Doing things online")
    OTHER = "other", _("Something else")


class Source(models.TextChoices):
    """How a need came to us: a kind of signal, or written down by a colleague."""

    NEED = Kind.NEED.value, _("somebody needed something that was not there")
    OFFER = Kind.OFFER.value, _("about our own offer")
    LIMIT = Kind.LIMIT.value, _("more than a volunteer can do")
    OBSTACLE = Kind.OBSTACLE.value, _("an agency or service made it hard")
    CARER = Kind.CARER.value, _("a carer had too much to carry")
    POLICY = Kind.POLICY.value, _("a rule that works out badly")
    DIRECT = "direct", _("written down by a colleague")


class LimitState(models.TextChoices):
    """How far handing on is (S2-10, S2-26)."""

    NOTED = "noted", _("Nobody was asked yet")
    ASKED = "asked", _("Asked")
    STUCK = "stuck", _("Stuck")
    ANSWERED = "answered", _("Somebody takes it up")
    TAKEN_OVER = "taken_over", _("We took it over ourselves")
    NOT_POSSIBLE = "not_possible", _("It is not possible now")


OPEN_LIMITS: Final = (LimitState.NOTED, LimitState.ASKED, LimitState.STUCK)
ASK, STICK, ANSWER, TAKE_OVER, NOT_POSSIBLE = (
    "ask",
    "stick",
    "answer",
    "take-over",
    "not-possible",
)
_OPEN: Final = frozenset(each.value for each in OPEN_LIMITS)
_UNDER_WAY: Final = frozenset({LimitState.ASKED.value, LimitState.STUCK.value})
_COORDINATOR: Final = frozenset({"coordinator"})
LIMIT: Final = StateTable(
    (
        Step(ASK, _OPEN, LimitState.ASKED.value, _("Ask a service"), _COORDINATOR),
        Step(STICK, _UNDER_WAY, LimitState.STUCK.value, _("It is stuck"), _COORDINATOR),
        Step(ANSWER, _UNDER_WAY, LimitState.ANSWERED.value, _("They take it up"), _COORDINATOR),
        Step(TAKE_OVER, _OPEN, LimitState.TAKEN_OVER.value, _("We take it over"), _COORDINATOR),
        Step(
            NOT_POSSIBLE,
            _OPEN,
            LimitState.NOT_POSSIBLE.value,
            _("It is not possible now"),
            _COORDINATOR,
        ),
    )
)
# The steps after which nothing waits any more.
ENDINGS: Final = (ANSWER, TAKE_OVER, NOT_POSSIBLE)


class StuckWhy(models.TextChoices):
    """Why there is no good answer (S2-26)."""

    WAITING_LIST = "waiting_list", _("A waiting list")
    NO_ANSWER = "no_answer", _("They don’t answer")
    PRIVACY = "privacy", _("They may not tell us, because of privacy")
    RULES = "rules", _("Their rules leave this person out")
    NOBODY = "nobody", _("Each service points to another")
    COST = "cost", _("It costs too much")
    OTHER = "other", _("Something else")


class Agreed(models.TextChoices):
    """Whether the person agrees that we ask for them."""

    YES = "yes", _("Yes, they agree")
    WITHOUT_NAME = "without_name", _("We ask without saying who it is about")


class Wish(models.TextChoices):
    """What a volunteer asks of us when somebody has more power than they do (S2-25, S3-19)."""

    KNOW = "know", _("I only want you to know")
    PLEAD = "plead", _("Speak up for this person there")
    COME_ALONG = "come_along", _("Come along with me")
    TAKE_OVER = "take_over", _("Take it over from me")


# What somebody waits for an answer to.
ASKING_WISHES: Final = (Wish.PLEAD, Wish.COME_ALONG, Wish.TAKE_OVER)


class ObstacleState(models.TextChoices):
    """How far a request to us is."""

    LOGGED = "logged", _("Written down")
    ASKED = "asked", _("Waits for our answer")
    PROMISED = "promised", _("We do it")
    DONE = "done", _("Done")
    OTHERWISE = "otherwise", _("We help in another way")


PROMISE, OTHERWISE, DONE = "promise", "otherwise", "done"
OBSTACLE: Final = StateTable(
    (
        Step(
            PROMISE,
            frozenset({ObstacleState.ASKED.value}),
            ObstacleState.PROMISED.value,
            _("We do it"),
            _COORDINATOR,
        ),
        Step(
            OTHERWISE,
            frozenset({ObstacleState.ASKED.value, ObstacleState.PROMISED.value}),
            ObstacleState.OTHERWISE.value,
            _("We help in another way"),
            _COORDINATOR,
        ),
        Step(
            DONE,
            frozenset({ObstacleState.PROMISED.value}),
            ObstacleState.DONE.value,
            _("It is done"),
            _COORDINATOR,
        ),
    )
)


class Load(models.TextChoices):
    """How it goes with a carer when we look back (S1-34)."""

    LIGHTER = "lighter", _("It got lighter")
    SAME = "same", _("It is the same")
    HEAVIER = "heavier", _("It got heavier")


class AnswerKind(models.TextChoices):
    """What management says to a policy signal (S1-277)."""

    YES = "yes", _("We do this")
    LOOK = "look", _("We look into it")
    NOT_NOW = "not_now", _("Not now, and this is why")
