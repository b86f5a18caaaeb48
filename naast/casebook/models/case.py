"""Situations to talk about, and exercises in which people change places (S0-4, S1-201)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import DocumentKind
from naast.casebook.models.piece import PIECE_FIELDS, Piece
from naast.casebook.words import GROUPS, SETTINGS, THEMES, labels
from naast.core.text import Text


class CaseForm(models.TextChoices):
    """To talk about, or to play."""

    CASE = "case", _("Case to talk about")
    EXERCISE = "exercise", _("Exercise: what if you were…")


class Case(Piece):
    """One situation with questions. Nobody in it exists: invented people, by first name only."""

    form = models.CharField(_("kind"), max_length=10, choices=CaseForm, default=CaseForm.CASE)
    situation = models.TextField(_("what happens"), max_length=3000)
    # Lists of codes from casebook.words, and lists of sentences.
    themes = models.JSONField(_("themes"), default=list)
    groups = models.JSONField(_("about whom"), default=list, blank=True)
    settings = models.JSONField(_("where"), default=list, blank=True)
    questions = models.JSONField(_("questions to talk about"), default=list)
    helps = models.JSONField(_("what often helps"), default=list, blank=True)
    # An exercise: [{"who": …, "brief": …}], and how long it takes.
    roles = models.JSONField(_("roles"), default=list, blank=True)
    minutes = models.PositiveSmallIntegerField(_("how long (minutes)"), null=True, blank=True)
    # The agreement and the card «may I tell this?» that it touches.
    document = models.CharField(
        _("agreement it touches"), max_length=20, choices=DocumentKind, blank=True
    )
    card = models.SlugField(max_length=40, blank=True)

    class Meta(Piece.Meta):
        indexes: ClassVar = [models.Index(fields=["organisation", "title", "id"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "code", "language"],
                condition=~Q(code=""),
                name="starter_case_once",
            )
        ]

    class Privacy:
        """About nobody who exists."""

        plain = PIECE_FIELDS | {
            "form",
            "situation",
            "themes",
            "groups",
            "settings",
            "questions",
            "helps",
            "roles",
            "minutes",
            "document",
            "card",
        }
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def is_exercise(self) -> bool:
        """Whether people play it."""
        return self.form == CaseForm.EXERCISE

    @property
    def theme_words(self) -> list[Text]:
        """Its themes in words."""
        return labels(THEMES, self.themes)

    @property
    def group_words(self) -> list[Text]:
        """About whom it is, in words."""
        return labels(GROUPS, self.groups)

    @property
    def setting_words(self) -> list[Text]:
        """Where it plays, in words."""
        return labels(SETTINGS, self.settings)
