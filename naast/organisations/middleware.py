"""From an address /o/<organisation>/… and a signed-in user to an Actor."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from naast.accounts.models import User
from naast.organisations import queries, staff_sessions
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Organisation

SECOND_FACTOR_SEEN = "naast_second_factor"


class ActorMiddleware:
    """Puts `request.actor` and `request.organisation` in place, or answers 404: an organisation that
    is not yours looks the same as one that does not exist."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Take the organisation out of the address; views get it from the request instead."""
        slug = kwargs.pop("organisation", None)
        if slug is None or not isinstance(request.user, User):
            return None
        found = queries.membership_of(request.user, slug)
        if found is None:
            raise Http404
        organisation, actor = found
        request.organisation = organisation  # type: ignore[attr-defined]  # see ActorRequest
        request.actor = actor  # type: ignore[attr-defined]  # see ActorRequest
        if self._needs_second_factor(request, organisation, actor.functions):
            messages.info(
                request,
                _(
                    "Your organisation asks for a second step when you sign in. Choose one here: it takes two minutes."
                ),
            )
            return HttpResponseRedirect(reverse("mfa_index"))
        # After the second factor: who has not shown it reads nothing.
        self._read_along(request, actor, kwargs)
        return None

    def _read_along(self, request: HttpRequest, actor: Actor, ids: dict[str, Any]) -> None:
        """While a staff session runs, what only reads is read with the eyes of a coordinator (ADR 0021)."""
        session = staff_sessions.running(request.session.get(staff_sessions.KEY), actor)
        request.staff_session = session  # type: ignore[attr-defined]  # the bar on every page
        match = request.resolver_match
        if session is None or match is None or request.method not in staff_sessions.READING:
            return
        request.actor = staff_sessions.read_page(  # type: ignore[attr-defined]  # see ActorRequest
            actor, session, room=match.app_name, page=match.view_name, ids=ids
        )

    def _needs_second_factor(
        self, request: HttpRequest, organisation: Organisation, functions: frozenset[str]
    ) -> bool:
        """Once somebody has a second factor, allauth asks for it at each sign-in by itself."""
        if not organisation.requires_second_factor or functions.isdisjoint(STAFF):
            return False
        if request.session.get(SECOND_FACTOR_SEEN):
            return False
        own = Authenticator.objects.filter(user_id=request.user.pk)
        if own.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            request.session[SECOND_FACTOR_SEEN] = True
            return False
        return True
