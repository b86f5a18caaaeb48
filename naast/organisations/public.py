"""Doors of public pages: they belong to an organisation and ask for no account."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

from naast.core.access import open_to_everyone
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

View = Callable[..., HttpResponseBase]
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
A_YEAR = 365 * 24 * 60 * 60


class HouseRequest(HttpRequest):
    """What a view behind @open_house may rely on."""

    house: Organisation
    visitor: Actor


def open_house(view: View) -> View:
    """A public page at /v/<house>/…: an organisation that does not exist is a 404, the same as one
    with nothing to show. `?lang=fr` chooses the language and is remembered; otherwise the browser's."""

    @open_to_everyone
    @wraps(view)
    def inner(request: HttpRequest, house: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        organisation = Organisation.objects.filter(slug=house).first()
        if organisation is None:
            raise Http404
        request.house = organisation  # type: ignore[attr-defined]  # see HouseRequest
        request.visitor = Actor.visitor(organisation, reason="public page")  # type: ignore[attr-defined]  # idem
        asked = request.GET.get("lang", "")
        if asked in LANGUAGES:
            translation.activate(asked)
            request.LANGUAGE_CODE = asked
        response = view(request, *args, **kwargs)
        if asked in LANGUAGES:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME, asked, max_age=A_YEAR, samesite="Lax", httponly=True
            )
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    return inner
