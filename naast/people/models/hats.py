"""The hats of a person: what belongs to being a volunteer, to being a participant."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models.person import Person


class Weight(models.IntegerChoices):
    """How much a match asks of a volunteer (S1-87)."""

    LIGHT = 1, _("light")
    MEDIUM = 2, _("medium")
    HEAVY = 3, _("heavy")


class Closeness(models.IntegerChoices):
    """How close somebody wants the contact to be."""

    BUSINESSLIKE = 1, _("friendly, with some distance")
    WARM = 2, _("warm")
    CLOSE = 3, _("close, like a friend")


class VolunteerProfile(Owned):
    """The volunteer's card: strengths first, then the four blocks of S3-8. No score, no label."""

    class Status(models.TextChoices):
        """Where somebody stands as a volunteer of this organisation."""

        INTERESTED = "interested", _("Getting to know each other")
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        FORMER = "former", _("Said goodbye")

    person = models.OneToOneField(Person, models.CASCADE, related_name="volunteer")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.ACTIVE)
    # Copied from the person, so that the list reads one index in its own order.
    sort_name = models.CharField(max_length=255, editable=False, default="")
    since_on = models.DateField(_("volunteer since"), null=True, blank=True)
    left_on = models.DateField(_("said goodbye on"), null=True, blank=True)
    strengths = models.TextField(_("strengths"), blank=True)
    motives = models.TextField(_("motives: why somebody does this"), blank=True)
    knowledge = models.TextField(_("knowledge and experience"), blank=True)
    possibilities = models.TextField(_("possibilities: time, place, means"), blank=True)
    wishes = models.TextField(_("wishes"), blank=True)
    common_ground = models.TextField(_("common ground with the people or the theme"), blank=True)
    professional_past = models.TextField(_("professional past"), blank=True)
    last_discussed_on = models.DateField(_("last talked through on"), null=True, blank=True)
    own_limits = EncryptedTextField(_("own limits"), blank=True)
    # Codes of people.terms.SUPPORT_WISHES, chosen by the person (S1-27).
    support_wishes = models.JSONField(_("what helps me"), default=list, blank=True)
    support_words = EncryptedTextField(_("what helps me, in my own words"), blank=True)
    # Chosen by the person, or together with them on this day.
    support_chosen_on = models.DateField(_("chosen on"), null=True, blank=True)
    refused_tasks = models.JSONField(_("what I don’t do"), default=list, blank=True)
    max_matches = models.PositiveSmallIntegerField(
        _("at most this many matches"), null=True, blank=True
    )
    # A time in which the volunteer is not asked for a new match (S0-60).
    rests_until_on = models.DateField(_("no new match until"), null=True, blank=True)
    heaviest = models.PositiveSmallIntegerField(
        _("heaviest match that suits"), choices=Weight, default=Weight.MEDIUM
    )
    max_travel_km = models.PositiveSmallIntegerField(
        _("travels at most (km)"), null=True, blank=True
    )
    rather_not_nearby = models.BooleanField(_("rather not in my own neighbourhood"), default=False)
    types = models.JSONField(_("kind of contact"), default=list, blank=True)
    styles = models.JSONField(_("style"), default=list, blank=True)
    rhythm_min = models.PositiveSmallIntegerField(
        _("visits in four weeks, at least"), null=True, blank=True
    )
    rhythm_max = models.PositiveSmallIntegerField(
        _("visits in four weeks, at most"), null=True, blank=True
    )
    term_months = models.PositiveSmallIntegerField(
        _("wants to do this for (months)"), null=True, blank=True
    )
    closeness = models.PositiveSmallIntegerField(
        _("how close"), choices=Closeness, null=True, blank=True
    )
    smokes = models.BooleanField(_("smokes"), null=True, blank=True)
    accepts_smoking = models.BooleanField(_("fine with smoking"), null=True, blank=True)
    accepts_pets = models.BooleanField(_("fine with pets"), null=True, blank=True)
    accepts_stairs = models.BooleanField(_("can climb stairs"), null=True, blank=True)
    allergies = models.JSONField(_("allergies"), default=list, blank=True)
    # Paid by this organisation as well? Then the task must clearly differ (law art. 3, S1-43).
    is_also_staff = models.BooleanField(_("also paid by this organisation"), default=False)
    staff_note = models.TextField(_("how the volunteering differs from the job"), blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "status", "sort_name", "id"]),
            models.Index(fields=["organisation", "status", "last_discussed_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "status"})
        personal = frozenset(
            {
                "sort_name",
                "since_on",
                "left_on",
                "strengths",
                "motives",
                "knowledge",
                "possibilities",
                "wishes",
                "common_ground",
                "professional_past",
                "last_discussed_on",
                "support_chosen_on",
                "refused_tasks",
                "max_matches",
                "rests_until_on",
                "heaviest",
                "max_travel_km",
                "rather_not_nearby",
                "types",
                "styles",
                "rhythm_min",
                "rhythm_max",
                "term_months",
                "closeness",
                "smokes",
                "accepts_smoking",
                "accepts_pets",
                "accepts_stairs",
                "is_also_staff",
                "staff_note",
            }
        )
        sensitive = frozenset({"own_limits", "support_wishes", "support_words", "allergies"})


class ParticipantProfile(Owned):
    """The person with the wish: strengths, interests and network come before the request (S1-30)."""

    class Status(models.TextChoices):
        """Whether we stand beside somebody now."""

        ACTIVE = "active", _("Active")
        FORMER = "former", _("Said goodbye")

    person = models.OneToOneField(Person, models.CASCADE, related_name="participant")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.ACTIVE)
    sort_name = models.CharField(max_length=255, editable=False, default="")
    since_on = models.DateField(_("known to us since"), null=True, blank=True)
    # Final responsibility stays with a named professional (S3-28, S3-29).
    professional = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="participants"
    )
    strengths = models.TextField(_("strengths"), blank=True)
    network = EncryptedTextField(_("people around this person"), blank=True)
    background = EncryptedTextField(_("what a volunteer should know"), blank=True)
    trusted_name = models.CharField(_("trusted person"), max_length=150, blank=True)
    trusted_phone = models.CharField(_("phone of the trusted person"), max_length=20, blank=True)
    home_has_smoker = models.BooleanField(_("somebody smokes at home"), null=True, blank=True)
    home_pets = models.JSONField(_("pets at home"), default=list, blank=True)
    home_has_stairs = models.BooleanField(_("stairs at home"), null=True, blank=True)
    allergies = models.JSONField(_("allergies"), default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "status", "sort_name", "id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "professional")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "status", "professional"})
        personal = frozenset(
            {
                "sort_name",
                "since_on",
                "strengths",
                "trusted_name",
                "trusted_phone",
                "home_has_smoker",
                "home_pets",
                "home_has_stairs",
            }
        )
        sensitive = frozenset({"network", "background", "allergies"})


class HatChange(Owned):
    """A participant becomes a volunteer, or the other way: what both expect, and two looks back
    after one and three months (S1-251)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="hat_changes")
    to_hat = models.CharField(max_length=12)  # "volunteer" or "participant"
    changed_on = models.DateField(_("date"))
    expects = EncryptedTextField(_("what the person expects"))
    we_expect = EncryptedTextField(_("what we expect"))
    first_review_on = models.DateField()
    second_review_on = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "first_review_on"]),
            models.Index(fields=["organisation", "second_review_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"to_hat", "changed_on", "first_review_on", "second_review_on"})
        sensitive = frozenset({"expects", "we_expect"})
