"""A person and what belongs to them whatever their hat: languages, topics, times, place."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Owned


class Gender(models.TextChoices):
    """Only used where somebody asks for it in a match."""

    WOMAN = "woman", _("Woman")
    MAN = "man", _("Man")
    OTHER = "other", _("Otherwise")


class Household(Owned):
    """People who live together and may be supported as one (S2-6)."""

    name = models.CharField(_("name"), max_length=200)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation"})
        personal = frozenset({"name"})
        sensitive: frozenset[str] = frozenset()


class Person(Owned):
    """One person in one organisation, with one or more hats: volunteer, participant, staff (S1-35)."""

    user = models.ForeignKey(
        "accounts.User", models.SET_NULL, null=True, blank=True, related_name="people"
    )
    household = models.ForeignKey(
        Household, models.SET_NULL, null=True, blank=True, related_name="people"
    )
    given_name = models.CharField(_("first name"), max_length=100)
    family_name = models.CharField(_("family name"), max_length=150, blank=True)
    # Lower case without accents, family name first: the order of lists (people.names.sort_name).
    sort_name = models.CharField(max_length=255, editable=False)
    birth_on = models.DateField(_("date of birth"), null=True, blank=True)
    gender = models.CharField(_("gender"), max_length=10, choices=Gender, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    street = models.CharField(_("street and number"), max_length=160, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    # 21 bits: Monday morning is bit 0, bit = day * 3 + part of day. NULL: never asked.
    weekly = models.PositiveIntegerField(_("free parts of the week"), null=True, blank=True)
    prefers_paper = models.BooleanField(_("by phone or on paper"), default=False)
    external_id = models.CharField(_("number in your own list"), max_length=60, blank=True)
    # What we keep is not used while a question about it is open (GDPR art. 18): set by `privacy`.
    restricted_on = models.DateField(_("not used since"), null=True, blank=True)
    # An empty shell stays, because visits and matches point at it (GDPR art. 17): it is in no list.
    erased_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "sort_name", "id"]),
            models.Index(fields=["organisation", "email"]),
            models.Index(fields=["organisation", "phone"]),
            models.Index(fields=["organisation", "external_id"]),
            # The nearest volunteers of a wish.
            models.Index(fields=["organisation", "latitude", "longitude"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("household",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "user",
                "household",
                "external_id",
                "erased_on",
            }
        )
        personal = frozenset(
            {
                "restricted_on",
                "given_name",
                "family_name",
                "sort_name",
                "birth_on",
                "gender",
                "email",
                "phone",
                "street",
                "postcode",
                "place",
                "latitude",
                "longitude",
                "weekly",
                "prefers_paper",
            }
        )
        sensitive: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """First and family name as people say it."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def first_name(self) -> str:
        """What volunteers and participants call each other on screen."""
        return self.given_name or self.family_name


class PersonWord(models.Model):
    """One searchable word of a person's name or address, so that search is an index look-up."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="words", db_index=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, related_name="+", db_index=False
    )
    word = models.CharField(max_length=60)

    class Meta:
        indexes = [models.Index(fields=["organisation", "word", "person"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "person", "organisation"})
        personal = frozenset({"word"})
        sensitive: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"word {self.pk}"


class PersonLanguage(Owned):
    """A language somebody speaks, and how well."""

    class Level(models.IntegerChoices):
        """Three steps that people can say of themselves."""

        LITTLE = 1, _("a little")
        GOOD = 2, _("well")
        FLUENT = 3, _("fluently")

    person = models.ForeignKey(Person, models.CASCADE, related_name="languages")
    language = models.CharField(_("language"), max_length=8)  # ISO 639 code
    level = models.PositiveSmallIntegerField(_("level"), choices=Level, default=Level.GOOD)

    class Meta:
        ordering: ClassVar[list[str]] = ["-level", "language"]
        constraints = [
            models.UniqueConstraint(fields=["person", "language"], name="language_once_a_person")
        ]
        indexes = [models.Index(fields=["organisation", "language", "person"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"language", "level"})
        sensitive: frozenset[str] = frozenset()


class Topic(Owned):
    """A word of the organisation's own vocabulary: an interest, a competence, an experience, a theme."""

    class Kind(models.TextChoices):
        """What sort of word it is."""

        INTEREST = "interest", _("Interest")
        COMPETENCE = "competence", _("Competence")
        EXPERIENCE = "experience", _("Lived experience")
        THEME = "theme", _("Theme")
        OWN_CRITERION = "own_criterion", _("Own wish about who somebody is")
        EXPERTISE = "expertise", _("Can be asked about")

    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "name"], name="topic_named_once"
            )
        ]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "kind", "name"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class PersonTopic(Owned):
    """How somebody relates to a topic. Lived experience is there for matching alone, and goes at once
    when its owner withdraws it (S3-10)."""

    class Stance(models.TextChoices):
        """What the person says about the topic."""

        LIKES = "likes", _("likes")
        RATHER_NOT = "rather_not", _("rather not")
        CAN = "can", _("can do")
        WANTS_TO_LEARN = "learn", _("wants to learn")
        LIVED = "lived", _("has lived through")

    person = models.ForeignKey(Person, models.CASCADE, related_name="topics")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="people")
    stance = models.CharField(max_length=10, choices=Stance)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "topic", "stance"], name="topic_stance_once")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "topic")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"stance"})
        sensitive = frozenset({"topic"})


class AvailabilityException(Owned):
    """Days on which the usual week does not hold."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="exceptions")
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"))
    note = EncryptedTextField(_("note"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["from_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")),
                name="exception_ends_after_it_starts",
                violation_error_message=_("The last day comes after the first."),
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"from_on", "until_on"})
        sensitive = frozenset({"note"})
