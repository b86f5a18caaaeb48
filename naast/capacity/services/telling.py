"""Telling who must know: neutral words, no names. A participant is never told by Naast: a person does that."""

from django.utils.translation import gettext_lazy as _

from naast.capacity.models import StepBack
from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core.text import Text
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.people.models import Person

MOST_COORDINATORS = 5
Words = tuple[Text, Text]
ASKED: Words = (
    _("A volunteer would like to do less for a while"),
    _(
        "Somebody you look after asks for a call about how much they do. Naast tells who, and before when."
    ),
)
BACK: Words = (
    _("A volunteer tells when they are back"),
    _("Somebody who took a break answered how they would like to go on. Naast tells who."),
)


def tell_volunteer(actor: Actor, person: Person, words: Words, url: str) -> None:
    """Tell the volunteer, when they have an account and don’t prefer the phone. Read with `user`."""
    if person.user is None or person.prefers_paper or person.user_id == actor.user_id:
        return
    subject, body = words
    tell(actor=actor, user=person.user, kind="load", subject=subject, body=body, url=url)


def tell_who_looks_after(actor: Actor, step_back: StepBack, words: Words) -> None:
    """Tell who coaches the living matches, as far as they coordinate: nobody else can open it. Without one of
    these, some coordinators. Never who asked it themselves."""
    matches = Match.objects.filter(
        organisation_id=actor.organisation_id,
        volunteer_id=step_back.person_id,
        state__in=LIVING_STATES,
    )
    coordinating = [
        each for each in colleagues(actor, Function.COORDINATOR) if each.user_id != actor.user_id
    ]
    coaches = set(matches.values_list("coach_id", flat=True))
    told = [each for each in coordinating if each.pk in coaches]
    page = actor.url("capacity:request", step_back_id=step_back.pk)
    subject, body = words
    for membership in told or coordinating[:MOST_COORDINATORS]:
        tell(actor=actor, user=membership.user, kind="load", subject=subject, body=body, url=page)
