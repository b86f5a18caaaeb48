"""The link of somebody who left: to what they take along, without an account. Signed, and closed by raising its
version."""

from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from naast.organisations.actors import Actor
from naast.parting.models import Keepsake

SALT = "naast.keepsake"


def token_of(keepsake: Keepsake) -> str:
    """What stands in the link."""
    return Signer(salt=SALT).sign_object([keepsake.pk.hex, keepsake.link_version])


def link_of(keepsake: Keepsake, slug: str, page: str = "keepsake") -> str:
    """The path of a page behind the link."""
    return reverse(f"public:{page}", kwargs={"house": slug, "token": token_of(keepsake)})


def keepsake_of(actor: Actor, token: str) -> Keepsake | None:
    """The keepsake behind a link, in the organisation of the page; None for a link that is wrong, replaced, or
    whose keepsake is erased: all look the same."""
    try:
        found, version = Signer(salt=SALT).unsign_object(token)
        pk = UUID(hex=found)
    except (BadSignature, TypeError, ValueError):
        return None
    rows = Keepsake.objects.filter(organisation_id=actor.organisation_id, link_version=version)
    return rows.select_related("parting__person", "parting__invitation").filter(pk=pk).first()
