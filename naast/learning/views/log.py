"""What I learned: my own log, how I see myself grow, and what I choose to print."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.learning.forms.records import GrowthForm, LearnedForm, initial_of
from naast.learning.pdf import growth_pdf
from naast.learning.queries import log as queries
from naast.learning.services import log as services
from naast.learning.views.doors import by_learners
from naast.learning.views.own import PDF
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for
from naast.people.api import get_person


@require_http_methods(["GET", "POST"])
@by_learners
def my_log(request: ActorRequest) -> HttpResponse:
    """What I wrote, the year at a glance, and a few questions to begin with."""
    or_404(request.actor.person_id)
    key = draft_key(request, "learned")
    form = LearnedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.write_entry(actor=request.actor, learned=form.learned())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down. Nice to see what you learn."))
            return see_other(request.actor.url("learning:my_log"))
    context: dict[str, object] = {
        "form": form,
        **kept_for(request, key),
        "years": queries.years_of(request.actor)[:5],
        "rows": keyset_page(
            queries.own_entries(request.actor),
            params=request.GET,
            fields=("learned_on", "id"),
            newest_first=True,
        ),
    }
    return page(request, "learning/my_log.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_learners
def my_entry(request: ActorRequest, entry_id: UUID) -> HttpResponse:
    """Change something I wrote, or whom I share it with."""
    entry = or_404(queries.get_own(request.actor, entry_id))
    key = draft_key(request, "learned", entry.pk)
    form = LearnedForm(request.POST or None, initial=initial_of(entry))
    if request.method == "POST" and form.is_valid():
        try:
            services.change_entry(actor=request.actor, entry_id=entry.pk, learned=form.learned())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Changed."))
            return see_other(request.actor.url("learning:my_log"))
    context: dict[str, object] = {"form": form, "entry": entry, **kept_for(request, key)}
    return page(request, "learning/my_entry.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_learners
def delete_entry(request: ActorRequest, entry_id: UUID) -> HttpResponse:
    """Delete something I wrote, for good."""
    entry = or_404(queries.get_own(request.actor, entry_id))
    services.delete_entry(actor=request.actor, entry_id=entry.pk)
    messages.success(request, _("Deleted for good."))
    return see_other(request.actor.url("learning:my_log"))


@require_http_methods(["GET"])
@by_learners
def my_growth(request: ActorRequest) -> HttpResponse:
    """What my role asks, and how I see myself; for what I would like to learn, what helps."""
    or_404(request.actor.person_id)
    return page(request, "learning/my_growth.html", {"rows": queries.growing(request.actor)})


@require_http_methods(["GET", "POST"])
@by_learners
def my_growth_in(request: ActorRequest, competence_id: UUID) -> HttpResponse:
    """How I see myself in one thing."""
    rows = queries.growing(request.actor)
    row = or_404(next((each for each in rows if each.competence.pk == competence_id), None))
    form = GrowthForm.of(row, request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.see_growth(actor=request.actor, competence_id=row.answered_id, **form.cleaned_data)
        messages.success(request, _("Kept, for you alone."))
        return see_other(request.actor.url("learning:my_growth"))
    context: dict[str, object] = {"form": form, "row": row}
    return page(request, "learning/my_growth_in.html", context, refused=bool(form.errors))


@require_http_methods(["GET"])
@by_learners
def choose_proof(request: ActorRequest) -> HttpResponse:
    """Choose what stands on the page that I print."""
    or_404(request.actor.person_id)
    context: dict[str, object] = {
        "entries": list(queries.own_entries(request.actor)[: queries.MOST]),
        "growth": [row for row in queries.growing(request.actor) if row.growth],
    }
    return page(request, "learning/choose_proof.html", context)


@require_http_methods(["GET"])
@by_learners
def proof(request: ActorRequest) -> HttpResponse:
    """What I chose, to print."""
    person = get_person(request.actor, or_404(request.actor.person_id))
    context: dict[str, object] = {
        "person": person,
        "chosen": queries.chosen(request.actor, _ids(request)),
        "query": request.GET.urlencode(),
    }
    return page(request, "learning/proof.html", context)


@require_http_methods(["GET"])
@by_learners
def proof_pdf(request: ActorRequest) -> HttpResponse:
    """What I chose, as a PDF that every device reads."""
    person = get_person(request.actor, or_404(request.actor.person_id))
    chosen = queries.chosen(request.actor, _ids(request))
    made = growth_pdf(
        person,
        chosen.entries,
        chosen.growth,
        organisation=request.organisation.name,
        on=clock.today(),
    )
    answer = HttpResponse(made, content_type=PDF)
    answer["Content-Disposition"] = 'inline; filename="learning.pdf"'
    return answer


def _ids(request: ActorRequest) -> list[UUID]:
    """The ids that were ticked; what is no id is left out."""
    found = []
    for text in request.GET.getlist("line"):
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
