"""A firm, school or association that would like to come and do something with a group."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.outreach.states import GroupState
from naast.programmes.models import Kind, Programme

# How a group that comes once can honestly be called (S1-53, S1-83): never «volunteers» when others decide.
GROUP_KINDS = (
    Kind.VOLUNTEERING,
    Kind.EMPLOYEE,
    Kind.PLACEMENT,
    Kind.GUIDED,
    Kind.COMMUNITY_SERVICE,
)


class GroupRequest(Owned):
    """What a group would like, what it brings, and what we answered (S1-84)."""

    class Sort(models.TextChoices):
        """Who asks."""

        FIRM = "firm", _("Firm")
        SCHOOL = "school", _("School")
        ASSOCIATION = "association", _("Association")
        SERVICE = "service", _("Service or organisation that guides people")
        OTHER = "other", _("Other")

    state = models.CharField(max_length=10, choices=GroupState, default=GroupState.NEW)
    group_name = models.CharField(_("name of the group or organisation"), max_length=120)
    sort = models.CharField(_("who you are"), max_length=12, choices=Sort)
    kind = models.CharField(
        _("how people take part"),
        max_length=20,
        choices=[(kind.value, kind.label) for kind in GROUP_KINDS],
        default=Kind.VOLUNTEERING,
    )
    # Who stimulates it: an employer, a school, a government (S1-164).
    third_party = models.CharField(
        _("who asks or encourages people to do this"), max_length=150, blank=True
    )
    contact_name = models.CharField(_("contact person"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="nl")
    number = models.PositiveSmallIntegerField(_("how many people"))
    wanted_on = models.DateField(_("which day you have in mind"), null=True, blank=True)
    programme = models.ForeignKey(
        Programme, models.SET_NULL, null=True, blank=True, related_name="groups"
    )
    plan = models.TextField(_("what you would like to do"), max_length=1500)
    brings = models.TextField(_("what it brings to the people here"), max_length=1000)
    after_care = models.TextField(_("what comes after"), max_length=1000, blank=True)
    # --- what we answered ------------------------------------------------------------------------------
    date_on = models.DateField(_("agreed day"), null=True, blank=True)
    host = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="groups_hosted"
    )
    note = models.TextField(_("what we agreed"), blank=True)
    over_reason = models.CharField(
        _("why one more group can be in this quarter"), max_length=250, blank=True
    )
    alternative = models.CharField(_("what is possible instead"), max_length=250, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    done_on = models.DateField(null=True, blank=True)
    how_it_went = models.TextField(_("how it went"), blank=True)
    # Name and contact details were forgotten on this day; the numbers stay.
    forgotten_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["organisation", "state", "date_on"]),
            models.Index(fields=["organisation", "id"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[GroupState.ACCEPTED, GroupState.DONE])
                | Q(date_on__isnull=False),
                name="agreed_group_has_a_day",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "host", "answered_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "state",
                "group_name",
                "sort",
                "kind",
                "third_party",
                "language",
                "number",
                "wanted_on",
                "programme",
                "plan",
                "brings",
                "after_care",
                "date_on",
                "host",
                "note",
                "over_reason",
                "alternative",
                "answered_on",
                "answered_by",
                "done_on",
                "how_it_went",
                "forgotten_on",
            }
        )
        personal = frozenset({"contact_name", "email", "phone"})
        sensitive: frozenset[str] = frozenset()

    @property
    def first_name(self) -> str:
        """What we call the contact person."""
        return self.contact_name.split(" ")[0]

    @property
    def day(self) -> date | None:
        """The agreed day, or the one they had in mind."""
        return self.date_on or self.wanted_on
