"""A calamity, and what the team talks about."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.form_pages import FormPage
from naast.signals.forms.handling import AgendaForm, ConclusionForm, ReportForm
from naast.signals.models import Signal
from naast.signals.policies.agenda import THE_TEAM
from naast.signals.queries import handling as queries
from naast.signals.services import agenda as agendas
from naast.signals.services import calamities
from naast.signals.views.handling import do
from naast.signals.views.handling_doors import by_staff, form_page, reading_or_404, show_refusal

by_team = open_to(*THE_TEAM)


@require_http_methods(["POST"])
@by_staff
def calamity(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """This is a calamity: it is reported at once."""

    def act(found: Signal) -> None:
        calamities.note_calamity(actor=request.actor, signal_id=found.pk)

    return do(request, signal_id, act, _("Noted. Report it now, then write down when you did."))


@require_http_methods(["GET", "POST"])
@by_staff
def report(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """It was reported: when, and to whom."""
    found = reading_or_404(request, signal_id)
    or_404(getattr(found, "calamity", None))
    form = ReportForm(posted(request))

    def act(sent: ReportForm) -> None:
        calamities.report_calamity(
            actor=request.actor,
            signal_id=found.pk,
            reported_to=sent.cleaned_data["reported_to"],
            reported_at=sent.moment(),
        )

    told = FormPage(
        title=_("The calamity is reported"),
        lead=_("Report first, write down afterwards."),
        key="signal-report",
        done=_("Written down, with your name and the moment."),
    )
    return form_page(request, found, form, act, told)


@require_http_methods(["GET", "POST"])
@by_staff
def put_on_agenda(request: ActorRequest, signal_id: UUID) -> HttpResponse:
    """The team may talk about it, without anybody in it."""
    found = reading_or_404(request, signal_id)
    form = AgendaForm(posted(request))

    def act(sent: AgendaForm) -> None:
        agendas.put_on_agenda(actor=request.actor, signal_id=found.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("For the team"),
        lead=_("Professionals and coordinators read these words. They find no way to the signal."),
        key="signal-agenda",
        done=_("It stands on the agenda of the team."),
        action=_("Put it on the agenda"),
    )
    return form_page(request, found, form, act, told)


@require_http_methods(["GET"])
@by_team
def agenda(request: ActorRequest) -> HttpResponse:
    """What the team talks about, or talked about."""
    is_discussed = request.GET.get("show") == "discussed"
    rows = queries.agenda(request.actor, is_discussed=is_discussed)
    found = keyset_page(rows, params=request.GET, fields=("id",), newest_first=True)
    return page(request, "signals/agenda.html", {"page": found, "is_discussed": is_discussed})


@require_http_methods(["GET", "POST"])
@by_team
def agenda_point(request: ActorRequest, point_id: UUID) -> HttpResponse:
    """The team talked about it."""
    point = or_404(queries.get_point(request.actor, point_id))
    initial = {"conclusion": point.conclusion} if point.conclusion else None
    form = ConclusionForm(posted(request), initial=initial)
    key = f"signal-agenda-point:{point.pk}"
    if request.method == "POST" and form.is_valid():
        try:
            agendas.conclude(actor=request.actor, point_id=point.pk, **form.cleaned_data)
        except DomainError as error:
            show_refusal(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Written down."))
            return see_other(request.actor.url("signals:agenda"))
    saved = {} if form.is_bound else drafts.kept(request.user.pk, key)
    context: dict[str, object] = {"point": point, "form": form, "draft_key": key, "saved": saved}
    return page(request, "signals/agenda_point.html", context, refused=bool(form.errors))
