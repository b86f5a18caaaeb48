"""Texts that people agree on: documents of an organisation or of one programme, in versions, in languages."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.programmes.models import Programme


class DocumentKind(models.TextChoices):
    """What sort of text. The first four meet the entry condition of the same name (programmes.parts)."""

    INFORMATION = "information", _("Information before the start")
    AGREEMENT = "agreement", _("Agreement note")
    SECRECY = "secrecy", _("What stays between us")
    CHARTER = "charter", _("Charter")
    HOUSE_RULES = "house_rules", _("House rules of volunteers and staff")
    PROMISES = "promises", _("What we promise each other")
    DO_DONT = "do_dont", _("Card: what to do and what not")
    ROLE_VOLUNTEER = "role_volunteer", _("Role card for the volunteer")
    ROLE_PARTICIPANT = "role_participant", _("Role card for the participant")
    MANDATE = "mandate", _("Mandate card: what you may decide")
    OTHER = "other", _("Another text of our own")


class Asks(models.TextChoices):
    """What a reader is asked."""

    SIGNATURE = "signature", _("to sign, with us")
    ACKNOWLEDGEMENT = "acknowledgement", _("to say that they read and understood it")
    NOTHING = "nothing", _("only to read it")


class Style(models.TextChoices):
    """A text that we laid down, or one that both wrote (S1-175)."""

    PROTOCOL = "protocol", _("laid down by us")
    CO_WRITTEN = "co_written", _("written together")


class Document(Owned):
    """One text over time. Without a programme it holds in the whole organisation; a programme with a text
    of its own uses that one instead (`services.in_force`)."""

    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    programme = models.ForeignKey(
        Programme, models.CASCADE, null=True, blank=True, related_name="documents"
    )
    name = models.CharField(_("name"), max_length=120)
    asks = models.CharField(_("readers are asked"), max_length=15, choices=Asks)
    style = models.CharField(_("style"), max_length=12, choices=Style, default=Style.PROTOCOL)
    for_volunteers = models.BooleanField(_("for volunteers"), default=True)
    for_participants = models.BooleanField(_("for participants"), default=False)
    for_staff = models.BooleanField(_("for staff too"), default=False)
    # After how many months it is asked again (S0-51); empty: it holds until a new version.
    renew_months = models.PositiveSmallIntegerField(
        _("ask again after (months)"), null=True, blank=True
    )
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["kind", "name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind"],
                condition=Q(programme__isnull=True, retired_on__isnull=True)
                & ~Q(kind=DocumentKind.OTHER),
                name="one_document_a_kind",
            ),
            models.UniqueConstraint(
                fields=["programme", "kind"],
                condition=Q(programme__isnull=False, retired_on__isnull=True)
                & ~Q(kind=DocumentKind.OTHER),
                name="one_document_a_kind_a_programme",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "kind", "programme"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)

    class Privacy:
        """Texts about work: nothing about people."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "kind",
                "name",
                "asks",
                "style",
                "for_volunteers",
                "for_participants",
                "for_staff",
                "renew_months",
                "retired_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Version(Owned):
    """One version of a document: a draft until it is published, and then it never changes."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    published_on = models.DateField(null=True, blank=True)
    published_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # A correction of a typing error need not be signed again; anything else is.
    asks_again = models.BooleanField(_("ask everybody again"), default=True)
    change_note = models.CharField(_("what changed, in one sentence"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_numbered_once"),
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(published_on__isnull=True),
                name="one_draft_a_document",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("document", "published_by")

    class Privacy:
        """Texts about work: nothing about people."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "document",
                "number",
                "published_on",
                "published_by",
                "asks_again",
                "change_note",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class VersionText(Owned):
    """The words of a version in one language: a title and clauses as `contents.Clause` writes them, with
    what is filled in later between braces."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5)
    title = models.CharField(_("title"), max_length=150)
    clauses = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar[list[str]] = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["version", "language"], name="version_once_a_language")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("version",)

    class Privacy:
        """Texts about work: nothing about people."""

        plain = frozenset(
            {"id", "created_at", "organisation", "version", "language", "title", "clauses"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
