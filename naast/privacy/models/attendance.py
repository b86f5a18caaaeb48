"""A letter about when somebody was here, made on their own written request and given to them alone (S1-15)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class AttendanceLetter(Owned):
    """What was asked, and that the letter was given. The letter itself is made anew each time from the visits."""

    class How(models.TextChoices):
        """In writing, always: so that it is certain whose wish it is."""

        ON_SCREEN = "on_screen", _("on this screen")
        ON_PAPER = "on_paper", _("on paper")
        BY_MAIL = "by_mail", _("by mail")

    person = models.ForeignKey(Person, models.CASCADE, related_name="attendance_letters")
    asked_on = models.DateField(_("asked on"))
    how = models.CharField(_("how it was asked"), max_length=10, choices=How)
    for_whom = EncryptedTextField(_("for whom you want it"))
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"))
    written_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-id"]),
            models.Index(fields=["organisation", "person", "-id"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="attendance_until_after_from"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "written_by"})
        personal = frozenset({"asked_on", "how", "from_on", "until_on"})
        sensitive = frozenset({"for_whom"})
