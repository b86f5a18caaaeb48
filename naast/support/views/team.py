"""«My volunteers», telling the coordinator, and which talks come back in a programme."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from naast.audit import log
from naast.core import clock, drafts
from naast.core.http import page, see_other
from naast.core.paging import Page, keyset_page
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for
from naast.people.models import Person
from naast.programmes.policies import visible_to as programmes_visible_to
from naast.support.forms.near import ToldForm
from naast.support.forms.plans import RhythmForm
from naast.support.models import TalkRhythm, Told
from naast.support.policies import talks as policies
from naast.support.queries import working_with as queries
from naast.support.queries.standing import repeats_of
from naast.support.services import being_near, programmes
from naast.support.states import TalkKind
from naast.support.views.doors import (
    beside_or_404,
    by_coordinator,
    by_team,
    one_or_404,
    try_to,
    works,
)

# Each of these is read with a trace of its own.
TOLD_AT_ONCE = 10


@require_GET
@by_team
def my_volunteers(request: ActorRequest) -> HttpResponse:
    """With whom I work: last talk, what is open, and a way to tell the coordinator."""
    found: Page[Person] = keyset_page(
        queries.people(request.actor), params=request.GET, fields=("sort_name", "id")
    )
    today = clock.today()
    rows = queries.lines(request.actor, found.rows)
    context: dict[str, object] = {
        "page": found,
        "lines": [(line, queries.late(line, day=today)) for line in rows],
        "is_guide": any(line.is_guided for line in rows),
    }
    return page(request, "support/my_volunteers.html", context)


@require_http_methods(["GET", "POST"])
@by_team
def tell(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Tell the coordinator about a volunteer."""
    person = beside_or_404(request, person_id)
    key = draft_key(request, "support-told", person.pk)
    form = ToldForm(request.POST or None)
    if works(
        form,
        lambda: being_near.tell_coordinator(
            actor=request.actor, person_id=person.pk, **form.cleaned_data
        ),
    ):
        drafts.forget(request.user.pk, key)
        messages.success(request, _("The coordinator is told."))
        return see_other(request.actor.url("support:my_volunteers"))
    context: dict[str, object] = {"form": form, "person": person, **kept_for(request, key)}
    return page(request, "support/tell.html", context, refused=bool(form.errors))


@require_GET
@by_coordinator
def told(request: ActorRequest) -> HttpResponse:
    """What colleagues told, the oldest first."""
    rows = policies.told_visible_to(request.actor).filter(handled_on__isnull=True)
    found: Page[Told] = keyset_page(
        rows.select_related("person", "told_by__user"),
        params=request.GET,
        fields=("id",),
        size=TOLD_AT_ONCE,
    )
    for row in found.rows:
        log.looked("support.told-read", actor=request.actor, target=row.person)
    return page(request, "support/told.html", {"page": found})


@require_POST
@by_coordinator
def close_told(request: ActorRequest, told_id: UUID) -> HttpResponse:
    """Taken up: the words are erased."""
    row = one_or_404(policies.told_visible_to(request.actor), told_id)
    try_to(
        request,
        lambda: being_near.close_told(actor=request.actor, told_id=row.pk),
        done=_("Taken up. The words are erased."),
    )
    return see_other(request.actor.url("support:told"))


@require_GET
@by_coordinator
def talk_plans(request: ActorRequest) -> HttpResponse:
    """Each programme with its talks."""
    rows = list(programmes_visible_to(request.actor).order_by("name", "id")[:100])
    repeats = repeats_of(rows)
    lines = [(each, [(TalkKind(one.kind).label, one) for one in repeats[each.pk]]) for each in rows]
    return page(request, "support/talk_plans.html", {"lines": lines})


@require_http_methods(["GET", "POST"])
@by_coordinator
def talk_plan(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """The talks that come back in one programme: add one, take one away."""
    programme = one_or_404(programmes_visible_to(request.actor), programme_id)
    form = RhythmForm(request.POST or None)
    if works(
        form,
        lambda: programmes.keep_rhythm(
            actor=request.actor, programme=programme, **form.cleaned_data
        ),
    ):
        return see_other(request.actor.url("support:talk_plan", programme_id=programme.pk))
    own = TalkRhythm.objects.filter(programme=programme).order_by("id")
    context: dict[str, object] = {
        "form": form,
        "programme": programme,
        "own": list(own),
        "usual": [(TalkKind(one.kind).label, one) for one in repeats_of([programme])[programme.pk]],
    }
    return page(request, "support/talk_plan.html", context, refused=bool(form.errors))


@require_POST
@by_coordinator
def drop_rhythm(request: ActorRequest, programme_id: UUID, kind: str) -> HttpResponse:
    """This talk no longer comes back here."""
    programme = one_or_404(programmes_visible_to(request.actor), programme_id)
    try_to(
        request,
        lambda: programmes.drop_rhythm(actor=request.actor, programme=programme, kind=kind),
        done=_("This talk no longer comes back here."),
    )
    return see_other(request.actor.url("support:talk_plan", programme_id=programme.pk))
