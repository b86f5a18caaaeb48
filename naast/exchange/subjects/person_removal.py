"""Taking back persons that a load has made, as long as nothing leans on them."""

from typing import Any
from uuid import UUID

from naast.companionship.models import Match, Request
from naast.organisations.models import Membership
from naast.people.models import (
    Consent,
    HatChange,
    Note,
    ParticipantProfile,
    Person,
    VolunteerProfile,
)
from naast.programmes.models import Engagement

_OTHER_HAT = {"volunteers": ParticipantProfile, "participants": VolunteerProfile}
BATCH = 5_000


def built_upon(organisation_id: UUID, kind: str, ids: list[UUID]) -> set[UUID]:
    """Persons of `ids` on whom something else was built: it would fall over without them."""
    found: set[UUID] = set()
    sources: list[tuple[Any, str]] = [
        *(
            (model, "person_id")
            for model in (Note, Consent, HatChange, Engagement, _OTHER_HAT[kind])
        ),
        (Request, "participant_id"),
        (Match, "participant_id"),
        (Match, "volunteer_id"),
        (Membership, "person_id"),
    ]
    for model, name in sources:
        rows = model.objects.filter(organisation_id=organisation_id, **{f"{name}__isnull": False})
        found |= set(rows.values_list(name, flat=True))
    people = Person.objects.filter(organisation_id=organisation_id)
    found |= set(people.filter(user__isnull=False).values_list("id", flat=True))
    return found & set(ids)


def remove(organisation_id: UUID, ids: list[UUID]) -> None:
    """Take these persons away with all that came with them."""
    for start in range(0, len(ids), BATCH):
        Person.objects.filter(
            organisation_id=organisation_id, id__in=ids[start : start + BATCH]
        ).delete()
