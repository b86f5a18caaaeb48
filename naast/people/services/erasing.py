"""People are erased: an empty shell stays, because visits and matches point at it (ADR 0020). Everything here is
called inside the transaction of the erasing, which records it."""

from typing import Any
from uuid import UUID

from django.db.models import F, Model
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.personal_data import nothing, personal_fields
from naast.people.models import Household, ParticipantProfile, Person, VolunteerProfile

NOBODY = _("[erased]")


def _emptied(model: type[Model], *, keeps: frozenset[str] = frozenset()) -> dict[str, Any]:
    fields = personal_fields(model) - keeps
    return {name: nothing(model._meta.get_field(name)) for name in fields}  # type: ignore[arg-type]  # never a relation the other way round


def empty_people(ids: list[UUID]) -> int:
    """Nothing is left of these people but their ids. Returns how many."""
    values = _emptied(Person) | {
        "given_name": NOBODY,
        "user": None,
        "household": None,
        "external_id": "",
        "erased_on": clock.today(),
    }
    return Person.objects.filter(pk__in=ids).update(**values)


def empty_volunteers(ids: list[UUID]) -> int:
    """Since when and until when somebody was a volunteer stays, for the counts. Returns how many."""
    values = _emptied(VolunteerProfile, keeps=frozenset({"since_on"})) | {
        "status": VolunteerProfile.Status.FORMER,
        "left_on": Coalesce(F("left_on"), clock.today()),
    }
    return VolunteerProfile.objects.filter(pk__in=ids).update(**values)


def empty_participants(ids: list[UUID]) -> int:
    """Since when somebody was a participant stays, for the counts. Returns how many."""
    values = _emptied(ParticipantProfile, keeps=frozenset({"since_on"})) | {
        "status": ParticipantProfile.Status.FORMER,
        "professional": None,
    }
    return ParticipantProfile.objects.filter(pk__in=ids).update(**values)


def forget_households(ids: list[UUID]) -> int:
    """A household without people goes; where somebody else lives, it stays theirs. Returns how many went."""
    empty = Household.objects.filter(pk__in=ids, people__isnull=True)
    return empty.delete()[1].get(Household._meta.label, 0)
