"""The short lists of codes of this room: what a row is, and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EveningKind(models.TextChoices):
    """What happens on an evening."""

    EVENING = "evening", _("An evening with questions from our own practice")
    GROUP_TALK = "group_talk", _("The yearly group talk: what do I want better?")


class PresenceState(models.TextChoices):
    """Whether somebody is there. Nobody has to say that they come."""

    SIGNED_OFF = "signed_off", _("Can’t come")
    CAME = "came", _("Was there")
    ABSENT = "absent", _("Was not there")


# Who was not there, whether they said so or not.
MISSED = (PresenceState.SIGNED_OFF, PresenceState.ABSENT)


class QuestionKind(models.TextChoices):
    """A question written down, or only a place to tell something (S2-30)."""

    QUESTION = "question", _("A question")
    EXPERIENCE = "experience", _("Something I would like to tell")


class QuestionState(models.TextChoices):
    """Where a learning question stands."""

    OPEN = "open", _("Waits for an evening")
    PICKED = "picked", _("Chosen for this evening")


class FollowUpReason(models.TextChoices):
    """Why somebody asks how a person is."""

    IN_A_ROW = "in_a_row", _("Could not be there several times in a row")
    LONG_AGO = "long_ago", _("Has not been there for a while")


class FollowUpOutcome(models.TextChoices):
    """What came out of asking: a choice of kind words, and nothing else is kept."""

    COMES_AGAIN = "comes_again", _("Comes again")
    OTHER_MOMENT = "other_moment", _("Another moment suits better")
    OTHER_GROUP = "other_group", _("Another group suits better")
    TAKES_TIME = "takes_time", _("Takes some time, we stay in touch")
    NEEDS_TALK = "needs_talk", _("We plan a talk about how it goes")
    STOPS = "stops", _("Would rather not take part")
