"""Who fits comes on the list of volunteers, with what they told us: a new person, or one we know."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.people import api as people
from naast.people.models import Person, VolunteerProfile
from naast.recruitment.models import Application


class PersonGone(DomainError):
    """The person that was chosen is no longer on the list."""


def person_for(actor: Actor, application: Application, chosen: UUID | None) -> Person:
    """The person of this application with the hat of a volunteer: the one it names, the one that was
    chosen, or a new one. A participant keeps their own hat: the views stay apart, and looks back come
    after one and three months (S1-251).

    Raises PersonGone, NotAllowed or people.ExpectationsMissing.
    """
    known = application.person_id or chosen
    if known is None:
        return _new(actor, application)
    try:
        person = people.get_person(actor, known)
    except Person.DoesNotExist as error:
        raise PersonGone(_("This person is not on your list any more. Choose again.")) from error
    _with_hat(actor, application, person)
    return person


def _new(actor: Actor, application: Application) -> Person:
    person = people.create_person(
        actor=actor,
        new=people.NewPerson(
            given_name=application.given_name,
            family_name=application.family_name,
            email=application.email,
            phone=application.phone,
            place=application.place,
            weekly=application.weekly,
            prefers_paper=application.prefers_phone,
            languages=application.languages,
            volunteer={"status": VolunteerProfile.Status.INTERESTED, **card_of(application)},
        ),
    )
    _support(actor, application, person.pk)
    return person


def _with_hat(actor: Actor, application: Application, person: Person) -> None:
    profile = getattr(person, "volunteer", None)
    if profile is None:
        terms = people.HatTerms(application.expects, application.we_expect, clock.today())
        people.put_on_hat(
            actor=actor,
            person_id=person.pk,
            hat="volunteer",
            fields=card_of(application),
            terms=terms if hasattr(person, "participant") else None,
            status=VolunteerProfile.Status.INTERESTED,
        )
        _support(actor, application, person.pk)
    elif profile.status == VolunteerProfile.Status.FORMER:
        people.take_step(actor=actor, person_id=person.pk, hat="volunteer", step="start-again")


def card_of(application: Application) -> dict[str, Any]:
    """What somebody told us, as the card of a volunteer keeps it."""
    return {
        "strengths": application.likes,
        "knowledge": application.can,
        "motives": application.why_here,
        "professional_past": application.professional_past,
        "own_limits": application.own_limits,
        "term_months": application.term_months,
        "last_discussed_on": clock.today(),
    }


def _support(actor: Actor, application: Application, person_id: UUID) -> None:
    """What helps, as they chose it themselves."""
    if application.support_wishes:
        people.choose_support_wishes(
            actor=actor,
            person_id=person_id,
            wishes=application.support_wishes,
            together_on=application.support_chosen_on or application.came_on,
        )
