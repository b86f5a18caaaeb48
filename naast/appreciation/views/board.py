"""The board: who is new here and good stories; moments together."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.appreciation import policies
from naast.appreciation.errors import DayMissing, WordsMissing
from naast.appreciation.forms import CardForm, GatheringForm
from naast.appreciation.models import Gathering, Post
from naast.appreciation.queries import board as queries
from naast.appreciation.queries.thanks import get_thankable
from naast.appreciation.services import board as services
from naast.appreciation.services import gatherings as gathering_services
from naast.appreciation.views.doors import by_all, by_staff, kept_for
from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.pictures import NotAPicture
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.models import Function
from naast.people.models import Person

# What goes wrong stands at the field where it is mended.
FIELDS = {DayMissing: "until_on", NotAPicture: "picture", WordsMissing: "picture_words"}


@require_http_methods(["GET"])
@by_all
def board(request: ActorRequest) -> HttpResponse:
    """Everything on the board, newest first."""
    mark_read(actor=request.actor, url=request.path)
    rows = keyset_page(
        queries.board(request.actor),
        params=request.GET,
        fields=("placed_on", "id"),
        newest_first=True,
    )
    context: dict[str, object] = {
        "rows": rows,
        "mine": list(queries.own_posts(request.actor)),
        "may_offer": request.actor.is_coordinator or request.actor.has(Function.VOLUNTEER),
    }
    return page(request, "appreciation/board.html", context)


@require_http_methods(["GET", "POST"])
@by_all
def offer(request: ActorRequest) -> HttpResponse:
    """Offer a card about oneself; a coordinator one of a volunteer who said yes (from their card)."""
    actor = request.actor
    if not (actor.is_coordinator or actor.has(Function.VOLUNTEER)):
        raise Http404
    person = _somebody(request)
    form = _card_form(request)
    kept = kept_for(request, "board-card", person.pk if person else "mine")
    if request.method == "POST" and form.is_valid():
        person_id = person.pk if person else or_404(actor.person_id)
        try:
            services.offer(
                actor=actor, person_id=person_id, card=services.Card(**form.cleaned_data)
            )
        except DomainError as error:
            form.add_error(FIELDS.get(type(error)), str(error))
        else:
            drafts.forget(request.user.pk, str(kept["draft_key"]))
            messages.success(request, _("Thank you. A coordinator places it on the board."))
            return see_other(actor.url("appreciation:board"))
    context: dict[str, object] = {"form": form, "person": person, **kept}
    return page(request, "appreciation/offer.html", context, refused=bool(form.errors))


def _somebody(request: ActorRequest) -> Person | None:
    """The volunteer for whom a coordinator offers a card, or None for oneself."""
    asked = request.GET.get("person", "")
    if not asked or not request.actor.is_coordinator:
        return None
    try:
        return or_404(get_thankable(request.actor, UUID(asked)))
    except ValueError as error:
        raise Http404 from error


def _card_form(request: ActorRequest) -> CardForm:
    kind = request.GET.get("kind", "")
    kind = kind if kind in Post.Kind else Post.Kind.STORY
    until = clock.today() + services.USUAL[Post.Kind(kind)]
    initial = {"kind": kind, "until_on": until}
    if request.method == "POST":
        return CardForm(request.POST, request.FILES, initial=initial)
    return CardForm(initial=initial)


@require_http_methods(["GET"])
@by_all
def post(request: ActorRequest, post_id: UUID) -> HttpResponse:
    """One card, with what the reader may do with it."""
    return _show_post(request, or_404(queries.get_post(request.actor, post_id)))


def _show_post(request: ActorRequest, shown: Post, refusal: str = "") -> HttpResponse:
    context: dict[str, object] = {
        "post": shown,
        "refusal": refusal,
        "can_place": policies.can_place(request.actor, shown),
        "is_mine": shown.person_id == request.actor.person_id,
    }
    return page(request, "appreciation/post.html", context, refused=bool(refusal))


@require_http_methods(["POST"])
@by_all
def post_step(request: ActorRequest, post_id: UUID, step: str) -> HttpResponse:
    """Place a card, take it off, or take one’s own back."""
    shown = or_404(queries.get_post(request.actor, post_id))
    if step not in {"place", "take_down", "take_back"}:
        raise Http404
    try:
        if step == "place":
            services.place(actor=request.actor, post_id=shown.pk)
        else:
            services.end(actor=request.actor, post_id=shown.pk, step=step)
    except DomainError as error:
        return _show_post(request, shown, str(error))
    said = _("It is on the board.") if step == "place" else _("It is off the board, and erased.")
    messages.success(request, said)
    return see_other(request.actor.url("appreciation:board"))


@require_http_methods(["GET"])
@by_all
def picture(request: ActorRequest, post_id: UUID) -> HttpResponse:
    """The picture of a card, for who may see the card."""
    shown = or_404(queries.picture_of(request.actor, post_id))
    answer = HttpResponse(bytes(shown.jpeg), content_type="image/jpeg")
    answer["Cache-Control"] = "private, max-age=300"
    return answer


@require_http_methods(["GET"])
@by_all
def together(request: ActorRequest) -> HttpResponse:
    """Moments together that come; for staff also those of the past year, and who of them was there."""
    now = clock.now()
    rows = keyset_page(
        queries.gatherings(request.actor, now=now), params=request.GET, fields=("starts_at", "id")
    )
    may_plan = request.actor.has(*policies.STAFF)
    context: dict[str, object] = {
        "rows": rows,
        "may_plan": may_plan,
        "held": queries.held(request.actor, now=now),
    }
    return page(request, "appreciation/together.html", context)


@require_http_methods(["GET", "POST"])
@by_staff
def plan(request: ActorRequest) -> HttpResponse:
    """Plan a moment together."""
    form = GatheringForm(request.POST or None, actor=request.actor)
    kept = kept_for(request, "gathering")
    if request.method == "POST" and form.is_valid():
        try:
            gathering_services.plan(actor=request.actor, planned=form.planned())
        except DomainError as error:
            form.add_error("day", str(error))
        else:
            drafts.forget(request.user.pk, str(kept["draft_key"]))
            messages.success(
                request, _("Planned. Everybody who works here can say that they come.")
            )
            return see_other(request.actor.url("appreciation:together"))
    context: dict[str, object] = {"form": form, **kept}
    return page(request, "appreciation/plan.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_all
def gathering_step(request: ActorRequest, gathering_id: UUID, step: str) -> HttpResponse:
    """I come, I don’t come after all, or it does not take place."""
    found: Gathering = or_404(queries.get_gathering(request.actor, gathering_id))
    if step not in {"come", "leave", "cancel"}:
        raise Http404
    try:
        if step == "cancel":
            gathering_services.cancel(actor=request.actor, gathering_id=found.pk)
        else:
            gathering_services.come(
                actor=request.actor, gathering_id=found.pk, is_coming=step == "come"
            )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted."))
    return see_other(request.actor.url("appreciation:together"))
