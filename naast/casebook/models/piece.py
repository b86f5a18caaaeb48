"""What cases and sheets have in common: where they come from, and how they are found."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned

# The columns that every piece has; each model classes them.
PIECE_FIELDS = frozenset(
    {
        "id",
        "created_at",
        "organisation",
        "code",
        "starter_version",
        "title",
        "language",
        "is_shown",
        "changed_on",
        "index_text",
        "index_codes",
    }
)


class Piece(Owned):
    """A text that an organisation took from our starter set (`code`) or wrote itself (no code).

    `starter_version` says which version of ours it was, `changed_on` that the organisation made it its own:
    then a newer version of ours leaves it alone.
    """

    code = models.SlugField(max_length=60, blank=True)
    starter_version = models.PositiveSmallIntegerField(null=True, blank=True)
    title = models.CharField(_("title"), max_length=120)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    is_shown = models.BooleanField(_("everybody here may read it"), default=True)
    changed_on = models.DateField(null=True, blank=True)
    # By which words and codes it is found (casebook.index).
    index_text = models.TextField(editable=False)
    index_codes = models.TextField(editable=False, default="")

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["title", "id"]

    @property
    def is_from_starter(self) -> bool:
        """Whether it began as one of ours."""
        return bool(self.code)
