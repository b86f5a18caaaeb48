"""The door of a candidate's own page: the personal link opens it, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.public import HouseRequest, open_house
from naast.recruitment import links
from naast.recruitment.models import Application

Open = Callable[..., HttpResponse]
REASON = "own link"


@dataclass(frozen=True, slots=True)
class Visit:
    """Who came in: a visitor named by their own link, to their own application."""

    actor: Actor
    application: Application
    token: str

    def url(self, name: str = "own_page") -> str:
        """The address of a page behind this link."""
        return reverse(f"public:{name}", kwargs={"house": self.actor.slug, "token": self.token})


def own_link(view: Open) -> Callable[..., HttpResponseBase]:
    """Lets in whoever brings a link that works: the view gets a Visit. Any other link, whether wrong,
    replaced or forgotten, shows the same kind page. Nothing of these pages is kept by browsers or found
    by search engines, and the address goes to no other site."""

    @open_house
    @wraps(view)
    def inner(request: HouseRequest, token: str, **kwargs: Any) -> HttpResponse:
        visit = _visit(request.house, token)
        response = (
            view(request, visit, **kwargs)
            if visit
            else render(request, "recruitment/own_no_link.html", status=HTTPStatus.NOT_FOUND)
        )
        return hidden(response)

    return inner


def hidden(response: HttpResponse) -> HttpResponse:
    """Headers of pages that are one person's own."""
    response.headers["Cache-Control"] = "no-store"
    # «no-referrer» would make browsers send «Origin: null» with a form, which our own guard then refuses.
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _visit(house: Organisation, token: str) -> Visit | None:
    actor = Actor.visitor(house, reason=REASON)
    application = links.application_of(actor, token)
    return Visit(actor, application, token) if application else None
