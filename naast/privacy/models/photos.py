"""A yes to pictures, use by use, and what was published because of it (spec/law part 3)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Consent, Person


class PhotoUse(models.TextChoices):
    """What a picture may be used for. To take one is a yes of its own."""

    TAKE = "take", _("A picture of me may be taken")
    INSIDE = "inside", _("Inside the house: on the wall, in a presentation")
    NEWSLETTER = "newsletter", _("In our newsletter")
    WEBSITE = "website", _("On our website")
    SOCIAL = "social", _("On social media")
    PRESS = "press", _("In the press")


class PhotoYes(Owned):
    """The yes of somebody to one use of pictures, until a day, and taken back when they like."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="photo_yeses")
    use = models.CharField(_("for what"), max_length=10, choices=PhotoUse)
    kind_of_picture = EncryptedTextField(_("which kind of picture"), blank=True, default="")
    # For who is too young to say it alone: who said it with them.
    said_with = EncryptedTextField(_("said together with"), blank=True, default="")
    how = models.CharField(_("how"), max_length=10, choices=Consent.How)
    given_on = models.DateField(_("said yes on"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    withdrawn_on = models.DateField(_("taken back on"), null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "person"]),
            models.Index(fields=["organisation", "use", "-id"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "use"],
                condition=Q(withdrawn_on__isnull=True),
                name="one_standing_photo_yes_a_use",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("given_on")),
                name="photo_yes_ends_after_it_begins",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "use"})
        personal = frozenset({"how", "given_on", "until_on", "withdrawn_on"})
        sensitive = frozenset({"kind_of_picture", "said_with"})


class Published(Owned):
    """One place where a picture was shown because of a yes; it has to come down when that yes is taken back."""

    photo_yes = models.ForeignKey(PhotoYes, models.CASCADE, related_name="published")
    where = EncryptedTextField(_("where it was shown"))
    published_on = models.DateField(_("shown since"))
    # Asked for by the person's no; a date when it really is gone.
    take_down_since = models.DateField(null=True, blank=True)
    taken_down_on = models.DateField(null=True, blank=True)
    noted_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "photo_yes"]),
            models.Index(
                fields=["organisation", "take_down_since", "id"],
                condition=Q(taken_down_on__isnull=True, take_down_since__isnull=False),
                name="published_to_take_down",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("photo_yes", "noted_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "photo_yes", "noted_by"})
        personal = frozenset({"published_on", "take_down_since", "taken_down_on"})
        sensitive = frozenset({"where"})
