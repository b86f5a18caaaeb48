"""What somebody can notice, who reads it, how soon, and how far it is (instruments B16, pure)."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step
from naast.core.text import Text


class Kind(models.TextChoices):
    """What somebody noticed, in plain words."""

    WORRY = "worry", _("A worry about somebody")
    BOUNDARY = "boundary", _("A boundary was crossed")
    SECRECY = "secrecy", _("Something private came out")
    CARER = "carer", _("A carer has too much to carry")
    LIMIT = "limit", _("This is more than a volunteer can do")
    NEED = "need", _("Somebody needs something that is not there")
    OFFER = "offer", _("Something about what we offer")
    OBSTACLE = "obstacle", _("An agency or service makes it hard")
    FAVOUR = "favour", _("Somebody tried to get a favour through me")
    POLICY = "policy", _("A rule that works out badly")


class Path(models.TextChoices):
    """Who reads it."""

    SAFEGUARDING = "safeguarding", _("The contact person for safeguarding alone")
    DAILY = "daily", _("The coordinator")


# These always go to the contact person for safeguarding.
SAFEGUARDED: Final = frozenset({Kind.WORRY, Kind.BOUNDARY, Kind.SECRECY})


def path_of(kind: str, *, only_contact_person: bool, danger: bool) -> Path:
    """Who reads a signal: by its kind, by danger, and by what the reporter asks (S0-54)."""
    if kind in SAFEGUARDED or only_contact_person or danger:
        return Path.SAFEGUARDING
    return Path.DAILY


class Level(models.IntegerChoices):
    """How soon it asks for somebody. The reporter proposes, who reads it decides (B16)."""

    SHARE = 1, _("To share: at the next contact")
    CONSULT = 2, _("To talk over: within three working days")
    TODAY = 3, _("Today")
    NOW = 4, _("Now")


class State(models.TextChoices):
    """How far it is."""

    NEW = "new", _("Arrived")
    SEEN = "seen", _("Read")
    DECIDED = "decided", _("Decided")
    CLOSED = "closed", _("Answered and closed")


OPEN_STATES: Final = (State.NEW, State.SEEN, State.DECIDED)


def state_words(state: str) -> Text:
    """How far it is, on a page. «Read» alone is the word on a button as well, and other languages tell them apart."""
    return _("Somebody read it") if state == State.SEEN else State(state).label


SEE, DECIDE, CLOSE = "see", "decide", "close"

# Closing also needs the answer to who told it (S0-49): the service looks at that, and the database.
SIGNAL: Final = StateTable(
    [
        Step(SEE, frozenset({"new"}), "seen", _("I take this up")),
        Step(DECIDE, frozenset({"seen"}), "decided", _("Decide")),
        Step(CLOSE, frozenset({"decided"}), "closed", _("Close")),
    ]
)


class PersonKnows(models.TextChoices):
    """Whether who it is about knows that it is told."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_YET = "not_yet", _("Not yet")


class AnswerWay(models.TextChoices):
    """How the reporter got the answer."""

    TALK = "talk", _("in a talk")
    PHONE = "phone", _("by phone")
    HERE = "here", _("here, in writing")


class LimitReason(models.TextChoices):
    """Why something is more than a volunteer can do (S2-10)."""

    CARE = "limit_care", _("It asks for care or nursing")
    MEDICINES = "limit_medicines", _("It is about medicines")
    MONEY = "limit_money", _("It is about money, debts or papers with consequences")
    TREATMENT = "limit_treatment", _("It asks for somebody trained to treat or counsel")
    SAFETY = "limit_safety", _("It does not feel safe")
    TIME = "limit_time", _("It asks for more time than I can give")
    HEAVY = "limit_heavy", _("It weighs on me")
    OTHER = "limit_other", _("Something else")


class BoundarySide(models.TextChoices):
    """Who crossed a boundary, or against whom (S0-13)."""

    AGAINST_ME = "against_me", _("Somebody did this to me")
    AGAINST_PARTICIPANT = "against_participant", _("It happened to a participant")
    AGAINST_VOLUNTEER = "against_volunteer", _("It happened to a volunteer")
    AGAINST_STAFF = "against_staff", _("It happened to a colleague")
    BY_ME = "by_me", _("I did something I am not sure about")


class OfferSide(models.TextChoices):
    """What about our own offer (S0-10)."""

    FITS = "offer_fits", _("Does it fit people?")
    AFFORDABLE = "offer_affordable", _("Can people pay for it?")
    MISSING = "offer_missing", _("Whom do we miss?")


class ObstacleWish(models.TextChoices):
    """What the reporter asks of us about an obstacle (S2-25)."""

    KNOW = "obstacle_know", _("I only want you to know")
    SPEAK_UP = "obstacle_speak_up", _("Please speak up for this person there")


# A kind may ask for one word more; its answer stands in Signal.aspect.
ASPECTS: Final[dict[str, type[models.TextChoices]]] = {
    Kind.LIMIT: LimitReason,
    Kind.BOUNDARY: BoundarySide,
    Kind.OFFER: OfferSide,
    Kind.OBSTACLE: ObstacleWish,
}


def aspect_label(code: str) -> str:
    """The words of an aspect; nothing for an empty or unknown code."""
    for choices in ASPECTS.values():
        if code in choices.values:
            return str(choices(code).label)
    return ""
