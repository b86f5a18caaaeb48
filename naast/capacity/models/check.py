"""The self-check of a minute: asked, answered, let go."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.capacity.states import Amount, Reader
from naast.core.fields import EncryptedJSONField, EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class SelfCheck(Owned):
    """Once every three months: how are you, and is what you do too much, good or too little (S0-16)?

    Open until it is answered or the next one comes; nobody has to answer. A coordinator has one as well,
    which nobody else reads (S1-268).
    """

    class Hat(models.TextChoices):
        """As whom somebody looks at their own load."""

        VOLUNTEER = "volunteer", _("volunteer")
        COORDINATOR = "coordinator", _("coordinator")

    class Way(models.TextChoices):
        """How the answer came."""

        ON_SCREEN = "screen", _("on screen")
        TOLD = "told", _("in a talk or by phone")
        ON_PAPER = "paper", _("on paper")

    person = models.ForeignKey(Person, models.CASCADE, related_name="self_checks")
    hat = models.CharField(max_length=12, choices=Hat, default=Hat.VOLUNTEER)
    asked_on = models.DateField(_("asked on"))
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    let_go_on = models.DateField(_("let go on"), null=True, blank=True)
    # How many before this one were let go in a row.
    skipped_before = models.PositiveSmallIntegerField(default=0)
    way = models.CharField(_("how it came"), max_length=6, choices=Way, blank=True)
    # Who wrote it down, when it was not the person.
    written_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reader = models.CharField(
        _("who may read this"), max_length=11, choices=Reader, default=Reader.COORDINATOR
    )
    how_are_you = EncryptedTextField(_("how are you"), blank=True)
    # Code of a line → 1 to 5; «I don’t know» stands not in it (capacity.questions).
    answers = EncryptedJSONField(_("the lines"), default=dict, blank=True)
    amount = models.CharField(_("what I do is"), max_length=6, choices=Amount, blank=True)
    # Two years later what was said is blanked; that something was said stays.
    erased_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "hat"],
                condition=Q(answered_on__isnull=True, let_go_on__isnull=True),
                name="one_open_self_check",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(let_go_on__isnull=True),
                name="self_check_answered_or_let_go",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "person", "hat", "asked_on"]),
            models.Index(fields=["organisation", "answered_on"]),
            models.Index(
                fields=["organisation", "hat", "asked_on"],
                condition=Q(answered_on__isnull=True, let_go_on__isnull=True),
                name="self_check_open",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "hat", "written_by"})
        personal = frozenset(
            {"asked_on", "answered_on", "let_go_on", "skipped_before", "way", "reader", "erased_on"}
        )
        sensitive = frozenset({"how_are_you", "answers", "amount"})

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.answered_on is None and self.let_go_on is None
