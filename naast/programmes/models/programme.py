"""The programme: form, pattern, words, who is there, the shape of a match."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Location, Membership, Owned
from naast.people.models import Weight


class Form(models.TextChoices):
    """The shape of the contact."""

    DUO = "duo", _("Duo: one volunteer, one person or household")
    CIRCLE = "circle", _("Circle around one person")
    GROUP = "group", _("Group")
    SHIFT = "shift", _("Shifts in a house or ward")
    AD_HOC = "ad_hoc", _("Help now and then")
    HOME_ADMINISTRATION = "home_administration", _("Home administration")


class Pattern(models.TextChoices):
    """Whose responsibility it is (Van Bochove, Tonkens & Verplanke 2014; instruments B10)."""

    EXTRA = "extra", _("Extra: on top of what professionals do")
    PEER = "peer", _("Peer: beside the professional")
    OWNER = "owner", _("Owner: on their own, with somebody on call")


class Selection(models.TextChoices):
    """How much getting to know each other a role asks for (S0-17, S3-3)."""

    OWN_INITIATIVE = "own_initiative", _("Own initiative: information, no agreement")
    OPEN = "open", _("Open: who wants to, starts")
    LIGHT = "light", _("Light: one talk, then a start")
    FULL = "full", _("Full: talks, a trial, training and agreement")


class Serves(models.TextChoices):
    """With whom volunteers come into contact. What is not «everybody» brings compulsory clauses (S0-41) and
    questions about checks (law 1.9, 2.3)."""

    EVERYBODY = "everybody", _("Everybody")
    EXTRA_CARE = (
        "extra_care",
        _("People with whom we take extra care: at home, one to one, in care"),
    )
    VAPH_ADULTS = "vaph_adults", _("Adults with a disability, in a place recognised by the VAPH")


class Programme(Owned):
    """One way of working of an organisation. A preset fills it; every value can be changed."""

    class Status(models.TextChoices):
        """Whether people can be matched in it."""

        DRAFT = "draft", _("Being prepared")
        ACTIVE = "active", _("Running")
        CLOSED = "closed", _("Closed")

    name = models.CharField(_("name"), max_length=120)
    preset = models.CharField(max_length=40, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.ACTIVE)
    form = models.CharField(_("form"), max_length=20, choices=Form)
    pattern = models.CharField(_("pattern of responsibility"), max_length=10, choices=Pattern)
    location = models.ForeignKey(
        Location, models.SET_NULL, null=True, blank=True, related_name="programmes"
    )
    # What people call each other here: buddy, maatje, gids, kernlid… (S1-79)
    volunteer_word = models.CharField(_("word for the volunteer"), max_length=40)
    participant_word = models.CharField(_("word for the participant"), max_length=40)
    purpose = models.TextField(_("what it is for"))
    vision = models.TextField(_("vision in one sentence"), blank=True)
    value_participant = models.TextField(_("what it adds for the participant"), blank=True)
    value_volunteer = models.TextField(_("what it adds for the volunteer"), blank=True)
    value_professional = models.TextField(_("what it adds for the professional"), blank=True)
    value_organisation = models.TextField(_("what it adds for the organisation"), blank=True)
    relation_frame = models.TextField(_("closeness and distance: gifts, money, phone"), blank=True)
    # Careful unless somebody says that it need not be.
    serves = models.CharField(
        _("with whom volunteers come into contact"),
        max_length=12,
        choices=Serves,
        default=Serves.EXTRA_CARE,
    )
    contact_with_minors = models.BooleanField(
        _("volunteers are often, and directly, in contact with people under 18"), default=False
    )
    # Lists of sentences.
    not_done = models.JSONField(_("what we don’t do"), default=list, blank=True)
    evaluation_questions = models.JSONField(
        _("questions when we look back"), default=list, blank=True
    )
    mandate = models.JSONField(_("what the volunteer may decide"), default=list, blank=True)
    # Who is there for the volunteer.
    coordinator = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="programmes_coordinated"
    )
    coach = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="programmes_coached"
    )
    responsible = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="programmes_answered_for"
    )
    staff_presence = models.CharField(_("which professional is near"), max_length=200, blank=True)
    reachable_hours = models.CharField(
        _("when the professional can be reached"), max_length=200, blank=True
    )
    on_call_term = models.CharField(
        _("how soon the person on call answers"), max_length=200, blank=True
    )
    stand_in = models.CharField(
        _("who takes over when a volunteer is away"), max_length=200, blank=True
    )
    # The shape of a match.
    weight = models.PositiveSmallIntegerField(_("weight"), choices=Weight, default=Weight.MEDIUM)
    max_matches = models.PositiveSmallIntegerField(
        _("largest number of matches a volunteer"), default=2
    )
    minimum_age = models.PositiveSmallIntegerField(
        _("youngest age of a volunteer"), null=True, blank=True
    )
    trial_weeks = models.PositiveSmallIntegerField(_("trial (weeks)"), default=6)
    duration_months = models.PositiveSmallIntegerField(
        _("length of a match (months)"), null=True, blank=True
    )
    minimum_months = models.PositiveSmallIntegerField(
        _("shortest length of a match (months)"), null=True, blank=True
    )
    milestone_months = models.JSONField(_("looks back after (months)"), default=list, blank=True)
    early_check_weeks = models.JSONField(_("early checks after (weeks)"), default=list, blank=True)
    first_call_days = models.PositiveSmallIntegerField(
        _("first call after the first meeting (days)"), default=7
    )
    volunteer_contact_weeks = models.PositiveSmallIntegerField(
        _("coordinator speaks the volunteer every (weeks)"), default=7
    )
    participant_contact_weeks = models.PositiveSmallIntegerField(
        _("coordinator speaks the participant every (weeks)"), default=13
    )
    # How somebody starts here; the steps are lines of their own (PathStage).
    selection = models.CharField(
        _("how much we get to know each other first"),
        max_length=15,
        choices=Selection,
        default=Selection.FULL,
    )
    agreement_before_trial = models.BooleanField(
        _("the agreement is signed before somebody tries out"), default=False
    )
    growth_steps = models.JSONField(_("how somebody grows, step by step"), default=list, blank=True)
    # Weights of the soft fit (matching.soft); an empty mapping is the default of instruments B13.
    match_weights = models.JSONField(_("what weighs in a match"), default=dict, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="programme_named_once")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("location", "coordinator", "coach", "responsible")

    class Privacy:
        """A programme is about work, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "name",
                "preset",
                "status",
                "form",
                "pattern",
                "location",
                "volunteer_word",
                "participant_word",
                "purpose",
                "vision",
                "value_participant",
                "value_volunteer",
                "value_professional",
                "value_organisation",
                "relation_frame",
                "not_done",
                "evaluation_questions",
                "mandate",
                "coordinator",
                "coach",
                "responsible",
                "staff_presence",
                "reachable_hours",
                "on_call_term",
                "stand_in",
                "weight",
                "max_matches",
                "minimum_age",
                "trial_weeks",
                "duration_months",
                "minimum_months",
                "milestone_months",
                "early_check_weeks",
                "first_call_days",
                "volunteer_contact_weeks",
                "participant_contact_weeks",
                "selection",
                "agreement_before_trial",
                "growth_steps",
                "match_weights",
                "serves",
                "contact_with_minors",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def takes_extra_care(self) -> bool:
        """Whether people are served with whom an agreement must be extra careful (S0-41)."""
        return self.serves != Serves.EVERYBODY or self.contact_with_minors
