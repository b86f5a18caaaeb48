"""The outbox: what was told to whom, and whether it has left; and the organisation's own wordings."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned


class Message(Owned):
    """One message: to a user (shown on their home page and mailed), or to an address of somebody
    without an account (a candidate, a referrer, a guest of a meeting)."""

    user = models.ForeignKey(
        "accounts.User", models.CASCADE, null=True, blank=True, related_name="+"
    )
    to_address = models.EmailField(blank=True)
    # What it is about: a row of a higher room, so no foreign key.
    about_id = models.UUIDField(null=True, blank=True)
    written_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=5, default="nl")
    subject = models.CharField(max_length=150)
    body = EncryptedTextField()
    url = models.CharField(max_length=300, blank=True)
    # A calendar file that goes along; empty where there is none.
    calendar = EncryptedTextField(blank=True, default="")
    mailed_at = models.DateTimeField(null=True, blank=True)
    # The last time that it did not leave, and since when a worker is sending it (tasks.send_mail).
    failed_at = models.DateTimeField(null=True, blank=True)
    sending_since = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "user", "read_at", "id"]),
            models.Index(fields=["organisation", "about_id", "id"]),
            models.Index(fields=["organisation", "id"]),
            # The night: what is over its term (messaging.keeping).
            models.Index(fields=["organisation", "created_at"], name="message_by_age"),
            # The desk: letters that did not leave.
            models.Index(
                fields=["organisation", "id"],
                condition=Q(mailed_at__isnull=True, failed_at__isnull=False),
                name="message_not_left",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | ~Q(to_address=""), name="message_has_a_reader"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("written_by",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "user",
                "about_id",
                "written_by",
                "kind",
                "language",
                "subject",
                "url",
                "mailed_at",
                "failed_at",
                "sending_since",
                "read_at",
            }
        )
        personal = frozenset({"to_address"})
        sensitive = frozenset({"body", "calendar"})


class Wording(Owned):
    """The organisation's own words for one kind of message in one language (texts.py has the usual)."""

    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=5)
    subject = models.CharField(_("subject"), max_length=120)
    body = models.TextField(_("text"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "language"], name="wording_once_a_language"
            )
        ]

    class Privacy:
        """Texts about work, with names still left open."""

        plain = frozenset(
            {"id", "created_at", "organisation", "kind", "language", "subject", "body"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Reminder(Owned):
    """That somebody was reminded of something once: written with the message, so that a night which stops
    halfway and starts again tells nobody twice (messaging.reminders)."""

    kind = models.CharField(max_length=40)
    # What it is about: a row of a higher room, so no foreign key.
    subject_id = models.UUIDField()
    # Which reminder of several: «60», «14», «due», a date.
    step = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "subject_id", "step"], name="reminded_once"
            )
        ]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "kind", "subject_id", "step"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
