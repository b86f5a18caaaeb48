"""How a person takes part: the kind of engagement and the test of the volunteer law."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models.programme import Programme


class Kind(models.TextChoices):
    """Kinds of engagement. Only volunteering is called and counted so (S1-46, S1-50 to S1-57)."""

    VOLUNTEERING = "volunteering", _("Volunteering")
    GUIDED = "guided", _("Guided path")
    COMMUNITY_SERVICE = "community_service", _("Community service")
    PLACEMENT = "placement", _("Social placement of a school")
    SUPPORTED_WORK = "supported_work", _("Supported work")
    EMPLOYEE = "employee", _("Employees in their employer’s time")
    NEIGHBOUR = "neighbour", _("Neighbour help or favour among friends")
    CARER = "carer", _("Informal carer")


# Art. 3 of the law of 3 July 2005: fields of EngagementTest, in the order in which they are asked.
FIVE_QUESTIONS = (
    "is_unpaid",
    "is_free_choice",
    "is_for_others",
    "is_outside_family",
    "is_not_also_employed",
)


class WorkingRelation(models.TextChoices):
    """How free somebody is to take part (Beelen; S1-28). The last two show on the page and in figures."""

    FREE = "free", _("Entirely free")
    OFFERED_AGAIN = "offered_again", _("Free, and offered again after a no")
    CONDITIONAL = "conditional", _("A condition for something else")
    COMPULSORY = "compulsory", _("Compulsory")


class EngagementQuerySet(models.QuerySet["Engagement"]):
    """Chainable filters on who takes part, and as what."""

    def open(self) -> "EngagementQuerySet":
        """Those that did not end."""
        return self.filter(ended_on__isnull=True)

    def with_result(self) -> "EngagementQuerySet":
        """Adds `test_passed`: the result of the newest test, NULL when nobody tested yet."""
        return self.annotate(test_passed=newest_result())

    def volunteering(self) -> "EngagementQuerySet":
        """What counts in volunteer figures: called volunteering, and not refused by the test of the law
        (S1-42, S1-46, S1-83, S4-20)."""
        called = self.filter(kind=Kind.VOLUNTEERING).with_result()
        return called.filter(Q(test_passed=True) | Q(test_passed__isnull=True))


def newest_result() -> Subquery:
    """The result of an engagement's newest test, for `annotate`: true, false, or NULL."""
    newest = EngagementTest.objects.filter(engagement=OuterRef("pk")).order_by("-tested_on", "-id")
    all_yes = When(**dict.fromkeys(FIVE_QUESTIONS, True), then=Value(True))
    result = newest.annotate(result=Case(all_yes, default=Value(False))).values("result")[:1]
    return Subquery(result, output_field=models.BooleanField(null=True))


EngagementManager = models.Manager.from_queryset(EngagementQuerySet)


class Engagement(Owned):
    """A person takes part in a programme, and what that is called (S1-58: a change keeps its history)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="engagements")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="engagements")
    kind = models.CharField(
        _("kind of engagement"), max_length=20, choices=Kind, default=Kind.VOLUNTEERING
    )
    started_on = models.DateField(_("started on"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    steered_by = models.CharField(_("who steers or decides"), max_length=150, blank=True)
    contract_reference = models.CharField(_("reference of the contract"), max_length=80, blank=True)
    working_relation = models.CharField(
        _("how free"), max_length=15, choices=WorkingRelation, default=WorkingRelation.FREE
    )
    until_on = models.DateField(_("agreed end"), null=True, blank=True)
    # Entry conditions written down by hand: {condition id: date}; what other rooms know comes beside it.
    conditions_met = models.JSONField(default=dict, blank=True)
    # From this day on somebody has to look at the readiness here, as far as last night knew: where lists and
    # the desk look first. Readiness itself is never stored; a new engagement is looked at.
    look_from = models.DateField(default=date(2000, 1, 1), editable=False)

    objects = EngagementManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "programme"],
                condition=Q(ended_on__isnull=True),
                name="one_open_engagement_a_programme",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="engagement_ends_after_it_starts",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "programme", "ended_on"]),
            # The desk: the first people of a programme to test, and paths near their end.
            models.Index(
                fields=["programme", "kind", "id"],
                condition=Q(ended_on__isnull=True),
                name="engagement_open",
            ),
            models.Index(
                fields=["organisation", "until_on"],
                condition=Q(ended_on__isnull=True),
                name="engagement_near_its_end",
            ),
            models.Index(
                fields=["organisation", "look_from"],
                condition=Q(ended_on__isnull=True),
                name="engagement_to_look_at",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "programme")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "programme"})
        personal = frozenset(
            {
                "look_from",
                "kind",
                "started_on",
                "ended_on",
                "steered_by",
                "contract_reference",
                "working_relation",
                "until_on",
                "conditions_met",
            }
        )
        sensitive: frozenset[str] = frozenset()

    @property
    def passed(self) -> bool | None:
        """The result of the newest test; None when nobody tested yet."""
        newest = next(iter(self.tests.all()), None)
        return newest.passed if newest else None

    @property
    def is_volunteering(self) -> bool:
        """Whether it counts as volunteering: the same rule as `EngagementQuerySet.volunteering`."""
        return self.kind == Kind.VOLUNTEERING and self.passed is not False


class EngagementTest(Owned):
    """The five questions of art. 3 of the law of 3 July 2005, answered for one engagement (S1-42)."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="tests")
    is_unpaid = models.BooleanField(_("unpaid"))
    is_free_choice = models.BooleanField(_("not compulsory"))
    is_for_others = models.BooleanField(_("for others or for society"))
    is_outside_family = models.BooleanField(_("organised, outside family and friends"))
    is_not_also_employed = models.BooleanField(_("not also employed here for the same work"))
    tested_on = models.DateField(_("tested on"))
    tested_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-tested_on", "-id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("engagement", "tested_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "engagement", "tested_by"})
        personal = frozenset(
            {
                "is_unpaid",
                "is_free_choice",
                "is_for_others",
                "is_outside_family",
                "is_not_also_employed",
                "tested_on",
            }
        )
        sensitive: frozenset[str] = frozenset()

    @property
    def passed(self) -> bool:
        """Volunteering only when all five answers are yes."""
        return all(getattr(self, question) for question in FIVE_QUESTIONS)
