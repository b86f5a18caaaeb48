"""Applying, without an account: the form, the thanks, and what we do with what somebody tells."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.law import ages
from naast.organisations.public import HouseRequest, open_house
from naast.recruitment.forms.applying import ApplyForm, PlainForm, TallyForm
from naast.recruitment.queries import channels
from naast.recruitment.queries import roles as queries
from naast.recruitment.queries.roles import Role
from naast.recruitment.services import arrivals, tallies
from naast.recruitment.views import sending
from naast.vacancies.views.public import via_of


@require_http_methods(["GET", "POST"])
@open_house
def apply(request: HouseRequest) -> HttpResponse:
    """Applying for a role that is chosen here, or with «help me choose»."""
    return _apply(request, queries.roles(request.visitor), role=None)


@require_http_methods(["GET", "POST"])
@open_house
def apply_to(request: HouseRequest, vacancy_id: UUID) -> HttpResponse:
    """Applying for one vacancy that is on the site."""
    role = queries.role(request.visitor, vacancy_id)
    if role is None:
        raise Http404
    return _apply(request, [role], role=role)


def _apply(request: HouseRequest, offered: list[Role], *, role: Role | None) -> HttpResponse:
    is_plain = "plain" in request.GET
    template = (
        "recruitment/public_apply_plain.html" if is_plain else "recruitment/public_apply.html"
    )
    form = _form(request, offered, role)
    context: dict[str, object] = {
        "form": form,
        "role": role,
        "can_apply": bool(offered),
        "age_rule": ages.rule(request.house.country, clock.today()),
        "draft_key": f"apply:{request.house.slug}:{role.key if role else ''}:{is_plain}",
        "other_version": _other_version(request, is_plain=is_plain),
        "via": via_of(request),
    }
    if request.method == "POST" and offered:
        why = sending.refusal(request, what="apply")
        if why:
            return sending.refused(request, template, context, form=form, why=why)
        if form.is_valid() and _sent(request, form):
            return see_other(reverse("public:thanks", kwargs={"house": request.house.slug}))
    return page(request, template, context, refused=bool(form.errors))


def _form(request: HouseRequest, offered: list[Role], role: Role | None) -> ApplyForm | PlainForm:
    first = {key: request.GET.get(name, "") for key, name in FROM_ADDRESS.items()}
    shared: dict[str, Any] = {
        "initial": first,
        "offered": offered,
        "role": role,
        "country": request.house.country,
    }
    if "plain" in request.GET:
        return PlainForm(request.POST or None, **shared)
    known = channels.choices(request.visitor)
    return ApplyForm(request.POST or None, channels=known, **shared)


# Hidden fields and the words in an address that fill them: a channel's code, what somebody found out.
FROM_ADDRESS = {"channel": "via", "explored": "explored"}


def _sent(request: HouseRequest, form: ApplyForm | PlainForm) -> bool:
    """Whether it was written down; otherwise the form says why not."""
    try:
        arrivals.apply(actor=request.visitor, new=form.new_application())
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    return True


def _other_version(request: HouseRequest, *, is_plain: bool) -> str:
    """This page in its other version, with where somebody came from."""
    kept = request.GET.copy()
    kept.pop("plain", None)
    if not is_plain:
        kept["plain"] = "1"
    return f"{request.path}?{kept.urlencode()}" if kept else request.path


@require_http_methods(["GET", "POST"])
@open_house
def thanks(request: HouseRequest) -> HttpResponse:
    """What happens next; and two voluntary questions that are counted apart (S4-27)."""
    template = "recruitment/public_thanks.html"
    form = TallyForm(request.POST or None)
    context: dict[str, object] = {"form": form, "is_counted": "counted" in request.GET}
    if request.method == "POST":
        why = sending.refusal(request, what="tally")
        if why:
            return sending.refused(request, template, context, form=form, why=why)
        if form.is_valid():
            tallies.count(actor=request.visitor, answers=form.answers())
            return see_other(f"{request.path}?counted=1")
    return page(request, template, context, refused=bool(form.errors))


@require_http_methods(["GET"])
@open_house
def privacy(request: HouseRequest) -> HttpResponse:
    """What we keep, why, how long, who reads it, and what somebody may ask."""
    context: dict[str, object] = {"months": request.house.candidate_months}
    return page(request, "recruitment/public_privacy.html", context)
