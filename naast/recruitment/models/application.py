"""Somebody who may want to volunteer: what they told us, where they are on the way, what comes next."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedJSONField, EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Kind, Programme, StageKind, WorkingRelation
from naast.recruitment.models.journey import Journey
from naast.recruitment.states import Status
from naast.vacancies.models import Channel, Vacancy


class CameBy(models.TextChoices):
    """How somebody let us know (S1-39, S4-5)."""

    SITE = "site", _("On the site")
    PHONE = "phone", _("By phone")
    PAPER = "paper", _("On paper")
    IN_PERSON = "in_person", _("They came by")
    WITH_HELP = "with_help", _("With somebody who helped")
    REFERRAL = "referral", _("Through a referrer")
    MEETING = "meeting", _("After a meeting or fair")
    PARTICIPANT = "participant", _("Takes part here already")


class Occasion(models.TextChoices):
    """What made somebody think of it (S1-71)."""

    OWN_CHOICE = "own_choice", _("I thought of it myself")
    ASKED = "asked", _("Somebody asked me")
    EMPLOYER = "employer", _("Through my work")
    SCHOOL = "school", _("Through my school")
    SERVICE = "service", _("A service or counsellor proposed it")
    TAKE_PART = "take_part", _("I would like to take part, with some support")


class FreeChoice(models.TextChoices):
    """Asked in private; the answer never leaves for a referrer (S1-10)."""

    YES = "yes", _("Yes, I choose this myself")
    PARTLY = "partly", _("Partly: somebody would like me to")
    NO = "no", _("No, I have to")
    RATHER_NOT_SAY = "rather_not_say", _("I would rather not say")


class Waits(models.TextChoices):
    """Who owes the next step."""

    US = "us", _("We do")
    CANDIDATE = "candidate", _("The candidate")
    NOBODY = "nobody", _("Nobody for now")


class Outcome(models.TextChoices):
    """How getting to know each other ends. Nobody is turned away: a no carries an alternative (S1-20,
    S0-14, S0-17). Only `Outcome.neutral` leaves for a referrer (S1-17)."""

    FITS = "fits", _("Fits")
    FITS_WITH_SUPPORT = "fits_with_support", _("Fits, with support")
    OTHER_ROLE = "other_role", _("Another role here")
    OTHER_ORGANISATION = "other_organisation", _("Another organisation")
    LEISURE = "leisure", _("Something to take part in, in one’s free time")
    NOT_NOW = "not_now", _("Not now")
    OWN_CHOICE = "own_choice", _("The candidate chose something else")


YES = (Outcome.FITS, Outcome.FITS_WITH_SUPPORT)
# What a referrer may hear, when the candidate allows it: found a place here, another place, not now.
NEUTRAL: dict[str, str] = {
    Outcome.FITS: "place_here",
    Outcome.FITS_WITH_SUPPORT: "place_here",
    Outcome.OTHER_ROLE: "other_place",
    Outcome.OTHER_ORGANISATION: "other_place",
    Outcome.LEISURE: "other_place",
    Outcome.NOT_NOW: "not_now",
    Outcome.OWN_CHOICE: "not_now",
}


class StopReason(models.TextChoices):
    """Where and why people stop, for the funnel: about our way of working as much as about life."""

    TOO_SLOW = "too_slow", _("It took too long")
    NO_ANSWER = "no_answer", _("We could not reach each other any more")
    NO_TIME = "no_time", _("No time after all")
    LIFE = "life", _("Something happened in life")
    FOUND_ELSEWHERE = "found_elsewhere", _("Found something elsewhere")
    EXPECTED_DIFFERENT = "expected_different", _("Expected something else")
    PRACTICAL = "practical", _("Practical: transport, costs, childcare, papers")
    NO_ROOM = "no_room", _("We have no room or support now")
    OTHER_FIT = "other_fit", _("Something else fits better")
    RATHER_NOT_SAY = "rather_not_say", _("Not said")


class Age(models.TextChoices):
    """As little as the rules ask: no date of birth before somebody starts (S1-38, law 1.6)."""

    UNDER_15 = "under_15", _("Younger than 15")
    FIFTEEN = "15", "15"
    SIXTEEN = "16_17", _("16 or 17")
    ADULT = "adult", _("18 or older")


class Application(Owned):
    """One person who may want to volunteer in one programme.

    Holds its own contact details: a person is made (or found) only when both say yes, so that forgetting
    somebody who did not start is forgetting one row. `person` is set from the beginning for somebody we
    know already (a participant, a volunteer who looks for another role).
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="applications")
    vacancy = models.ForeignKey(
        Vacancy, models.SET_NULL, null=True, blank=True, related_name="applications"
    )
    channel = models.ForeignKey(
        Channel, models.SET_NULL, null=True, blank=True, related_name="applications"
    )
    journey = models.OneToOneField(Journey, models.PROTECT, related_name="application")
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="applications"
    )
    coordinator = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="applications"
    )
    entered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # --- where it stands -------------------------------------------------------------------------
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    stage = models.CharField(max_length=12, choices=StageKind, default=StageKind.APPLICATION)
    stage_since = models.DateField()
    waits_for = models.CharField(max_length=10, choices=Waits, default=Waits.US)
    # The day by which the next step is owed, and the last contact in either direction (S1-245).
    due_on = models.DateField()
    touched_on = models.DateField()
    # «Later» or a pause: when to call back, once and warmly (S1-244, S1-250).
    later_until = models.DateField(null=True, blank=True)
    came_on = models.DateField(_("came on"))
    came_by = models.CharField(_("how"), max_length=12, choices=CameBy, default=CameBy.SITE)
    via = models.CharField(_("who told them about us"), max_length=120, blank=True)
    # Does not know yet which role: somebody helps to choose (S1-249).
    is_undecided = models.BooleanField(_("does not know yet which role"), default=False)
    # Which form this was: the same form sent twice makes one application. Empty: not from a form.
    sent_as = models.CharField(max_length=40, blank=True, editable=False)
    # Changes when a link must stop working (a new one is sent).
    link_version = models.PositiveSmallIntegerField(default=1)
    # --- who ----------------------------------------------------------------------------------------
    given_name = models.CharField(_("first name"), max_length=100)
    family_name = models.CharField(_("family name"), max_length=150, blank=True)
    sort_name = models.CharField(max_length=255, editable=False)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    place = models.CharField(_("where do you live"), max_length=120, blank=True)
    language = models.CharField(
        _("language we write in"), max_length=5, choices=settings.LANGUAGES, default="nl"
    )
    # ISO 639 code → level 1..3, as PersonLanguage.
    languages = models.JSONField(_("languages"), default=dict, blank=True)
    prefers_phone = models.BooleanField(_("rather by phone or on paper"), default=False)
    # Empty: not asked yet (the short plain form, a call).
    age = models.CharField(_("age"), max_length=10, choices=Age, default=Age.ADULT, blank=True)
    parent_agreed_on = models.DateField(_("a parent agreed on"), null=True, blank=True)
    brings_along = models.CharField(_("whom they bring along"), max_length=120, blank=True)
    # --- what they told (S1-249, S1-204, S1-271) --------------------------------------------------------
    why_here = EncryptedTextField(_("why with us"), blank=True)
    likes = EncryptedTextField(_("what I like to do"), blank=True)
    can = EncryptedTextField(_("what I can do"), blank=True)
    # What somebody found when exploring: {"gives": [...], "eats": [...], "structure": "", …}
    explored = models.JSONField(default=dict, blank=True)
    professional_past = models.TextField(_("work somebody did or does"), blank=True)
    weekly = models.PositiveIntegerField(_("free parts of the week"), null=True, blank=True)
    term_months = models.PositiveSmallIntegerField(
        _("for how long (months)"), null=True, blank=True
    )
    times_a_month = models.PositiveSmallIntegerField(
        _("how often in a month"), null=True, blank=True
    )
    own_limits = EncryptedTextField(_("limits"), blank=True)
    # Codes of people.terms.SUPPORT_WISHES, chosen by the person.
    support_wishes = models.JSONField(_("what helps me"), default=list, blank=True)
    support_chosen_on = models.DateField(_("chosen together on"), null=True, blank=True)
    # {"transport": "no bus after eight", …}: codes of recruitment.barriers with what was said, and below
    # what we arranged for it: {"transport": "we give back the taxi", …} (S1-21).
    barriers = EncryptedJSONField(_("what stands in the way"), default=dict, blank=True)
    arranged = EncryptedJSONField(_("what we arranged"), default=dict, blank=True)
    # --- how free, and who else has a say (S1-10, S1-16, S1-28, S1-71, S1-82) -------------------------------
    occasion = models.CharField(_("occasion"), max_length=12, choices=Occasion, blank=True)
    free_choice = models.CharField(_("own choice"), max_length=15, choices=FreeChoice, blank=True)
    kind = models.CharField(
        _("kind of engagement"), max_length=20, choices=Kind, default=Kind.VOLUNTEERING
    )
    working_relation = models.CharField(
        _("how free"), max_length=15, choices=WorkingRelation, default=WorkingRelation.FREE
    )
    steered_by = models.CharField(_("who steers or decides"), max_length=150, blank=True)
    contract_reference = models.CharField(_("reference of the contract"), max_length=80, blank=True)
    until_on = models.DateField(_("agreed end"), null=True, blank=True)
    needs_guide = models.BooleanField(_("needs guidance from outside"), default=False)
    guide = models.CharField(
        _("who guides from outside, and how often"), max_length=200, blank=True
    )
    # --- talked over (S0-11, S1-188, S1-252, S1-29) ------------------------------------------------------------
    own_interest = EncryptedTextField(_("own interest"), blank=True)
    no_advantage_on = models.DateField(_("declared «no advantage» on"), null=True, blank=True)
    told_intervision_on = models.DateField(
        _("told about compulsory meetings on"), null=True, blank=True
    )
    insured_on = models.DateField(_("insured from"), null=True, blank=True)
    # Can we carry this now? The organisation asks itself before it says yes to somebody who needs support.
    we_can_carry = models.BooleanField(null=True, blank=True)
    carry_words = EncryptedTextField(_("how we carry it"), blank=True)
    carried_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    chose_on = models.DateField(_("the candidate chose on"), null=True, blank=True)
    # Who decided that somebody may start though something may wait, and why (S0-45).
    override = models.CharField(_("why it may start now"), max_length=250, blank=True)
    override_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # The person came on the list by this application: forgotten together, when nobody starts.
    made_person = models.BooleanField(default=False)
    # A participant who becomes a volunteer: what both expect (S1-251).
    expects = EncryptedTextField(_("what the person expects"), blank=True)
    we_expect = EncryptedTextField(_("what we expect"), blank=True)
    # --- how it ended ----------------------------------------------------------------------------------------
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    alternative = models.CharField(_("alternative"), max_length=250, blank=True)
    stop_reason = models.CharField(
        _("why it stopped"), max_length=20, choices=StopReason, blank=True
    )
    closed_on = models.DateField(null=True, blank=True)
    # Forgotten on this day, after a notice (Organisation.candidate_months).
    erase_on = models.DateField(null=True, blank=True)
    erase_told_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [
            models.Index(fields=["organisation", "status", "stage", "due_on", "id"]),
            models.Index(fields=["organisation", "programme", "status", "stage", "due_on", "id"]),
            models.Index(fields=["organisation", "status", "due_on", "id"]),
            models.Index(fields=["organisation", "status", "touched_on", "id"]),
            models.Index(fields=["organisation", "status", "sort_name", "id"]),
            models.Index(fields=["organisation", "email"]),
            models.Index(fields=["organisation", "later_until"]),
            models.Index(fields=["organisation", "erase_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=Status.CLOSED, closed_on__isnull=False)
                | ~Q(status=Status.CLOSED),
                name="closed_application_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.LATER) | Q(later_until__isnull=False),
                name="later_has_a_day",
            ),
            models.UniqueConstraint(
                fields=["organisation", "sent_as"],
                condition=~Q(sent_as=""),
                name="a_form_makes_one_application",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = (
            "programme",
            "vacancy",
            "channel",
            "journey",
            "person",
            "coordinator",
            "entered_by",
            "carried_by",
            "override_by",
        )

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "vacancy",
                "channel",
                "journey",
                "person",
                "coordinator",
                "entered_by",
                "carried_by",
                "override_by",
                "made_person",
                "status",
                "stage",
                "stage_since",
                "waits_for",
                "due_on",
                "touched_on",
                "came_on",
                "came_by",
                "is_undecided",
                "sent_as",
                "link_version",
                "language",
                "insured_on",
                "erase_on",
                "erase_told_on",
            }
        )
        personal = frozenset(
            {
                "later_until",
                "via",
                "given_name",
                "family_name",
                "sort_name",
                "email",
                "phone",
                "place",
                "languages",
                "prefers_phone",
                "age",
                "parent_agreed_on",
                "brings_along",
                "explored",
                "professional_past",
                "weekly",
                "term_months",
                "times_a_month",
                "support_wishes",
                "support_chosen_on",
                "occasion",
                "kind",
                "working_relation",
                "steered_by",
                "contract_reference",
                "until_on",
                "needs_guide",
                "guide",
                "no_advantage_on",
                "told_intervision_on",
                "we_can_carry",
                "chose_on",
                "override",
                "outcome",
                "alternative",
                "stop_reason",
                "closed_on",
            }
        )
        sensitive = frozenset(
            {
                "why_here",
                "likes",
                "can",
                "own_limits",
                "free_choice",
                "own_interest",
                "expects",
                "we_expect",
                "barriers",
                "arranged",
                "carry_words",
            }
        )

    @property
    def name(self) -> str:
        """First and family name as people say it."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def first_name(self) -> str:
        """What we call them."""
        return self.given_name or self.family_name
