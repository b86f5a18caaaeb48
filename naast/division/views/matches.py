"""The division of a match as a coordinator arranges it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.companionship.models import Match
from naast.core import clock
from naast.core.http import or_404, page
from naast.division import rules
from naast.division.forms.people import MOST_NAMES, ArrangeForm, StandInForm
from naast.division.forms.tables import PaperForm, PatternForm
from naast.division.queries import handovers, tables
from naast.division.services import handovers as services
from naast.division.services import patterns
from naast.division.services import tables as table_services
from naast.division.views.doors import (
    FormPage,
    by_coordinator,
    form_page,
    match_or_404,
    match_page,
    note_the_look,
)
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.people.models import Person
from naast.programmes.models import Pattern


@require_http_methods(["GET"])
@by_coordinator
def match(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """What the pattern means here, the table, who takes over, and how the pattern moved."""
    return show(request, match_or_404(request, match_id))


def show(request: ActorRequest, found: Match, *, refusal: str = "") -> HttpResponse:
    """The page; with why something was not done."""
    note_the_look(request, found)
    context = {"shown": match_page(request, found), "match": found, "refusal": refusal}
    return page(request, "division/match.html", context, refused=bool(refusal))


def _url(request: ActorRequest, found: Match) -> str:
    return request.actor.url("division:match", match_id=found.pk)


@require_http_methods(["GET", "POST"])
@by_coordinator
def move_pattern(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Another pattern, with a reason and a day."""
    found = match_or_404(request, match_id)
    form = PatternForm(posted(request), initial={"pattern": rules.pattern_of(found)})

    def act() -> str:
        data = form.cleaned_data
        patterns.move_pattern(
            actor=request.actor,
            match_id=found.pk,
            pattern=Pattern(data["pattern"]),
            reason=data["reason"],
            moved_on=data["moved_on"],
        )
        messages.success(request, _("Moved. Both read what it means for them."))
        return _url(request, found)

    shown = FormPage(
        title=_("Another pattern of responsibility"),
        lead=_("A pattern is no step up or down: it says who carries what. Talk about it first."),
        back_url=_url(request, found),
        back_label=_("Who does what"),
        submit=_("Move"),
        draft=f"division-pattern:{found.pk}",
    )
    return form_page(request, form, shown, act)


def _people(request: ActorRequest, found: Match) -> list[Person]:
    """Whom one can choose: the first two hundred by name, or those whose name begins so."""
    rows = handovers.may_stand_in(found)
    begins = request.GET.get("find", "").strip().lower()
    if begins:
        rows = rows.filter(volunteer__sort_name__contains=begins)
    return list(rows[:MOST_NAMES])


@require_http_methods(["GET", "POST"])
@by_coordinator
def name_stand_in(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """Who takes over in this match, agreed beforehand."""
    found = match_or_404(request, match_id)
    named, people = handovers.stand_in_of(found), _people(request, found)
    if named is not None and named.person not in people:
        people = [named.person, *people]
    initial = {"person": str(named.person_id) if named else ""}
    form = StandInForm(posted(request), people=people, initial=initial)

    def act() -> str:
        services.name_stand_in(actor=request.actor, match_id=found.pk, person_id=form.person_id())
        messages.success(request, _("Noted."))
        return _url(request, found)

    shown = FormPage(
        title=_("Who stands in"),
        lead=_("Ask them first, and let the two meet once."),
        back_url=_url(request, found),
        back_label=_("Who does what"),
        submit=_("Keep"),
        finds=len(people) >= MOST_NAMES or bool(request.GET.get("find")),
    )
    return form_page(request, form, shown, act)


@require_http_methods(["GET", "POST"])
@by_coordinator
def arrange_away(request: ActorRequest, step_id: UUID) -> HttpResponse:
    """A volunteer can't come: who takes over."""
    step = or_404(handovers.get_step(request.actor, step_id))
    note_the_look(request, step.match)
    people = _people(request, step.match)
    made = getattr(step, "hand_over", None)
    initial = {} if made is None else {"until_on": max(made.until_on, clock.today())}
    form = ArrangeForm(posted(request), people=people, initial=initial)

    def act() -> str:
        services.arrange(
            actor=request.actor,
            step_id=step.pk,
            until_on=form.cleaned_data["until_on"],
            who=form.taking_over(),
        )
        messages.success(request, _("Arranged. Who takes over hears of it."))
        return _url(request, step.match)

    shown = FormPage(
        title=_("Who takes over?"),
        lead=step.note,
        back_url=_url(request, step.match),
        back_label=_("Who does what"),
        submit=_("Arrange"),
        finds=len(people) == MOST_NAMES or bool(request.GET.get("find")),
        quote=made.note if made is not None else "",
    )
    return form_page(request, form, shown, act)


@require_http_methods(["GET", "POST"])
@by_coordinator
def yes_on_paper(request: ActorRequest, division_id: UUID) -> HttpResponse:
    """One side said yes on paper or in a talk."""
    division = or_404(tables.get_table(request.actor, division_id))
    found = or_404(division.match)
    form = PaperForm(posted(request), initial={"number": division.number})

    def act() -> str:
        data = form.cleaned_data
        table_services.write_yes(
            actor=request.actor,
            division_id=division.pk,
            number=data["number"],
            said=table_services.OnPaper(data["side"], data["said_on"]),
        )
        messages.success(request, _("Written down."))
        return _url(request, found)

    shown = FormPage(
        title=_("Said yes on paper or in a talk"),
        back_url=_url(request, found),
        back_label=_("Who does what"),
        submit=_("Write down"),
    )
    return form_page(request, form, shown, act)
