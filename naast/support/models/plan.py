"""The plan of one volunteer: who stands beside them, how often, and what they want to let grow."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme, Task
from naast.support.states import Can, Dares, Room, Style, TalkKind, Training, Way


class Plan(Owned):
    """One volunteer's plan (S0-48, S1-68). The dates are copied here so that lists read one index: each write
    of this room keeps them true, and the night takes in what other rooms wrote."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="support_plan")
    # The order of the list by name.
    sort_name = models.CharField(max_length=255, editable=False, default="")
    # Whether somebody is an active volunteer, as far as last night knew.
    is_running = models.BooleanField(default=True)
    guide = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="volunteers_guided"
    )
    backup = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="volunteers_backed"
    )
    guide_training = models.CharField(
        _("how far the guide is in learning to guide"), max_length=10, choices=Training, blank=True
    )
    every_weeks = models.PositiveSmallIntegerField(
        _("we speak every (weeks)"), null=True, blank=True
    )
    way = models.CharField(_("how we are in touch"), max_length=8, choices=Way, blank=True)
    reason = EncryptedTextField(_("why this rhythm"), blank=True, default="")
    aim_grow = EncryptedTextField(_("what the volunteer wants to let grow"), blank=True, default="")
    aim_need = EncryptedTextField(_("what we need"), blank=True, default="")
    fellows = EncryptedTextField(_("fellow volunteers: with whom"), blank=True, default="")
    fellows_on = models.DateField(_("fellow volunteers: when"), null=True, blank=True)
    spoken_on = models.DateField(_("last spoken on"), null=True, blank=True)
    met_on = models.DateField(_("last met on"), null=True, blank=True)
    # The day from which not having met counts: the last time, or the start.
    unmet_since = models.DateField()
    due_on = models.DateField(_("we speak again before"))
    # Since when we plan: nobody is late because of a list that came in.
    planned_from = models.DateField(default=clock.today)
    talk_kind = models.CharField(max_length=15, choices=TalkKind, blank=True)
    talk_due_on = models.DateField(_("time for a talk"), null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation", "due_on", "id"],
                condition=Q(is_running=True),
                name="plan_due",
            ),
            models.Index(
                fields=["organisation", "unmet_since", "id"],
                condition=Q(is_running=True),
                name="plan_unmet",
            ),
            models.Index(
                fields=["organisation", "sort_name", "id"],
                condition=Q(is_running=True),
                name="plan_by_name",
            ),
            models.Index(
                fields=["organisation", "talk_due_on", "id"],
                condition=Q(is_running=True, talk_due_on__isnull=False),
                name="plan_talk_due",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "guide", "backup")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "guide", "backup"})
        personal = frozenset(
            {
                "sort_name",
                "is_running",
                "guide_training",
                "every_weeks",
                "way",
                "fellows_on",
                "spoken_on",
                "met_on",
                "unmet_since",
                "due_on",
                "planned_from",
                "talk_kind",
                "talk_due_on",
            }
        )
        sensitive = frozenset({"reason", "aim_grow", "aim_need", "fellows"})


class TalkRhythm(Owned):
    """In this programme this kind of talk comes back (S1-206). Without rows the usual plan holds."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="talk_rhythms")
    kind = models.CharField(_("which talk"), max_length=15, choices=TalkKind)
    first_after_weeks = models.PositiveSmallIntegerField(
        _("the first time after (weeks)"), null=True, blank=True
    )
    every_months = models.PositiveSmallIntegerField(_("then every (months)"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind"], name="talk_rhythm_once"),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)

    class Privacy:
        """A setting: nothing about people."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "kind",
                "first_after_weeks",
                "every_months",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Guidance(Owned):
    """How somebody is guided in one task, and what they say about it (S1-195, S3-6; instruments B18). What was
    before stays as history; nothing is computed from it about a person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="guidances")
    task = models.ForeignKey(Task, models.CASCADE, related_name="guidances")
    can = models.CharField(_("can it"), max_length=8, choices=Can)
    dares = models.CharField(_("wants to and dares to"), max_length=8, choices=Dares)
    style = models.CharField(_("how we guide"), max_length=10, choices=Style)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    set_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    wish = models.CharField(max_length=5, choices=Room, blank=True)
    wished_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "task"],
                condition=Q(until_on__isnull=True),
                name="one_guidance_a_task",
            )
        ]
        indexes = [
            # The desk: who asks for more or less room.
            models.Index(
                fields=["organisation", "wished_on"],
                condition=Q(until_on__isnull=True, wish__in=["more", "less"]),
                name="guidance_wished",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "task", "set_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "task", "set_by"})
        personal = frozenset({"can", "dares", "style", "from_on", "until_on", "wish", "wished_on"})
        sensitive: frozenset[str] = frozenset()

    @property
    def is_to_talk_about(self) -> bool:
        """Whether the volunteer would like it otherwise."""
        return self.until_on is None and self.wish in (Room.MORE, Room.LESS)
