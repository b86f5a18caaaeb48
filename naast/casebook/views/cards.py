"""«May I tell this?»: a few plain choices lead to a card; danger now shows the emergency number first."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.casebook import cards as deck
from naast.casebook import queries, services
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.organisations.access import ActorRequest, open_to_members


@require_http_methods(["GET"])
@open_to_members
def cards(request: ActorRequest) -> HttpResponse:
    """First what it is about, then the card; the choice stands in the address."""
    about = request.GET.get("about", "")
    about = about if about in deck.ABOUT else ""
    actor = request.actor
    context: dict[str, object] = {
        "about": about,
        "about_words": deck.ABOUT[about][0] if about else "",
        "choices": [(code, *words) for code, words in deck.ABOUT.items()],
        "cards": deck.cards(about=about),
        "alarm": deck.alarm(request.organisation.country, clock.today()),
        "contacts": queries.contacts(actor),
        "read_on": queries.read_by(actor, actor.person_id),
        "can_say_read": actor.person_id is not None,
    }
    return page(request, "casebook/cards.html", context)


@require_http_methods(["GET"])
@open_to_members
def card(request: ActorRequest, code: str) -> HttpResponse:
    """One card: three steps, a sentence to say, whom to tell, and what the law of this country says."""
    found = or_404(deck.card(code))
    country, today = request.organisation.country, clock.today()
    context: dict[str, object] = {
        "card": found,
        "alarm": deck.alarm(country, today),
        "rules": deck.law_of(found, country, today),
        "contacts": queries.contacts(request.actor),
    }
    return page(request, "casebook/card.html", context)


@require_http_methods(["POST"])
@open_to_members
def say_cards_read(request: ActorRequest) -> HttpResponse:
    """«I have read this»."""
    try:
        services.say_cards_read(actor=request.actor)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Thank you. You find the cards here whenever you need them."))
    return see_other(request.actor.url("casebook:cards"))
