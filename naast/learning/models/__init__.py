"""Rows about learning, by subject."""

from naast.learning.models.course import Course, CourseForm, Package
from naast.learning.models.log import Category, Growth, LearningEntry
from naast.learning.models.path import PathLine
from naast.learning.models.record import Completion, LearningWish
from naast.learning.models.session import Seat, Session

__all__ = [
    "Category",
    "Completion",
    "Course",
    "CourseForm",
    "Growth",
    "LearningEntry",
    "LearningWish",
    "Package",
    "PathLine",
    "Seat",
    "Session",
]
