"""The yearly group talk: wishes, votes, the count, promises and what came of them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.intervision.errors import NameInText
from naast.intervision.forms.evenings import (
    NewsForm,
    PromiseForm,
    WishForm,
    initial_of_promise,
)
from naast.intervision.models import GroupTalk, Wish
from naast.intervision.policies import talks as policies
from naast.intervision.queries import talks as queries
from naast.intervision.services import talks as services
from naast.intervision.views.doors import by_coordinator, by_taker, led_or_404
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for


@require_http_methods(["GET"])
@by_taker
def talk(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """What came of last year, what is wished, what is promised."""
    shown = or_404(queries.get_talk(request.actor, evening_id))
    return _talk_page(request, shown, WishForm())


def _talk_page(request: ActorRequest, shown: GroupTalk, form: WishForm) -> HttpResponse:
    actor = request.actor
    mine = services.own_votes(actor, shown)
    context: dict[str, object] = {
        "talk": shown,
        "evening": shown.evening,
        "wishes": queries.wishes_of(shown),
        "promises": queries.promises_of(shown),
        "last_time": queries.last_time(shown),
        "mine": mine,
        "votes_left": shown.votes_each - len(mine),
        "form": form,
        "can_vote": policies.can_vote(actor, shown),
        "can_count": policies.can_count(actor, shown),
        "can_promise": policies.can_promise(actor),
        **kept_for(request, draft_key(request, "wish", shown.pk)),
    }
    return page(request, "intervision/talk.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_taker
def wish(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """What I would like better."""
    shown = or_404(queries.get_talk(request.actor, evening_id))
    form = WishForm(request.POST)
    if form.is_valid():
        try:
            services.add_wish(actor=request.actor, evening_id=evening_id, **form.cleaned_data)
        except NameInText as error:
            form.refuse(error, field="text")
        except DomainError as error:
            form.refuse(error, field=None)
        else:
            drafts.forget(request.user.pk, draft_key(request, "wish", shown.pk))
            messages.success(request, _("Your wish stands on the list."))
            return see_other(request.actor.url("intervision:talk", evening_id=evening_id))
    return _talk_page(request, shown, form)


@require_http_methods(["POST"])
@by_taker
def vote(request: ActorRequest, evening_id: UUID, wish_id: UUID) -> HttpResponse:
    """My vote for this wish, or no longer."""
    or_404(queries.get_talk(request.actor, evening_id))
    try:
        services.turn_vote(actor=request.actor, evening_id=evening_id, wish_id=wish_id)
    except Wish.DoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    url = request.actor.url("intervision:talk", evening_id=evening_id)
    return see_other(f"{url}#wish-{wish_id}")


@require_http_methods(["POST"])
@by_taker
def count(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """Count the votes."""
    led_or_404(request, evening_id)
    or_404(queries.get_talk(request.actor, evening_id))
    try:
        services.count_votes(actor=request.actor, evening_id=evening_id)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The votes are counted, and the slips are gone."))
    return see_other(request.actor.url("intervision:talk", evening_id=evening_id))


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_promise(request: ActorRequest, evening_id: UUID) -> HttpResponse:
    """The organisation promises something."""
    shown = or_404(queries.get_talk(request.actor, evening_id))
    form = PromiseForm(request.POST or None, actor=request.actor, talk=shown)
    if request.method == "POST" and form.is_valid():
        try:
            services.promise(actor=request.actor, evening_id=evening_id, note=form.note())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Promised. The group sees it."))
            return see_other(request.actor.url("intervision:talk", evening_id=evening_id))
    context: dict[str, object] = {"form": form, "evening": shown.evening, "is_new": True}
    return page(request, "intervision/promise_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def promise(request: ActorRequest, promise_id: UUID) -> HttpResponse:
    """What came of a promise."""
    made = or_404(queries.get_promise(request.actor, promise_id))
    first = initial_of_promise(made)
    form = NewsForm(request.POST or None, actor=request.actor, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            services.tell_what_came(actor=request.actor, promise_id=made.pk, note=form.note())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The group sees it."))
            return see_other(request.actor.url("intervision:talk", evening_id=made.talk.evening_id))
    context: dict[str, object] = {"form": form, "evening": made.talk.evening, "is_new": False}
    return page(request, "intervision/promise_form.html", context, refused=bool(form.errors))
