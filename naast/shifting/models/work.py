"""The tasks of a programme looked at as work: what they ask, who did them, who does them. Nothing about persons."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.programmes.models import Programme, Task

LONGEST_NAME = 200


class TaskKind(models.TextChoices):
    """What sort of work it is: beside each other, no one above another (S1-132)."""

    RELATIONAL = "relational", _("Being with somebody")
    PRACTICAL = "practical", _("Practical help")
    ADMINISTRATIVE = "administrative", _("Papers and arranging")
    CARE = "care", _("Care")
    ACCOMPANYING = "accompanying", _("Going along")
    ORGANISING = "organising", _("Organising and advising")


class Complexity(models.IntegerChoices):
    """How much a task asks. It says something of the task, never of who does it (S3-5, S1-274)."""

    SIMPLE = 1, _("Clear from the first day")
    SOME = 2, _("Asks some practice")
    MUCH = 3, _("Asks training and somebody beside you")


class TaskSheet(Owned):
    """What a task of a programme looks like from inside: its kind, its surroundings, its limits (S1-4)."""

    class Bustle(models.TextChoices):
        """How busy it is there."""

        QUIET = "quiet", _("Quiet")
        VARIES = "varies", _("Sometimes quiet, sometimes busy")
        BUSY = "busy", _("Busy")

    class Company(models.TextChoices):
        """Alone or together."""

        ALONE = "alone", _("On your own")
        EITHER = "either", _("Alone or together")
        TOGETHER = "together", _("Together with others")

    task = models.OneToOneField(Task, models.CASCADE, related_name="sheet")
    kind = models.CharField(_("what sort of task"), max_length=15, choices=TaskKind, blank=True)
    complexity = models.PositiveSmallIntegerField(
        _("what it asks"), choices=Complexity, null=True, blank=True
    )
    place = models.CharField(_("where"), max_length=150, blank=True)
    team = models.CharField(_("with which team"), max_length=150, blank=True)
    who_is_near = models.CharField(_("who is near"), max_length=150, blank=True)
    bustle = models.CharField(_("quiet or busy"), max_length=7, choices=Bustle, blank=True)
    company = models.CharField(_("alone or together"), max_length=9, choices=Company, blank=True)
    limits = models.TextField(_("where it stops"), blank=True)
    preparation = models.TextField(_("what comes before it"), blank=True)
    is_lighter = models.BooleanField(_("a smaller piece, with somebody near"), default=False)
    best_why = models.TextField(
        _("who adds most for the participant in this task, and why"), blank=True
    )
    # From which task of the catalogue it was made.
    origin = models.SlugField(max_length=40, blank=True)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("task",)

    class Privacy:
        """A task, not a person."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "task",
                "kind",
                "complexity",
                "place",
                "team",
                "who_is_near",
                "bustle",
                "company",
                "limits",
                "preparation",
                "is_lighter",
                "best_why",
                "origin",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class StaffTask(Owned):
    """Something a professional says they do in this programme. Read as «professionals», never by name."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="staff_tasks")
    told_by = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    task = models.ForeignKey(
        Task, models.CASCADE, null=True, blank=True, related_name="staff_tasks"
    )
    name = models.CharField(_("what I do"), max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_NAME)
    kind = models.CharField(_("what sort of task"), max_length=15, choices=TaskKind, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "told_by", "key"], name="staff_task_told_once"
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "told_by", "task")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "programme", "task", "name", "key", "kind"}
        )
        personal = frozenset({"told_by"})
        sensitive: frozenset[str] = frozenset()


class PlaceCheck(Owned):
    """Does a task of volunteers take the place of paid work? Asked at the start and every year
    (S1-8, S1-177); with a yes it is a line of the substitution log, agreed with the team (S3-15)."""

    class Before(models.TextChoices):
        """Whether paid staff did this in the last twelve months."""

        NO = "no", _("No, nobody paid did this")
        PARTLY = "partly", _("Partly: they still do it, and volunteers add to it")
        YES = "yes", _("Yes, paid staff did this")

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="place_checks")
    # The name stays when the task goes.
    task = models.ForeignKey(
        Task, models.SET_NULL, null=True, blank=True, related_name="place_checks"
    )
    task_name = models.CharField(max_length=LONGEST_NAME)
    before = models.CharField(
        _("did paid staff do this in the last 12 months?"), max_length=6, choices=Before
    )
    why_not_now = models.TextField(_("why not any more?"), blank=True)
    what_it_adds = models.TextField(_("what does it add now?"))
    agreed_with = models.CharField(_("agreed with which team"), max_length=200, blank=True)
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-asked_on", "-id"]
        constraints = [
            # What paid staff did is taken over with the agreement of the team, or not at all.
            models.CheckConstraint(
                condition=~Q(before="yes") | (Q(agreed_on__isnull=False) & ~Q(agreed_with="")),
                name="substitution_is_agreed",
            )
        ]
        indexes = [models.Index(fields=["organisation", "asked_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "task", "asked_by")

    class Privacy:
        """About work, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "task",
                "task_name",
                "before",
                "why_not_now",
                "what_it_adds",
                "agreed_with",
                "agreed_on",
                "asked_on",
                "asked_by",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class QuarterLook(Owned):
    """Somebody laid agreed and logged of one quarter beside each other."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="quarter_looks")
    quarter_on = models.DateField(_("first day of the quarter"))
    looked_on = models.DateField()
    note = models.TextField(_("what we take from it"), blank=True)
    looked_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-quarter_on"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "quarter_on"], name="one_look_a_quarter"),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "looked_by")

    class Privacy:
        """About a programme."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "quarter_on",
                "looked_on",
                "note",
                "looked_by",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class TeamTalk(Owned):
    """Once a year a team talks about who does which sort of work (S1-90, S1-132)."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="team_talks")
    talked_on = models.DateField(_("we talked on"))
    with_whom = models.CharField(_("with whom"), max_length=200)
    agreed = models.TextField(_("what we agreed"))
    written_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-talked_on", "-id"]
        indexes = [models.Index(fields=["programme", "-talked_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "written_by")

    class Privacy:
        """About a programme: which functions were there, no names."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "talked_on",
                "with_whom",
                "agreed",
                "written_by",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
