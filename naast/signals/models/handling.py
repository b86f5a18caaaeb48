"""What the reader of a signal does with it: how soon, at once, whose advice, what is decided (B16, S2-31, S0-57)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.signals.models.signal import Signal
from naast.signals.states import Level
from naast.signals.states_handling import Advice, AfterTalk, Outcome, Told


class LevelChange(Owned):
    """The reader sets another level than before, with the reason."""

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="level_changes")
    before = models.PositiveSmallIntegerField(choices=Level)
    after = models.PositiveSmallIntegerField(choices=Level)
    reason = EncryptedTextField(_("why"))
    by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signal", "by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "signal", "by"})
        personal = frozenset({"before", "after"})
        sensitive = frozenset({"reason"})


class Measure(Owned):
    """What is done at once, and before when: the first measure after a boundary was crossed (S0-13)."""

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="measures")
    words = EncryptedTextField(_("what is done"))
    due_on = models.DateField(_("before which day"))
    done_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["organisation", "due_on"],
                condition=Q(done_on__isnull=True),
                name="signal_measures_open",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signal", "by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "signal", "by"})
        personal = frozenset({"due_on", "done_on"})
        sensitive = frozenset({"words"})


class Consultation(Owned):
    """Advice that was asked: the facts as they were told, of whom, on which day, and what they said (S2-31)."""

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="consultations")
    asked = models.CharField(_("whose advice"), max_length=12, choices=Advice)
    asked_who = EncryptedTextField(_("who exactly"), blank=True)
    asked_on = models.DateField(_("on which day"))
    facts = EncryptedTextField(_("the facts you told"))
    advice = EncryptedTextField(_("what they advised"))
    without_names = models.BooleanField(_("asked without names"), default=True)
    by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-asked_on", "-id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signal", "by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "signal", "by"})
        personal = frozenset({"asked", "asked_on", "without_names"})
        sensitive = frozenset({"asked_who", "facts", "advice"})


class Decision(Owned):
    """What is decided, by whom and on which day; whether the person was told; the three interests (S0-57)."""

    signal = models.OneToOneField(Signal, models.CASCADE, related_name="decision")
    outcome = models.CharField(_("what is decided"), max_length=10, choices=Outcome)
    words = EncryptedTextField(_("what you do, and why"))
    decided_on = models.DateField(_("on which day"))
    decided_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    for_organisation = EncryptedTextField(_("what the organisation needs"), blank=True)
    for_volunteer = EncryptedTextField(_("what the volunteer needs"), blank=True)
    for_participant = EncryptedTextField(_("what the participant needs"), blank=True)
    told = models.CharField(_("was who it is about told?"), max_length=3, choices=Told)
    told_why_not = EncryptedTextField(_("why not"), blank=True)
    after_talk = models.CharField(
        _("how it stands after the talk"), max_length=13, choices=AfterTalk, blank=True
    )
    passed_to = EncryptedTextField(_("passed on to"), blank=True)
    passed_on = models.DateField(_("passed on, on which day"), null=True, blank=True)
    # Before which day the reporter hears what came of it (B26).
    answer_due_on = models.DateField(null=True, blank=True)
    # After something private came out (S0-15): the text is read again, and somebody talks about it.
    refreshed_on = models.DateField(null=True, blank=True)
    talk_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "answer_due_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signal", "decided_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "signal", "decided_by"})
        personal = frozenset(
            {
                "outcome",
                "decided_on",
                "told",
                "after_talk",
                "passed_on",
                "answer_due_on",
                "refreshed_on",
                "talk_on",
            }
        )
        sensitive = frozenset(
            {
                "words",
                "for_organisation",
                "for_volunteer",
                "for_participant",
                "told_why_not",
                "passed_to",
            }
        )


class Calamity(Owned):
    """Something grave that the law asks to report at once (spec/law 2.5): when it was seen as such, and reported."""

    signal = models.OneToOneField(Signal, models.CASCADE, related_name="calamity")
    noted_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    reported_at = models.DateTimeField(null=True, blank=True)
    reported_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    reported_to = EncryptedTextField(_("to whom"), blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation"],
                condition=Q(reported_at__isnull=True),
                name="calamity_to_report",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signal", "noted_by", "reported_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "signal", "noted_by", "reported_by"})
        personal = frozenset({"reported_at"})
        sensitive = frozenset({"reported_to"})


class AgendaPoint(Owned):
    """Something for the meeting of the team, without anybody in it (S1-141)."""

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="agenda_points")
    words = EncryptedTextField(_("what the team talks about"))
    put_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    discussed_on = models.DateField(null=True, blank=True)
    conclusion = EncryptedTextField(_("what you agreed"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [models.Index(fields=["organisation", "discussed_on", "-id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signal", "put_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "signal", "put_by", "discussed_on"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"words", "conclusion"})
