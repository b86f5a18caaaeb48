"""What a candidate changes about themselves, and a new link to their own page."""

from dataclasses import asdict, dataclass, replace
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.messaging import services as messaging
from naast.organisations.actors import Actor
from naast.people.names import sort_name
from naast.recruitment.letters_public import ADDRESS_CHANGED, LINK_AGAIN
from naast.recruitment.models import Application
from naast.recruitment.policies import own
from naast.recruitment.services import moving
from naast.recruitment.services.arrivals import NameMissing, NoWayToAnswer
from naast.recruitment.services.writing import letter_to, write_usual

# Somebody may have applied in several programmes.
LINKS_AT_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How we reach somebody."""

    given_name: str
    family_name: str = ""
    email: str = ""
    phone: str = ""
    place: str = ""
    language: str = "nl"
    prefers_phone: bool = False
    brings_along: str = ""


@transaction.atomic
def correct_contact(*, actor: Actor, application_id: UUID, contact: Contact) -> Application:
    """New contact details. A new address gets a new link by mail, and older links stop working: whoever
    reads the old address reads nothing here any more, and is told there that it changed, without a name
    or a link, so that nobody loses their own page unseen.

    Raises Application.DoesNotExist, NotAllowed, NameMissing or NoWayToAnswer.
    """
    application = moving.lock(actor, application_id)
    own.can_act_for_self(actor, application).require()
    if not contact.given_name.strip():
        raise NameMissing(_("What may we call you? A first name is enough."))
    if not (contact.email.strip() or contact.phone.strip()):
        raise NoWayToAnswer(_("Give an e-mail address or a phone number, so that we can answer."))
    email, former = contact.email.strip().lower(), application.email
    is_new_address = email != application.email
    moving.save(
        application,
        **{
            **asdict(contact),
            "email": email,
            "sort_name": sort_name(contact.given_name, contact.family_name),
            "link_version": application.link_version + int(is_new_address),
        },
    )
    log.record("application.contact-corrected", actor=actor, target=application)
    if is_new_address:
        write_usual(actor, application, LINK_AGAIN)
        _tell_the_former_address(actor, application, former)
    return application


def _tell_the_former_address(actor: Actor, application: Application, former: str) -> None:
    if former:
        letter = letter_to(actor, application, ADDRESS_CHANGED)
        messaging.write(actor=actor, letter=replace(letter, address=former, url=""))


@transaction.atomic
def send_links_again(*, actor: Actor, email: str) -> int:
    """A letter with the own link for each application at this address, in this organisation. Returns how
    many; whoever asks is told the same whatever the number."""
    found = Application.objects.filter(
        organisation_id=actor.organisation_id, email=email.strip().lower()
    ).order_by("-id")[:LINKS_AT_MOST]
    for application in found:
        write_usual(actor, application, LINK_AGAIN)
        log.record("application.link-sent", actor=actor, target=application)
    return len(found)
