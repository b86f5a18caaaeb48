"""What people are told about their own words: neutral sentences without names."""

from django.utils.translation import gettext_lazy as _

from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.people.models import Person
from naast.surroundings.models import Saying

INVITATION = (
    _("How is it going?"),
    _(
        "We would like to hear how it goes, in your own words. You don’t have to; one word is fine too."
    ),
)
EARLY_CHECK = (
    _("How is it beginning?"),
    _(
        "A few short questions about how it begins. Your coordinator reads your answers, and nobody else."
    ),
)
OUTCOME = (
    _("What changed?"),
    _("We would like to hear what changed for you since we began. You don’t have to answer."),
)


def tell_answered(actor: Actor, saying: Saying) -> None:
    """Somebody answered what this person said; who has no account hears it from the coordinator."""
    if saying.person.user is None:
        return
    tell(
        actor=actor,
        user=saying.person.user,
        kind="saying.answered",
        subject=_("Somebody answered you"),
        body=_("You told us something, and somebody answered. Read it on your page."),
        url=actor.url("surroundings:my_saying", saying_id=saying.pk),
    )


def tell_professional(actor: Actor, person: Person, saying: Saying) -> None:
    """The professional may read what this participant said."""
    professional: Membership | None = person.participant.professional
    if professional is None or professional.ended_on is not None:
        return
    tell(
        actor=actor,
        user=professional.user,
        kind="saying.said",
        subject=_("A participant said how it goes"),
        body=_("One of your participants said how it goes, and would like you to read it."),
        url=actor.url("surroundings:saying", saying_id=saying.pk),
    )
