"""All pages of the house, and one empty page behind the same middleware: the floor."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from naast.organisations.access import open_to_members


@open_to_members
def empty(request: HttpRequest) -> HttpResponse:
    """Nothing."""
    return HttpResponse("")


urlpatterns = [
    path("o/<slug:organisation>/empty/", empty),
    path("", include("config.urls")),
]
