"""Two people beside each other: from proposal to a good goodbye."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models.request import Request
from naast.companionship.states import LIVING_STATES, OPEN_STATES, MatchState
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person, Weight
from naast.programmes.models import Pattern, Programme

__all__ = [
    "LIVING_STATES",
    "OPEN_STATES",
    "FirstMeeting",
    "Match",
    "MatchState",
    "MatchStep",
    "Milestone",
    "Proposal",
]


class Match(Owned):
    """One volunteer beside one participant or household, in one programme (S1-78)."""

    request = models.ForeignKey(
        Request, models.PROTECT, null=True, blank=True, related_name="matches"
    )
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="matches")
    participant = models.ForeignKey(Person, models.PROTECT, related_name="matches_as_participant")
    volunteer = models.ForeignKey(Person, models.PROTECT, related_name="matches_as_volunteer")
    state = models.CharField(
        _("state"), max_length=16, choices=MatchState, default=MatchState.PROPOSED
    )
    state_since = models.DateTimeField()
    # S1-98, S1-33, S3-29: before it runs, all three are named.
    coach = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="matches_coached"
    )
    fallback = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="matches_backed"
    )
    professional = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="matches_answered_for"
    )
    # S1-199: to whom each side turns. NULL: the coach for the volunteer, the professional for the other.
    volunteer_contact = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    participant_contact = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    pattern = models.CharField(
        _("pattern, when it differs"), max_length=10, choices=Pattern, blank=True
    )
    pattern_reason = models.TextField(_("why it differs"), blank=True)
    # What the volunteer is to the participant (instruments B12): a code of people.terms.CONTACT_KINDS.
    contact_kind = models.CharField(_("kind of contact"), max_length=10, blank=True)
    weight = models.PositiveSmallIntegerField(_("weight"), choices=Weight, default=Weight.MEDIUM)
    rhythm = models.PositiveSmallIntegerField(
        _("visits in four weeks, about"), null=True, blank=True
    )
    # Their own lines (models.rhythm): which version stands, 0 for none, and the days between two meetings in it,
    # in whole weeks. NULL: the guideline above, or else the programme's contact plan.
    rhythm_version = models.PositiveSmallIntegerField(default=0)
    own_interval = models.PositiveSmallIntegerField(null=True, blank=True)
    knew_each_other = models.BooleanField(_("they knew each other already"), null=True, blank=True)
    shared_with_volunteer = EncryptedTextField(
        _("what the volunteer needs to know about the participant"), blank=True
    )
    agreed_volunteer = models.TextField(_("what the volunteer does"), blank=True)
    agreed_participant = models.TextField(_("what the participant does"), blank=True)
    started_on = models.DateField(_("started on"), null=True, blank=True)
    trial_until_on = models.DateField(_("trial until"), null=True, blank=True)
    intended_end_on = models.DateField(_("meant to last until"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    last_visit_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(_("reason"), max_length=30, blank=True)
    end_initiative = models.CharField(_("on whose initiative"), max_length=20, blank=True)
    closing_talk_on = models.DateField(_("closing talk on"), null=True, blank=True)
    stay_in_touch = models.TextField(_("what they agreed for afterwards"), blank=True)
    external_id = models.CharField(_("number in your own list"), max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state", "state_since", "id"]),
            models.Index(fields=["organisation", "volunteer", "state"]),
            models.Index(fields=["organisation", "participant", "state"]),
            models.Index(fields=["organisation", "state", "last_visit_on"]),
            models.Index(fields=["organisation", "state", "intended_end_on"]),
            # What stands without somebody: few rows, found at once by the desk.
            models.Index(
                fields=["organisation", "state"],
                condition=Q(coach__isnull=True) | Q(professional__isnull=True),
                name="match_without_somebody",
            ),
            models.Index(
                fields=["programme", "state"],
                condition=Q(fallback__isnull=True),
                name="match_without_fallback",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "volunteer", "programme"],
                condition=Q(state__in=[state.value for state in OPEN_STATES]),
                name="one_open_match_a_pair",
            ),
            models.CheckConstraint(
                condition=~Q(participant=models.F("volunteer")), name="nobody_beside_themselves"
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = (
            "request",
            "programme",
            "participant",
            "volunteer",
            "coach",
            "fallback",
            "professional",
        )

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "request",
                "programme",
                "participant",
                "volunteer",
                "state",
                "state_since",
                "coach",
                "fallback",
                "professional",
                "volunteer_contact",
                "participant_contact",
                "pattern",
                "weight",
                "rhythm_version",
                "external_id",
            }
        )
        personal = frozenset(
            {
                "pattern_reason",
                "rhythm",
                "own_interval",
                "contact_kind",
                "knew_each_other",
                "agreed_volunteer",
                "agreed_participant",
                "started_on",
                "trial_until_on",
                "intended_end_on",
                "ended_on",
                "last_visit_on",
                "end_reason",
                "end_initiative",
                "closing_talk_on",
                "stay_in_touch",
            }
        )
        sensitive = frozenset({"shared_with_volunteer"})


class MatchStep(Owned):
    """One step of a match: from where to where, when, by whom."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="steps")
    name = models.CharField(max_length=30)
    from_state = models.CharField(max_length=16, blank=True)
    to_state = models.CharField(max_length=16)
    user_id = models.UUIDField(null=True)
    note = EncryptedTextField(_("note"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["organisation", "name", "created_at"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "match",
                "name",
                "from_state",
                "to_state",
                "user_id",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"note"})


class Proposal(Owned):
    """The choice record: who was shown for a request with which words, who was chosen and why."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="proposals")
    match = models.OneToOneField(Match, models.CASCADE, related_name="proposal")
    proposed_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    why = EncryptedTextField(_("why this person"), blank=True)
    # [{"person": id, "word": code, "reasons": [codes]}], without a figure (instruments B13.4).
    shown = models.JSONField(default=list)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("request", "match", "proposed_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "request", "match", "proposed_by"})
        personal = frozenset({"shown"})
        sensitive = frozenset({"why"})


class FirstMeeting(Owned):
    """The first meeting of the three, and what the volunteer was told beforehand (S0-46)."""

    match = models.OneToOneField(Match, models.CASCADE, related_name="first_meeting")
    planned_at = models.DateTimeField(_("when"))
    place = models.CharField(_("where"), max_length=200)
    with_whom = models.CharField(_("who else comes along"), max_length=200, blank=True)
    told = EncryptedTextField(_("what was told beforehand"), blank=True)
    questions = EncryptedTextField(_("which questions came up"), blank=True)
    briefed_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    briefed_on = models.DateField(_("told on"), null=True, blank=True)
    held_on = models.DateField(_("took place on"), null=True, blank=True)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "briefed_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match", "briefed_by"})
        personal = frozenset({"planned_at", "place", "with_whom", "briefed_on", "held_on"})
        sensitive = frozenset({"told", "questions"})


class Milestone(Owned):
    """A moment to call or to look back, from the programme's rhythm (S1-5, instruments B26)."""

    class Kind(models.TextChoices):
        """What the moment is for."""

        FIRST_CALL = "first_call", _("First call after the first meeting")
        EARLY_CHECK = "early_check", _("Early check with both")
        END_OF_TRIAL = "end_of_trial", _("End of the trial: go on?")
        LOOK_BACK = "look_back", _("Look back together")
        # These come back for as long as the match lives (S1-81).
        TALK_VOLUNTEER = "talk_volunteer", _("How is it going for the volunteer?")
        TALK_PARTICIPANT = "talk_participant", _("How is it going for the participant?")
        END = "end", _("Extend, change or stop?")

    match = models.ForeignKey(Match, models.CASCADE, related_name="milestones")
    kind = models.CharField(max_length=20, choices=Kind)
    due_on = models.DateField(_("on"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    note = EncryptedTextField(_("what came out of it"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "id"]
        indexes = [models.Index(fields=["organisation", "done_on", "due_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match", "kind"})
        personal = frozenset({"due_on", "done_on"})
        sensitive = frozenset({"note"})
