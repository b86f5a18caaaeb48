"""Pages about people who help now and then."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.forms import WordsForm, posted
from naast.organisations.access import ActorRequest
from naast.outreach.forms.helpers import DayForm, FilterForm, HelperForm, SameForm, initial_of
from naast.outreach.letters import HELPER_AGAIN
from naast.outreach.queries import campaigns as programme_queries
from naast.outreach.queries import helpers as queries
from naast.outreach.services import helpers as services
from naast.outreach.views.doors import by_coordinator, chosen_programme


@require_http_methods(["GET"])
@by_coordinator
def helpers(request: ActorRequest) -> HttpResponse:
    """Everybody on the light list, by name."""
    form = FilterForm(request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = queries.listed(request.actor, **chosen)
    found = keyset_page(rows, params=request.GET, fields=("sort_name", "id"))
    context: dict[str, object] = {
        "form": form,
        "rows": found,
        "is_filtered": any(chosen.values()),
        "today": clock.today(),
    }
    return page(request, "outreach/helpers.html", context)


@require_http_methods(["GET"])
@by_coordinator
def helper(request: ActorRequest, helper_id: UUID) -> HttpResponse:
    """One helper: the days, one more day, and the way on when somebody wants more."""
    shown = or_404(queries.get_helper(request.actor, helper_id))
    context: dict[str, object] = {
        "helper": shown,
        "form": DayForm(),
        "programmes": list(programme_queries.programmes(request.actor)[:30]),
        "today": clock.today(),
    }
    return page(request, "outreach/helper.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_helper(request: ActorRequest) -> HttpResponse:
    """Write somebody down lightly."""
    first = {"language": request.organisation.language}
    form = HelperForm(
        request.POST or None, country=request.organisation.country, is_new=True, initial=first
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = services.add_helper(actor=request.actor, note=form.note())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Written down. No file, no forms."))
            return see_other(request.actor.url("outreach:helper", helper_id=made.pk))
    context: dict[str, object] = {"form": form, "helper": None}
    return page(request, "outreach/helper_form.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def change_helper(request: ActorRequest, helper_id: UUID) -> HttpResponse:
    """Change what we know of a helper."""
    shown = or_404(queries.get_helper(request.actor, helper_id))
    form = HelperForm(
        request.POST or None,
        country=request.organisation.country,
        is_new=False,
        initial=initial_of(shown),
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.change_helper(actor=request.actor, helper_id=shown.pk, note=form.note())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Changed."))
            return see_other(request.actor.url("outreach:helper", helper_id=shown.pk))
    context: dict[str, object] = {"form": form, "helper": shown}
    return page(request, "outreach/helper_form.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def helper_day(request: ActorRequest, helper_id: UUID) -> HttpResponse:
    """One more day of help."""
    shown = or_404(queries.get_helper(request.actor, helper_id))
    form = DayForm(request.POST)
    if form.is_valid():
        services.add_day(actor=request.actor, helper_id=shown.pk, **form.cleaned_data)
        messages.success(request, _("The day is noted."))
    else:
        messages.error(request, _("Choose the day from the calendar."))
    return see_other(request.actor.url("outreach:helper", helper_id=shown.pk))


@require_http_methods(["GET", "POST"])
@by_coordinator
def invite_helper(request: ActorRequest, helper_id: UUID) -> HttpResponse:
    """Ask again, once a year: a letter to read and change, or a note that you called."""
    shown = or_404(queries.get_helper(request.actor, helper_id))
    words = services.usual_words(request.actor, shown)
    form = WordsForm(posted(request), kind=HELPER_AGAIN, words=words)
    if form.is_valid() and form.asks_to_look:
        form.look = services.preview(request.actor, shown, form.words())
    elif request.method == "POST" and (not shown.email or form.is_valid()):
        try:
            services.invite_again(
                actor=request.actor,
                helper_id=shown.pk,
                words=form.words() if shown.email else None,
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Asked again. We come back to it in a year."))
            return see_other(request.actor.url("outreach:helper", helper_id=shown.pk))
    context: dict[str, object] = {"form": form, "helper": shown}
    return page(request, "outreach/helper_invite.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def helper_to_person(request: ActorRequest, helper_id: UUID) -> HttpResponse:
    """Somebody wants more: they get a volunteer's card. Who they may be already is shown first, once."""
    shown = or_404(queries.get_helper(request.actor, helper_id))
    same = [] if shown.moved_on else queries.likely_same(request.actor, shown)
    form = SameForm(request.POST if "person" in request.POST else None, same=same)
    if same and not form.is_valid():
        context: dict[str, object] = {"form": form, "helper": shown}
        return page(request, "outreach/helper_same.html", context, refused=True)
    try:
        moved = services.make_person(
            actor=request.actor, helper_id=shown.pk, person_id=form.person_id() if same else None
        )
    except DomainError as error:
        messages.error(request, str(error))
        return see_other(request.actor.url("outreach:helper", helper_id=shown.pk))
    messages.success(request, _("They have a card now. What we knew stands on it."))
    return see_other(request.actor.url("people:volunteer", person_id=moved.person_id))


@require_http_methods(["POST"])
@by_coordinator
def helper_applies(request: ActorRequest, helper_id: UUID) -> HttpResponse:
    """Somebody wants more: an application begins."""
    shown = or_404(queries.get_helper(request.actor, helper_id))
    programme_id = chosen_programme(request)
    try:
        moved = services.make_application(
            actor=request.actor, helper_id=shown.pk, programme_id=programme_id
        )
    except DomainError as error:
        messages.error(request, str(error))
        return see_other(request.actor.url("outreach:helper", helper_id=shown.pk))
    return see_other(
        request.actor.url("recruitment:application", application_id=moved.application_id)
    )
