"""What a referrer may know of those they sent: their own, and neutral words alone (S1-17)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.recruitment.links import SentForm
from naast.recruitment.models import Application, Referral
from naast.recruitment.models.application import NEUTRAL
from naast.recruitment.policies import referrals as policies
from naast.recruitment.states import LIVING, Status

RECEIVED = "received"
# Code → the words on a page and in a letter. None of them says why.
WORDS: dict[str, Text] = {
    RECEIVED: _("We received your form. We tell you more when the person allows it."),
    "in_contact": _("We are in contact."),
    "place_here": _("There is a place here."),
    "other_place": _("We looked for another place together."),
    "not_now": _("Not now."),
}


def may_hear(referral: Referral, application: Application) -> str:
    """The code that the candidate lets the referrer hear now; empty: nothing."""
    if referral.tells == Referral.Tells.NOTHING:
        return ""
    is_open = application.status in LIVING
    if referral.tells == Referral.Tells.ARRIVED or is_open:
        return "in_contact"
    if application.status == Status.STARTED:
        return "place_here"
    return NEUTRAL.get(application.outcome, "in_contact")


@dataclass(frozen=True, slots=True)
class Standing:
    """One referral as a referrer reads it."""

    code: str
    words: Text
    sent_on: date
    programme: str


def standing(referral: Referral) -> Standing:
    """How it stands, as far as it may be told. Reads `application` and `asked_for`."""
    code = may_hear(referral, referral.application) or RECEIVED
    asked_for = referral.asked_for.name if referral.asked_for else ""
    return Standing(code, WORDS[code], referral.accepted_conditions_on, asked_for)


def standing_of(actor: Actor, sent: SentForm) -> Standing:
    """The same for the link of a referrer. Without a referral behind it (any more) it is «received»."""
    here = Referral.objects.filter(organisation_id=actor.organisation_id, pk=sent.referral_id)
    referral = here.select_related("application", "asked_for").first()
    if referral is not None:
        return standing(referral)
    programmes = Programme.objects.filter(organisation_id=actor.organisation_id)
    asked_for = programmes.filter(pk=sent.programme_id).first() if sent.programme_id else None
    name = asked_for.name if asked_for else ""
    return Standing(RECEIVED, WORDS[RECEIVED], sent.sent_on, name)


@dataclass(frozen=True, slots=True)
class ReferralPanel:
    """What `recruitment/_referral.html` shows on the page of an application."""

    referral: Referral
    hears: Text
    told: Text


def referral_panel(application: Application) -> ReferralPanel | None:
    """Who sent this candidate and what they may hear; None when nobody did. No query when `referral` is
    joined."""
    referral: Referral | None = getattr(application, "referral", None)
    if referral is None:
        return None
    return ReferralPanel(
        referral=referral,
        hears=Referral.Tells(referral.tells).label,
        told=WORDS.get(referral.told, ""),
    )


def listed(actor: Actor) -> QuerySet[Referral]:
    """The referrals this actor may know, newest first."""
    rows = policies.visible_to(actor)
    return rows.select_related("application", "asked_for").order_by("-id")
