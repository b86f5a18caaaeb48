"""Writing the table together, and saying yes."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core.errors import DomainError
from naast.core.http import or_404, see_other
from naast.division import table
from naast.division.forms.tables import RowForm, TalkedForm, VersionForm
from naast.division.models import Division
from naast.division.policies import tables as policies
from naast.division.queries import tables as queries
from naast.division.services import tables as services
from naast.division.views import matches, mine, programmes
from naast.division.views.doors import (
    FormPage,
    by_both,
    by_writers,
    form_page,
    match_or_404,
    url_of,
)
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest


def _table(request: ActorRequest, division_id: UUID) -> Division:
    """A table this actor writes along."""
    division = or_404(queries.get_table(request.actor, division_id))
    if not policies.can_change(request.actor, division):
        raise Http404
    return division


def _back(request: ActorRequest, division: Division) -> str:
    if division.match_id is None:
        return request.actor.url("division:programme", programme_id=division.programme_id)
    return url_of(request, division.match_id)


@require_http_methods(["POST"])
@by_writers
def begin(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Begin the table of a match."""
    found = match_or_404(request, match_id)
    try:
        services.begin_table(actor=request.actor, match_id=found.pk)
    except DomainError as error:
        show = matches.show if request.actor.is_coordinator else mine.show
        return show(request, found, refusal=str(error))
    messages.success(request, _("The table is begun. Go through it together, row by row."))
    return see_other(url_of(request, found.pk))


@require_http_methods(["GET", "POST"])
@by_writers
def new_row(request: ActorRequest, division_id: UUID) -> HttpResponse:
    """One more row."""
    division = _table(request, division_id)
    form = RowForm(posted(request), initial={"number": division.number})
    return _row_page(request, division, form, None)


@require_http_methods(["GET", "POST"])
@by_writers
def row(request: ActorRequest, division_id: UUID, place: int) -> HttpResponse:
    """Change a row."""
    division = _table(request, division_id)
    rows = table.rows_in(queries.version_of(division).content)
    if not 1 <= place <= len(rows):
        raise Http404
    initial = rows[place - 1].as_content() | {"number": division.number}
    form = RowForm(posted(request), initial=initial)
    return _row_page(request, division, form, place)


def _row_page(
    request: ActorRequest, division: Division, form: RowForm, place: int | None
) -> HttpResponse:
    def act() -> str:
        services.save_row(
            actor=request.actor,
            division_id=division.pk,
            number=form.cleaned_data["number"],
            row=form.row(),
            place=place,
        )
        messages.success(request, _("Changed. Both say yes once it is right."))
        return _back(request, division)

    shown = FormPage(
        title=_("A task") if place is None else _("Change this task"),
        lead=_(
            "Use names or roles. After a yes, a change makes a new version: both say yes again."
        ),
        back_url=_back(request, division),
        back_label=_("Who does what"),
        submit=_("Keep"),
        draft=f"division-row:{division.pk}:{place or 'new'}",
        template="division/row.html",
    )
    return form_page(request, form, shown, act, context={"division": division, "place": place})


@require_http_methods(["POST"])
@by_writers
def remove_row(request: ActorRequest, division_id: UUID, place: int) -> HttpResponse:
    """Leave a row out."""
    division = _table(request, division_id)
    form = VersionForm(request.POST)
    number = form.cleaned_data["number"] if form.is_valid() else 0
    try:
        services.remove_row(
            actor=request.actor, division_id=division.pk, number=number, place=place
        )
    except DomainError as error:
        return _refused(request, division, str(error))
    messages.success(request, _("Left out."))
    return see_other(_back(request, division))


def _refused(request: ActorRequest, division: Division, refusal: str) -> HttpResponse:
    """The whole page again, with why."""
    if division.match is None:
        return programmes.refused(request, division.programme_id, refusal)
    found = match_or_404(request, division.match.pk)
    show = matches.show if request.actor.is_coordinator else mine.show
    return show(request, found, refusal=refusal)


@require_http_methods(["POST"])
@by_both
def say_yes(request: ActorRequest, division_id: UUID) -> HttpResponse:
    """«I agree», to the version that was on the screen."""
    division = or_404(queries.get_table(request.actor, division_id))
    form = VersionForm(request.POST)
    number = form.cleaned_data["number"] if form.is_valid() else 0
    try:
        services.say_yes(actor=request.actor, division_id=division.pk, number=number)
    except DomainError as error:
        return _refused(request, division, str(error))
    messages.success(request, _("Thank you. Your yes is written down."))
    return see_other(_back(request, division))


@require_http_methods(["GET", "POST"])
@by_writers
def talked(request: ActorRequest, division_id: UUID) -> HttpResponse:
    """They talked the table through."""
    division = _table(request, division_id)
    if division.match is None:
        raise Http404
    form = TalkedForm(posted(request))

    def act() -> str:
        services.talk_through(
            actor=request.actor,
            division_id=division.pk,
            talked_on=form.cleaned_data["talked_on"],
        )
        messages.success(request, _("Noted. Naast tells when it is time again."))
        return _back(request, division)

    shown = FormPage(
        title=_("We talked it through"),
        lead=_("Does everybody still do what stands here? Change the rows that are not right."),
        back_url=_back(request, division),
        back_label=_("Who does what"),
        submit=_("Keep the day"),
    )
    return form_page(request, form, shown, act)
