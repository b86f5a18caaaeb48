"""What people ask about their data, for tests."""

from datetime import date

from naast.core import clock
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.privacy.inputs import NewRequest
from naast.privacy.models import RightsRequest
from naast.privacy.services import rights


def asked(
    actor: Actor, person: Person | None, kind: str, *, on: date | None = None, who: str = ""
) -> RightsRequest:
    """A question by this actor, about themselves or about somebody else."""
    new = NewRequest(
        kind=kind,
        asked_on=on or clock.today(),
        how=RightsRequest.How.BY_MAIL,
        words="Graag.",
        person_id=person.pk if person else None,
        who=who,
    )
    return rights.ask(actor=actor, new=new)


def known(actor: Actor, person: Person, kind: str, *, on: date | None = None) -> RightsRequest:
    """A question that a colleague wrote down, of somebody whom they know."""
    request = asked(actor, person, kind, on=on)
    if request.state == "known":
        return request
    return rights.know_who(actor=actor, request_id=request.pk, identity="known")
