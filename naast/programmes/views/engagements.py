"""Pages about how a person takes part: its honest name, the five questions, what must be in place."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people.api import get_person
from naast.people.models import Person
from naast.programmes import policies, queries, services
from naast.programmes.errors import CannotWait, TermsIncomplete
from naast.programmes.forms import (
    ConditionForm,
    EndForm,
    EngageForm,
    FiveQuestionsForm,
    TermsForm,
    UndoForm,
    answered,
    posted,
)
from naast.programmes.forms_ready import LetWaitForm
from naast.programmes.kinds import RULES, called, law_line, relation_label, with_relation
from naast.programmes.models import Engagement, Kind
from naast.programmes.readiness import Item, can_be_let_wait, is_ready
from naast.programmes.showing import Place, lines, waited, waiting

MEANINGS = [(kind.label, rule.meaning) for kind, rule in RULES.items()]


def _found(request: ActorRequest, engagement_id: UUID) -> Engagement:
    engagement = queries.get_engagement(request.actor, engagement_id)
    if engagement is None:
        raise Http404
    return engagement


def _to(request: ActorRequest, engagement: Engagement) -> HttpResponse:
    return see_other(request.actor.url("programmes:engagement", engagement_id=engagement.pk))


def _refuse(form: TermsForm, error: DomainError) -> None:
    """Put each sentence beside the field that mends it."""
    fields = error.fields if isinstance(error, TermsIncomplete) else {}
    for name, sentence in fields.items():
        form.add_error(name, sentence)
    if not fields:
        form.add_error(None, str(error))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def engagement(request: ActorRequest, engagement_id: UUID) -> HttpResponse:
    """How a person takes part in a programme, and whether they can start."""
    return _show(request, _found(request, engagement_id))


def _show(
    request: ActorRequest, shown: Engagement, *, wait_form: LetWaitForm | None = None
) -> HttpResponse:
    """The page; with a form that was refused, filled in as it was sent."""
    items = queries.readiness_of([shown])[shown.pk]
    newest = next(iter(shown.tests.all()), None)
    may_decide = bool(policies.can_decide(request.actor, shown)) and shown.ended_on is None
    context: dict[str, object] = {
        "engagement": shown,
        "name": called(shown),
        "law_line": law_line(shown),
        "relation": relation_label(shown.working_relation),
        "meaning": RULES[Kind(shown.kind)].meaning,
        "rows": lines(request.actor, items, Place.of(shown, clock.today())),
        "is_ready": is_ready(items),
        **_condition_forms(items, may_decide=may_decide),
        "waits": waiting(items),
        "waited": waited(shown, items),
        "wait_form": wait_form or _wait_form(items, may_decide=may_decide),
        "may_decide": may_decide,
        "test": newest,
        "answers": answered(newest) if newest else [],
        "tester": newest.tested_by.user.name if newest and newest.tested_by else "",
        "history": [
            (each.started_on, each.ended_on, _told(each))
            for each in queries.history_of(request.actor, shown)
        ],
        "end_form": EndForm(),
    }
    refused = wait_form is not None
    return page(request, "programmes/engagement.html", context, refused=refused)


def _wait_form(items: list[Item], *, may_decide: bool) -> LetWaitForm | None:
    """None where nothing may wait, about oneself, and once it has ended."""
    may_wait = can_be_let_wait(items) if may_decide else []
    return LetWaitForm(items=may_wait) if may_wait else None


def _told(engagement: Engagement) -> Text:
    return with_relation(called(engagement), relation_label(engagement.working_relation))


def _condition_forms(items: list[Item], *, may_decide: bool) -> dict[str, object]:
    """What can be written down as in place, and what can be taken back; nothing about oneself or once it has
    ended. What a page of its own proves is noted there."""
    own = [item for item in items if item.condition_id and may_decide]
    missing = [item for item in own if not item.in_place]
    to_meet = [item for item in missing if item.may_wait and item.by_hand]
    met = [item for item in own if item.in_place]
    return {
        "condition_form": ConditionForm(items=to_meet) if to_meet else None,
        "undo_form": UndoForm(items=met, auto_id="undo_%s") if met else None,
        "have_own_page": any(item.staff_route for item in missing),
    }


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def new_engagement(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Let a person take part in a programme, under the name of what it is."""
    try:
        person = get_person(request.actor, person_id)
    except Person.DoesNotExist as error:
        raise Http404 from error
    choices = queries.open_programmes_for(request.actor, person)
    data = posted(request)
    form = EngageForm(data, programmes=choices, initial={"programme": request.GET.get("programme")})
    questions = FiveQuestionsForm(data, are_required=False)
    if request.method == "POST" and form.is_valid() and questions.is_valid():
        try:
            made = services.engage(
                actor=request.actor,
                person=person,
                programme=form.cleaned_data["programme"],
                terms=form.terms(),
                answers=questions.answers(),
            )
        except DomainError as error:
            _refuse(form, error)
        else:
            messages.success(request, _("Written down. Below stands what must be in place first."))
            return _to(request, made)
    refused = bool(form.errors or questions.errors)
    context = {"form": form, "questions": questions, "person": person, "meanings": MEANINGS}
    return page(request, "programmes/new_engagement.html", context, refused=refused)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def test(request: ActorRequest, engagement_id: UUID) -> HttpResponse:
    """The five questions of the volunteer law."""
    shown = _found(request, engagement_id)
    form = FiveQuestionsForm(posted(request))
    if request.method == "POST" and form.is_valid():
        answers = form.answers()
        try:
            if answers is not None:
                services.test_engagement(
                    actor=request.actor, engagement_id=shown.pk, answers=answers
                )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return _to(request, shown)
    context = {"form": form, "engagement": shown}
    return page(request, "programmes/test.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change_kind(request: ActorRequest, engagement_id: UUID) -> HttpResponse:
    """One form of engagement turns into another; the history stays."""
    shown = _found(request, engagement_id)
    data = posted(request)
    now = {name: getattr(shown, name) for name in ("kind", "working_relation", "steered_by")}
    form = TermsForm(data, initial=now)
    questions = FiveQuestionsForm(data, are_required=False)
    if request.method == "POST" and form.is_valid() and questions.is_valid():
        try:
            made = services.change_kind(
                actor=request.actor,
                engagement_id=shown.pk,
                terms=form.terms(),
                answers=questions.answers(),
            )
        except DomainError as error:
            _refuse(form, error)
        else:
            messages.success(request, _("Changed. What depends on the kind is asked anew."))
            return _to(request, made)
    refused = bool(form.errors or questions.errors)
    context = {"form": form, "questions": questions, "engagement": shown, "meanings": MEANINGS}
    return page(request, "programmes/change_kind.html", context, refused=refused)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def condition(request: ActorRequest, engagement_id: UUID) -> HttpResponse:
    """A condition is in place since a day, or was not after all (`undo`)."""
    shown = _found(request, engagement_id)
    try:
        condition_id = UUID(request.POST.get("condition", ""))
    except ValueError as error:
        raise Http404 from error
    try:
        if "undo" in request.POST:
            services.undo_condition(
                actor=request.actor, engagement_id=shown.pk, condition_id=condition_id
            )
        else:
            services.meet_condition(
                actor=request.actor,
                engagement_id=shown.pk,
                condition_id=condition_id,
                day=_day(request.POST.get("day", "")),
            )
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    return _to(request, shown)


def _day(written: str) -> date:
    """The day that was given; today when it was left empty. Raises DomainError."""
    if not written:
        return clock.today()
    try:
        day = parse_date(written)
    except ValueError:
        day = None
    if day is None:
        raise DomainError(_("Choose the day from the calendar."))
    return day


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def let_wait(request: ActorRequest, engagement_id: UUID) -> HttpResponse:
    """Something that is missing may wait, with a reason and until a day."""
    shown = _found(request, engagement_id)
    items = queries.readiness_of([shown])[shown.pk]
    form = LetWaitForm(request.POST, items=can_be_let_wait(items))
    if not form.is_valid():
        return _show(request, shown, wait_form=form)
    data = form.cleaned_data
    try:
        services.let_wait(
            actor=request.actor,
            engagement_id=shown.pk,
            item_key=data["item"],
            reason=data["reason"],
            until_on=data["until_on"],
        )
    except CannotWait as error:
        form.refuse(error)
        return _show(request, shown, wait_form=form)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("It may wait. It stays visible until it is in place."))
    return _to(request, shown)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def take_back(request: ActorRequest, engagement_id: UUID, override_id: UUID) -> HttpResponse:
    """It may not wait after all."""
    shown = _found(request, engagement_id)
    try:
        services.take_back(actor=request.actor, engagement_id=shown.pk, override_id=override_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Taken back. What it was stays in the history."))
    return _to(request, shown)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def end(request: ActorRequest, engagement_id: UUID) -> HttpResponse:
    """This person no longer takes part here."""
    shown = _found(request, engagement_id)
    form = EndForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose the last day."))
        return _to(request, shown)
    try:
        services.end_engagement(
            actor=request.actor, engagement_id=shown.pk, day=form.cleaned_data["ended_on"]
        )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Ended. What was done stays in the history."))
    return _to(request, shown)
