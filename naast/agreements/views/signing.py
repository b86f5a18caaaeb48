"""Who still has to sign, the papers of one person, and making them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.forms import signing as forms
from naast.agreements.pdf import checksum_of_file
from naast.agreements.queries import copies as copy_queries
from naast.agreements.queries import signing as queries
from naast.agreements.queries import verifying
from naast.agreements.queries.cards import as_volunteer
from naast.agreements.queries.information import log_of
from naast.agreements.services import preparing, reading
from naast.agreements.services.acknowledging import read_cards_together
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.core.templatetags.ui_actions import Tab
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people.api import get_person
from naast.people.models import Person
from naast.programmes.models import Engagement, Programme
from naast.programmes.queries import engagements_of


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def signing(request: ActorRequest) -> HttpResponse:
    """What waits for somebody's signature or answer, what is to be read again."""
    today = clock.today()
    form = forms.SigningFilter(request.GET or None, actor=request.actor)
    data = form.cleaned_data if form.is_bound and form.is_valid() else {}
    waiting = data.get("waiting") or queries.Waiting.PERSON
    programme: Programme | None = data.get("programme")
    rows, fields = queries.listed(
        request.actor, waiting, today=today, programme_id=programme.pk if programme else None
    )
    shown = keyset_page(rows, params=request.GET, fields=fields)
    base = request.actor.url("agreements:signing")
    chosen = f"&programme={programme.pk}" if programme else ""
    context = {
        "rows": [(copy, queries.state_of(copy, today)) for copy in shown.rows],
        "page": shown,
        "form": form,
        "tabs": [
            Tab(str(each.label), f"{base}?waiting={each.value}{chosen}", each == waiting)
            for each in queries.Waiting
        ],
        "waiting": waiting,
        "programmes": list(queries.programmes_of(request.actor)),
    }
    return page(request, "agreements/signing.html", context)


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def of_person(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """All papers of one person, and where some are still to be made."""
    person = _person_or_404(request, person_id)
    today = clock.today()
    papers = copy_queries.of_person(request.actor, person)
    context = {
        "person": person,
        "engagements": _taking_part(request, person),
        "papers": [(copy, queries.state_of(copy, today)) for copy in papers],
        "letters": log_of(request.actor, person),
        "cards": reading.cards_read(person, as_volunteer(person), reading.FOR_VOLUNTEERS),
    }
    return page(request, "agreements/of_person.html", context)


def _person_or_404(request: ActorRequest, person_id: UUID) -> Person:
    try:
        return get_person(request.actor, person_id)
    except Person.DoesNotExist as error:
        raise Http404 from error


def _taking_part(request: ActorRequest, person: Person) -> list[Engagement]:
    return [each for each in engagements_of(request.actor, person) if each.ended_on is None]


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def cards_together(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """We read the cards together with somebody who has no account."""
    person = _person_or_404(request, person_id)
    try:
        read_cards_together(actor=request.actor, person=person)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Written down."))
    return see_other(request.actor.url("agreements:of_person", person_id=person.pk))


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def make_papers(request: ActorRequest, person_id: UUID, engagement_id: UUID) -> HttpResponse:
    """Make what this person has to read or sign for one programme."""
    person = _person_or_404(request, person_id)
    if engagement_id not in {each.pk for each in _taking_part(request, person)}:
        raise Http404
    made = preparing.prepare(actor=request.actor, engagement_id=engagement_id)
    for name, missing in made.lacking.items():
        words = ", ".join(str(each) for each in missing)
        messages.warning(
            request,
            _("“%(text)s” could not be made. Missing: %(missing)s.")
            % {"text": name, "missing": words},
        )
    if made.made:
        messages.success(request, _("The papers are ready. Who can be reached is told."))
    elif not made.lacking:
        messages.info(request, _("Everything was there already."))
    return see_other(request.actor.url("agreements:of_person", person_id=person.pk))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def make_for_everybody(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """Make what is missing for everybody in a programme, as after a new version."""
    programme = queries.programmes_of(request.actor).filter(pk=programme_id).first()
    if programme is None:
        raise Http404
    if request.method == "POST":
        preparing.prepare_programme(actor=request.actor, programme_id=programme.pk)
        messages.success(request, _("We make them now. In a moment they stand on this list."))
        back = request.actor.url("agreements:signing")
        return see_other(f"{back}?waiting=person&programme={programme.pk}")
    return page(request, "agreements/make_for_everybody.html", {"programme": programme})


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def verify(request: ActorRequest) -> HttpResponse:
    """Is this paper ours, and is it still what was signed? The file is compared and not kept."""
    form = forms.VerifyForm(request.POST or None, request.FILES or None)
    found: list[verifying.Verified] | None = None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        if file:
            found = verifying.by_file(request.actor, checksum_of_file(file.read()))
        else:
            found = verifying.by_words(request.actor, form.cleaned_data["typed"])
    context: dict[str, object] = {"form": form, "found": found}
    return page(request, "agreements/verify.html", context, refused=bool(form.errors))
