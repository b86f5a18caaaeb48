"""A circle: who stands in the middle, who around, who speaks between inside and outside, and its way."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.circles.rules import Rules, rules_of
from naast.circles.states import OPEN_STATES, CircleState, How, Kind
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class Circle(Owned):
    """Volunteers around one person (S1-159). In a COSA circle that there is one at all is a sensitive fact:
    see policies."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="circles")
    kind = models.CharField(_("kind of circle"), max_length=10, choices=Kind)
    # Shown where somebody might look over a shoulder: no name of anybody.
    name = models.CharField(_("name of the circle"), max_length=60)
    core = models.ForeignKey(Person, models.PROTECT, related_name="circles_around")
    state = models.CharField(
        _("phase"), max_length=12, choices=CircleState, default=CircleState.ANNOUNCED
    )
    state_since = models.DateTimeField()
    coordinator = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="circles_coordinated"
    )
    deputy = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="circles_stood_in_for"
    )
    # The yes of the core member to the circle itself.
    consented_on = models.DateField(_("said yes on"), null=True, blank=True)
    consent_how = models.CharField(_("how"), max_length=10, choices=How, blank=True)
    consent_withdrawn_on = models.DateField(null=True, blank=True)
    # COSA: police, probation or a therapist told the volunteers what they need to know.
    briefed_on = models.DateField(_("prepared with the outer circle on"), null=True, blank=True)
    concern_hours = models.PositiveSmallIntegerField(
        _("a concern is looked at within (hours)"), default=4
    )
    next_summary_on = models.DateField(null=True, blank=True)
    next_review_on = models.DateField(null=True, blank=True)
    # The end.
    closing_met_on = models.DateField(_("closing meeting on"), null=True, blank=True)
    aftercare = EncryptedTextField(_("aftercare: who stays in touch, and how"), blank=True)
    ended_on = models.DateField(null=True, blank=True)
    keep_months = models.PositiveSmallIntegerField(
        _("keep what was written (months after the end)"), default=12
    )
    erase_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["core", "programme"],
                condition=Q(state__in=[state.value for state in OPEN_STATES]),
                name="one_open_circle_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(coordinator=F("deputy")),
                name="circle_deputy_is_somebody_else",
                violation_error_message=_("Choose somebody else as deputy."),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "name", "id"]),
            models.Index(fields=["coordinator", "state"]),
            models.Index(fields=["deputy", "state"]),
            models.Index(fields=["erase_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "core", "coordinator", "deputy")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "name",
                "state",
                "state_since",
                "coordinator",
                "deputy",
                "briefed_on",
                "concern_hours",
                "next_summary_on",
                "next_review_on",
                "closing_met_on",
                "ended_on",
                "keep_months",
                "erase_on",
            }
        )
        personal = frozenset({"consented_on", "consent_how", "consent_withdrawn_on"})
        # Who stands in the middle of a COSA circle was convicted: the two together say so.
        sensitive = frozenset({"core", "kind", "aftercare"})

    @property
    def rules(self) -> Rules:
        """What its kind switches."""
        return rules_of(self.kind)

    @property
    def is_consented(self) -> bool:
        """Whether the core member's yes stands."""
        return self.consented_on is not None and self.consent_withdrawn_on is None

    @property
    def is_over(self) -> bool:
        """Finished, or stopped earlier."""
        return self.state not in OPEN_STATES


class CircleStep(Owned):
    """One step on the way of a circle: from where to where, when, by whom."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="steps")
    name = models.CharField(max_length=20)
    from_state = models.CharField(max_length=12, blank=True)
    to_state = models.CharField(max_length=12)
    user_id = models.UUIDField(null=True)
    words = EncryptedTextField(_("in a few words"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "circle",
                "name",
                "from_state",
                "to_state",
                "user_id",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"words"})


class InnerMember(Owned):
    """A volunteer of the inner circle: from when, until when, and why it ended."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="inner")
    person = models.ForeignKey(Person, models.CASCADE, related_name="circle_places")
    joined_on = models.DateField(_("from"))
    ended_on = models.DateField(_("until"), null=True, blank=True)
    reason = EncryptedTextField(_("why it ended, in a few words"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["joined_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "person"],
                condition=Q(ended_on__isnull=True),
                name="one_open_place_a_circle",
            )
        ]
        indexes = [
            # How many circles somebody carries.
            models.Index(
                fields=["organisation", "person"],
                condition=Q(ended_on__isnull=True),
                name="open_circle_places",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "circle"})
        personal = frozenset({"joined_on", "ended_on"})
        sensitive = frozenset({"person", "reason"})


class OuterMember(Owned):
    """A professional around the core member (S1-160): in which role, from where, how to reach them, and what
    they may be told, with the core member's dated yes, which can be taken back."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="outer")
    # With an account: they read what was passed on to them, and nothing else.
    membership = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="outer_circles"
    )
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=80)
    works_at = models.CharField(_("organisation"), max_length=120, blank=True)
    contact = models.CharField(_("phone or e-mail address"), max_length=160, blank=True)
    # Codes of states.Subject.
    may_hear = models.JSONField(_("may be told"), default=list, blank=True)
    consented_on = models.DateField(_("the core member agreed on"), null=True, blank=True)
    consent_how = models.CharField(_("how"), max_length=10, choices=How, blank=True)
    revoked_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "membership"],
                condition=Q(left_on__isnull=True, membership__isnull=False),
                name="once_in_an_outer_circle",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle", "membership")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "circle", "membership"})
        personal = frozenset(
            {
                "name",
                "role",
                "works_at",
                "contact",
                "consented_on",
                "consent_how",
                "revoked_on",
                "left_on",
            }
        )
        sensitive = frozenset({"may_hear"})

    @property
    def is_consented(self) -> bool:
        """Whether the core member's yes for this person stands."""
        return self.consented_on is not None and self.revoked_on is None


class Covenant(Owned):
    """The agreements of a circle, in versions: everybody of the inner circle agrees to the newest."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="covenants")
    number = models.PositiveSmallIntegerField()
    text = EncryptedTextField(_("what we agree"))
    limits = EncryptedTextField(_("what can’t stay between us"))

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["circle", "number"], name="covenant_numbered_once")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "circle", "number"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"text", "limits"})


class CovenantYes(Owned):
    """«I agree»: the core member, a volunteer or the circle coordinator, on a day, to one version."""

    covenant = models.ForeignKey(Covenant, models.CASCADE, related_name="agreed")
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="covenants_agreed"
    )
    membership = models.ForeignKey(
        Membership, models.CASCADE, null=True, blank=True, related_name="covenants_agreed"
    )
    agreed_on = models.DateField()
    how = models.CharField(max_length=10, choices=How, default=How.ON_SCREEN)

    class Meta:
        ordering: ClassVar[list[str]] = ["agreed_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["covenant", "person"], name="covenant_yes_a_person"),
            models.UniqueConstraint(
                fields=["covenant", "membership"], name="covenant_yes_a_colleague"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(membership__isnull=True),
                name="covenant_yes_of_one",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("covenant", "person", "membership")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "covenant", "membership"})
        personal = frozenset({"agreed_on", "how"})
        sensitive = frozenset({"person"})
