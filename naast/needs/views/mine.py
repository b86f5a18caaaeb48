"""Own pages: what came of what somebody told, and a volunteer who asks us for help."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.http import page
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.needs.forms.obstacles import AskUsForm
from naast.needs.policies import rows as policies
from naast.needs.queries import rows as queries
from naast.needs.services import obstacles as services
from naast.needs.views.doors import by_teller, by_volunteer, match_asked
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.organisations.kept import draft_key


@require_http_methods(["GET"])
@by_teller
def mine(request: ActorRequest) -> HttpResponse:
    """What came of it: in plain words, with the day on which more follows."""
    mark_read(actor=request.actor, url=request.path)
    context: dict[str, object] = {
        "mine": queries.mine(request.actor),
        "can_ask": bool(policies.can_ask_us(request.actor)),
    }
    return page(request, "needs/mine.html", context)


@require_http_methods(["GET", "POST"])
@by_volunteer
def ask_us(request: ActorRequest) -> HttpResponse:
    """Speak up for somebody, come along, or take it over: the answer is promised."""
    match = match_asked(request)
    form = AskUsForm(
        posted(request), matches=queries.own_matches(request.actor), initial={"match": match}
    )

    def act(sent: AskUsForm) -> str:
        services.ask_us(actor=request.actor, given=sent.obstacle())
        return request.actor.url("needs:mine")

    told = FormPage(
        title=_("An agency makes it hard"),
        lead=_("You need not fight alone. Ask us, and we answer within two working days."),
        done=_("Thank you for telling. Here you read what we do with it."),
        action=_("Send"),
        back_url=request.actor.url("needs:mine"),
        back_label=_("What came of it"),
        key=draft_key(request, "needs-ask-us"),
    )
    return form_page(request, form, act, told)
