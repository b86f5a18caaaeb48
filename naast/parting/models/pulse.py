"""A finger on the pulse: a light contact after help that is closed, until a day (S3-14)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Consent, Person


class Pulse(Owned):
    """Somebody rings a participant now and then, with their yes, and stops on the agreed day."""

    class LastAnswer(models.TextChoices):
        """What came of the last question."""

        ALL_WELL = "all_well", _("It is good like this")
        NEW_WISH = "new_wish", _("There is a new wish")
        NOT_REACHED = "not_reached", _("We could not reach them")

    match = models.ForeignKey(Match, models.CASCADE, related_name="pulses")
    participant = models.ForeignKey(Person, models.CASCADE, related_name="pulses")
    # By a volunteer, or by a professional or other colleague: one of the two.
    volunteer = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="pulses_kept"
    )
    colleague = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="pulses_kept"
    )
    every_weeks = models.PositiveSmallIntegerField(_("every so many weeks"))
    started_on = models.DateField()
    until_on = models.DateField(_("until"))
    # The participant said yes to this contact, and to this person.
    consent_on = models.DateField(_("yes of the participant on"))
    consent_how = models.CharField(_("how they said it"), max_length=10, choices=Consent.How)
    last_contact_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    stopped_by_participant = models.BooleanField(default=False)
    last_answer = models.CharField(max_length=12, choices=LastAnswer, blank=True)
    last_words = EncryptedTextField(_("in their own words"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gt=models.F("started_on")), name="pulse_has_an_end"
            ),
            models.CheckConstraint(
                condition=Q(volunteer__isnull=True) | Q(colleague__isnull=True),
                name="pulse_by_one",
            ),
            models.UniqueConstraint(
                fields=["participant"], condition=Q(ended_on__isnull=True), name="one_open_pulse"
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "until_on"],
                condition=Q(ended_on__isnull=True),
                name="pulse_open",
            ),
            # The last question that nobody asked yet.
            models.Index(
                fields=["organisation", "ended_on"],
                condition=Q(ended_on__isnull=False, last_answer=""),
                name="pulse_last_question",
            ),
            models.Index(
                fields=["organisation", "volunteer"],
                condition=Q(ended_on__isnull=True),
                name="pulse_of_volunteer",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "participant", "volunteer", "colleague")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "match",
                "participant",
                "volunteer",
                "colleague",
                "every_weeks",
            }
        )
        personal = frozenset(
            {
                "started_on",
                "until_on",
                "consent_on",
                "consent_how",
                "last_contact_on",
                "ended_on",
                "stopped_by_participant",
                "last_answer",
            }
        )
        sensitive = frozenset({"last_words"})


class PulseContact(Owned):
    """One contact, in one line."""

    pulse = models.ForeignKey(Pulse, models.CASCADE, related_name="contacts")
    contact_on = models.DateField(_("when"))
    line = EncryptedTextField(_("in one line"))
    user_id = models.UUIDField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-contact_on", "-id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("pulse",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "pulse", "user_id"})
        personal = frozenset({"contact_on"})
        sensitive = frozenset({"line"})
