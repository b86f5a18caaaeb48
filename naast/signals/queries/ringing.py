"""Whom to ring when somebody is in danger now, in this order: the emergency number, people we know by name, and who
answers in which part of the day (S2-27, S1-142)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.companionship.queries.matches import (
    Contact,
    contacts_of_participant,
    contacts_of_volunteer,
)
from naast.companionship.queries.on_call import on_call_for
from naast.core.text import Text
from naast.law import speaking
from naast.law.speaking import SpeakingRule
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation
from naast.organisations.queries import colleagues, stand_ins
from naast.people.models import Person
from naast.programmes.models import OnCallLine
from naast.signals.policies import own as policies

# The same in Belgium, the Netherlands and the whole of the Union.
EMERGENCY: Final = "112"
MOST_CONTACTS: Final = 4
MOST_NAMED: Final = 2
ROLES: Final = {
    Function.SAFEGUARDING: _("Contact person for safeguarding"),
    Function.COORDINATOR: _("Coordinator"),
}


@dataclass(frozen=True, slots=True)
class Chain:
    """Everything one page needs in a hard moment. `alarm` and `helpline` are dated rows of the law, with their
    source; None when none is known for this country and day."""

    alarm: SpeakingRule | None
    contacts: Sequence[Contact]
    on_call: Sequence[OnCallLine]
    house: Organisation
    helpline: SpeakingRule | None
    route: SpeakingRule | None

    @property
    def numbers(self) -> tuple[str, ...]:
        """The emergency numbers, 112 first; never none."""
        found = self.alarm.phones if self.alarm is not None else ()
        return (EMERGENCY, *(number for number in found if number != EMERGENCY))


def chain(actor: Actor, house: Organisation, *, day: date) -> Chain:
    """Whom this person rings, in order. At most nine queries, however many matches."""
    law = speaking.rules(house.country, day)
    return Chain(
        alarm=law.get("danger"),
        contacts=contacts(actor, day=day),
        on_call=_each_once(on_call_for(actor)),
        house=house,
        helpline=law.get("helpline"),
        route=law.get("three_steps"),
    )


def _each_once(lines: Sequence[OnCallLine]) -> list[OnCallLine]:
    """Programmes often share one number for the same part of the day; the emergency number stands first anyway."""
    found = {(line.when, line.who, line.phone): line for line in lines if line.phone != EMERGENCY}
    return list(found.values())


def contacts(actor: Actor, *, day: date) -> list[Contact]:
    """People here by name: the contact person for safeguarding first, then those of one’s own matches."""
    found: dict[str, Contact] = {}
    for contact in [*_contact_persons(actor, day=day), *_of_my_matches(actor)]:
        found.setdefault(contact.name, contact)
    return list(found.values())[:MOST_CONTACTS]


def _contact_persons(actor: Actor, *, day: date) -> list[Contact]:
    """At most two contact persons, or who stands in for them today; without one, coordinators. Not oneself."""
    away = stand_ins(actor.organisation_id, day=day)
    for function in (Function.SAFEGUARDING, Function.COORDINATOR):
        asked = colleagues(actor, function)[: MOST_NAMED + 1]
        there = [away.get(each.pk, each) for each in asked]
        members = [each for each in there if each.pk != actor.membership_id][:MOST_NAMED]
        if members:
            return _reachable(members, ROLES[function])
    return []


def _reachable(members: Sequence[Membership], role: Text) -> list[Contact]:
    """These colleagues with their numbers; one query."""
    ids = [each.person_id for each in members if each.person_id]
    phones = dict(Person.objects.filter(pk__in=ids).values_list("pk", "phone"))
    return [
        Contact(
            role,
            each.user.name,
            phone=phones.get(each.person_id, "") if each.person_id else "",
            email=each.user.email,
        )
        for each in members
    ]


def _of_my_matches(actor: Actor) -> list[Contact]:
    """Those of the newest match are enough: whoever stands beside more people rings the same colleagues."""
    if not policies.tells_as_person(actor):
        return []
    named = (
        "volunteer_contact__user",
        "participant_contact__user",
        "coach__user",
        "fallback__user",
        "professional__user",
        "programme__coordinator__user",
    )
    match = policies.matches_to_name(actor).select_related(*named).order_by("-id").first()
    return _side_of(actor, match) if match is not None else []


def _side_of(actor: Actor, match: Match) -> list[Contact]:
    is_participant = match.participant_id == actor.person_id
    return contacts_of_participant(match) if is_participant else contacts_of_volunteer(match)
