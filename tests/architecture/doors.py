"""Walks every address of the house and knocks on it as everybody."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from naast.organisations.models import Function

PREFIX = "o/<slug:organisation>/"
LIBRARY = ("accounts/",)  # django-allauth's own pages
NOT_FOUND, NOT_THIS_WAY = 404, 405


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """(route, pattern) of every page."""
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, route)
        else:
            yield route, entry


ALL_ROUTES = {
    route: pattern for route, pattern in routes(get_resolver()) if not route.startswith(LIBRARY)
}
OF_AN_ORGANISATION = {
    route.removeprefix(PREFIX): pattern
    for route, pattern in ALL_ROUTES.items()
    if route.startswith(PREFIX)
}
FUNCTIONS = tuple(function.value for function in Function)


@dataclass(frozen=True)
class Doors:
    """Which functions get in, to read and to write; None: the method does not exist here."""

    get: frozenset[str] | None
    post: frozenset[str] | None


def knock(client: Client, method: str, address: str, data: Mapping[str, str] | None = None) -> int:
    """The status of one request, with everything it changed undone."""
    with transaction.atomic():
        response = client.get(address) if method == "get" else client.post(address, data or {})
        transaction.set_rollback(True)
    return int(response.status_code)
