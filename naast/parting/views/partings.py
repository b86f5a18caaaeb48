"""Saying goodbye to a volunteer, as coordinators see it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest
from naast.organisations.form_pages import FormPage, form_page
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.parting.forms.partings import (
    DecisionForm,
    GoodbyeForm,
    OpenForm,
    PlanForm,
    TalkForm,
    WordsForm,
)
from naast.parting.keepsake import keepsake_pdf
from naast.parting.models import Parting
from naast.parting.queries import partings as queries
from naast.parting.queries.outflow import outflow_of
from naast.parting.queries.ties import ties_of
from naast.parting.services import goodbye as goodbyes
from naast.parting.services import grounds as ground_services
from naast.parting.services import partings as services
from naast.parting.states import OPEN_STATES
from naast.parting.views.doors import by_coordinator, by_coordinator_or_coach
from naast.parting.views.tabs import tabs_of
from naast.people.api import get_person
from naast.people.models import Person


def found_or_404(request: ActorRequest, parting_id: UUID) -> Parting:
    """One goodbye, and that it was opened is written down."""
    found = or_404(queries.get_parting(request.actor, parting_id))
    log.looked("parting.read", actor=request.actor, target=found)
    return found


def open_or_404(request: ActorRequest, parting_id: UUID) -> Parting:
    """The same, as long as it can be changed."""
    found = found_or_404(request, parting_id)
    return or_404(found if found.state in OPEN_STATES else None)


def back_to(request: ActorRequest, parting: Parting, told: FormPage) -> FormPage:
    """The same page, with the way back to this goodbye."""
    url = request.actor.url("parting:parting", parting_id=parting.pk)
    return replace(told, back_url=url, back_label=parting.person.name)


@require_http_methods(["GET"])
@by_coordinator
def partings(request: ActorRequest) -> HttpResponse:
    """Goodbyes that are being prepared, or that were said."""
    is_closed = request.GET.get("show") == "closed"
    rows = queries.listed(request.actor, is_closed=is_closed)
    found = keyset_page(rows, params=request.GET, fields=("id",), newest_first=True)
    context = {"page": found, "is_closed": is_closed, "tabs": tabs_of(request.actor, "partings")}
    return page(request, "parting/partings.html", context)


@require_http_methods(["GET"])
@by_coordinator
def figures(request: ActorRequest) -> HttpResponse:
    """Why people left, a year at a time; and with whom nobody talked."""
    today: date = clock.today()
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and 2000 <= int(asked) <= today.year else today.year
    without = keyset_page(
        queries.left_without_talk(request.actor, year=year),
        params=request.GET,
        fields=("left_on", "id"),
        newest_first=True,
    )
    context = {
        "shown": outflow_of(request.actor, year),
        "without": without,
        "years": [each for each in range(today.year, today.year - 5, -1) if each != year],
        "tabs": tabs_of(request.actor, "figures"),
    }
    return page(request, "parting/figures.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_parting(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Begin to say goodbye, or to talk about it; one that is open already goes on."""
    try:
        person = get_person(request.actor, person_id)
    except Person.DoesNotExist:
        return or_404(None)
    or_404(getattr(person, "volunteer", None))
    going = queries.open_of(request.actor, person.pk)
    if going is not None:
        return see_other(request.actor.url("parting:parting", parting_id=going.pk))
    form = OpenForm(posted(request))

    def act(sent: OpenForm) -> str:
        made = services.open_parting(actor=request.actor, person_id=person.pk, **sent.cleaned_data)
        return request.actor.url("parting:parting", parting_id=made.pk)

    told = FormPage(
        title=_("Say goodbye to %(name)s") % {"name": person.first_name},
        lead=_("It begins with a talk. Nothing ends yet."),
        key=f"parting-new:{person.pk}",
        done=_("Begun. Plan the talk."),
        action=_("Begin"),
        back_url=request.actor.url("people:volunteer", person_id=person.pk),
        back_label=person.name,
    )
    return form_page(request, form, act, told)


@require_http_methods(["GET"])
@by_coordinator_or_coach
def parting(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """One goodbye: where it stands, what was said, what comes next."""
    return show(request, found_or_404(request, parting_id))


def show(request: ActorRequest, found: Parting, *, refusal: str = "") -> HttpResponse:
    """The page, with why something could not be done."""
    context: dict[str, object] = {
        "shown": queries.parting_page(request.actor, found),
        "parting": found,
        "refusal": refusal,
        "is_coordinator": request.actor.is_coordinator,
        "is_open": found.state in OPEN_STATES,
        "has_keepsake": hasattr(found, "keepsake"),
    }
    return page(request, "parting/parting.html", context, refused=bool(refusal))


@require_http_methods(["GET", "POST"])
@by_coordinator
def words(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """Why they stop, what could be better, what next: in their words."""
    found = open_or_404(request, parting_id)
    names = ("reason_words", "better", "better_words", "wants_letter", "wants_certificate")
    initial = {name: getattr(found, name) for name in names}
    initial["reasons"] = [each.code for each in found.reasons.all()]
    initial["come_back"] = hasattr(found, "invitation")
    form = WordsForm(posted(request), initial=initial)

    def act(sent: WordsForm) -> None:
        services.write_down(actor=request.actor, parting_id=found.pk, wish=sent.wish())

    told = FormPage(
        title=_("Why, and what next"),
        lead=_("Ask it open, and write it down in their words."),
        key=f"parting-words:{found.pk}",
        done=_("Written down."),
    )
    return form_page(request, form, act, back_to(request, found, told))


@require_http_methods(["GET", "POST"])
@by_coordinator
def plan(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """The day of the talk."""
    found = open_or_404(request, parting_id)
    form = PlanForm(posted(request), initial={"day": found.talk_planned_on})

    def act(sent: PlanForm) -> None:
        services.plan_talk(actor=request.actor, parting_id=found.pk, **sent.cleaned_data)

    told = FormPage(title=_("Plan the talk"), key=f"parting-plan:{found.pk}", done=_("Planned."))
    return form_page(request, form, act, back_to(request, found, told))


@require_http_methods(["GET", "POST"])
@by_coordinator
def talk(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """The talk took place."""
    found = open_or_404(request, parting_id)
    initial = {
        "talk_on": found.talk_on or clock.today(),
        "words": found.talk_words,
        "reaction": found.reaction,
    }
    form = TalkForm(posted(request), is_ours=found.is_ours, initial=initial)

    def act(sent: TalkForm) -> None:
        services.note_talk(actor=request.actor, parting_id=found.pk, talk=sent.talk())

    told = FormPage(
        title=_("We talked"),
        lead=_("Say honestly what it is about: that keeps rumours away."),
        key=f"parting-talk:{found.pk}",
        done=_("Written down."),
    )
    return form_page(request, form, act, back_to(request, found, told))


def _decision(
    request: ActorRequest,
    found: Parting,
    told: FormPage,
    service: Callable[..., Parting],
) -> HttpResponse:
    form = DecisionForm(posted(request))

    def act(sent: DecisionForm) -> str | None:
        service(actor=request.actor, parting_id=found.pk, words=sent.cleaned_data["decision"])
        return None if request.actor.is_coordinator else request.actor.url("desk:professional_home")

    return form_page(request, form, act, back_to(request, found, told))


@require_http_methods(["GET", "POST"])
@by_coordinator_or_coach
def agree(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """A second colleague agrees to part."""
    found = open_or_404(request, parting_id)
    told = FormPage(
        title=_("I agree: we part"),
        lead=_("You look along with fresh eyes. If something can still be tried, say so instead."),
        key=f"parting-agree:{found.pk}",
        done=_("Decided by two. Now say goodbye well."),
        action=_("I agree: we part"),
    )
    return _decision(request, found, told, ground_services.agree)


@require_http_methods(["GET", "POST"])
@by_coordinator_or_coach
def go_on(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """Nobody parts: we go on, with agreements."""
    found = open_or_404(request, parting_id)
    told = FormPage(
        title=_("We go on"),
        lead=_("With what you agreed. Nothing of this follows anybody around."),
        key=f"parting-go-on:{found.pk}",
        done=_("You go on together. Good."),
        action=_("We go on"),
    )
    return _decision(request, found, told, services.go_on)


@require_http_methods(["GET", "POST"])
@by_coordinator
def goodbye(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """The goodbye itself: access ends at once, thanks remain."""
    found = open_or_404(request, parting_id)
    ties = ties_of(request.actor, found.person)
    form = GoodbyeForm(
        posted(request),
        colleagues=colleagues(request.actor, Function.COORDINATOR, Function.COACH),
        has_tasks=bool(ties.tasks),
        initial={"thanks": found.thanks},
    )

    def act(sent: GoodbyeForm) -> None:
        takes_over = sent.cleaned_data.get("takes_over")
        goodbyes.say_goodbye(
            actor=request.actor,
            parting_id=found.pk,
            goodbye=sent.goodbye(),
            takes_over_id=getattr(takes_over, "pk", None),
        )

    told = FormPage(
        title=_("Say goodbye to %(name)s") % {"name": found.person.first_name},
        lead=_(
            "From this moment they find nothing here any more. What they take along goes to them."
        ),
        key=f"goodbye:{found.pk}",
        done=_("Said goodbye. Thank you for doing it well."),
        action=_("Say goodbye"),
        template="parting/goodbye.html",
        context={"ties": ties},
    )
    return form_page(request, form, act, back_to(request, found, told))


@require_http_methods(["POST"])
@by_coordinator
def share(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """Put it before the volunteer."""
    found = open_or_404(request, parting_id)
    try:
        ground_services.share(actor=request.actor, parting_id=found.pk)
    except DomainError as error:
        return show(request, found, refusal=str(error))
    messages.success(request, _("The volunteer can read it now, and write how they see it."))
    return see_other(request.actor.url("parting:parting", parting_id=found.pk))


@require_http_methods(["GET"])
@by_coordinator
def keepsake(request: ActorRequest, parting_id: UUID) -> HttpResponse:
    """What somebody took along, to print."""
    found = found_or_404(request, parting_id)
    kept = or_404(getattr(found, "keepsake", None))
    return pdf_answer(keepsake_pdf(kept))


def pdf_answer(content: bytes) -> HttpResponse:
    """A PDF to read or keep; its name says nothing about anybody."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="thank-you.pdf"'
    return answer
