"""The yearly group talk «what do I want better» (S1-265), and questions about what is right (S3-26).

**Who voted what can't be read.** A vote holds no person: it holds a `slip`, a keyed digest of group talk and
person (services.ballots), so that the same person finds their own votes back until the count. The key is not
in the database. No page and no query gives votes by slip to anybody but the voter; totals are shown after
the count alone, and at the count the votes themselves are deleted. Votes have no time and no ordered id, and
nothing is written in the history when somebody votes."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.intervision.models.evening import Evening
from naast.intervision.models.series import Series
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class GroupTalk(Owned):
    """What an evening has more when it is the yearly group talk."""

    evening = models.OneToOneField(Evening, models.CASCADE, related_name="talk")
    votes_each = models.PositiveSmallIntegerField(_("how many votes each"), default=3)
    counted_at = models.DateTimeField(null=True, blank=True)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("evening",)

    class Privacy:
        """Nothing about persons."""

        plain = frozenset(
            {"id", "created_at", "organisation", "evening", "votes_each", "counted_at"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Wish(Owned):
    """What somebody would like better. Without `asker` nobody knows whose wish it is."""

    talk = models.ForeignKey(GroupTalk, models.CASCADE, related_name="wishes")
    text = EncryptedTextField(_("what would you like better?"))
    asker = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    # Filled in at the count; NULL: not counted, or by too few people to show.
    votes = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("talk", "asker")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "talk", "asker", "votes"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"text"})


class Vote(models.Model):
    """One vote until the count: see above. No time of making, and an id that says nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, related_name="+", db_index=False
    )
    wish = models.ForeignKey(Wish, models.CASCADE, related_name="+")
    slip = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slip", "wish"], name="voted_once_a_wish")]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("wish",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "organisation", "wish"})
        personal = frozenset({"slip"})
        sensitive: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"vote {self.pk}"


class Promise(Owned):
    """What the organisation promises after a group talk; next year it tells what came of it."""

    talk = models.ForeignKey(GroupTalk, models.CASCADE, related_name="promises")
    wish = models.ForeignKey(Wish, models.SET_NULL, null=True, blank=True, related_name="promises")
    what = models.CharField(_("what we promise"), max_length=300)
    owner = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="+")
    due_on = models.DateField(_("by when"))
    done_on = models.DateField(null=True, blank=True)
    news = models.CharField(_("what came of it"), max_length=500, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "id"]
        indexes = [models.Index(fields=["organisation", "done_on", "due_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("talk", "wish", "owner")

    class Privacy:
        """About work, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "talk",
                "wish",
                "what",
                "owner",
                "due_on",
                "done_on",
                "news",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class EthicsQuestion(Owned):
    """A question about what is right or allowed (S3-26): for one group, or for the whole organisation."""

    series = models.ForeignKey(
        Series, models.CASCADE, null=True, blank=True, related_name="ethics_questions"
    )
    text = EncryptedTextField(_("the question"))
    # NULL: who asks does not want to say so.
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_on = models.DateField()
    # The evening on whose agenda it stands.
    evening = models.ForeignKey(
        Evening, models.SET_NULL, null=True, blank=True, related_name="ethics_questions"
    )
    discussed_on = models.DateField(_("discussed on"), null=True, blank=True)
    outcome = EncryptedTextField(_("what we hold to from now on"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-asked_on", "-id"]
        indexes = [models.Index(fields=["organisation", "discussed_on", "id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("series", "asked_by", "evening")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "series",
                "asked_by",
                "asked_on",
                "evening",
                "discussed_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"text", "outcome"})
