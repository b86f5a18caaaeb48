"""Doors of the few pages that belong to no organisation. The others use organisations.access."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]
EVERYONE = frozenset({"everyone"})
SIGNED_IN = frozenset({"signed in"})


def open_to_everyone(view: View) -> View:
    """A public page: no account needed."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    inner.access = EVERYONE  # type: ignore[attr-defined]  # read by the URL test
    return login_not_required(inner)


def open_to_signed_in(view: View) -> View:
    """Anybody with an account; LoginRequiredMiddleware sends the rest to the sign-in page."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    inner.access = SIGNED_IN  # type: ignore[attr-defined]  # read by the URL test
    return inner
