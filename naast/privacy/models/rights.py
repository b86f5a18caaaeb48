"""What people ask about their data, and what was erased."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedJSONField, EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.privacy.states import OPEN_STATES, Outcome, RequestKind, RequestState


class RightsRequest(Owned):
    """A question of somebody about their data, with its month."""

    class How(models.TextChoices):
        """How the question came."""

        ON_SCREEN = "on_screen", _("on this screen")
        BY_MAIL = "by_mail", _("by mail")
        ON_PAPER = "on_paper", _("on paper")
        BY_PHONE = "by_phone", _("by phone")
        IN_PERSON = "in_person", _("in a talk")

    class Identity(models.TextChoices):
        """How we know who asks. A copy of an identity card is never needed, and never kept."""

        SIGNED_IN = "signed_in", _("signed in with their own account")
        KNOWN = "known", _("a colleague knows the person and spoke to them")
        CALLED_BACK = "called_back", _("we called back the number that we have")
        LOOKED = "looked", _("we looked at an identity card, and kept nothing of it")

    # Empty when we have nothing about who asks: `who` then says who it was.
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="rights_requests"
    )
    who = EncryptedTextField(_("who asks"), blank=True, default="")
    kind = models.CharField(_("what is asked"), max_length=13, choices=RequestKind)
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.ASKED)
    asked_on = models.DateField(_("asked on"))
    how = models.CharField(_("how it came"), max_length=10, choices=How)
    words = EncryptedTextField(_("what was asked"), blank=True, default="")
    identity = models.CharField(
        _("how we know who asks"), max_length=11, choices=Identity, blank=True, default=""
    )
    known_on = models.DateField(_("known since"), null=True, blank=True)
    known_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField(_("answer before"))
    extended_on = models.DateField(_("more time asked on"), null=True, blank=True)
    extended_why = EncryptedTextField(_("why more time"), blank=True, default="")
    outcome = models.CharField(
        _("what the answer was"), max_length=8, choices=Outcome, blank=True, default=""
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = EncryptedTextField(_("our answer"), blank=True, default="")
    # What is right now; never what was wrong.
    corrected = EncryptedTextField(_("what was corrected"), blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-id"]),
            models.Index(fields=["organisation", "person", "-id"]),
            models.Index(
                fields=["organisation", "due_on", "id"],
                condition=Q(state__in=OPEN_STATES),
                name="rights_request_open",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gt=F("asked_on")), name="rights_request_has_its_month"
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.ANSWERED) | Q(answered_on__isnull=False),
                name="rights_request_answered_on_a_day",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "known_by", "answered_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "person",
                "kind",
                "state",
                "known_by",
                "answered_by",
                "due_on",
            }
        )
        personal = frozenset(
            {
                "asked_on",
                "how",
                "identity",
                "known_on",
                "extended_on",
                "outcome",
                "answered_on",
            }
        )
        sensitive = frozenset({"who", "words", "extended_why", "answer", "corrected"})

    @property
    def is_open(self) -> bool:
        """Whether an answer is still owed."""
        return self.state in OPEN_STATES


class Erasure(Owned):
    """That somebody was erased: how many rows of each place, without saying who it was."""

    # No foreign key: an empty shell, or the id of nobody.
    person_id = models.UUIDField()
    request = models.ForeignKey(
        RightsRequest, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    done_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Model → [gone, emptied, stayed]; model and field → mentions that were taken out.
    rows = models.JSONField(default=dict)
    mentions = models.JSONField(default=dict)
    # What is still looked for in the texts of others; empty as soon as they have been read.
    seeks = EncryptedJSONField(default=dict, blank=True)
    # The model that was read last, so that a search that stops goes on there.
    searched = models.CharField(max_length=100, blank=True, default="")
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-id"]),
            models.Index(
                fields=["organisation", "id"],
                condition=Q(finished_at__isnull=True),
                name="erasure_not_finished",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("request", "done_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "person_id",
                "request",
                "done_by",
                "rows",
                "mentions",
                "searched",
                "finished_at",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"seeks"})
