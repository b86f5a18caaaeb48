"""The wish of a participant, in their own words, with what they would like and what not."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Closeness, Household, Person, Topic
from naast.programmes.models import Programme


class Request(Owned):
    """What somebody wishes for. It belongs to the participant, who may change or stop it (S0-32)."""

    class Status(models.TextChoices):
        """Where the wish stands; whether a proposal is out shows in its matches."""

        EXPLORING = "exploring", _("Still exploring")
        WAITING = "waiting", _("Waiting for a match")
        MATCHED = "matched", _("Matched")
        CLOSED = "closed", _("Closed")

    participant = models.ForeignKey(Person, models.CASCADE, related_name="requests")
    household = models.ForeignKey(
        Household, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="requests")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.EXPLORING)
    own_words = EncryptedTextField(_("the wish in their own words"))
    pace = models.TextField(_("pace: how to go about it"), blank=True)
    asked_on = models.DateField(_("asked on"))
    coordinator = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="requests"
    )
    interim_support = models.TextField(_("what helps while waiting"), blank=True)
    interim_support_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(_("look again on"), null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    # Preferences. Empty or NULL means not asked yet: it never excludes anybody.
    languages = models.JSONField(_("languages"), default=dict, blank=True)  # code -> level 1..3
    genders = models.JSONField(_("rather a"), default=list, blank=True)
    weekly = models.PositiveIntegerField(_("good times in the week"), null=True, blank=True)
    max_km = models.PositiveSmallIntegerField(_("lives within (km)"), null=True, blank=True)
    rather_not_nearby = models.BooleanField(_("rather nobody from my neighbourhood"), default=False)
    no_smoker = models.BooleanField(_("rather nobody who smokes"), default=False)
    types = models.JSONField(_("kind of contact"), default=list, blank=True)
    styles = models.JSONField(_("style"), default=list, blank=True)
    rhythm = models.PositiveSmallIntegerField(_("visits in four weeks"), null=True, blank=True)
    term_months = models.PositiveSmallIntegerField(
        _("for how long (months)"), null=True, blank=True
    )
    closeness = models.PositiveSmallIntegerField(
        _("how close"), choices=Closeness, null=True, blank=True
    )
    tasks = models.JSONField(_("what to do together"), default=list, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "status", "asked_on", "id"]),
            models.Index(fields=["organisation", "participant"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("participant", "household", "programme", "coordinator")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "participant",
                "household",
                "programme",
                "status",
                "coordinator",
            }
        )
        personal = frozenset(
            {
                "pace",
                "asked_on",
                "interim_support",
                "interim_support_on",
                "review_on",
                "closed_on",
                "languages",
                "genders",
                "weekly",
                "max_km",
                "rather_not_nearby",
                "no_smoker",
                "types",
                "styles",
                "rhythm",
                "term_months",
                "closeness",
                "tasks",
            }
        )
        sensitive = frozenset({"own_words"})


class Goal(Owned):
    """A goal of the participant. Somebody else may only write it down «in consultation on» (S1-6)."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="goals")
    text = EncryptedTextField(_("goal"))
    is_still_to_explore = models.BooleanField(_("still to explore"), default=False)
    consulted_on = models.DateField(
        _("in consultation with the participant on"), null=True, blank=True
    )
    review_on = models.DateField(_("look again on"), null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["organisation", "review_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("request",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "request"})
        personal = frozenset({"is_still_to_explore", "consulted_on", "review_on"})
        sensitive = frozenset({"text"})


class RequestTopic(Owned):
    """A topic the participant asks for in the other: lived experience, a theme, an own criterion
    (origin or religion count only here, by the person's own wish and consent: instruments B13.6)."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="topics")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "topic"], name="topic_asked_once")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("request", "topic")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "request"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"topic"})


class AvoidedPerson(Owned):
    """Somebody the participant does not want to be matched with; no reason is asked."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="avoided")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "person"], name="avoided_once")]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("request", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "request"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"person"})
