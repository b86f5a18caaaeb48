"""Reads of applications. Every function starts from what the actor may see."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Q, QuerySet, Value, When

from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.people.names import plain, typed_words
from naast.programmes.models import Programme, StageKind
from naast.recruitment.models import Application, Passage, Waits
from naast.recruitment.policies import applications as policies
from naast.recruitment.states import LIVING, Status

# Comes after every letter that a sort name holds.
LAST = "\U0010ffff"


def get_application(actor: Actor, application_id: UUID) -> Application | None:
    """One application with what its page reads, or None when this actor may not know it exists."""
    return (
        policies.visible_to(actor)
        .select_related(
            "organisation",
            "programme",
            "vacancy",
            "channel",
            "coordinator__user",
            "carried_by__user",
            "person__volunteer",
            "person__participant",
            "referral",
            "journey",
        )
        .prefetch_related(
            "programme__pathstages",
            "programme__entryconditions",
            "programme__tasks",
            "journey__passages",
        )
        .filter(pk=application_id)
        .first()
    )


def lock_application(actor: Actor, application_id: UUID) -> Application:
    """The application, locked until the transaction ends. Raises Application.DoesNotExist."""
    return _locked(policies.visible_to(actor), application_id)


def lock_any(actor: Actor, application_id: UUID) -> Application:
    """The application of a candidate behind their own link (links.application_of found it), locked.
    Raises Application.DoesNotExist."""
    here = Application.objects.filter(organisation_id=actor.organisation_id)
    return _locked(here, application_id)


def _locked(rows: QuerySet[Application], application_id: UUID) -> Application:
    return (
        rows.select_related("organisation", "programme", "journey")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=application_id)
    )


def passages_of(application: Application) -> list[Passage]:
    """Every stage somebody was in, oldest first; no query when they are prefetched."""
    return sorted(application.journey.passages.all(), key=lambda each: (each.entered_on, each.pk))


def passed_kinds(application: Application) -> frozenset[StageKind]:
    """The stages that lie behind somebody."""
    return frozenset(
        StageKind(each.kind) for each in passages_of(application) if each.left_on is not None
    )


def is_in_training(application: Application) -> bool:
    """Whether somebody is in training, or was: from then on a talk asks what they saw there (S1-189)."""
    here = application.stage == StageKind.TRAINING
    return here or StageKind.TRAINING in passed_kinds(application)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which applications a list shows; empty means all. `name` is how a name begins."""

    status: str = Status.OPEN
    stage: str = ""
    programme_id: str = ""
    vacancy_id: str = ""
    waits_for: str = ""
    name: str = ""


def listed(actor: Actor, chosen: Filter) -> QuerySet[Application]:
    """The applications the actor may see that fit this filter, with what a line shows."""
    rows = policies.visible_to(actor).select_related("programme", "coordinator__user")
    exact: dict[str, Any] = {
        "status": chosen.status if chosen.status in Status.values else "",
        "stage": chosen.stage if chosen.stage in StageKind.values else "",
        "waits_for": chosen.waits_for if chosen.waits_for in Waits.values else "",
        "programme_id": chosen.programme_id,
        "vacancy_id": chosen.vacancy_id,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    beginning = plain(chosen.name.strip())
    if beginning:
        rows = rows.filter(
            Q(sort_name__gte=beginning, sort_name__lt=beginning + LAST)
            | Q(given_name__istartswith=chosen.name.strip())
        )
    return rows


def find(actor: Actor, text: str, *, limit: int) -> list[Application]:
    """The candidates the actor may see with all these beginnings of words in their name, by name; who is
    on the way or rests comes first. One query."""
    typed = typed_words(text)
    if not typed:
        return []
    rows = policies.visible_to(actor).filter(status__in=Status.values)
    for word in typed:
        rows = rows.filter(Q(sort_name__startswith=word) | Q(sort_name__contains=f" {word}"))
    is_over = Case(When(status__in=LIVING, then=Value(0)), default=Value(1))
    rows = rows.select_related("programme").order_by(is_over, "sort_name", "id")
    return list(rows[:limit])


def programmes_with_candidates(actor: Actor) -> list[tuple[str, str]]:
    """(id, name) of the programmes that somebody applied in, as far as the actor may see."""
    ids = policies.visible_to(actor).order_by().values("programme_id").distinct()
    rows = Programme.objects.filter(organisation_id=actor.organisation_id, pk__in=ids)
    return [(str(pk), name) for pk, name in rows.order_by("name", "id").values_list("pk", "name")]


def coordinators(actor: Actor) -> list[tuple[str, str]]:
    """(id, name) of who can look after a candidate."""
    return [(str(each.pk), each.user.name) for each in colleagues(actor, Function.COORDINATOR)]
