"""One page about a group of people, to read before the first meeting (S0-25)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.casebook.models.piece import PIECE_FIELDS, Piece
from naast.organisations.models import Owned
from naast.programmes.models import Programme

# Its lists of sentences, in the order of the page.
SHEET_LISTS = ("helps", "better_not", "too_heavy", "pass_on", "say", "avoid")


class Sheet(Piece):
    """What it can mean, what helps, what better not. No diagnosis and no label: people first."""

    lead = models.CharField(_("in one sentence"), max_length=200)
    means = models.TextField(_("what it can mean"), max_length=1500)
    helps = models.JSONField(_("what often helps"), default=list)
    better_not = models.JSONField(_("better not"), default=list, blank=True)
    too_heavy = models.JSONField(_("when it gets too heavy for you"), default=list, blank=True)
    pass_on = models.JSONField(_("what you pass on, and to whom"), default=list)
    say = models.JSONField(_("words to use"), default=list, blank=True)
    avoid = models.JSONField(_("rather not these words"), default=list, blank=True)

    class Meta(Piece.Meta):
        indexes: ClassVar = [models.Index(fields=["organisation", "title", "id"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "code", "language"],
                condition=~Q(code=""),
                name="starter_sheet_once",
            )
        ]

    class Privacy:
        """About nobody in particular."""

        plain = PIECE_FIELDS | {"lead", "means", *SHEET_LISTS}
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class ProgrammeSheet(Owned):
    """A sheet that volunteers of a programme read beforehand. It hangs on the programme and never on a
    participant: a sheet beside a name would be a label."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="sheets")
    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="programmes")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "sheet"], name="sheet_once_a_programme")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "sheet")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "programme", "sheet"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
