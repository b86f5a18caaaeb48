"""Personal links of guests of a meeting: signed, and worth nothing once the sign-up is forgotten."""

from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from naast.organisations.actors import Actor
from naast.outreach.models import SignUp

SALT = "naast.sign-up"


def link_of(sign_up: SignUp, slug: str) -> str:
    """The path of the guest's own page."""
    token = Signer(salt=SALT).sign_object(sign_up.pk.hex)
    return reverse("public:my_sign_up", kwargs={"house": slug, "token": token})


def sign_up_of(actor: Actor, token: str) -> SignUp | None:
    """The sign-up behind a link, in the organisation of the page; None for a link that is wrong or whose
    sign-up is forgotten: both look the same."""
    try:
        pk = UUID(hex=Signer(salt=SALT).unsign_object(token))
    except (BadSignature, TypeError, ValueError, AttributeError):
        return None
    rows = SignUp.objects.filter(organisation_id=actor.organisation_id, pk=pk)
    return rows.select_related("meeting").first()
