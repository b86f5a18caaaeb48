"""Somebody was sent to us: by whom, on which conditions, and what the referrer may hear."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.programmes.models import Programme
from naast.recruitment.models.application import Application


class Condition(models.TextChoices):
    """What a referrer accepts before sending, one by one (S1-18)."""

    FREE = "free", _("The candidate chooses freely, and may stop at any moment.")
    NO_REPORT = (
        "no_report",
        _("We don’t report whether somebody comes or stays away: not to you and not to anybody."),
    )
    NO_FILE = "no_file", _("No file, diagnosis or report travels along. We don’t read them.")
    NOT_NOW = "not_now", _("We may say «not now», and then we look for something else together.")
    GUIDANCE = "guidance", _("When guidance from outside is needed, it stays with you.")
    AGREED = "agreed", _("The candidate knows about this form and agrees.")


class Referral(Owned):
    """A referrer's part of an application. They hear only what the candidate allows, and never more
    than a neutral code: no reason, no file (S1-17, S1-18)."""

    class Tells(models.TextChoices):
        """What the candidate lets the referrer hear."""

        NOTHING = "nothing", _("Nothing")
        ARRIVED = "arrived", _("That we are in contact")
        OUTCOME = "outcome", _("Also whether there is a place: nothing more")

    application = models.OneToOneField(Application, models.CASCADE, related_name="referral")
    # A referrer with an account here, or somebody without one.
    member = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="referrals"
    )
    # What the referrer thought of. Where the candidate goes on from there is not for them to hear.
    asked_for = models.ForeignKey(
        Programme, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    service = models.CharField(_("service or organisation"), max_length=150)
    name = models.CharField(_("name of the referrer"), max_length=150)
    email = models.EmailField(_("e-mail address of the referrer"), blank=True)
    phone = models.CharField(_("phone of the referrer"), max_length=20, blank=True)
    language = models.CharField(
        _("language we write in"), max_length=5, choices=settings.LANGUAGES, default="nl"
    )
    accepted_conditions_on = models.DateField(_("accepted the conditions on"))
    # The candidate has no address or number of their own to give: the referrer and they call together.
    calls_together = models.BooleanField(_("we call together"), default=False)
    candidate_agreed = models.BooleanField(_("the candidate knows and agrees"), default=False)
    tells = models.CharField(_("may hear"), max_length=10, choices=Tells, default=Tells.NOTHING)
    told = models.CharField(max_length=20, blank=True)  # the last neutral code that was sent
    told_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "member"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("application", "member", "asked_for")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "application",
                "member",
                "asked_for",
                "accepted_conditions_on",
                "calls_together",
                "language",
                "told",
                "told_on",
            }
        )
        personal = frozenset({"service", "name", "email", "phone", "candidate_agreed", "tells"})
        sensitive: frozenset[str] = frozenset()
