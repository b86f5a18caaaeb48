"""Each view of an organisation says who may call it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from naast.accounts.models import User
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation

View = Callable[..., HttpResponseBase]


class ActorRequest(HttpRequest):
    """What a view behind @open_to may rely on."""

    user: User
    actor: Actor
    organisation: Organisation


def open_to(*functions: Function) -> Callable[[View], View]:
    """Only members with one of these functions get in; everybody else sees a 404."""

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor = getattr(request, "actor", None)
            if actor is None or actor.functions.isdisjoint(functions):
                raise Http404
            return view(request, *args, **kwargs)

        inner.access = frozenset(functions)  # type: ignore[attr-defined]  # read by the URL test
        return inner

    return decorate


def open_to_members(view: View) -> View:
    """Every member of the organisation, whatever their function."""
    return open_to(*Function)(view)
