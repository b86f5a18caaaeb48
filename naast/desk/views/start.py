"""The first page after signing in: everybody to their own home."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from naast.core.access import open_to_signed_in
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to_members
from naast.organisations.models import Function
from naast.organisations.queries import homes_of

# The first that fits: who coordinates starts at the desk, whatever else they do.
FIRST_PAGE = (
    (Function.COORDINATOR, "desk:today"),
    (Function.PROFESSIONAL, "desk:professional_home"),
    (Function.VOLUNTEER, "desk:volunteer_home"),
    (Function.PARTICIPANT, "desk:participant_home"),
    (Function.SAFEGUARDING, "signals:overview"),
    (Function.MEDIATOR, "complaints:overview"),
    (Function.FINANCE, "payouts:queue"),
    (Function.ADMINISTRATOR, "organisations:settings"),
    (Function.REFERRER, "recruitment:referrals"),
)


def first_page(slug: str, functions: frozenset[str]) -> str:
    """Where somebody with these functions begins."""
    for function, name in FIRST_PAGE:
        if function.value in functions:
            return reverse(name, kwargs={"organisation": slug})
    return reverse("desk:board_home", kwargs={"organisation": slug})


@require_http_methods(["GET"])
@open_to_signed_in
def home(request: HttpRequest) -> HttpResponse:
    """Send somebody to their own home page; with several organisations, let them choose."""
    user_id = request.user.pk
    homes = homes_of(user_id) if user_id else []
    if len(homes) == 1:
        return see_other(first_page(homes[0].slug, homes[0].functions))
    choices = [(each.name, first_page(each.slug, each.functions)) for each in homes]
    return page(request, "desk/home.html", {"choices": choices})


@require_http_methods(["GET"])
@open_to_members
def house(request: ActorRequest) -> HttpResponse:
    """Send a member of this organisation to their own home page in it."""
    return see_other(first_page(request.organisation.slug, request.actor.functions))
