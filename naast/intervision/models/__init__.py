"""Rows of this room, by subject."""

from naast.intervision.models.evening import (
    AgreedAction,
    Evening,
    FollowUp,
    LearningQuestion,
    Presence,
)
from naast.intervision.models.series import Series, SeriesMember, SeriesProgramme
from naast.intervision.models.talk import EthicsQuestion, GroupTalk, Promise, Vote, Wish

__all__ = [
    "AgreedAction",
    "EthicsQuestion",
    "Evening",
    "FollowUp",
    "GroupTalk",
    "LearningQuestion",
    "Presence",
    "Promise",
    "Series",
    "SeriesMember",
    "SeriesProgramme",
    "Vote",
    "Wish",
]
