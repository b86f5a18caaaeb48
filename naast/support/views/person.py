"""One volunteer, for whoever guides them: plan and timeline, check-in, short word, guidance, notes."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from naast.audit import log
from naast.core import clock, drafts
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest
from naast.organisations.kept import draft_key, kept_for
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.people.api import erase_note, write_note
from naast.people.models import Audience, Note, Person
from naast.support import guides
from naast.support.forms.near import (
    GuidanceForm,
    SecretNoteForm,
    ShortWordForm,
    WrittenCheckInForm,
)
from naast.support.forms.plans import PlanForm, initial_of
from naast.support.policies import volunteers as policies
from naast.support.queries import person_pages as queries
from naast.support.queries.secret import secret_notes
from naast.support.queries.standing import Standing, standings
from naast.support.rhythm import Suggestion
from naast.support.services import being_near, check_ins, plans
from naast.support.states import TalkKind
from naast.support.views.doors import (
    beside_or_404,
    by_coordinator,
    by_guide,
    by_team,
    guided_or_404,
    one_or_404,
    try_to,
    works,
)

STAFF = (Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL)


def _home(request: ActorRequest, person: Person) -> str:
    return request.actor.url("support:of_person", person_id=person.pk)


@require_GET
@by_guide
def of_person(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """The plan with its four channels, what was agreed, how somebody is guided, and the timeline."""
    person = guided_or_404(request, person_id)
    log.looked("support.plan-read", actor=request.actor, target=person)
    context: dict[str, object] = {
        "shown": queries.page_of(request.actor, person, now=clock.now()),
        "today": clock.today(),
        "talk_kinds": TalkKind.choices,
        "card_url": request.actor.url("people:volunteer", person_id=person.pk),
    }
    return page(request, "support/of_person.html", context)


@require_http_methods(["GET", "POST"])
@by_guide
def plan(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Who stands beside somebody, how often and why; with a suggestion from what they said."""
    person = guided_or_404(request, person_id)
    key = draft_key(request, "support-plan", person.pk)
    form = PlanForm(
        request.POST or None,
        initial=initial_of(queries.plan_of(person)),
        colleagues=colleagues(request.actor, *STAFF),
    )
    if works(
        form, lambda: plans.arrange(actor=request.actor, person_id=person.pk, given=form.given())
    ):
        drafts.forget(request.user.pk, key)
        return see_other(_home(request, person))
    if request.method == "GET":
        log.looked("support.plan-read", actor=request.actor, target=person)
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "suggestion": _suggestion(person),
        **kept_for(request, key),
    }
    return page(request, "support/plan.html", context, refused=bool(form.errors))


def _suggestion(person: Person) -> Suggestion:
    standing = standings([person.pk]).get(person.pk, Standing())
    return plans.suggestion_for(person.volunteer, standing)


@require_GET
@by_guide
def print_plan(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """The plan on a sheet, for who likes paper."""
    person = guided_or_404(request, person_id)
    log.looked("support.plan-read", actor=request.actor, target=person)
    shown = queries.page_of(request.actor, person, now=clock.now())
    return page(request, "support/plan_print.html", {"shown": shown})


@require_http_methods(["GET", "POST"])
@by_guide
def check_in(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Written down after a call, a meeting, or from paper."""
    person = guided_or_404(request, person_id)
    key = draft_key(request, "support-check-in", person.pk)
    form = WrittenCheckInForm(
        request.POST or None, initial={"answered_on": clock.today(), "how": "phone"}
    )
    if works(
        form,
        lambda: check_ins.write_down(
            actor=request.actor,
            person_id=person.pk,
            given=form.answer(),
            how=form.cleaned_data["how"],
            answered_on=form.cleaned_data["answered_on"],
        ),
    ):
        drafts.forget(request.user.pk, key)
        return see_other(_home(request, person))
    context: dict[str, object] = {"form": form, "person": person, **kept_for(request, key)}
    return page(request, "support/check_in.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_team
def short_word(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Right after an activity: what it was about, and done."""
    person = beside_or_404(request, person_id)
    form = ShortWordForm(request.POST or None)
    if works(
        form,
        lambda: being_near.say_shortly(
            actor=request.actor, person_id=person.pk, **form.cleaned_data
        ),
    ):
        guides_them = policies.can_guide(request.actor, person)
        url = _home(request, person) if guides_them else request.actor.url("support:my_volunteers")
        return see_other(url)
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "prompts": guides.SHORT_PROMPTS.values(),
    }
    return page(request, "support/short_word.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_guide
def guidance(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """How we guide somebody in one task: two questions, and the way that follows."""
    person = guided_or_404(request, person_id)
    tasks = queries.tasks_of(person)
    form = GuidanceForm(
        request.POST or None, tasks=tasks, initial={"task": request.GET.get("task")}
    )
    if works(
        form,
        lambda: being_near.set_guidance(
            actor=request.actor, person_id=person.pk, given=form.given()
        ),
    ):
        return see_other(_home(request, person))
    context: dict[str, object] = {"form": form, "person": person, "has_tasks": tasks.exists()}
    return page(request, "support/guidance.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@by_coordinator
def notes(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Confidential notes: for coordinators only, and erased with one tap."""
    person = guided_or_404(request, person_id)
    policies.can_keep_secret_notes(request.actor).require()
    log.looked("support.notes-read", actor=request.actor, target=person)
    key = draft_key(request, "support-note", person.pk)
    form = SecretNoteForm(request.POST or None)
    if works(
        form,
        lambda: write_note(
            actor=request.actor,
            person_id=person.pk,
            text=form.cleaned_data["text"],
            audience=Audience.COORDINATOR,
        ),
    ):
        drafts.forget(request.user.pk, key)
        return see_other(request.actor.url("support:notes", person_id=person.pk))
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "notes": secret_notes(request.actor, person),
        **kept_for(request, key),
    }
    return page(request, "support/notes.html", context, refused=bool(form.errors))


@require_POST
@by_coordinator
def erase(request: ActorRequest, person_id: UUID, note_id: UUID) -> HttpResponse:
    """A confidential note goes for good."""
    person = guided_or_404(request, person_id)
    found = Note.objects.filter(organisation_id=request.actor.organisation_id, person=person)
    note = one_or_404(found.filter(audience=Audience.COORDINATOR), note_id)
    try_to(
        request,
        lambda: erase_note(actor=request.actor, note_id=note.pk),
        done=_("The note is erased."),
    )
    return see_other(request.actor.url("support:notes", person_id=person.pk))
