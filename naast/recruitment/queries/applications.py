"""Reads of applications. Every function starts from what the actor may see."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.people.names import plain
from naast.programmes import path as paths
from naast.programmes.models import Programme, StageKind
from naast.recruitment.models import Application, Passage, Waits
from naast.recruitment.policies import applications as policies
from naast.recruitment.states import Status

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
        rows.select_related("programme", "journey")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=application_id)
    )


def path_of(programme: Programme) -> list[paths.Stage]:
    """The stages of a programme in the order that counts; no query when `pathstages` is prefetched."""
    return paths.path(
        programme.pathstages.all(), agreement_before_trial=programme.agreement_before_trial
    )


def passages_of(application: Application) -> list[Passage]:
    """Every stage somebody was in, oldest first; no query when they are prefetched."""
    return sorted(application.journey.passages.all(), key=lambda each: (each.entered_on, each.pk))


def passed_kinds(application: Application) -> frozenset[StageKind]:
    """The stages that lie behind somebody."""
    return frozenset(
        StageKind(each.kind) for each in passages_of(application) if each.left_on is not None
    )


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


def programmes_with_candidates(actor: Actor) -> list[tuple[str, str]]:
    """(id, name) of the programmes that somebody applied in, as far as the actor may see."""
    ids = policies.visible_to(actor).order_by().values("programme_id").distinct()
    rows = Programme.objects.filter(organisation_id=actor.organisation_id, pk__in=ids)
    return [(str(pk), name) for pk, name in rows.order_by("name", "id").values_list("pk", "name")]


def coordinators(actor: Actor) -> list[tuple[str, str]]:
    """(id, name) of who can look after a candidate."""
    return [(str(each.pk), each.user.name) for each in colleagues(actor, Function.COORDINATOR)]
