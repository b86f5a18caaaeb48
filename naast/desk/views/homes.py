"""Homes of volunteers, participants, professionals and the board; help and me."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from naast.agreements.queries.staff import has_text_to_read
from naast.core import clock
from naast.core.http import page
from naast.desk import homes, queries
from naast.messaging.queries import unread
from naast.organisations.access import ActorRequest, open_to, open_to_members
from naast.organisations.models import STAFF, Function

MESSAGES_SHOWN = 5


@require_http_methods(["GET"])
@open_to(Function.VOLUNTEER)
def volunteer_home(request: ActorRequest) -> HttpResponse:
    """Five large buttons, then what comes next, then my matches."""
    context = {
        "home": queries.volunteer_home(request.actor, today=clock.today()),
        "added": homes.home_of(request.actor, homes.VOLUNTEER, now=clock.now()),
        "told": list(unread(request.actor)[:MESSAGES_SHOWN]),
        "first_name": request.user.name.split(" ")[0],
    }
    return page(request, "desk/volunteer_home.html", context)


@require_http_methods(["GET"])
@open_to(Function.PARTICIPANT)
def participant_home(request: ActorRequest) -> HttpResponse:
    """My wish, my volunteer, what is written about me and who read it."""
    context = {
        "home": queries.participant_home(request.actor),
        "added": homes.home_of(request.actor, homes.PARTICIPANT, now=clock.now()),
        "told": list(unread(request.actor)[:MESSAGES_SHOWN]),
        "first_name": request.user.name.split(" ")[0],
    }
    return page(request, "desk/participant_home.html", context)


@require_http_methods(["GET"])
@open_to(Function.PROFESSIONAL)
def professional_home(request: ActorRequest) -> HttpResponse:
    """My participants, the volunteers beside them, what those do and don't, and whom to ask."""
    context = queries.professional_home(request.actor)
    context["text_to_read"] = has_text_to_read(request.actor)
    context["added"] = homes.home_of(request.actor, homes.PROFESSIONAL, now=clock.now())
    return page(request, "desk/professional_home.html", context)


@require_http_methods(["GET"])
@open_to(*(Function(function) for function in sorted(STAFF)), Function.REFERRER)
def board_home(request: ActorRequest) -> HttpResponse:
    """For functions without a room of their own yet: the programmes in words, and what is theirs to read."""
    context: dict[str, object] = {
        "is_board": request.actor.has(Function.BOARD),
        "is_coach": request.actor.has(Function.COACH),
        "text_to_read": has_text_to_read(request.actor),
    }
    return page(request, "desk/board_home.html", context)


@require_http_methods(["GET"])
@open_to_members
def help_page(request: ActorRequest) -> HttpResponse:
    """Whom to ask, and the words we use."""
    coordinators = queries.coordinators(request.actor)
    context = {
        "coordinators": coordinators,
        "is_staff": not STAFF.isdisjoint(request.actor.functions),
    }
    return page(request, "desk/help.html", context)


@require_http_methods(["GET"])
@open_to_members
def me(request: ActorRequest) -> HttpResponse:
    """My account: language, signing in, being away."""
    actor = request.actor
    context = {
        "links": queries.own_pages(actor),
        "language_url": reverse("accounts:language"),
        "security_url": reverse("mfa_index"),
        "sign_out_url": reverse("account_logout"),
        "is_staff": not actor.functions.isdisjoint(STAFF),
    }
    return page(request, "desk/me.html", context)
