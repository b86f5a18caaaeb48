"""Pages of a coordinator about the work of programmes: quarters, tasks from inside, places, talks, the catalogue."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other, show_refusal
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.programmes.models import Programme
from naast.shifting.catalogue import entries
from naast.shifting.complexity import suggested
from naast.shifting.forms.work import (
    SHEET,
    PlaceForm,
    QuarterForm,
    SheetForm,
    TakeForm,
    TeamTalkForm,
)
from naast.shifting.models import QuarterLook
from naast.shifting.quarters import Quarter
from naast.shifting.queries import work as queries
from naast.shifting.services import work as services
from naast.shifting.views.doors import by_coordinator

MATCHES_A_PAGE = 25


def _programme(request: ActorRequest, programme_id: UUID) -> Programme:
    return or_404(queries.get_programme(request.actor, programme_id))


def _quarter(code: str) -> Quarter:
    quarter = Quarter.named(code)
    if quarter is None or quarter.starts_on > clock.today():
        raise Http404
    return quarter


@require_http_methods(["GET"])
@by_coordinator
def quarter(request: ActorRequest, quarter: str) -> HttpResponse:
    """Agreed and done of a quarter, programme by programme."""
    chosen = _quarter(quarter)
    context = {
        "quarter": chosen,
        "is_now": chosen == Quarter.of(clock.today()),
        "programmes": queries.quarter_of_programmes(request.actor, chosen),
    }
    return page(request, "shifting/quarter.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def programme_quarter(request: ActorRequest, programme_id: UUID, quarter: str) -> HttpResponse:
    """Agreed and done of a quarter in one programme, and match by match; and what we take from it."""
    programme, chosen = _programme(request, programme_id), _quarter(quarter)
    look = QuarterLook.objects.filter(programme=programme, quarter_on=chosen.starts_on).first()
    form = QuarterForm(posted(request), initial={"note": look.note if look else ""})
    if form.is_valid():
        services.look_at_quarter(
            actor=request.actor,
            programme_id=programme.pk,
            quarter=chosen,
            note=form.cleaned_data["note"],
        )
        messages.success(request, _("Thank you. In three months you look again."))
        return see_other(request.actor.url("shifting:programme", programme_id=programme.pk))
    matches = queries.matches_in(programme, chosen)
    found = keyset_page(matches, params=request.GET, fields=("id",), size=MATCHES_A_PAGE)
    context = {
        "programme": programme,
        "quarter": chosen,
        "look": look,
        "form": form,
        "page": found,
        "shown": queries.quarter_of_programme(request.actor, programme, chosen),
        "matches": queries.quarter_of_matches(request.actor, programme, found.rows, chosen),
    }
    return page(request, "shifting/programme_quarter.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def programme(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """The work of one programme: its tasks from inside, whose place they take, who does which sort of work."""
    found = _programme(request, programme_id)
    context = {
        "shown": queries.work_page(request.actor, found, day=clock.today()),
        "programme": found,
        "quarter": Quarter.of(clock.today()),
    }
    return page(request, "shifting/programme.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def task(request: ActorRequest, programme_id: UUID, task_id: UUID) -> HttpResponse:
    """What a task looks like from inside."""
    found = or_404(queries.get_task(request.actor, programme_id, task_id))
    sheet = queries.sheet_of(found)
    form = SheetForm(posted(request), initial={name: getattr(sheet, name) for name in SHEET})
    if form.is_valid():
        services.save_sheet(actor=request.actor, task=found, values=form.cleaned_data)
        messages.success(request, _("Saved."))
        return see_other(request.actor.url("shifting:programme", programme_id=programme_id))
    context = _task_page(request, form, programme_id) | {
        "task": found,
        "suggestion": suggested(sheet.complexity),
    }
    return page(request, "shifting/task.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def place(request: ActorRequest, programme_id: UUID, task_id: UUID) -> HttpResponse:
    """Does this task take the place of paid work?"""
    found = or_404(queries.get_task(request.actor, programme_id, task_id))
    form = PlaceForm(posted(request))
    if form.is_valid():
        try:
            services.check_place(actor=request.actor, task=found, place=form.place())
        except DomainError as error:
            show_refusal(form, error)
        else:
            messages.success(request, _("Written down. In a year you ask it again."))
            return see_other(request.actor.url("shifting:programme", programme_id=programme_id))
    context = _task_page(request, form, programme_id) | {"task": found}
    return page(request, "shifting/place.html", context, refused=bool(form.errors))


def _task_page(request: ActorRequest, form: forms.Form, programme_id: UUID) -> dict[str, object]:
    back = request.actor.url("shifting:programme", programme_id=programme_id)
    return {"form": form, "back_url": back, "programme": _programme(request, programme_id)}


@require_http_methods(["GET", "POST"])
@by_coordinator
def team_talk(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """A team talked about who does which sort of work."""
    found = _programme(request, programme_id)
    form = TeamTalkForm(posted(request), initial={"talked_on": clock.today()})
    if form.is_valid():
        services.hold_talk(actor=request.actor, programme_id=found.pk, **form.cleaned_data)
        messages.success(request, _("Written down. In a year you talk about it again."))
        return see_other(request.actor.url("shifting:programme", programme_id=found.pk))
    context = {"form": form, "programme": found}
    context |= {"shown": queries.work_page(request.actor, found, day=clock.today())}
    return page(request, "shifting/team_talk.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_coordinator
def yearly_list(request: ActorRequest, year: int) -> HttpResponse:
    """Everything that was asked and agreed in a year, to print for the works council."""
    if not 2000 <= year <= clock.today().year:
        raise Http404
    context: dict[str, object] = {
        "year": year,
        "checks": queries.yearly_list(request.actor, year),
        "previous": queries.year_before(request.actor, year),
    }
    return page(request, "shifting/yearly_list.html", context)


@require_http_methods(["GET"])
@by_coordinator
def catalogue(request: ActorRequest) -> HttpResponse:
    """Tasks to take into a programme."""
    language = request.user.language
    rows = [
        (each, each.said("name", language), each.said("what", language))
        for each in entries().values()
    ]
    return page(request, "shifting/catalogue.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@by_coordinator
def entry(request: ActorRequest, slug: str) -> HttpResponse:
    """One task of the catalogue with its limits and what comes before it; and into which programme it goes."""
    found, language = or_404(entries().get(slug)), request.user.language
    programmes = queries.changeable(request.actor)
    form = TakeForm(posted(request), programmes=programmes)
    if form.is_valid():
        try:
            made = services.take_from_catalogue(
                actor=request.actor,
                programme_id=form.cleaned_data["programme"].pk,
                entry=found,
                language=language,
                is_lighter=form.cleaned_data["piece"] == "lighter",
            )
        except DomainError as error:
            show_refusal(form, error)
        else:
            messages.success(request, _("It stands in the programme. One question comes first."))
            where = {"programme_id": made.programme_id, "task_id": made.pk}
            return see_other(request.actor.url("shifting:place", **where))
    context = {
        "form": form,
        "entry": found,
        "words": {field: texts[language] for field, texts in found.words.items()},
        "lighter": {field: texts[language] for field, texts in found.lighter.items()},
        "suggestion": suggested(found.complexity),
    }
    return page(request, "shifting/entry.html", context, refused=bool(form.errors))
