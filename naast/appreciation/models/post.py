"""The board: who is new here and what they will do, and good stories; with a yes and until a day
(S1-222, S1-224, S4-29)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.appreciation.states import PostState
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Owned
from naast.people.models import Person


class Post(Owned):
    """One card on the board of a house, about one volunteer, in their own words. They take it back when they
    like; picture and words go when it ends."""

    class Kind(models.TextChoices):
        """What the card tells."""

        NEW_HERE = "new_here", _("New here")
        STORY = "story", _("A good story")

    kind = models.CharField(max_length=10, choices=Kind)
    person = models.ForeignKey(Person, models.CASCADE, related_name="board_posts")
    title = models.CharField(_("title"), max_length=120)
    words = EncryptedTextField(_("what you would like to tell"))
    # What the picture shows, for who can't see it; empty when there is none.
    picture_words = models.CharField(_("what the picture shows"), max_length=150, blank=True)
    state = models.CharField(max_length=10, choices=PostState, default=PostState.OFFERED)
    offered_on = models.DateField()
    # Until when the person says yes to its being shown.
    until_on = models.DateField(_("may be shown until"))
    placed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-placed_on", "-id"]
        indexes = [
            models.Index(fields=["organisation", "state", "until_on"]),
            models.Index(fields=["organisation", "state", "-placed_on", "-id"]),
            models.Index(fields=["organisation", "person"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "kind", "state"})
        personal = frozenset({"title", "picture_words", "offered_on", "until_on", "placed_on"})
        sensitive = frozenset({"words"})


class Picture(Owned):
    """The picture of a card, small and without place or time (ADR 0019). It goes with the row, so that nothing
    is left in a folder."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="picture")
    jpeg = models.BinaryField()

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("post",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "post"})
        personal = frozenset({"jpeg"})
        sensitive: frozenset[str] = frozenset()
