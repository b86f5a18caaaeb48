"""Who reads and writes the texts themselves. What somebody signed is read as a copy, never here."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import AboutUs, Document, Version
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor


def visible_to(actor: Actor) -> QuerySet[Document]:
    """Coordinators see all of their organisation, nobody else any."""
    documents = Document.objects.filter(organisation_id=actor.organisation_id)
    return documents if actor.is_coordinator else documents.none()


def versions_visible_to(actor: Actor) -> QuerySet[Version]:
    """The versions, as `visible_to`."""
    versions = Version.objects.filter(organisation_id=actor.organisation_id)
    return versions if actor.is_coordinator else versions.none()


def about_us_visible_to(actor: Actor) -> QuerySet[AboutUs]:
    """What the organisation says about itself, as `visible_to`: others read it in their texts."""
    rows = AboutUs.objects.filter(organisation_id=actor.organisation_id)
    return rows if actor.is_coordinator else rows.none()


def can_write_texts(actor: Actor) -> Decision:
    """Coordinators write the texts of their organisation."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can write these texts."))
    return ALLOW


def can_change(actor: Actor, document: Document) -> Decision:
    """Coordinators, as long as the text is not put away."""
    if document.organisation_id != actor.organisation_id:
        return deny(_("This text belongs to another organisation."))
    if document.retired_on is not None:
        return deny(_("This text was put away. Start a new one."))
    return can_write_texts(actor)
