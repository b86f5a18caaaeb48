"""The talk, the answer, and looking back, for who listens."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.complaints.forms import staff as staff_forms
from naast.complaints.models import Complaint, MediatedTalk
from naast.complaints.queries import complaints as queries
from naast.complaints.queries.terms import terms_of
from naast.complaints.services import outcomes, talks
from naast.complaints.states import Side
from naast.complaints.views.doors import by_listeners, read_or_404
from naast.complaints.views.handling import handled_or_404, side_or_404, told_on
from naast.core.http import or_404
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import form_page


def _start(complaint: Complaint, talk: MediatedTalk | None) -> dict[str, object]:
    if talk is None:
        return {"mediator": str(complaint.receiver_id)}
    local = localtime(talk.starts_at)
    return {
        "day": local.date(),
        "hour": local.time(),
        "place": talk.place,
        "mediator": str(talk.mediator_id),
    }


@require_http_methods(["GET", "POST"])
@by_listeners
def plan_talk(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """A day and a place for the talk, and who leads it."""
    found = handled_or_404(request, complaint_id)
    form = staff_forms.PlanForm(
        posted(request),
        ears=queries.ears_for(request.actor, found),
        initial=_start(found, queries.talk_of(found)),
    )

    def act(sent: staff_forms.PlanForm) -> None:
        talks.plan(actor=request.actor, complaint_id=found.pk, plan=sent.plan())

    told = told_on(
        request,
        found,
        _("Plan the talk"),
        "plan",
        lead=_(
            "Who saw it says it, the other hears it, and a mediator leads. One talk, three people."
        ),
        done=_("Both are asked if the day suits."),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_listeners
def note_day(request: ActorRequest, complaint_id: UUID, side: str) -> HttpResponse:
    """What one side said about the day, by phone or in a talk."""
    found, side = handled_or_404(request, complaint_id), side_or_404(side)
    form = staff_forms.NoteDayForm(posted(request))

    def act(sent: staff_forms.NoteDayForm) -> None:
        talks.note_answer(actor=request.actor, complaint_id=found.pk, told=sent.told(side))

    return form_page(request, form, act, told_on(request, found, Side(side).label, f"day-{side}"))


@require_http_methods(["GET", "POST"])
@by_listeners
def hold_talk(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """What was said, by who listens or who led the talk."""
    found = read_or_404(request, complaint_id)
    or_404(queries.talk_of(found))
    form = staff_forms.HoldForm(posted(request))

    def act(sent: staff_forms.HoldForm) -> None:
        talks.hold(actor=request.actor, complaint_id=found.pk, **sent.cleaned_data)

    return form_page(request, form, act, told_on(request, found, _("The talk"), "hold"))


@require_http_methods(["GET", "POST"])
@by_listeners
def answer(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """The answer that both read."""
    found = handled_or_404(request, complaint_id)
    terms = terms_of(found.organisation_id)
    form = staff_forms.AnswerForm(posted(request), weeks=terms.look_back_weeks)

    def act(sent: staff_forms.AnswerForm) -> None:
        outcomes.answer(actor=request.actor, complaint_id=found.pk, answer=sent.answer())

    told = told_on(
        request,
        found,
        _("The answer"),
        "answer",
        lead=_("Both read it, and to whom they can go when they are still not content."),
        done=_("Both can read it."),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_listeners
def note_back(request: ActorRequest, complaint_id: UUID, side: str) -> HttpResponse:
    """How one side looks back, as they told it."""
    found, side = handled_or_404(request, complaint_id), side_or_404(side)
    form = staff_forms.NoteBackForm(posted(request))

    def act(sent: staff_forms.NoteBackForm) -> None:
        outcomes.note_how_it_is(actor=request.actor, complaint_id=found.pk, told=sent.told(side))

    return form_page(request, form, act, told_on(request, found, Side(side).label, f"back-{side}"))
