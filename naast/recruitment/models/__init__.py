"""Rows of this room, by subject."""

from naast.recruitment.models.application import (
    Age,
    Application,
    CameBy,
    FreeChoice,
    Occasion,
    Outcome,
    StopReason,
    Waits,
)
from naast.recruitment.models.journey import Journey, Passage, Tally
from naast.recruitment.models.notes import (
    Attitude,
    Audience,
    CompetenceView,
    Note,
    Question,
)
from naast.recruitment.models.partner import Partner
from naast.recruitment.models.referral import Condition, Referral
from naast.recruitment.models.talk import Talk, TalkOption

__all__ = [
    "Age",
    "Application",
    "Attitude",
    "Audience",
    "CameBy",
    "CompetenceView",
    "Condition",
    "FreeChoice",
    "Journey",
    "Note",
    "Occasion",
    "Outcome",
    "Partner",
    "Passage",
    "Question",
    "Referral",
    "StopReason",
    "Talk",
    "TalkOption",
    "Tally",
    "Waits",
]
