"""Which optional fields about people are filled in, and which ones nobody uses (S4-31)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from dateutil.relativedelta import relativedelta
from django.db.models import (
    BooleanField,
    Count,
    Exists,
    Field,
    JSONField,
    Model,
    Q,
    QuerySet,
)
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from naast.accountability.models import CleanUp, FieldChoice
from naast.accountability.policies import papers as policies
from naast.core import clock, personal_data
from naast.core.fields import EncryptedJSONField
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import ParticipantProfile, Person, VolunteerProfile

# Under this share a field is asked of everybody for the sake of hardly anybody.
FEW_PERCENT: Final = 5
# With fewer people than this a share says nothing.
FEWEST_PEOPLE: Final = 20
A_YEAR: Final = relativedelta(years=1)
# Filled in by the software itself, or by a step that somebody takes: nobody is asked for these.
BY_ITSELF: Final = frozenset(
    {
        "last_discussed_on",
        "latitude",
        "left_on",
        "longitude",
        "restricted_on",
        "rests_until_on",
        "since_on",
        "support_chosen_on",
    }
)


@dataclass(frozen=True, slots=True)
class Use:
    """One field: how many of how many people have something in it. `code` is «people.Person.street»."""

    code: str
    label: str
    group: str
    filled: int
    people: int
    choice: FieldChoice | None

    @property
    def percent(self) -> int:
        """The share, rounded down: under five is under five."""
        return self.filled * 100 // self.people if self.people else 0

    @property
    def is_hardly_used(self) -> bool:
        """Whether we advise to leave it out."""
        return self.people >= FEWEST_PEOPLE and self.filled * 100 < FEW_PERCENT * self.people


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one kind of row, the least used first."""

    title: str
    people: int
    fields: list[Use]


def usage_of(actor: Actor) -> list[Group]:
    """Every optional field about people; one aggregated query for each of three tables, and one for what was
    decided. Nobody is named or listed."""
    if not policies.may_read(actor):
        return []
    choices = {each.field: each for each in policies.choices_visible_to(actor)}
    return [_group(rows, title, choices) for title, rows in _tables(actor)]


def hardly_used(groups: list[Group]) -> list[Use]:
    """The fields that wait for a decision: hardly used, and nothing decided."""
    fields = (use for group in groups for use in group.fields)
    return [use for use in fields if use.is_hardly_used and use.choice is None]


def use_named(actor: Actor, code: str) -> Use | None:
    """One field by its code, or None."""
    fields = (use for group in usage_of(actor) for use in group.fields)
    return next((use for use in fields if use.code == code), None)


def last_looked_on(actor: Actor) -> date | None:
    """When somebody last went through the list, or None."""
    rows = policies.clean_ups_visible_to(actor).order_by("-looked_on")
    return rows.values_list("looked_on", flat=True).first()


def waits_for_clean_up(actor: Actor, *, day: date) -> QuerySet[Organisation]:
    """The organisation itself, when it is a year old and nobody looked for a year (S4-26)."""
    if not policies.can_keep(actor):
        return Organisation.objects.none()
    recent = CleanUp.objects.filter(
        organisation_id=actor.organisation_id, looked_on__gt=day - A_YEAR
    )
    return Organisation.objects.filter(
        ~Exists(recent), pk=actor.organisation_id, created_at__lt=clock.morning(day - A_YEAR)
    )


def _tables(actor: Actor) -> Iterator[tuple[str, QuerySet[Any]]]:
    here = {"organisation_id": actor.organisation_id}
    with_hat = Q(volunteer__isnull=False) | Q(participant__isnull=False)
    yield _("Volunteers"), VolunteerProfile.objects.filter(**here)
    yield _("Participants"), ParticipantProfile.objects.filter(**here)
    yield (
        _("Volunteers and participants: contact"),
        Person.objects.filter(with_hat, erased_on__isnull=True, **here),
    )


def _group(rows: QuerySet[Any], title: str, choices: dict[str, FieldChoice]) -> Group:
    fields = optional_fields(rows.model)
    counts = {field.name: Count("pk", filter=_is_filled(field)) for field in fields}
    found = rows.aggregate(all_rows=Count("pk"), **counts)
    people = found["all_rows"]
    uses = [
        Use(
            code=code_of(field),
            label=capfirst(str(field.verbose_name)),
            group=title,
            filled=found[field.name],
            people=people,
            choice=choices.get(code_of(field)),
        )
        for field in fields
    ]
    return Group(title, people, sorted(uses, key=lambda use: (use.filled, use.label)))


def code_of(field: Field[Any, Any]) -> str:
    """How a decision names a field."""
    return f"{field.model._meta.label}.{field.name}"


def optional_fields(model: type[Model]) -> list[Field[Any, Any]]:
    """The personal and sensitive fields that may stay empty and that somebody is asked for."""
    told = personal_data.personal_fields(model) - BY_ITSELF
    return [
        field
        for field in model._meta.concrete_fields
        if field.name in told and field.editable and field.blank and not _always_holds(field)
    ]


def _always_holds(field: Field[Any, Any]) -> bool:
    return isinstance(field, BooleanField) and not field.null


def _is_filled(field: Field[Any, Any]) -> Q:
    filled = Q(**{f"{field.name}__isnull": False})
    if isinstance(field, JSONField) and not isinstance(field, EncryptedJSONField):
        return filled & ~Q(**{field.name: field.get_default()})
    if field.empty_strings_allowed:
        return filled & ~Q(**{field.name: ""})
    return filled
