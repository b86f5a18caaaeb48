"""Personal links of people without an account: signed, and replaced by raising the version."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

from naast.organisations.actors import Actor
from naast.recruitment.models import Application, Referral

SALT = "naast.application"
REFERRAL_SALT = "naast.referral"


def token_of(application: Application) -> str:
    """What stands in the candidate's own link."""
    return signing.dumps([application.pk.hex, application.link_version], salt=SALT)


def link_of(application: Application, slug: str) -> str:
    """The path of the candidate's own page."""
    return reverse("public:own_page", kwargs={"house": slug, "token": token_of(application)})


def application_of(actor: Actor, token: str) -> Application | None:
    """The application behind a link, in the organisation of the page; None for a link that is wrong,
    replaced, or whose application is forgotten: all look the same."""
    try:
        found, version = signing.loads(token, salt=SALT)
        pk = UUID(hex=found)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return Application.objects.filter(
        organisation_id=actor.organisation_id, pk=pk, link_version=version
    ).first()


def referral_link_of(referral: Referral, slug: str) -> str:
    """The path of the page where a referrer sees how it stands."""
    token = signing.dumps(referral.pk.hex, salt=REFERRAL_SALT)
    return reverse("public:referral_status", kwargs={"house": slug, "token": token})


def referral_of(actor: Actor, token: str) -> Referral | None:
    """The referral behind a link, in the organisation of the page; None as for `application_of`."""
    try:
        pk = UUID(hex=signing.loads(token, salt=REFERRAL_SALT))
    except (signing.BadSignature, TypeError, ValueError, AttributeError):
        return None
    return (
        Referral.objects.filter(organisation_id=actor.organisation_id, pk=pk)
        .select_related("application__programme")
        .first()
    )
