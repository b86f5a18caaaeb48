"""Rows of this room."""

from naast.appreciation.models.day import DaysToRemember
from naast.appreciation.models.gathering import Gathering, Guest
from naast.appreciation.models.letter import Letter
from naast.appreciation.models.post import Picture, Post
from naast.appreciation.models.thanks import Thanks
from naast.appreciation.models.year import Brings, YearLook
from naast.appreciation.states import LetterState, PostState

__all__ = [
    "Brings",
    "DaysToRemember",
    "Gathering",
    "Guest",
    "Letter",
    "LetterState",
    "Picture",
    "Post",
    "PostState",
    "Thanks",
    "YearLook",
]
