"""Carers with too much to carry, and favours tried through a volunteer (S1-34, S1-139)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.inputs import pk_of
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_actions import Tab
from naast.messaging.forms import posted
from naast.needs.forms.care import CarerForm, FavourForm, LookForm, TalkForm
from naast.needs.queries import rows as queries
from naast.needs.services import care as services
from naast.needs.views.doors import by_coordinator, match_asked, signal_asked, tab_of, tabs_of
from naast.organisations.access import ActorRequest
from naast.organisations.actors import Actor
from naast.organisations.form_pages import FormPage, form_page
from naast.organisations.kept import draft_key


def _parts(actor: Actor, name: str, show: str) -> list[Tab]:
    base = actor.url(f"needs:{name}")
    return [
        Tab(_("Still open"), base, show == "open"),
        Tab(_("Closed"), f"{base}?show=done", show == "done"),
    ]


@require_http_methods(["GET"])
@by_coordinator
def carers(request: ActorRequest) -> HttpResponse:
    """Carers on whom we look back, the soonest first."""
    show = tab_of(request, "open", "done")
    fields = ("look_back_on", "id") if show == "open" else ("closed_on", "id")
    context: dict[str, object] = {
        "page": keyset_page(
            queries.carers(request.actor, show=show),
            params=request.GET,
            fields=fields,
            newest_first=show == "done",
        ),
        "show": show,
        "tabs": tabs_of(request.actor, "carers"),
        "parts": _parts(request.actor, "carers", show),
        "today": clock.today(),
    }
    return page(request, "needs/carers.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_carer(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Somebody who cares for this participant has too much to carry."""
    person = or_404(queries.get_participant(request.actor, person_id))
    signal = signal_asked(request)
    form = CarerForm(posted(request), person=person)

    def act(sent: CarerForm) -> str:
        given = sent.carer(person_id=person.pk, signal_id=pk_of(signal))
        made = services.note_carer(actor=request.actor, given=given)
        return request.actor.url("needs:carer", carer_id=made.pk)

    told = FormPage(
        title=_("A carer has too much to carry"),
        lead=_("Who cares for somebody needs care too. Offer something, and look back at it."),
        done=_("Noted. We remind you to look back."),
        back_url=request.actor.url("needs:carers"),
        back_label=_("Carers"),
        key=draft_key(request, "needs-carer", person.pk),
        template="needs/from_form.html",
        context={"signal": signal, "match": None, "person": person},
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_coordinator
def carer(request: ActorRequest, carer_id: UUID) -> HttpResponse:
    """One carer: what weighs, what we offered, and how it goes. Reading it is noted."""
    found = or_404(queries.get_carer(request.actor, carer_id))
    if request.method == "GET":
        log.looked("carer.read", actor=request.actor, target=found.person)
    here = request.actor.url("needs:carer", carer_id=found.pk)

    def act(sent: LookForm) -> str:
        services.look_back(actor=request.actor, carer_id=found.pk, given=sent.look())
        return here

    told = FormPage(
        title=_("A carer"),
        done=_("Noted. Thank you for looking back."),
        back_url=request.actor.url("needs:carers"),
        back_label=_("Carers"),
        template="needs/carer.html",
        context={"carer": found, "today": clock.today()},
    )
    return form_page(request, LookForm(posted(request)), act, told)


@require_http_methods(["GET"])
@by_coordinator
def favours(request: ActorRequest) -> HttpResponse:
    """Volunteers with whom we still talk about a favour that was tried."""
    show = tab_of(request, "open", "done")
    fields = ("talk_due_on", "id") if show == "open" else ("closed_on", "id")
    context: dict[str, object] = {
        "page": keyset_page(
            queries.favours(request.actor, show=show),
            params=request.GET,
            fields=fields,
            newest_first=show == "done",
        ),
        "show": show,
        "tabs": tabs_of(request.actor, "favours"),
        "parts": _parts(request.actor, "favours", show),
        "today": clock.today(),
    }
    return page(request, "needs/favours.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_favour(request: ActorRequest) -> HttpResponse:
    """Somebody tried to get a favour through a volunteer."""
    signal, match = signal_asked(request), match_asked(request)
    initial = {"tried_on": signal.seen_on} if signal else {}
    form = FavourForm(posted(request), initial=initial)

    def act(sent: FavourForm) -> str:
        given = sent.favour(signal_id=pk_of(signal), match_id=pk_of(match))
        made = services.note_favour(actor=request.actor, given=given)
        return request.actor.url("needs:favour", favour_id=made.pk)

    told = FormPage(
        title=_("A favour was tried through a volunteer"),
        lead=_("It is no fault of the volunteer. Within two weeks you talk about it together."),
        done=_("Noted. Now plan the talk."),
        action=_("Go on"),
        back_url=request.actor.url("needs:favours"),
        back_label=_("Favours"),
        template="needs/from_form.html",
        context={"signal": signal, "match": match, "person": None},
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_coordinator
def favour(request: ActorRequest, favour_id: UUID) -> HttpResponse:
    """What was tried, and the talk about it. Reading it is noted."""
    found = or_404(queries.get_favour(request.actor, favour_id))
    if request.method == "GET":
        log.looked("favour.read", actor=request.actor, target=found.person)
    here = request.actor.url("needs:favour", favour_id=found.pk)

    def act(sent: TalkForm) -> str:
        services.plan_talk(actor=request.actor, favour_id=found.pk, **sent.cleaned_data)
        return here

    told = FormPage(
        title=_("A favour was tried"),
        done=_("Planned. The volunteer was told when."),
        back_url=request.actor.url("needs:favours"),
        back_label=_("Favours"),
        template="needs/favour.html",
        context={"favour": found, "today": clock.today()},
    )
    return form_page(request, TalkForm(posted(request)), act, told)


@require_http_methods(["POST"])
@by_coordinator
def close_favour(request: ActorRequest, favour_id: UUID) -> HttpResponse:
    """The volunteer would rather not talk about it, or you spoke on the way."""
    found = or_404(queries.get_favour(request.actor, favour_id))
    try:
        services.close_favour(actor=request.actor, favour_id=found.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Closed."))
    return see_other(request.actor.url("needs:favours"))
