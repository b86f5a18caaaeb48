"""Personal links of people without an account: signed, always the same, and replaced by raising the version."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from naast.organisations.actors import Actor
from naast.recruitment.models import Application, Referral

SALT = "naast.application"
REFERRAL_SALT = "naast.referral"


def token_of(application: Application) -> str:
    """What stands in the candidate's own link."""
    return Signer(salt=SALT).sign_object([application.pk.hex, application.link_version])


def link_of(application: Application, slug: str) -> str:
    """The path of the candidate's own page."""
    return reverse("public:own_page", kwargs={"house": slug, "token": token_of(application)})


def application_of(actor: Actor, token: str) -> Application | None:
    """The application behind a link, in the organisation of the page; None for a link that is wrong,
    replaced, or whose application is forgotten: all look the same."""
    try:
        found, version = Signer(salt=SALT).unsign_object(token)
        pk = UUID(hex=found)
    except (BadSignature, TypeError, ValueError):
        return None
    return Application.objects.filter(
        organisation_id=actor.organisation_id, pk=pk, link_version=version
    ).first()


@dataclass(frozen=True, slots=True)
class SentForm:
    """What stands in the link of a referrer: which referral, of which day, for what. The day and the
    programme are what the page says when there is nothing else, or nothing any more: so a link shows
    neither that somebody else sent this person before, nor that the person is forgotten."""

    referral_id: UUID
    sent_on: date
    programme_id: UUID | None


def referral_link_of(referral: Referral, slug: str) -> str:
    """The path of the page where a referrer sees how it stands."""
    sent = SentForm(referral.pk, referral.accepted_conditions_on, referral.asked_for_id)
    return _referral_link(sent, referral.organisation_id, slug)


def link_without_news(actor: Actor, *, sent_on: date, programme_id: UUID) -> str:
    """The same for a referrer after whom nothing is kept: their page never says more than «received»."""
    return _referral_link(
        SentForm(uuid4(), sent_on, programme_id), actor.organisation_id, actor.slug
    )


def _referral_link(sent: SentForm, organisation_id: UUID, slug: str) -> str:
    programme = sent.programme_id.hex if sent.programme_id else ""
    content = [sent.referral_id.hex, sent.sent_on.isoformat(), programme]
    token = Signer(salt=f"{REFERRAL_SALT}.{organisation_id.hex}").sign_object(content)
    return reverse("public:referral_status", kwargs={"house": slug, "token": token})


def sent_form_of(actor: Actor, token: str) -> SentForm | None:
    """What a referrer's link says, in the organisation of the page; None for a link that is wrong."""
    try:
        signer = Signer(salt=f"{REFERRAL_SALT}.{actor.organisation_id.hex}")
        found, day, programme = signer.unsign_object(token)
        return SentForm(
            UUID(hex=found), date.fromisoformat(day), UUID(hex=programme) if programme else None
        )
    except (BadSignature, TypeError, ValueError, AttributeError):
        return None
