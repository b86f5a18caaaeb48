"""Meetings for everybody: which there are, signing up, and one's own sign-up behind a link."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.organisations.public import HouseRequest, open_house
from naast.outreach import links
from naast.outreach.forms.meetings import SignUpForm
from naast.outreach.models import SignUp
from naast.outreach.queries import meetings as queries
from naast.outreach.services import signups as services
from naast.outreach.states import SignUpState
from naast.people.terms import language_name
from naast.recruitment.views import sending
from naast.recruitment.views.own_door import hidden
from naast.vacancies.addresses import with_words
from naast.vacancies.views.public import via_of

MOST = 40


@require_http_methods(["GET"])
@open_house
def meetings(request: HouseRequest) -> HttpResponse:
    """Which meetings are still to come."""
    rows = queries.on_the_site(request.visitor, now=clock.now())[:MOST]
    context: dict[str, object] = {"meetings": list(rows), "via": via_of(request)}
    return page(request, "outreach/public_meetings.html", context)


@require_http_methods(["GET", "POST"])
@open_house
def meeting(request: HouseRequest, meeting_id: UUID) -> HttpResponse:
    """One meeting, and signing up: whoever signs up twice gets the same answer."""
    rows = queries.on_the_site(request.visitor, now=clock.now())
    shown = or_404(rows.filter(pk=meeting_id).first())
    template = "outreach/public_meeting.html"
    form = SignUpForm(request.POST or None, country=request.house.country)
    context: dict[str, object] = {
        "form": form,
        "meeting": shown,
        "language": language_name(shown.language),
        "interpreter": language_name(shown.interpreter) if shown.interpreter else "",
        "is_full": shown.places is not None and queries.free_seats(shown) == 0,
        "draft_key": f"meeting:{shown.pk}",
        "via": via_of(request),
    }
    if request.method == "POST":
        why = sending.refusal(request, what="meeting", rate="20/hour")
        if why:
            return sending.refused(request, template, context, form=form, why=why)
        if form.is_valid() and _signed_up(request, form, shown.pk):
            thanks = reverse("public:meeting_thanks", kwargs={"house": request.house.slug})
            return see_other(with_words(thanks, via=via_of(request)))
    return page(request, template, context, refused=bool(form.errors))


def _signed_up(request: HouseRequest, form: SignUpForm, meeting_id: UUID) -> bool:
    try:
        services.sign_up(actor=request.visitor, meeting_id=meeting_id, guest=form.guest())
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    return True


@require_http_methods(["GET"])
@open_house
def meeting_thanks(request: HouseRequest) -> HttpResponse:
    """What happens next: the same words for everybody."""
    return page(request, "outreach/public_meeting_thanks.html", {"via": via_of(request)})


@require_http_methods(["GET", "POST"])
@open_house
def my_sign_up(request: HouseRequest, token: str) -> HttpResponse:
    """One's own sign-up: take the place that came free, or say that one can't come."""
    found = or_404(links.sign_up_of(request.visitor, token))
    if request.method == "POST":
        step = request.POST.get("answer", "")
        if step in {"confirm", "cancel"}:
            _answer(request, found, step)
        return see_other(request.path)
    now = clock.now()
    is_open = found.meeting.starts_at > now and found.meeting.cancelled_at is None
    context: dict[str, object] = {
        "mine": found,
        "meeting": found.meeting,
        "is_open": is_open,
        "is_offered": is_open and found.state == SignUpState.OFFERED,
        "is_expected": is_open and found.is_expected,
    }
    return hidden(page(request, "outreach/public_my_sign_up.html", context))


def _answer(request: HouseRequest, found: SignUp, step: str) -> None:
    try:
        now_it_is = services.answer_own(actor=request.visitor, sign_up_id=found.pk, step=step)
    except DomainError as error:
        messages.error(request, str(error))
        return
    if step == "cancel":
        messages.success(request, _("Thank you for telling us. That is quite all right."))
    elif now_it_is.state == SignUpState.CONFIRMED:
        messages.success(request, _("You are welcome: the place is yours."))
    else:
        messages.info(request, _("The place went to somebody else in the meantime."))
