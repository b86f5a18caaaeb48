"""What somebody told themselves, and what others would like to talk over with them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.complaints.forms.fields import SeenFields
from naast.complaints.forms.own import (
    BackForm,
    DayForm,
    ListenerForm,
    OwnViewForm,
    WithdrawForm,
)
from naast.complaints.models import Complaint
from naast.complaints.policies import complaints as policies
from naast.complaints.queries import complaints as queries
from naast.complaints.queries.sides import what_is_read
from naast.complaints.queries.terms import terms_of
from naast.complaints.services import filing, handling, outcomes, talks
from naast.complaints.showing import path_of
from naast.complaints.states import Side
from naast.complaints.views.doors import own_or_404, own_url
from naast.core import clock
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.text import Text
from naast.messaging.forms import posted
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest, open_to_members
from naast.organisations.form_pages import FormPage, form_page


@require_http_methods(["GET"])
@open_to_members
def mine(request: ActorRequest) -> HttpResponse:
    """What I told, and what others would like to talk over with me."""
    actor = request.actor
    rows = keyset_page(queries.own(actor), params=request.GET, fields=("id",), newest_first=True)
    for row in rows.rows:
        row.is_mine = policies.side_of(actor, row) == Side.REPORTER  # type: ignore[attr-defined]  # for the page alone
    may_write_down = bool(policies.can_write_down(actor))
    context: dict[str, object] = {"rows": rows, "may_write_down": may_write_down}
    return page(request, "complaints/mine.html", context)


@require_http_methods(["GET"])
@open_to_members
def my_complaint(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """One: what I told and what comes next; or what it is about, and how I see it."""
    found = own_or_404(request, complaint_id)
    mark_read(actor=request.actor, url=request.path)
    side = policies.side_of(request.actor, found)
    if side == Side.OTHER:
        log.looked("complaint.read", actor=request.actor, target=found)
    context: dict[str, object] = {
        "read": what_is_read(found, side),
        "stages": path_of(found),
        "terms": terms_of(found.organisation_id),
        "readers": queries.readers_of(found) if side == Side.REPORTER else [],
        "today": clock.today(),
    }
    return page(request, "complaints/my_complaint.html", context)


def _told(request: ActorRequest, found: Complaint, title: Text, key: str, done: Text) -> FormPage:
    return FormPage(
        title=title,
        key=f"complaint-{key}:{found.pk}",
        done=done,
        back_url=own_url(request, found),
        back_label=_("Back"),
    )


@require_http_methods(["GET", "POST"])
@open_to_members
def my_view(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """How I see it."""
    found = own_or_404(request, complaint_id)
    side = policies.side_of(request.actor, found)
    form = OwnViewForm(posted(request), initial={"words": getattr(found, f"{side}_view")})

    def act(sent: OwnViewForm) -> None:
        handling.say_view(actor=request.actor, complaint_id=found.pk, **sent.cleaned_data)

    done = _("Thank you. It stands in your own words.")
    return form_page(request, form, act, _told(request, found, _("How I see it"), "my-view", done))


@require_http_methods(["GET", "POST"])
@open_to_members
def my_seen(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """What I saw or heard myself, or from whom I heard it."""
    found = own_or_404(request, complaint_id)
    form = SeenFields(posted(request))

    def act(sent: SeenFields) -> None:
        filing.add_own_observation(actor=request.actor, complaint_id=found.pk, seen=sent.seen())

    return form_page(
        request,
        form,
        act,
        _told(request, found, _("What I saw or heard"), "my-seen", _("Thank you.")),
    )


@require_http_methods(["GET", "POST"])
@open_to_members
def my_day(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """Whether the day of the talk suits me."""
    found = own_or_404(request, complaint_id)
    talk = or_404(queries.talk_of(found))
    form = DayForm(posted(request))

    def act(sent: DayForm) -> None:
        talks.answer_plan(
            actor=request.actor,
            complaint_id=found.pk,
            suits=sent.suits(),
            words=sent.cleaned_data["words"],
        )

    told = _told(request, found, _("A talk together"), "my-day", _("Thank you for your answer."))
    shown = FormPage(
        title=told.title,
        key=told.key,
        done=told.done,
        back_url=told.back_url,
        back_label=told.back_label,
        template="complaints/my_day.html",
        context={"talk": talk},
    )
    return form_page(request, form, act, shown)


@require_http_methods(["GET", "POST"])
@open_to_members
def my_back(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """How I look back on the answer."""
    found = own_or_404(request, complaint_id)
    form = BackForm(posted(request))

    def act(sent: BackForm) -> None:
        outcomes.say_how_it_is(
            actor=request.actor, complaint_id=found.pk, content=sent.cleaned_data["how"]
        )

    return form_page(
        request, form, act, _told(request, found, _("Looking back"), "my-back", _("Thank you."))
    )


def _reported_or_404(request: ActorRequest, complaint_id: UUID) -> Complaint:
    return or_404(policies.told_by(request.actor).filter(pk=complaint_id).first())


@require_http_methods(["POST"])
@open_to_members
def may_name_me(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """The other side may know that it was me."""
    found = _reported_or_404(request, complaint_id)
    filing.agree_to_be_named(actor=request.actor, complaint_id=found.pk)
    messages.success(request, _("Thank you. Who listens may say your name."))
    return see_other(own_url(request, found))


@require_http_methods(["GET", "POST"])
@open_to_members
def my_listener(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """Somebody else may listen."""
    found = _reported_or_404(request, complaint_id)
    form = ListenerForm(posted(request), ears=queries.ears_for(request.actor, found))

    def act(sent: ListenerForm) -> None:
        filing.choose_listener(
            actor=request.actor, complaint_id=found.pk, receiver_id=sent.receiver_id()
        )

    done = _("Changed. Who listened before reads it no more.")
    return form_page(
        request, form, act, _told(request, found, _("Who may listen?"), "my-listener", done)
    )


@require_http_methods(["GET", "POST"])
@open_to_members
def withdraw(request: ActorRequest, complaint_id: UUID) -> HttpResponse:
    """I take it back."""
    found = _reported_or_404(request, complaint_id)
    form = WithdrawForm(posted(request))

    def act(sent: WithdrawForm) -> None:
        filing.withdraw(actor=request.actor, complaint_id=found.pk, **sent.cleaned_data)

    told = _told(request, found, _("I take it back"), "withdraw", _("It is taken back."))
    return form_page(request, form, act, told)
