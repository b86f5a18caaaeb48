"""The words of this room: what talks there are, how guidance looks, how somebody feels."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TalkKind(models.TextChoices):
    """What a talk is for. None of them judges somebody's work (S1-167)."""

    OPEN = "open", _("An open talk")
    GETTING_GOING = "getting_going", _("Getting going")
    GRROW = "grrow", _("Growing (GRROW)")
    TUNING = "tuning", _("Tuning with the team")
    VISION = "vision", _("What we stand for")
    THRESHOLD = "threshold", _("Over the threshold")
    INVOLVEMENT = "involvement", _("How involved, and where it ends")
    INCIDENT = "incident", _("After something hard")
    YEARLY = "yearly", _("The yearly look together")


class Way(models.TextChoices):
    """How somebody likes to be in touch."""

    MEET = "meet", _("face to face")
    PHONE = "phone", _("by phone")
    ONLINE = "online", _("on screen")
    PAPER = "paper", _("on paper")


class Training(models.TextChoices):
    """How far a guide is in learning to guide (S1-76)."""

    NOT_YET = "not_yet", _("not yet trained in guiding")
    LEARNING = "learning", _("learning it now")
    TRAINED = "trained", _("trained in guiding")


class Feeling(models.TextChoices):
    """An answer in a word; no figure."""

    YES = "yes", _("Yes")
    SO_SO = "so_so", _("So-so")
    NO = "no", _("No")


# From most to least: what is further to the right fell.
FALLING = (Feeling.YES, Feeling.SO_SO, Feeling.NO)


class Can(models.TextChoices):
    """The first question about guidance (instruments B18)."""

    NOT_YET = "not_yet", _("Not yet")
    ALMOST = "almost", _("Almost")
    YES = "yes", _("Yes")


class Dares(models.TextChoices):
    """The second one: wants to, and dares to."""

    DOUBTS = "doubts", _("Has doubts")
    YES = "yes", _("Yes")


class Style(models.TextChoices):
    """How somebody is guided in one task."""

    SHOW = "show", _("Show it first")
    TOGETHER = "together", _("Do it together")
    ALONG = "along", _("Look along")
    LET_GO = "let_go", _("Let go")


class Room(models.TextChoices):
    """What the volunteer says about it."""

    MORE = "more", _("I’d like more room")
    LESS = "less", _("I’d like more guidance")
    FINE = "fine", _("It is good like this")


class Theme(models.TextChoices):
    """What a short word after an activity was about (S1-190)."""

    WELL = "well", _("What went well")
    VISION = "vision", _("What we stand for")
    LISTENING = "listening", _("Listening")
    CLOSENESS = "closeness", _("Close, and not too close")
    LIMITS = "limits", _("Where it stops")
    AUTHORITY = "authority", _("Your own authority")
    WORKING_TOGETHER = "working_together", _("Working together")
    HARD = "hard", _("A hard moment")


def suggested(can: str, dares: str) -> Style:
    """What fits two answers; the coordinator decides otherwise when they know better."""
    if can == Can.NOT_YET:
        return Style.SHOW if dares == Dares.YES else Style.TOGETHER
    if can == Can.ALMOST:
        return Style.ALONG if dares == Dares.YES else Style.TOGETHER
    return Style.LET_GO if dares == Dares.YES else Style.ALONG


def has_fallen(before: str, now: str) -> bool:
    """Whether the second answer says less joy than the first."""
    return bool(before and now) and FALLING.index(Feeling(now)) > FALLING.index(Feeling(before))
