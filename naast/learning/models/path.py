"""The learning path of a programme: which courses it asks, in which order, and what each puts in place."""

from typing import ClassVar

from django.db import models

from naast.learning.models.course import Course
from naast.organisations.models import Owned
from naast.programmes.models import EntryCondition, Programme


class PathLine(Owned):
    """One course on the path of a programme (S0-19, S1-186). With `condition` it puts a training condition of
    the programme in place: before the first contact."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="learning_path")
    course = models.ForeignKey(Course, models.CASCADE, related_name="path_lines")
    position = models.PositiveSmallIntegerField(default=0)
    is_required = models.BooleanField(default=True)
    condition = models.ForeignKey(
        EntryCondition, models.SET_NULL, null=True, blank=True, related_name="path_lines"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "course"], name="course_once_on_a_path")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "course", "condition")

    class Privacy:
        """A path is about a programme."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "course",
                "position",
                "is_required",
                "condition",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
