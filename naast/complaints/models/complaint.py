"""Somebody is not content: what was seen, how both sides see it, and how it was answered (S1-272, S1-273, S4-22)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.complaints.states import (
    BEFORE_ANSWER,
    OPEN_STATES,
    OVER,
    About,
    ComplaintState,
    Content,
    Hat,
    NoTalk,
    Side,
    View,
)
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


def _values(states: tuple[ComplaintState, ...]) -> list[str]:
    return [state.value for state in states]


class Complaint(Owned):
    """One complaint. A side may be a person, a colleague, both, or somebody outside with a name alone. It stands
    on nobody’s card, counts nowhere for anybody, and is erased two years after it is over."""

    about = models.CharField(_("what it is about"), max_length=12, choices=About)
    state = models.CharField(max_length=13, choices=ComplaintState, default=ComplaintState.RECEIVED)
    state_since = models.DateTimeField()
    # Who complains.
    hat = models.CharField(_("as"), max_length=12, choices=Hat)
    reporter = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="complaints"
    )
    reporter_member = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reporter_name = EncryptedTextField(_("name, and how to reach them"), blank=True)
    # Their name stays between them and the receiver until this day.
    named_on = models.DateField(_("their name may be told since"), null=True, blank=True)
    written_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    # Who it is about, or who answers for it: first in the words of the reporter, then found by the receiver.
    other_words = EncryptedTextField(_("who it is about, in their words"), blank=True)
    other = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="complaints_about"
    )
    other_member = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    other_name = EncryptedTextField(_("the other side, by name"), blank=True)
    # Who listens: chosen by the reporter. None: they choose again, or a mediator takes it up.
    receiver = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    without_coordinator = models.BooleanField(_("no coordinator reads this"), default=False)
    # The terms of the house on the day it came.
    confirm_by = models.DateField()
    confirmed_on = models.DateField(null=True, blank=True)
    answer_by = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    # What the receiver lets the other side read, and since when.
    shared_words = EncryptedTextField(_("what it is about, for the other side"), blank=True)
    shared_on = models.DateField(null=True, blank=True)
    reporter_view = EncryptedTextField(_("how the reporter sees it"), blank=True)
    reporter_how = models.CharField(max_length=12, choices=View, default=View.AWAITED)
    other_view = EncryptedTextField(_("how the other side sees it"), blank=True)
    other_how = models.CharField(max_length=12, choices=View, default=View.AWAITED)
    no_talk = models.CharField(
        _("why there was no talk"), max_length=13, choices=NoTalk, blank=True
    )
    no_talk_words = EncryptedTextField(_("why, in a few words"), blank=True)
    # The answer. Both read it.
    outcome = EncryptedTextField(_("what we found"), blank=True)
    agreed = EncryptedTextField(_("what was agreed"), blank=True)
    went_well = EncryptedTextField(_("what went well"), blank=True)
    look_back_on = models.DateField(_("we look back on"), null=True, blank=True)
    reporter_content = models.CharField(max_length=12, choices=Content, blank=True)
    other_content = models.CharField(max_length=12, choices=Content, blank=True)
    # Words to each when it could not be looked at or was taken back.
    reporter_words = EncryptedTextField(_("words for who complained"), blank=True)
    other_end_words = EncryptedTextField(_("words for the other side"), blank=True)
    appealed_on = models.DateField(_("went on to the body for appeal on"), null=True, blank=True)
    # Told to the contact person as a signal, because somebody may not be safe.
    signalled_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=_values(OVER), closed_on__isnull=False)
                | Q(state__in=_values(OPEN_STATES), closed_on__isnull=True),
                name="complaint_over_has_a_day",
            ),
            # Who is at the table on one side does not sit on the other, and does not listen in between.
            models.CheckConstraint(
                condition=Q(receiver__isnull=True)
                | (
                    (Q(reporter_member__isnull=True) | ~Q(reporter_member=models.F("receiver")))
                    & (Q(other_member__isnull=True) | ~Q(other_member=models.F("receiver")))
                ),
                name="complaint_receiver_is_no_side",
            ),
            models.CheckConstraint(
                condition=~Q(state=ComplaintState.WITHOUT_TALK.value) | ~Q(no_talk=""),
                name="complaint_no_talk_has_a_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "receiver", "id"],
                condition=Q(closed_on__isnull=True),
                name="complaint_open",
            ),
            models.Index(fields=["organisation", "receiver", "closed_on"]),
            models.Index(fields=["organisation", "closed_on"]),
            models.Index(
                fields=["organisation", "answer_by"],
                condition=Q(state__in=_values(BEFORE_ANSWER)),
                name="complaint_term_runs",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = (
            "reporter",
            "reporter_member",
            "written_by",
            "other",
            "other_member",
            "receiver",
        )

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "about",
                "state",
                "state_since",
                "reporter",
                "reporter_member",
                "written_by",
                "other",
                "other_member",
                "receiver",
                "confirm_by",
                "confirmed_on",
                "answer_by",
                "answered_on",
                "closed_on",
            }
        )
        personal = frozenset(
            {
                "hat",
                "named_on",
                "without_coordinator",
                "shared_on",
                "reporter_how",
                "other_how",
                "no_talk",
                "look_back_on",
                "reporter_content",
                "other_content",
                "appealed_on",
                "signalled_on",
            }
        )
        sensitive = frozenset(
            {
                "reporter_name",
                "other_words",
                "other_name",
                "shared_words",
                "reporter_view",
                "other_view",
                "no_talk_words",
                "outcome",
                "agreed",
                "went_well",
                "reporter_words",
                "other_end_words",
            }
        )

    @property
    def is_heard(self) -> bool:
        """Whether both said how they see it, or that they would rather not."""
        return View.AWAITED not in (self.reporter_how, self.other_how)

    @property
    def has_other(self) -> bool:
        """Whether it is known who sits on the other side."""
        return bool(self.other_id or self.other_member_id or self.other_name)

    @property
    def is_open(self) -> bool:
        """Whether it still asks for something."""
        return self.closed_on is None

    @property
    def is_about_us(self) -> bool:
        """Whether the other side answers for the organisation, instead of for themselves."""
        return self.about in (About.PRACTICE, About.DECISION)


class Observation(Owned):
    """What somebody saw or heard: who, when, what. What was only heard from another is marked and does not count
    (S1-273)."""

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="observations")
    side = models.CharField(max_length=8, choices=Side)
    seen_on = models.DateField(_("on which day"))
    is_first_hand = models.BooleanField(_("saw or heard it themselves"))
    seen_by = EncryptedTextField(_("who saw it, or from whom it was heard"))
    facts = EncryptedTextField(_("what happened"))
    written_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["seen_on", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("complaint", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "complaint", "side", "written_by"})
        personal = frozenset({"seen_on", "is_first_hand"})
        sensitive = frozenset({"seen_by", "facts"})
