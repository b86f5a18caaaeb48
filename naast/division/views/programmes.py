"""The team of a programme: what its pattern means, its terms, its example and its staffing line."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.division import rules
from naast.division.forms.people import MOST_NAMES
from naast.division.forms.programmes import DayForm, LineForm, TermsForm
from naast.division.queries import programmes as queries
from naast.division.queries import tables
from naast.division.queries.terms import row_of, terms_of
from naast.division.services import programmes as services
from naast.division.services import tables as table_services
from naast.division.texts import usual_contacts
from naast.division.views.doors import FormPage, by_coordinator, form_page, programme_or_404
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.programmes.models import Programme


@require_http_methods(["GET"])
@by_coordinator
def programme(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """What the pattern means here, the example of the table, the matches and their tables."""
    return _show(request, programme_or_404(request, programme_id))


def _show(request: ActorRequest, found: Programme, *, refusal: str = "") -> HttpResponse:
    example = tables.example_of(found)
    matches = queries.living_matches(request.actor, found)
    context: dict[str, object] = {
        "programme": found,
        "rules": rules.rules_of(found.pattern),
        "lacking": rules.missing_in(found, found.pattern),
        "targets": rules.targets_in(found.evaluation_questions),
        "terms": terms_of(found.pk, language=request.user.language),
        "table": tables.table_page(example) if example is not None else None,
        "matches": keyset_page(matches, params=request.GET, fields=("id",)),
        "may_change": True,
        "refusal": refusal,
    }
    return page(request, "division/programme.html", context, refused=bool(refusal))


def refused(request: ActorRequest, programme_id: UUID, refusal: str) -> HttpResponse:
    """The whole page again, with why something was not done."""
    return _show(request, programme_or_404(request, programme_id), refusal=refusal)


@require_http_methods(["POST"])
@by_coordinator
def begin_example(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """Begin the example from the tasks of the programme."""
    found = programme_or_404(request, programme_id)
    try:
        table_services.begin_example(actor=request.actor, programme_id=found.pk)
    except DomainError as error:
        return _show(request, found, refusal=str(error))
    messages.success(request, _("The example stands. Complete it row by row."))
    return see_other(_url(request, found))


def _url(request: ActorRequest, found: Programme) -> str:
    return request.actor.url("division:programme", programme_id=found.pk)


@require_http_methods(["GET", "POST"])
@by_coordinator
def terms(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """How often the table is talked through, hours, guideline, and contacts that belong to professionals."""
    found = programme_or_404(request, programme_id)
    language = request.user.language
    now, row = terms_of(found.pk, language=language), row_of(found.pk)
    initial = {
        "review_months": now.review_months,
        "guideline": now.guideline,
        "staff_contacts": "\n".join(now.contacts),
        "reach_days": row.reach_days if row else [],
        "reach_from": row.reach_from if row else None,
        "reach_until": row.reach_until if row else None,
    }
    form = TermsForm(posted(request), initial=initial)

    def act() -> str:
        services.choose_terms(
            actor=request.actor,
            programme_id=found.pk,
            terms=form.terms(usual_contacts(language)),
        )
        messages.success(request, _("Kept. The pages of the matches show it."))
        return _url(request, found)

    shown = FormPage(
        title=_("How we work together here"),
        back_url=_url(request, found),
        back_label=found.name,
        submit=_("Keep"),
        draft=f"division-terms:{found.pk}",
    )
    return form_page(request, form, shown, act)


@require_http_methods(["GET"])
@by_coordinator
def staffing(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """The coming week: paid people needed and there, volunteers as extra."""
    return page(request, "division/staffing.html", _week(request, programme_id))


@require_http_methods(["GET"])
@by_coordinator
def print_staffing(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """The same on paper."""
    return page(request, "division/print_staffing.html", _week(request, programme_id))


def _week(request: ActorRequest, programme_id: UUID) -> dict[str, object]:
    found = programme_or_404(request, programme_id)
    moments = queries.week_of(found, day=clock.today())
    return {"programme": found, "moments": sorted(moments, key=lambda each: each.day)}


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_line(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """A moment of the week and how many paid people it needs."""
    found = programme_or_404(request, programme_id)
    url = request.actor.url("division:staffing", programme_id=found.pk)
    form = LineForm(posted(request))

    def act() -> str:
        services.add_line(actor=request.actor, programme_id=found.pk, line=form.line())
        messages.success(request, _("Kept. Volunteers come on top of this number."))
        return url

    shown = FormPage(
        title=_("Paid people needed"), back_url=url, back_label=_("Staffing line"), submit=_("Keep")
    )
    return form_page(request, form, shown, act)


@require_http_methods(["GET", "POST"])
@by_coordinator
def staffing_day(request: ActorRequest, line_id: UUID) -> HttpResponse:
    """Who is there on the next day of this line."""
    moment = or_404(queries.get_moment(request.actor, line_id, day=clock.today()))
    programme_ = moment.line.programme
    url = request.actor.url("division:staffing", programme_id=programme_.pk)
    initial = {"extra": [str(hand.person_id) for hand in moment.extra]}
    if moment.filled is not None:
        initial |= {"paid": moment.filled.paid, "can_wait": moment.filled.can_wait}  # type: ignore[dict-item]  # one value a field
    # Whoever is there already stays on the list, however long it is.
    others = queries.who_may_be_extra(programme_).exclude(pk__in=initial["extra"])
    people = [*(hand.person for hand in moment.extra), *others[:MOST_NAMES]]
    form = DayForm(posted(request), initial=initial, people=people)

    def act() -> str:
        services.fill_day(
            actor=request.actor, line_id=moment.line.pk, day=moment.day, filled=form.filled()
        )
        messages.success(request, _("Kept. Only paid people are counted."))
        return url

    shown = FormPage(
        title=_("Who is there"),
        back_url=url,
        back_label=_("Staffing line"),
        submit=_("Keep"),
        lead=_("%(day)s, %(part)s: at least %(needed)s paid.")
        % {
            "day": moment.line.get_weekday_display(),
            "part": moment.line.get_part_display(),
            "needed": moment.line.needed,
        },
    )
    return form_page(request, form, shown, act)


@require_http_methods(["POST"])
@by_coordinator
def remove_line(request: ActorRequest, line_id: UUID) -> HttpResponse:
    """Take a moment away."""
    moment = or_404(queries.get_moment(request.actor, line_id, day=clock.today()))
    found = services.remove_line(actor=request.actor, line_id=moment.line.pk)
    messages.success(request, _("Taken away."))
    return see_other(request.actor.url("division:staffing", programme_id=found.pk))
