"""Rows of this room."""

from naast.belonging.models.debrief import Debrief
from naast.belonging.models.first_day import FirstDay, Welcome
from naast.belonging.models.idea import Idea, IdeaMember
from naast.belonging.models.mentoring import Mentoring, MentorMoment, MentorReady
from naast.belonging.models.near import CloserContact, OutsideGuide, Shared
from naast.belonging.models.question import WAITING, Question
from naast.belonging.models.wish import Wish

__all__ = [
    "WAITING",
    "CloserContact",
    "Debrief",
    "FirstDay",
    "Idea",
    "IdeaMember",
    "MentorMoment",
    "MentorReady",
    "Mentoring",
    "OutsideGuide",
    "Question",
    "Shared",
    "Welcome",
    "Wish",
]
