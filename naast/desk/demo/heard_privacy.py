"""The demo's part of privacy: what people ask about their data, in every state; all invented."""

from datetime import timedelta

from naast.core import clock
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.privacy.inputs import Answer, NewRequest
from naast.privacy.models import RightsRequest
from naast.privacy.services import rights
from naast.privacy.states import Outcome, RequestKind

How, Identity = RightsRequest.How, RightsRequest.Identity
# Kind, days ago, how it came, in whose words.
ASKED = (
    (RequestKind.ACCESS, 3, How.BY_MAIL, "Ik wil graag weten wat er over mij bewaard wordt."),
    (RequestKind.ERASURE, 22, How.ON_PAPER, "Ik ben verhuisd. Jullie mogen alles wissen."),
    (RequestKind.OBJECTION, 5, How.BY_PHONE, "Liever geen uitnodigingen meer op papier."),
    (RequestKind.RECTIFICATION, 12, How.IN_PERSON, "Mijn straatnaam klopt niet meer."),
    (RequestKind.RESTRICTION, 40, How.BY_MAIL, "Wacht even met mijn kaart."),
)
SOMEBODY_ELSE = "Een bezoeker van de open dag, balie@bezoek.example"


def fill(season: Season, active: list[Person]) -> None:
    """Questions that just came, that wait for twenty days, that take longer, and that were answered."""
    actor = season.as_member(season.staff[0], Function.COORDINATOR)
    people = [person for person in active if person.pk != actor.person_id]
    made = [
        _asked(actor, person, *each) for person, each in zip(reversed(people), ASKED, strict=False)
    ]
    for request in made[1:]:
        rights.know_who(actor=actor, request_id=request.pk, identity=Identity.CALLED_BACK)
    for request in made[2:3]:
        why = "We zoeken het ook na in de papieren mappen."
        rights.ask_more_time(actor=actor, request_id=request.pk, why=why)
    for request in made[3:4]:
        given = Answer(Outcome.DONE, "Aangepast, bedankt.", "De straat heet nu Wilgenlaan.")
        rights.answer(actor=actor, request_id=request.pk, given=given)
    for request in made[4:5]:
        given = Answer(Outcome.DONE, "We gebruiken je kaart niet tot je het zegt.")
        if request.person_id is not None:
            rights.set_restricted(actor=actor, person_id=request.person_id, on=True)
        rights.answer(actor=actor, request_id=request.pk, given=given)
    _of_somebody_else(actor)
    for person in active[:1]:
        _by_a_volunteer(season, actor, person)


def _asked(
    actor: Actor, person: Person, kind: str, days: int, how: str, words: str
) -> RightsRequest:
    asked_on = clock.today() - timedelta(days=days)
    new = NewRequest(kind, asked_on, how, words=words, person_id=person.pk)
    return rights.ask(actor=actor, new=new)


def _of_somebody_else(actor: Actor) -> None:
    today = clock.today()
    rights.ask(
        actor=actor, new=NewRequest(RequestKind.ACCESS, today, How.BY_MAIL, who=SOMEBODY_ELSE)
    )


def _by_a_volunteer(season: Season, actor: Actor, person: Person) -> None:
    """The volunteer of the cast asked on their own page, and has an answer."""
    own = season.as_person(person, Function.VOLUNTEER)
    new = NewRequest(RequestKind.PORTABILITY, clock.today(), How.ON_SCREEN, person_id=person.pk)
    request = rights.ask(actor=own, new=new)
    given = Answer(Outcome.DONE, "Je kopie staat op deze pagina klaar.")
    rights.answer(actor=actor, request_id=request.pk, given=given)
