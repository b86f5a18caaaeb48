"""Where a breach and an assessment stand, and the words for what leaked and how it weighs."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step


class BreachState(models.TextChoices):
    """How far we are with something that may have leaked."""

    NOTICED = "noticed", _("Somebody thinks something leaked")
    OPEN = "open", _("A breach: being handled")
    CLOSED = "closed", _("Handled")
    NO_BREACH = "no_breach", _("Looked at: nothing leaked")


TAKE_UP, NO_BREACH, CLOSE = "take-up", "no-breach", "close"
OPEN_STATES: Final = (BreachState.NOTICED, BreachState.OPEN)
BREACHES: Final = StateTable(
    [
        Step(TAKE_UP, frozenset({"noticed"}), "open", _("It is a breach: the clock runs")),
        Step(NO_BREACH, frozenset({"noticed", "open"}), "no_breach", _("Nothing leaked")),
        Step(CLOSE, frozenset({"open"}), "closed", _("Handled: close it")),
    ]
)


class Happened(models.TextChoices):
    """What happened to the data."""

    SEEN = "seen", _("somebody saw or got what was not for them")
    LOST = "lost", _("lost, or out of reach")
    CHANGED = "changed", _("changed without anybody wanting it")


class DataKind(models.TextChoices):
    """Which data it is about, in plain words."""

    CONTACT = "contact", _("names and contact details")
    PLANNING = "planning", _("visits, times and places")
    WISHES = "wishes", _("wishes and notes about participants")
    HEALTH = "health", _("health or care")
    MONEY = "money", _("money or debts")
    TALKS = "talks", _("talks with and about volunteers")
    CHECKS = "checks", _("checks of conduct (the outcome)")
    SIGNALS = "signals", _("signals or complaints")
    SIGN_IN = "sign_in", _("sign-in data")
    OTHER = "other", _("something else")


class Whose(models.TextChoices):
    """Whose data it is."""

    VOLUNTEERS = "volunteers", _("volunteers")
    PARTICIPANTS = "participants", _("participants")
    CANDIDATES = "candidates", _("candidates")
    STAFF = "staff", _("colleagues")
    OTHERS = "others", _("others, such as family or contacts")


class Encrypted(models.TextChoices):
    """Whether who has it can read it."""

    UNKNOWN = "unknown", _("we don’t know yet")
    YES = "yes", _("yes, and the key is safe")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")


class Risk(models.TextChoices):
    """How it weighs for the people whose data it is (GDPR 33 and 34)."""

    OPEN = "", _("not weighed yet")
    UNLIKELY = "unlikely", _("a risk for people is unlikely")
    RISK = "risk", _("a risk for people")
    HIGH = "high", _("a high risk for people")


class NotTold(models.TextChoices):
    """Why the people themselves are not told of a breach."""

    ENCRYPTED = "encrypted", _("the data were encrypted: nobody can read them")
    NOT_HIGH = "not_high", _("the risk for them is not high")
    OTHER = "other", _("another reason, in words")


class Basis(models.TextChoices):
    """The grounds on which data may be used."""

    UNKNOWN = "", _("not chosen yet")
    CONSENT = "consent", _("consent")
    CONTRACT = "contract", _("an agreement with the person")
    DUTY = "duty", _("a duty by law")
    VITAL = "vital", _("to save a life")
    PUBLIC = "public", _("a task of public interest")
    INTEREST = "interest", _("a legitimate interest")


class AssessmentState(models.TextChoices):
    """Where a version of the impact assessment stands."""

    DRAFT = "draft", _("Being written")
    SIGNED = "signed", _("Signed off")
