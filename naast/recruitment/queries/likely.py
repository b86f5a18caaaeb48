"""Who somebody may be already: people on the list, and applications that are on the way (S1-39)."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from naast.organisations.actors import Actor
from naast.people import api as people
from naast.people.models import Person
from naast.recruitment.models import Application
from naast.recruitment.policies import applications as policies
from naast.recruitment.states import LIVING

SEVERAL = 5


@dataclass(frozen=True, slots=True)
class Likely:
    """A gentle hint, never a refusal."""

    people: list[Person]
    applications: list[Application]

    def __bool__(self) -> bool:
        return bool(self.people or self.applications)


def likely_same(actor: Actor, data: dict[str, Any]) -> Likely:
    """The people and living applications that look like what a form says; five of each at most."""
    found = people.likely_same(
        actor,
        given_name=data["given_name"],
        family_name=data["family_name"],
        email=data["email"],
        phone=data["phone"],
    )
    return Likely(found, _applications(actor, data["email"], data["phone"]))


def _applications(actor: Actor, email: str, phone: str) -> list[Application]:
    same = Q()
    if email:
        same |= Q(email=email.strip().lower())
    if phone:
        same |= Q(phone=phone)
    if not same:
        return []
    living = policies.visible_to(actor).filter(same, status__in=LIVING)
    return list(living.select_related("programme").order_by("-id")[:SEVERAL])
