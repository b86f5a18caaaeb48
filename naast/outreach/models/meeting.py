"""Meetings where people get to know us, and who comes."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.outreach.states import EXPECTED, ON_THE_LIST, SignUpState
from naast.recruitment.models import Application
from naast.vacancies.models import Channel


class InfoMeeting(Owned):
    """One meeting, fair, piece of awareness work or training day for newcomers (S1-232, S1-233, S1-241)."""

    class Kind(models.TextChoices):
        """What it is."""

        INFORMATION = "information", _("Information meeting")
        FAIR = "fair", _("Fair or open house")
        AWARENESS = "awareness", _("Awareness work")
        NEWCOMERS = "newcomers", _("Training day for newcomers")

    kind = models.CharField(_("what it is"), max_length=12, choices=Kind, default=Kind.INFORMATION)
    title = models.CharField(_("title"), max_length=80)
    text = models.TextField(_("what people can expect"), max_length=1500, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    minutes = models.PositiveSmallIntegerField(_("how long (minutes)"), default=90)
    place = models.CharField(_("where"), max_length=160, blank=True)
    online_url = models.URLField(_("link to take part online"), blank=True)
    # ISO 639 codes of people.terms.
    language = models.CharField(_("language spoken"), max_length=8, default="nl")
    interpreter = models.CharField(_("interpreter for"), max_length=8, blank=True)
    # NULL: as many as come.
    places = models.PositiveSmallIntegerField(_("number of places"), null=True, blank=True)
    host = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="meetings_hosted"
    )
    channel = models.ForeignKey(
        Channel, models.SET_NULL, null=True, blank=True, related_name="meetings"
    )
    is_public = models.BooleanField(_("on the site, people can sign up"), default=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    # Calendars take a change only when its number is higher than what they have (RFC 5545 SEQUENCE).
    revision = models.PositiveSmallIntegerField(default=0)
    # Who was there is filled in, and how many people it reached.
    closed_on = models.DateField(null=True, blank=True)
    reach = models.PositiveIntegerField(_("how many people it reached"), null=True, blank=True)
    # What stays when the names are forgotten.
    came_count = models.PositiveSmallIntegerField(default=0)
    signed_up_count = models.PositiveSmallIntegerField(default=0)
    followed_up_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        indexes = [models.Index(fields=["organisation", "starts_at", "id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("host", "channel")

    class Privacy:
        """A meeting is about a moment, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "kind",
                "title",
                "text",
                "starts_at",
                "minutes",
                "place",
                "online_url",
                "language",
                "interpreter",
                "places",
                "host",
                "channel",
                "is_public",
                "cancelled_at",
                "revision",
                "closed_on",
                "reach",
                "came_count",
                "signed_up_count",
                "followed_up_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


class SignUp(Owned):
    """Somebody who comes to a meeting, or would like to. No account, and no file."""

    meeting = models.ForeignKey(InfoMeeting, models.CASCADE, related_name="sign_ups")
    state = models.CharField(max_length=10, choices=SignUpState, default=SignUpState.CONFIRMED)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    # Mail address or phone, spelled one way: the same person signs up once a meeting.
    contact_key = models.CharField(max_length=254, editable=False)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="nl")
    brings = models.PositiveSmallIntegerField(_("how many people come along"), default=0)
    needs_interpreter = models.BooleanField(_("an interpreter helps me"), default=False)
    needs = EncryptedTextField(_("what would help you to come"), blank=True)
    offered_until = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    followed_up_on = models.DateField(null=True, blank=True)
    entered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    application = models.ForeignKey(
        Application, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        # In the order in which they came: ids are in the order of making.
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["organisation", "state", "offered_until"])]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "contact_key"],
                condition=~Q(state=SignUpState.CANCELLED),
                name="signed_up_once_a_meeting",
            ),
            models.CheckConstraint(
                condition=~Q(state=SignUpState.OFFERED) | Q(offered_until__isnull=False),
                name="offer_has_an_end",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("meeting", "entered_by", "application")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "meeting",
                "state",
                "language",
                "offered_until",
                "reminded_on",
                "followed_up_on",
                "entered_by",
                "application",
            }
        )
        personal = frozenset(
            {"name", "email", "phone", "contact_key", "brings", "needs_interpreter"}
        )
        sensitive = frozenset({"needs"})

    @property
    def seats(self) -> int:
        """How many chairs: the person and whom they bring."""
        return 1 + self.brings

    @property
    def first_name(self) -> str:
        """What we call them."""
        return self.name.split(" ")[0]

    @property
    def is_expected(self) -> bool:
        """Before the meeting: still coming, waiting or asked."""
        return self.state in EXPECTED

    @property
    def is_on_the_list(self) -> bool:
        """On the list of who comes, to tick off."""
        return self.state in ON_THE_LIST
