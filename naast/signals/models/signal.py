"""One thing that somebody noticed, who reads it, and the answer to who told it (B16, S0-49, S3-13)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedTextField
from naast.core.text import Text
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.signals.states import (
    OPEN_STATES,
    AnswerWay,
    Kind,
    Level,
    Path,
    PersonKnows,
    State,
    state_words,
)

_OPEN = Q(state__in=[state.value for state in OPEN_STATES])


class Signal(Owned):
    """What was seen, what was told and what somebody thinks stand apart, so that nobody has to prove anything."""

    kind = models.CharField(_("what it is about"), max_length=10, choices=Kind)
    # One word more, where the kind asks for it: a code of states.ASPECTS.
    aspect = models.CharField(max_length=20, blank=True)
    # A code of the needs room, given by who reads it; empty until then.
    theme = models.CharField(_("theme"), max_length=30, blank=True)
    path = models.CharField(_("who reads it"), max_length=12, choices=Path)
    level_proposed = models.PositiveSmallIntegerField(choices=Level)
    level = models.PositiveSmallIntegerField(_("how soon"), choices=Level)
    state = models.CharField(max_length=8, choices=State, default=State.NEW)
    state_since = models.DateTimeField()
    # Who noticed it themselves: a volunteer, a participant, somebody of the family.
    reporter = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="signals_told"
    )
    # Staff who noticed it themselves (no reporter) or wrote it down for the reporter.
    entered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="signals_entered"
    )
    about = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="signals_about"
    )
    match = models.ForeignKey(Match, models.SET_NULL, null=True, blank=True, related_name="signals")
    programme = models.ForeignKey(
        Programme, models.SET_NULL, null=True, blank=True, related_name="signals"
    )
    # It is about somebody who works here: routed round them.
    colleague = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="signals_about"
    )
    seen_on = models.DateField(_("on which day"))
    saw = EncryptedTextField(_("what I saw or heard myself"), blank=True)
    told_to_me = EncryptedTextField(_("what somebody told me"), blank=True)
    thinks = EncryptedTextField(_("what I think or feel about it"), blank=True)
    goes_well = EncryptedTextField(_("what goes well, who is there already"), blank=True)
    who_knows = EncryptedTextField(_("who knows this already"), blank=True)
    wants = EncryptedTextField(_("what I hope for"), blank=True)
    person_knows = models.CharField(
        _("do they know that I tell this?"), max_length=7, choices=PersonKnows, blank=True
    )
    danger = models.BooleanField(_("there was danger at that moment"), default=False)
    may_name = models.BooleanField(_("my name may be told"), default=False)
    handler = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="signals_handled"
    )
    due_at = models.DateTimeField(null=True, blank=True)
    answer = EncryptedTextField(_("the answer to who told it"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_way = models.CharField(max_length=5, choices=AnswerWay, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    # Made on the phone: what is sent twice is stored once.
    client_key = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "client_key"], name="signal_stored_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CLOSED.value) | Q(answered_at__isnull=False),
                name="signal_closes_with_an_answer",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "path", "-level", "id"],
                condition=_OPEN,
                name="signal_open",
            ),
            models.Index(
                fields=["organisation", "path", "due_at"],
                condition=_OPEN,
                name="signal_due",
            ),
            models.Index(
                fields=["organisation", "path", "answered_at"],
                condition=_OPEN,
                name="signal_unanswered",
            ),
            models.Index(fields=["organisation", "kind", "created_at"]),
            models.Index(fields=["organisation", "reporter", "-id"]),
            models.Index(fields=["organisation", "entered_by", "-id"]),
            models.Index(fields=["organisation", "closed_at"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = (
            "reporter",
            "entered_by",
            "about",
            "match",
            "programme",
            "colleague",
            "handler",
        )

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "reporter",
                "entered_by",
                "about",
                "match",
                "programme",
                "colleague",
                "handler",
                "theme",
                "client_key",
            }
        )
        personal = frozenset(
            {
                "kind",
                "aspect",
                "path",
                "level_proposed",
                "level",
                "state",
                "state_since",
                "seen_on",
                "person_knows",
                "danger",
                "may_name",
                "due_at",
                "answered_at",
                "answer_way",
                "closed_at",
            }
        )
        sensitive = frozenset(
            {
                "saw",
                "told_to_me",
                "thinks",
                "goes_well",
                "who_knows",
                "wants",
                "answer",
            }
        )

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer or a decision."""
        return self.state in OPEN_STATES

    @property
    def state_words(self) -> Text:
        """How far it is, as pages say it."""
        return state_words(self.state)
