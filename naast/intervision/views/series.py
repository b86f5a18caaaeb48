"""Pages of the coordinator: the groups, one group, who takes part, its year."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.intervision.forms.series import SeriesForm, initial_of_series
from naast.intervision.models import Series
from naast.intervision.queries import series as queries
from naast.intervision.services import series as services
from naast.intervision.views.doors import by_coordinator
from naast.intervision.wording import facts_of
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for
from naast.people.api import search_people

FIRST_YEAR = 1990


@require_http_methods(["GET"])
@by_coordinator
def series_list(request: ActorRequest) -> HttpResponse:
    """The groups that meet."""
    rows = queries.listed(request.actor, now=clock.now())
    context: dict[str, object] = {
        "rows": keyset_page(rows, params=request.GET, fields=("name", "id")),
        "missed": queries.open_follow_ups(request.actor).count(),
    }
    return page(request, "intervision/series_list.html", context)


@require_http_methods(["GET"])
@by_coordinator
def one_series(request: ActorRequest, series_id: UUID) -> HttpResponse:
    """One group: its rhythm, its evenings, who takes part."""
    shown = or_404(queries.get_series(request.actor, series_id))
    now = clock.now()
    context: dict[str, object] = {
        "series": shown,
        "facts": facts_of(shown),
        "coming": queries.coming_evenings(shown, now=now),
        "past": queries.past_evenings(shown, now=now),
        "members": list(queries.members_of(request.actor, shown.pk)[: queries.MOST_MEMBERS]),
        "not_announced": queries.not_announced(shown),
        "year": clock.today().year,
    }
    return page(request, "intervision/series.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_series(request: ActorRequest) -> HttpResponse:
    """Start a group."""
    key = draft_key(request, "series")
    form = SeriesForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.create_series(
                actor=request.actor, plan=form.plan(), programmes=form.parts()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The group is there, with its first evenings."))
            return see_other(request.actor.url("intervision:members", series_id=made.pk))
    return _form_page(request, form, key, None)


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_series(request: ActorRequest, series_id: UUID) -> HttpResponse:
    """Change a group."""
    shown = or_404(queries.get_series(request.actor, series_id))
    key = draft_key(request, "series", shown.pk)
    form = SeriesForm(request.POST or None, actor=request.actor, initial=initial_of_series(shown))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_series(
                actor=request.actor,
                series_id=shown.pk,
                plan=form.plan(),
                programmes=form.parts(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The group is changed."))
            return see_other(request.actor.url("intervision:series", series_id=shown.pk))
    return _form_page(request, form, key, shown)


def _form_page(
    request: ActorRequest, form: SeriesForm, key: str, shown: Series | None
) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        **kept_for(request, key),
        "series": shown,
    }
    return page(request, "intervision/series_form.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def end_series(request: ActorRequest, series_id: UUID) -> HttpResponse:
    """The group stops."""
    shown = or_404(queries.get_series(request.actor, series_id))
    services.end_series(actor=request.actor, series_id=shown.pk)
    messages.success(request, _("The group has stopped. Its year stays to read."))
    return see_other(request.actor.url("intervision:series_list"))


@require_http_methods(["GET"])
@by_coordinator
def year(request: ActorRequest, series_id: UUID) -> HttpResponse:
    """The year of a group: evenings, themes, articles; nobody by name."""
    shown = or_404(queries.get_series(request.actor, series_id))
    asked = request.GET.get("year", "")
    this_year = clock.today().year
    is_year = asked.isascii() and asked.isdigit() and len(asked) == len(str(this_year))
    number = min(max(int(asked), FIRST_YEAR), this_year) if is_year else this_year
    context: dict[str, object] = {
        "series": shown,
        "number": number,
        "before": number - 1,
        "after": number + 1 if number < this_year else 0,
        "year": queries.year_of(shown, number),
    }
    return page(request, "intervision/year.html", context)


@require_http_methods(["GET"])
@by_coordinator
def members(request: ActorRequest, series_id: UUID) -> HttpResponse:
    """Who takes part, and who leads."""
    shown = or_404(queries.get_series(request.actor, series_id))
    text = request.GET.get("q", "")
    found = queries.who_may_join(shown, search_people(request.actor, text)) if text else []
    context: dict[str, object] = {
        "series": shown,
        "members": list(queries.members_of(request.actor, shown.pk)[: queries.MOST_MEMBERS]),
        "not_yet": queries.not_in_a_group_yet(request.actor, shown),
        "text": text,
        "found": found,
    }
    return page(request, "intervision/members.html", context)


@require_http_methods(["POST"])
@by_coordinator
def member_step(request: ActorRequest, series_id: UUID, person_id: UUID, step: str) -> HttpResponse:
    """Somebody joins, leaves, leads or no longer leads."""
    shown = or_404(queries.get_series(request.actor, series_id))
    is_inside = shown.members.filter(person_id=person_id, left_on__isnull=True).exists()
    if step not in {"join", "leave", "lead", "sit"} or (step != "join" and not is_inside):
        raise Http404
    try:
        if step == "join":
            services.add_member(actor=request.actor, series_id=shown.pk, person_id=person_id)
        elif step == "leave":
            services.remove_member(actor=request.actor, series_id=shown.pk, person_id=person_id)
        else:
            services.let_lead(
                actor=request.actor,
                series_id=shown.pk,
                person_id=person_id,
                is_leader=step == "lead",
            )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted."))
    return see_other(request.actor.url("intervision:members", series_id=shown.pk))
