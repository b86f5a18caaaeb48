"""What the pages of this room share: who gets in, that every look is written down, and how a form is taken in."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages

from naast.audit import log
from naast.circles.models import Circle, Meeting, OuterMember
from naast.circles.queries import circles as queries
from naast.circles.queries import meetings as meeting_queries
from naast.core.errors import DomainError
from naast.core.http import or_404
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

R = TypeVar("R")
by_coordinator = open_to(Function.COORDINATOR)
by_volunteer = open_to(Function.VOLUNTEER)
by_inside = open_to(Function.VOLUNTEER, Function.PARTICIPANT)
by_core = open_to(Function.PARTICIPANT)
by_professional = open_to(Function.PROFESSIONAL)
by_writer = open_to(Function.VOLUNTEER, Function.COORDINATOR)


def _looked(request: ActorRequest, circle: Circle) -> Circle:
    """Every look into a circle stands in the history."""
    if request.method == "GET":
        log.looked("circle.read", actor=request.actor, target=circle)
    return circle


def led_or_404(request: ActorRequest, circle_id: UUID) -> Circle:
    """A circle whose coordinator's pages this actor may open."""
    return _looked(request, or_404(queries.get_circle(request.actor, circle_id)))


def inside_or_404(request: ActorRequest, circle_id: UUID) -> Circle:
    """A circle this actor is a part of."""
    return _looked(request, or_404(queries.get_inside(request.actor, circle_id)))


def taking_part_or_404(request: ActorRequest, circle_id: UUID) -> Circle:
    """A circle in which this actor is a volunteer."""
    return _looked(request, or_404(queries.get_as_volunteer(request.actor, circle_id)))


def core_or_404(request: ActorRequest, circle_id: UUID) -> Circle:
    """A circle around this actor."""
    return _looked(request, or_404(queries.get_as_core(request.actor, circle_id)))


def writing_or_404(request: ActorRequest, circle_id: UUID) -> Circle:
    """A circle whose minutes this actor may write: as a volunteer of it, or as who leads it."""
    own = queries.get_as_volunteer(request.actor, circle_id)
    return _looked(request, own or or_404(queries.get_circle(request.actor, circle_id)))


def outer_or_404(request: ActorRequest, circle_id: UUID) -> OuterMember:
    """The place of this actor in an outer circle."""
    place = or_404(queries.get_outer_place(request.actor, circle_id))
    _looked(request, place.circle)
    return place


def meeting_or_404(request: ActorRequest, circle: Circle, meeting_id: UUID) -> Meeting:
    """A meeting of this circle."""
    return or_404(meeting_queries.get_meeting(request.actor, circle, meeting_id))


def taken_in(
    request: ActorRequest, form: forms.Form, do: Callable[[], object], *, said: Text
) -> bool:
    """Whether a posted form was taken in by `do`, with a word of thanks; what was refused stands on the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        do()
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, str(said))
    return True


def done(request: ActorRequest, do: Callable[[], object], *, said: Text) -> None:
    """A button without a form: done, or why not, on the next page."""
    try:
        do()
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, str(said))


def pass_url_of(request: ActorRequest, circle_id: UUID, source: str) -> str:
    """Where something is passed on from its source: «meeting=…» or «report=…»."""
    return f"{request.actor.url('circles:new_passage', circle_id=circle_id)}?{source}"
