"""The few words of this room that are kept as codes: both ends of a load, what was said, what is asked."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Amount(models.TextChoices):
    """What somebody says of how much they do (S3-16)."""

    MUCH = "much", _("too much")
    GOOD = "good", _("good")
    LITTLE = "little", _("too little")


class End(models.TextChoices):
    """What there is to ask somebody about: either end, or only how it goes."""

    MUCH = "much", _("Perhaps too much")
    LITTLE = "little", _("Perhaps too little")
    HOW = "how", _("How it goes")


class Reader(models.TextChoices):
    """Who may read what somebody said; the person chooses."""

    COORDINATOR = "coordinator", _("Only me and the coordinator")
    COACH = "coach", _("Also my coach")
    NOBODY = "nobody", _("Only me")


class Reason(models.TextChoices):
    """Why it is worth asking: in words that tell nobody a figure (S0-60, instruments B14)."""

    SAID_MUCH = "said_much", _("said that it is too much")
    SAID_LITTLE = "said_little", _("would like to do more")
    ENERGY = "energy", _("has little energy left afterwards")
    JOY = "joy", _("enjoys it less, twice in a row")
    SKIPPED = "skipped", _("did not answer the short self-check, twice in a row")
    HOURS = "hours", _("many more hours than usual")
    HOURS_LIMIT = "hours_limit", _("more hours than they want themselves")
    EVENINGS = "evenings", _("more evenings than usual")
    EVENINGS_LIMIT = "evenings_limit", _("more evenings than they want themselves")
    UNPLANNED = "unplanned", _("several contacts that were not planned")
    HARD = "hard", _("several visits that were hard")
    OFF_DAYS = "off_days", _("visits on days they wanted to keep free")
    WEIGHT = "weight", _("more or heavier matches than suits them")
    IDLE = "idle", _("has been waiting for somebody to stand beside")


# What only the person can have told: it is not shown to staff beside them, unless facts speak as well.
SAID = frozenset({Reason.SAID_MUCH, Reason.SAID_LITTLE, Reason.ENERGY, Reason.JOY, Reason.SKIPPED})
