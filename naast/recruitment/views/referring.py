"""Referrers: the form with its conditions, how it stands, and their own list."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.public import HouseRequest, open_house
from naast.recruitment import links
from naast.recruitment.forms.referring import ReferForm
from naast.recruitment.queries import referrals as queries
from naast.recruitment.queries import roles
from naast.recruitment.services import referrals as services
from naast.recruitment.views import sending
from naast.recruitment.views.own_door import hidden


def _form(
    request: HouseRequest | ActorRequest, house: Organisation, actor: Actor, first: dict[str, str]
) -> ReferForm:
    return ReferForm(
        request.POST or None,
        offered=roles.to_write_down(actor) if actor.is_coordinator else roles.roles(actor),
        country=house.country,
        initial={"channel": request.GET.get("via", ""), **first},
    )


def _sent(form: ReferForm, actor: Actor) -> bool:
    """Whether it was written down; otherwise the form says why not."""
    try:
        services.refer(actor=actor, new=form.new_referral())
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    return True


@require_http_methods(["GET", "POST"])
@open_house
def refer(request: HouseRequest) -> HttpResponse:
    """Somebody without an account sends a person to us, on conditions that come first (S1-18)."""
    template = "recruitment/refer_form.html"
    form = _form(request, request.house, request.visitor, {})
    context: dict[str, object] = {
        "form": form,
        "can_refer": bool(form.offered),
        "house_slug": request.house.slug,
        "draft_key": f"refer:{request.house.slug}",
    }
    if request.method == "POST" and form.offered:
        why = sending.refusal(request, what="refer")
        if why:
            return sending.refused(request, template, context, form=form, why=why)
        if form.is_valid() and _sent(form, request.visitor):
            return see_other(reverse("public:refer_thanks", kwargs={"house": request.house.slug}))
    return page(request, template, context, refused=bool(form.errors))


@require_http_methods(["GET"])
@open_house
def refer_thanks(request: HouseRequest) -> HttpResponse:
    """What happens now, and what a referrer hears."""
    return page(request, "recruitment/refer_thanks.html", {})


@require_http_methods(["GET"])
@open_house
def referral_status(request: HouseRequest, token: str) -> HttpResponse:
    """How it stands, in the few words that the candidate allows (S1-17). No name on it."""
    sent = links.sent_form_of(request.visitor, token)
    if sent is None:
        raise Http404
    context: dict[str, object] = {"standing": queries.standing_of(request.visitor, sent)}
    return hidden(page(request, "recruitment/refer_status.html", context))


@require_http_methods(["GET"])
@open_to(Function.REFERRER, Function.COORDINATOR)
def referrals(request: ActorRequest) -> HttpResponse:
    """Those I sent and how it stands; a coordinator sees who sends whom."""
    found = keyset_page(
        queries.listed(request.actor), params=request.GET, fields=("id",), newest_first=True
    )
    context: dict[str, object] = {
        "page": found,
        "lines": [(row, queries.standing(row)) for row in found.rows],
        "is_coordinator": request.actor.is_coordinator,
    }
    return page(request, "recruitment/refer_list.html", context)


@require_http_methods(["GET", "POST"])
@open_to(Function.REFERRER, Function.COORDINATOR)
def new_referral(request: ActorRequest) -> HttpResponse:
    """The same form with an account: what we know of the referrer is filled in."""
    first = {} if request.actor.is_coordinator else _of(request)
    form = _form(request, request.organisation, request.actor, first)
    if request.method == "POST" and form.offered and form.is_valid() and _sent(form, request.actor):
        messages.success(request, _("Thank you. Within two working days we contact this person."))
        return see_other(request.actor.url("recruitment:referrals"))
    context: dict[str, object] = {
        "form": form,
        "can_refer": bool(form.offered),
        "house_slug": request.organisation.slug,
        "draft_key": "refer:own",
    }
    return page(request, "recruitment/refer_own_form.html", context, refused=bool(form.errors))


def _of(request: ActorRequest) -> dict[str, str]:
    return {"name": request.user.name, "email": request.user.email}
