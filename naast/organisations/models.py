"""Organisations, their places, memberships with functions, and who stands in for whom."""

from datetime import date, datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.core.models import Row


class Country(models.TextChoices):
    """The jurisdictions whose rules we know (spec/law)."""

    BELGIUM = "BE", _("Belgium")
    NETHERLANDS = "NL", _("Netherlands")


class Function(models.TextChoices):
    """What somebody does in an organisation. One person may do several things (S1-92)."""

    COORDINATOR = "coordinator", _("Coordinator")
    COACH = "coach", _("Coach of volunteers")
    PROFESSIONAL = "professional", _("Professional")
    VOLUNTEER = "volunteer", _("Volunteer")
    PARTICIPANT = "participant", _("Participant")
    BOARD = "board", _("Board")
    FINANCE = "finance", _("Finance")
    SAFEGUARDING = "safeguarding", _("Contact person for safeguarding")
    MEDIATOR = "mediator", _("Mediator")
    REFERRER = "referrer", _("Referrer")
    ADMINISTRATOR = "administrator", _("Administrator")


# Staff read other people's data, so an organisation may demand a second factor of them.
STAFF = frozenset(
    {
        Function.COORDINATOR,
        Function.COACH,
        Function.PROFESSIONAL,
        Function.BOARD,
        Function.FINANCE,
        Function.SAFEGUARDING,
        Function.MEDIATOR,
        Function.ADMINISTRATOR,
    }
)


class Organisation(Row):
    """One tenant: everything that people enter belongs to exactly one of these."""

    slug = models.SlugField(_("short name in addresses"), max_length=50, unique=True)
    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(_("country"), max_length=2, choices=Country)
    language = models.CharField(
        _("language"), max_length=5, choices=settings.LANGUAGES, default="nl"
    )
    is_under_welfare_decree = models.BooleanField(
        _("falls under the Flemish decree on volunteering in welfare and health (2009)"),
        default=False,
    )
    requires_second_factor = models.BooleanField(
        _("staff sign in with a second factor"), default=True
    )
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    # Who applied and did not start is forgotten after this time (spec/law part 3: six months proposed).
    candidate_months = models.PositiveSmallIntegerField(
        _("keep who did not start (months)"), default=6
    )
    # How many groups (firms, schools) we can welcome well in three months (S1-84).
    groups_a_quarter = models.PositiveSmallIntegerField(_("groups in three months"), default=2)
    # Recognised youth work asks for no extract from the criminal record (spec/law 1.9).
    is_youth_work = models.BooleanField(_("recognised youth work"), default=False)
    # After how long a certificate of conduct is asked again (spec/law 2.3: three years advised).
    check_renewal_months = models.PositiveSmallIntegerField(
        _("ask a certificate of conduct again after (months)"), default=36
    )

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "slug",
                "name",
                "country",
                "language",
                "is_under_welfare_decree",
                "requires_second_factor",
                "phone",
                "email",
                "candidate_months",
                "groups_a_quarter",
                "is_youth_work",
                "check_renewal_months",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Owned(Row):
    """A row of one organisation."""

    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class Location(Owned):
    """A house, ward or office of the organisation."""

    name = models.CharField(_("name"), max_length=120)
    street = models.CharField(_("street and number"), max_length=160, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        indexes = [models.Index(fields=["organisation", "name"])]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "name", "street", "postcode", "place"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Membership(Owned):
    """A user in an organisation. `person_id` is the person they are here (people, one floor higher,
    keeps it true), so that one sign-in can wear several hats."""

    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="memberships")
    person_id = models.UUIDField(null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "user"], name="one_membership_a_user")
        ]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "user", "person_id", "ended_on"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Role(Row):
    """One function of one membership."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="roles")
    function = models.CharField(_("function"), max_length=20, choices=Function)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["membership", "function"], name="function_held_once")
        ]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "membership", "function"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Absence(Owned):
    """While somebody is away, a named deputy sees what they would see on their desk (S2-34)."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="absences")
    deputy = models.ForeignKey(Membership, models.PROTECT, related_name="stands_in")
    from_on = models.DateField(_("first day away"))
    until_on = models.DateField(_("last day away"))

    class Meta:
        indexes = [models.Index(fields=["organisation", "until_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")),
                name="absence_ends_after_it_starts",
                violation_error_message=_("The last day comes after the first."),
            ),
            models.CheckConstraint(
                condition=~Q(membership=F("deputy")),
                name="nobody_deputises_for_themselves",
                violation_error_message=_("Choose somebody else to stand in."),
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("membership", "deputy")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "membership", "deputy"})
        personal = frozenset({"from_on", "until_on"})
        sensitive: frozenset[str] = frozenset()

    def covers(self, day: date) -> bool:
        """Whether this absence holds on that day."""
        return self.from_on <= day <= self.until_on


class StaffSession(Owned):
    """A short time in which an administrator reads along, with a reason (ADR 0021).

    The function of an administrator shows no people. While a session runs, the browser in which it was opened
    may also read what a coordinator reads; it writes nothing, and each page that is opened is written down.
    """

    class Reason(models.TextChoices):
        """Why somebody has to look."""

        ASKED = "asked", _("A coordinator asked me to look")
        MENDING = "mending", _("Something is broken and I mend it")
        COMPLAINT = "complaint", _("I look into a complaint about the software")

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="staff_sessions")
    reason = models.CharField(_("why"), max_length=10, choices=Reason)
    words = EncryptedTextField(_("what exactly"))
    opened_at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [models.Index(fields=["organisation", "until_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["membership"],
                condition=Q(ended_at__isnull=True),
                name="one_open_staff_session_a_member",
            ),
            models.CheckConstraint(
                condition=Q(until_at__gt=F("opened_at")),
                name="staff_session_ends_after_it_opens",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("membership", "ended_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "membership",
                "reason",
                "opened_at",
                "until_at",
                "ended_at",
                "ended_by",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"words"})

    def runs_at(self, moment: datetime) -> bool:
        """Whether reading along is open at that moment."""
        return self.ended_at is None and self.opened_at <= moment < self.until_at
