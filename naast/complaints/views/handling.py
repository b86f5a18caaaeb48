"""What who listens does with one complaint until there is an answer."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from naast.complaints.forms import staff as staff_forms
from naast.complaints.forms.own import ListenerForm, WithdrawForm
from naast.complaints.models import Complaint
from naast.complaints.policies import complaints as policies
from naast.complaints.queries import around
from naast.complaints.queries import complaints as queries
from naast.complaints.queries.terms import terms_of
from naast.complaints.services import filing, handling, outcomes, safety
from naast.complaints.showing import next_of, others_of, path_of, waits_for
from naast.complaints.states import Side
from naast.complaints.views.doors import by_listeners, read_or_404, url_of
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page

Service = Callable[..., Complaint]
# Steps without words: what is done, and what the page says then.
SIMPLE: dict[str, tuple[Service, Text]] = {
    "confirm": (handling.confirm, gettext_lazy("They read that you listen.")),
    "named": (handling.note_may_be_named, gettext_lazy("Written down.")),
    "aside": (handling.step_aside, gettext_lazy("Who told it chooses somebody else to listen.")),
    "close": (outcomes.close, gettext_lazy("Closed. It is erased by itself later.")),
    "appeal": (outcomes.note_appeal, gettext_lazy("Written down.")),
}


@require_http_methods(["GET"])
@by_listeners
def complaint(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """One complaint, for who listens or leads the talk. Opening it is written down."""
    found = read_or_404(request, complaint_id)
    mark_read(actor=request.actor, url=request.path)
    return _page(request, found)


def _page(request: ActorRequest, found: Complaint, refusal: str = "") -> HttpResponse:
    talk, now = queries.talk_of(found), clock.now()
    handles = bool(policies.can_handle(request.actor, found))
    context: dict[str, object] = {
        "complaint": found,
        "talk": talk,
        "stages": path_of(found),
        "next": next_of(found, talk, now=now) if handles else None,
        "others": others_of(found, talk) if handles else [],
        "waits_for": waits_for(found),
        "may_hold": not handles and found.state == "talk_planned",
        "handles": handles,
        "terms": terms_of(found.organisation_id),
        "today": clock.today(),
        "refusal": refusal,
    }
    return page(request, "complaints/complaint.html", context, refused=bool(refusal))


@require_http_methods(["POST"])
@by_listeners
def step(request: ActorRequest, complaint_id: UUID, step: str) -> HttpResponse:
    """A step without words."""
    found = read_or_404(request, complaint_id)
    if step not in SIMPLE:
        raise Http404
    service, done = SIMPLE[step]
    try:
        service(actor=request.actor, complaint_id=found.pk)
    except DomainError as error:
        return _page(request, found, str(error))
    messages.success(request, str(done))
    if step == "aside":
        return see_other(request.actor.url("complaints:overview"))
    return see_other(url_of(request, found))


def told_on(
    request: ActorRequest, found: Complaint, title: Text, key: str, **more: object
) -> FormPage:
    """The page of one form about one complaint: back to it, with a draft of its own."""
    usual: dict[str, object] = {
        "done": _("Written down."),
        "back_url": url_of(request, found),
        "back_label": _("The complaint"),
    }
    return FormPage(title=title, key=f"complaint-{key}:{found.pk}", **(usual | more))  # type: ignore[arg-type]  # each is what the field of that name takes


def handled_or_404(request: ActorRequest, complaint_id: UUID) -> Complaint:
    """One that this actor handles; who only leads its talk takes no other steps."""
    found = read_or_404(request, complaint_id)
    if not policies.can_handle(request.actor, found):
        raise Http404
    return found


def side_or_404(side: str) -> str:
    """One of the two."""
    if side not in Side.values:
        raise Http404
    return side


@require_http_methods(["GET", "POST"])
@by_listeners
def find_other(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """Who sits on the other side."""
    found = handled_or_404(request, complaint_id)
    form = staff_forms.FindOtherForm(
        posted(request),
        people=around.volunteers_named(request.actor, request.GET.get("find", "")),
        staff=around.staff_of(request.actor),
    )

    def act(sent: staff_forms.FindOtherForm) -> None:
        handling.find_other(actor=request.actor, complaint_id=found.pk, other=sent.other())

    told = told_on(
        request,
        found,
        _("Who sits on the other side?"),
        "other",
        lead=_("Who it is about. For a rule or a decision: who answers for it. Nothing is sent."),
        finds=True,
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_listeners
def share(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """Let the other side read what it is about."""
    found = handled_or_404(request, complaint_id)
    form = staff_forms.ShareForm(posted(request))

    def act(sent: staff_forms.ShareForm) -> None:
        handling.share(actor=request.actor, complaint_id=found.pk, **sent.cleaned_data)

    told = told_on(
        request, found, _("Ask the other side"), "share", done=_("They are asked how they see it.")
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_listeners
def note_view(request: ActorRequest, complaint_id: UUID, side: str) -> HttpResponse:
    """How one side sees it, as they told it."""
    found, side = handled_or_404(request, complaint_id), side_or_404(side)
    form = staff_forms.NoteViewForm(posted(request))

    def act(sent: staff_forms.NoteViewForm) -> None:
        told = sent.told(side)
        handling.write_view_down(actor=request.actor, complaint_id=found.pk, told=told)

    return form_page(request, form, act, told_on(request, found, Side(side).label, f"view-{side}"))


@require_http_methods(["GET", "POST"])
@by_listeners
def note_seen(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """What somebody saw or heard, brought in by one of the sides."""
    found = handled_or_404(request, complaint_id)
    form = staff_forms.NoteSeenForm(posted(request))

    def act(sent: staff_forms.NoteSeenForm) -> None:
        filing.note_observation(
            actor=request.actor,
            complaint_id=found.pk,
            side=sent.cleaned_data["side"],
            seen=sent.seen(),
        )

    lead = _("Who saw or heard it themselves? What was only heard is marked, and does not count.")
    told = told_on(request, found, _("What somebody saw or heard"), "seen", lead=lead)
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_listeners
def no_talk(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """There is no direct talk, and why."""
    found = handled_or_404(request, complaint_id)
    form = staff_forms.NoTalkForm(posted(request))

    def act(sent: staff_forms.NoTalkForm) -> None:
        handling.no_talk(actor=request.actor, complaint_id=found.pk, **sent.cleaned_data)

    told = told_on(
        request,
        found,
        _("No talk together"),
        "no-talk",
        lead=_("Talking together works best. Sometimes it can’t be: say why."),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_listeners
def cannot(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """Nobody saw or heard it themselves: words for both."""
    found = handled_or_404(request, complaint_id)
    form = staff_forms.CannotForm(posted(request))

    def act(sent: staff_forms.CannotForm) -> None:
        handling.cannot(actor=request.actor, complaint_id=found.pk, **sent.cleaned_data)

    told = told_on(
        request,
        found,
        _("It can’t be looked at"),
        "cannot",
        lead=_(
            "What was only heard from somebody else gives no answer: it would end in a fight over what is true."
        ),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_listeners
def hand_over(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """Somebody else listens from now on."""
    found = handled_or_404(request, complaint_id)
    form = ListenerForm(posted(request), ears=queries.ears_for(request.actor, found))

    def act(sent: ListenerForm) -> str:
        receiver_id = sent.receiver_id()
        handling.hand_over(actor=request.actor, complaint_id=found.pk, receiver_id=receiver_id)
        return request.actor.url("complaints:overview")

    told = told_on(
        request,
        found,
        _("Let somebody else listen"),
        "hand-over",
        lead=_("Ask who told it first: they chose you. From then on you read it no more."),
        template="complaints/hand_over.html",
        context={"complaint": found},
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_listeners
def pass_on(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """Somebody may not be safe."""
    found = handled_or_404(request, complaint_id)
    form: forms.Form = staff_forms.PassOnForm(posted(request))

    def act(sent: forms.Form) -> None:
        safety.pass_on(actor=request.actor, complaint_id=found.pk, **sent.cleaned_data)

    told = told_on(
        request,
        found,
        _("Somebody is not safe"),
        "pass-on",
        lead=_("Is somebody in danger at this moment? Call 112 first, then the contact person."),
        done=_("The contact person reads it. The complaint stays with you."),
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET", "POST"])
@by_listeners
def note_withdrawal(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """Who told it takes it back, by phone or in a talk."""
    found = handled_or_404(request, complaint_id)
    form = WithdrawForm(posted(request))

    def act(sent: WithdrawForm) -> None:
        handling.note_withdrawal(actor=request.actor, complaint_id=found.pk, **sent.cleaned_data)

    told = told_on(
        request,
        found,
        _("They take it back"),
        "withdraw",
        lead=_("Only when who told it said so themselves."),
        action=_("Written down: they take it back"),
    )
    return form_page(request, form, act, told)
