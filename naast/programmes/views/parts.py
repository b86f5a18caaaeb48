"""Pages about the lines of a programme: tasks, contact plan, conditions, who is on call, what we ask."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.law.checks import Judgement
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.programmes import services
from naast.programmes.forms import PART_PAGES, PartForm, posted
from naast.programmes.leaflet import contact_sentence
from naast.programmes.legal import check_of
from naast.programmes.models import Competence, ContactLine, EntryCondition, Programme, Task
from naast.programmes.services.parts import KINDS, Part
from naast.programmes.views.programmes import changeable

RELATED = {
    "tasks": "tasks",
    "contact": "contactlines",
    "conditions": "entryconditions",
    "on_call": "oncalllines",
    "competences": "competences",
}


def _programme(request: ActorRequest, programme_id: UUID, kind: str) -> Programme:
    if kind not in PART_PAGES:
        raise Http404
    return changeable(request, programme_id)


def _said(line: Part) -> tuple[Text, Text]:
    """A line in two pieces: what, and the rest."""
    if isinstance(line, Task):
        return line.name, line.get_who_display()
    if isinstance(line, ContactLine):
        return contact_sentence(line), ""
    if isinstance(line, EntryCondition):
        return line.name, line.who_arranges
    if isinstance(line, Competence):
        return line.name, line.example
    return line.when, f"{line.who} · {line.phone}" if line.phone else line.who


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def lines(request: ActorRequest, programme_id: UUID, kind: str) -> HttpResponse:
    """All lines of one kind, in their order."""
    shown = _programme(request, programme_id, kind)
    rows = [(line.pk, *_said(line)) for line in getattr(shown, RELATED[kind]).all()]
    context = {"programme": shown, "kind": kind, "page": PART_PAGES[kind], "rows": rows}
    return page(request, "programmes/lines.html", context)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def new_line(request: ActorRequest, programme_id: UUID, kind: str) -> HttpResponse:
    """Add a line at the end."""
    return _line_form(request, _programme(request, programme_id, kind), kind, None)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def line(request: ActorRequest, programme_id: UUID, kind: str, line_id: UUID) -> HttpResponse:
    """Change a line."""
    shown = _programme(request, programme_id, kind)
    present = {each.pk: each for each in getattr(shown, RELATED[kind]).all()}
    if line_id not in present:
        raise Http404
    return _line_form(request, shown, kind, present[line_id])


def _line_form(
    request: ActorRequest, shown: Programme, kind: str, present: Part | None
) -> HttpResponse:
    chosen = PART_PAGES[kind]
    initial = {name: getattr(present, name) for name in chosen.fields} if present else {}
    form = PartForm(posted(request), model=KINDS[kind], page=chosen, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.save_part(
                actor=request.actor,
                programme_id=shown.pk,
                kind=kind,
                values=form.cleaned_data,
                line_id=present.pk if present else None,
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved."))
            return see_other(
                request.actor.url("programmes:lines", programme_id=shown.pk, kind=kind)
            )
    context = {
        "form": form,
        "programme": shown,
        "kind": kind,
        "page": chosen,
        "line_id": present.pk if present else None,
        "check": _check(shown, present),
    }
    return page(request, "programmes/line.html", context, refused=bool(form.errors))


def _check(shown: Programme, present: Part | None) -> Judgement | None:
    """What the law says about asking a check here; None for another line."""
    if not isinstance(present, EntryCondition) or present.kind != EntryCondition.Kind.CHECK:
        return None
    return check_of(shown, clock.today())


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def remove_line(
    request: ActorRequest, programme_id: UUID, kind: str, line_id: UUID
) -> HttpResponse:
    """Take a line away."""
    shown = _programme(request, programme_id, kind)
    try:
        services.remove_part(actor=request.actor, programme_id=shown.pk, kind=kind, line_id=line_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("The line is gone."))
    return see_other(request.actor.url("programmes:lines", programme_id=shown.pk, kind=kind))


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def move_line(request: ActorRequest, programme_id: UUID, kind: str, line_id: UUID) -> HttpResponse:
    """Put a line one place up (`to=up`) or down."""
    shown = _programme(request, programme_id, kind)
    try:
        services.move_part(
            actor=request.actor,
            programme_id=shown.pk,
            kind=kind,
            line_id=line_id,
            is_up=request.POST.get("to") == "up",
        )
    except ObjectDoesNotExist as error:
        raise Http404 from error
    return see_other(request.actor.url("programmes:lines", programme_id=shown.pk, kind=kind))
