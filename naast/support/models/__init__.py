"""Rows of this room."""

from naast.support.models.contact import CheckIn, FloorVisit, Meeting, ShortWord, Told
from naast.support.models.plan import Guidance, Plan, TalkRhythm
from naast.support.models.talk import Action, Talk

__all__ = [
    "Action",
    "CheckIn",
    "FloorVisit",
    "Guidance",
    "Meeting",
    "Plan",
    "ShortWord",
    "Talk",
    "TalkRhythm",
    "Told",
]
