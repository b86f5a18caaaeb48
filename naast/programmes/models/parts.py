"""The lines of a programme: tasks, contact plan, entry conditions, who is on call."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned
from naast.programmes.models.programme import Programme


class ProgrammePart(Owned):
    """A line of a programme, in its place."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="%(class)ss")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["position", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)


class Task(ProgrammePart):
    """One task and whose it is (S0-61, S1-74, S2-24). The core is fixed, the rest is free room (S1-184)."""

    class Who(models.TextChoices):
        """Whose task it is."""

        VOLUNTEER = "volunteer", _("Volunteer")
        TOGETHER = "together", _("Together")
        PROFESSIONAL = "professional", _("Professional")
        AFTER_CONSULTING = "after_consulting", _("Only after consulting")
        NEVER = "never", _("Never")

    name = models.CharField(_("task"), max_length=200)
    who = models.CharField(_("who"), max_length=20, choices=Who)
    is_core = models.BooleanField(_("belongs to the fixed core"), default=True)
    steps_in = models.CharField(_("who steps in when it goes wrong"), max_length=200, blank=True)
    note = models.CharField(_("good to know"), max_length=300, blank=True)
    # What must go on whoever is there: never the task of volunteers alone (S1-172).
    is_basic_care = models.BooleanField(
        _("basic care: this has to go on, also without volunteers"), default=False
    )

    class Meta(ProgrammePart.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~models.Q(is_basic_care=True, who="volunteer"),
                name="basic_care_not_of_volunteers",
            )
        ]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "position",
                "name",
                "who",
                "is_core",
                "steps_in",
                "note",
                "is_basic_care",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def is_basic_care_of_volunteers(self) -> bool:
        """Whether basic care would hang on volunteers alone: that can't be kept (S1-172)."""
        return self.is_basic_care and self.who == self.Who.VOLUNTEER


class ContactLine(ProgrammePart):
    """One line of the contact plan: a guideline, never a quota (S1-110, S2-16)."""

    class Way(models.TextChoices):
        """How people meet."""

        VISIT = "visit", _("visit")
        OUTING = "outing", _("outing")
        CALL = "call", _("phone call")
        ONLINE = "online", _("online")
        GROUP = "group", _("group meeting")

    class Unit(models.TextChoices):
        """The unit of the interval."""

        WEEK = "week", _("week")
        MONTH = "month", _("month")

    way = models.CharField(_("how"), max_length=10, choices=Way)
    every = models.PositiveSmallIntegerField(_("every"), default=1)
    unit = models.CharField(_("unit"), max_length=6, choices=Unit)
    with_whom = models.CharField(_("with whom"), max_length=120, blank=True)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "position",
                "way",
                "every",
                "unit",
                "with_whom",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def days(self) -> int:
        """The interval in days."""
        return self.every * (7 if self.unit == self.Unit.WEEK else 30)


class EntryCondition(ProgrammePart):
    """What must be in place before the first contact (S0-44, S0-45)."""

    class Kind(models.TextChoices):
        """What sort of condition."""

        FIRST_TALK = "first_talk", _("First talk")
        INFORMATION = "information", _("Information before the start")
        TRAINING = "training", _("Training")
        SECRECY = "secrecy", _("Secrecy agreed")
        AGREEMENT = "agreement", _("Agreement signed")
        CHARTER = "charter", _("Charter signed")
        CHECK = "check", _("Check of conduct seen")
        TRIAL = "trial", _("Trial")
        INSURANCE = "insurance", _("Insured")
        INTERVISION = "intervision", _("Meetings that are part of it")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("what exactly"), max_length=200)
    who_arranges = models.CharField(_("who arranges it"), max_length=120, blank=True)
    is_required = models.BooleanField(_("needed before the first contact"), default=True)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "position",
                "kind",
                "name",
                "who_arranges",
                "is_required",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class OnCallLine(ProgrammePart):
    """Who answers in which part of the day: the fallback with its out-of-hours chain (S1-33, S2-27)."""

    when = models.CharField(_("when"), max_length=120)
    who = models.CharField(_("who"), max_length=150)
    phone = models.CharField(_("phone"), max_length=30, blank=True)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "programme", "position", "when", "who", "phone"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
