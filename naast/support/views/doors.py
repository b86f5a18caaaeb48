"""What the pages of this room share."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404

from naast.core.errors import DomainError
from naast.core.http import show_refusal
from naast.core.models import Row
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people.models import Person
from naast.support.policies import volunteers as policies

R = TypeVar("R", bound=Row)
by_coordinator = open_to(Function.COORDINATOR)
TEAM = (Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL)
# Whoever works with volunteers; whom they guide, or work with, the policies say.
by_team = by_guide = open_to(*TEAM)
by_volunteer = open_to(Function.VOLUNTEER)
by_guide_or_volunteer = open_to(*TEAM, Function.VOLUNTEER)


def one_or_404(rows: QuerySet[R], row_id: UUID) -> R:
    """This row among those the actor may know; not yours looks the same as absent."""
    found = rows.filter(pk=row_id).first()
    if found is None:
        raise Http404
    return found


def guided_or_404(request: ActorRequest, person_id: UUID) -> Person:
    """A volunteer whom this actor guides."""
    people = policies.guided_by(request.actor).select_related("volunteer", "user")
    return one_or_404(people, person_id)


def beside_or_404(request: ActorRequest, person_id: UUID) -> Person:
    """A volunteer with whom this actor works."""
    return one_or_404(policies.beside(request.actor), person_id)


def works(form: forms.BaseForm, do: Callable[[], object]) -> bool:
    """Whether the form holds and the service did it; a reason why not stands on the form."""
    if not form.is_valid():
        return False
    try:
        do()
    except DomainError as error:
        show_refusal(form, error)
        return False
    return True


def try_to(request: ActorRequest, do: Callable[[], object], *, done: str) -> None:
    """A button without a form: what came of it stands on the page they came from."""
    try:
        do()
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
