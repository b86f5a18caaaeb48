"""The end of a match: the talks, what is arranged, the end itself, and the calls after it."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.companionship.models import Match
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.parting.forms.closings import ArrangeForm, CareForm, ClosingTalkForm, EndForm
from naast.parting.queries import closings as queries
from naast.parting.services import care as care_services
from naast.parting.services import closings as services
from naast.parting.states import Check, Side
from naast.parting.views.doors import by_coordinator
from naast.parting.views.tabs import tabs_of


@require_http_methods(["GET"])
@by_coordinator
def overview(request: ActorRequest) -> HttpResponse:
    """Matches that wind down, longest first."""
    rows = keyset_page(
        queries.listed(request.actor), params=request.GET, fields=("state_since", "id")
    )
    context = {"page": rows, "tabs": tabs_of(request.actor, "overview")}
    return page(request, "parting/overview.html", context)


def _match(request: ActorRequest, match_id: UUID) -> Match:
    found = or_404(queries.get_match(request.actor, match_id))
    log.looked("match.closing-read", actor=request.actor, target=found.participant)
    return found


def _back(request: ActorRequest, match: Match, told: FormPage) -> FormPage:
    """The same page, with the way back to the goodbye of this match."""
    names = {"volunteer": match.volunteer.first_name, "participant": match.participant.first_name}
    return replace(
        told,
        back_url=request.actor.url("parting:closing", match_id=match.pk),
        back_label=_("The goodbye of %(volunteer)s and %(participant)s") % names,
    )


def _show(request: ActorRequest, match: Match, *, refusal: str = "") -> HttpResponse:
    shown = queries.closing_page(request.actor, match)
    context = {"shown": shown, "match": match, "refusal": refusal}
    return page(request, "parting/closing.html", context, refused=bool(refusal))


@require_http_methods(["GET"])
@by_coordinator
def closing(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """The goodbye of two people: where it stands and what comes next."""
    return _show(request, _match(request, match_id))


@require_http_methods(["GET", "POST"])
@by_coordinator
def closing_talk(request: ActorRequest, match_id: UUID, side: str) -> HttpResponse:
    """The talk with one of the two."""
    match = _match(request, match_id)
    if side not in Side.values:
        raise Http404
    talk = next(
        (
            each.talk
            for each in queries.closing_page(request.actor, match).sides
            if each.side == side
        ),
        None,
    )
    names = ClosingTalkForm.base_fields
    form = ClosingTalkForm(
        posted(request),
        side=side,
        initial={name: getattr(talk, name) for name in names} if talk else {},
    )
    person = match.participant if side == Side.PARTICIPANT else match.volunteer

    def act(sent: ClosingTalkForm) -> None:
        services.write_talk(actor=request.actor, match_id=match.pk, side=side, talk=sent.talk())

    told = FormPage(
        title=_("Closing talk with %(name)s") % {"name": person.first_name},
        lead=_("Each of the two apart, in their own words."),
        key=f"closing-talk:{match.pk}:{side}",
        done=_("Written down."),
    )
    return form_page(request, form, act, _back(request, match, told))


@require_http_methods(["GET", "POST"])
@by_coordinator
def arrange(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """What is arranged at the end."""
    match = _match(request, match_id)
    known = queries.closing_page(request.actor, match).closing
    initial: dict[str, object] = {}
    if known is not None:
        initial = {
            "stay_in_touch": known.stay_in_touch,
            "wants_together": known.wants_together,
            "together_on": known.together_on,
            **{check.value: known.checks.get(check.value, "") for check in Check},
        }
    form = ArrangeForm(posted(request), initial=initial)

    def act(sent: ArrangeForm) -> None:
        data = sent.cleaned_data
        services.arrange(
            actor=request.actor,
            match_id=match.pk,
            checks=sent.checks(),
            stay_in_touch=data["stay_in_touch"],
            wants_together=data["wants_together"],
            together_on=data["together_on"],
        )

    told = FormPage(
        title=_("What is arranged"),
        key=f"closing-arrange:{match.pk}",
        done=_("Written down."),
    )
    return form_page(request, form, act, _back(request, match, told))


@require_http_methods(["GET", "POST"])
@by_coordinator
def end(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """The match ends, now that both were heard."""
    match = _match(request, match_id)
    form = EndForm(posted(request))

    def act(sent: EndForm) -> None:
        services.end_after_talks(actor=request.actor, match_id=match.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("End the match"),
        lead=_("You talked with both. From now on the volunteer’s page of this match is closed."),
        action=_("End the match"),
        key=f"closing-end:{match.pk}",
        done=_("The match has ended. Thank both for the time together."),
    )
    return form_page(request, form, act, _back(request, match, told))


@require_http_methods(["POST"])
@by_coordinator
def who_died(request: ActorRequest, match_id: UUID, side: str) -> HttpResponse:
    """Who died, so that the other one is called."""
    match = _match(request, match_id)
    if side not in Side.values:
        raise Http404
    try:
        services.say_who_died(actor=request.actor, match_id=match.pk, side=side)
    except DomainError as error:
        return _show(request, match, refusal=str(error))
    messages.success(
        request,
        _("Written down. The calls to who stays behind are planned, the first within two days."),
    )
    return see_other(request.actor.url("parting:closing", match_id=match.pk))


@require_http_methods(["POST"])
@by_coordinator
def next_wish(request: ActorRequest, match_id: UUID) -> HttpResponse:
    """A new wish of the participant, in the words of the talk."""
    match = _match(request, match_id)
    try:
        wish = services.write_next_wish(actor=request.actor, match_id=match.pk)
    except DomainError as error:
        return _show(request, match, refusal=str(error))
    messages.success(request, _("The new wish is written down. Explore it together."))
    return see_other(request.actor.url("companionship:request", request_id=wish.pk))


@require_http_methods(["POST"])
@by_coordinator
def debrief(request: ActorRequest, match_id: UUID, side: str) -> HttpResponse:
    """It was heavy: we call within a week."""
    match = _match(request, match_id)
    if side not in Side.values:
        raise Http404
    care_services.offer_debrief(actor=request.actor, match_id=match.pk, side=side)
    messages.success(request, _("Planned: call within a week."))
    return see_other(request.actor.url("parting:closing", match_id=match.pk))


@require_http_methods(["GET", "POST"])
@by_coordinator
def care(request: ActorRequest, care_id: UUID) -> HttpResponse:
    """A call after the end."""
    found = or_404(queries.get_care(request.actor, care_id))
    log.looked("match.closing-read", actor=request.actor, target=found.match.participant)
    form = CareForm(posted(request))

    def act(sent: CareForm) -> None:
        care_services.note_call(actor=request.actor, care_id=found.pk, **sent.cleaned_data)

    told = FormPage(
        title=_("Call %(name)s") % {"name": found.person.first_name},
        lead=found.get_kind_display(),
        key=f"care:{found.pk}",
        done=_("Noted. Thank you for calling."),
    )
    return form_page(request, form, act, _back(request, found.match, told))
