"""Letters with information: what was sent, a new one, and one to read or print."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements import letters
from naast.agreements.forms.information import InformationForm
from naast.agreements.models import InformationLetter
from naast.agreements.queries import information as queries
from naast.agreements.services import information as services
from naast.agreements.views.doors import by_coordinator
from naast.audit import log
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.messaging.forms import posted
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_coordinator
def information(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """What was sent to somebody and when, and what can be written."""
    person = or_404(queries.get_person(request.actor, person_id))
    context: dict[str, object] = {
        "person": person,
        "hat": "participant" if hasattr(person, "participant") else "volunteer",
        "programmes": list(queries.programmes_for(request.actor, person)),
        "kinds": [(letters.slug_of(kind), kind.label) for kind in queries.kinds_for(person)],
        "letters": queries.log_of(request.actor, person),
    }
    return page(request, "agreements/information.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def write_information(
    request: ActorRequest, person_id: UUID, programme_id: UUID, kind: str
) -> HttpResponse:
    """Read the letter, change it, and send or print it."""
    person = or_404(queries.get_person(request.actor, person_id))
    programme = or_404(queries.get_programme(request.actor, programme_id))
    kind_meant = or_404(letters.BY_SLUG.get(kind))
    letter = services.NewLetter(person, programme, kind_meant)
    key = f"letter:{person.pk}:{programme.pk}:{kind}"
    form = InformationForm(
        posted(request),
        words=services.usual_words(actor=request.actor, letter=letter),
        has_address=bool(services.address_of(person)),
    )
    if form.is_valid():
        try:
            made = services.send_information(
                actor=request.actor,
                letter=letter,
                words=form.words(),
                way=form.way_chosen(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            return _sent(request, made)
    context = {
        "form": form,
        "person": person,
        "programme": programme,
        "title": kind_meant.label,
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
    }
    return page(request, "agreements/write_information.html", context, refused=bool(form.errors))


def _sent(request: ActorRequest, made: InformationLetter) -> HttpResponse:
    if made.way == InformationLetter.Way.POST:
        return see_other(request.actor.url("agreements:information_letter", letter_id=made.pk))
    messages.success(request, _("The letter is on its way."))
    return see_other(request.actor.url("agreements:information", person_id=made.person_id))


@require_http_methods(["GET"])
@by_coordinator
def information_letter(request: ActorRequest, letter_id: UUID) -> HttpResponse:
    """One letter as it went out, to read or print. Opening it is written down."""
    letter = or_404(queries.get_letter(request.actor, letter_id))
    log.looked("information-letter.read", actor=request.actor, target=letter.person)
    return page(request, "agreements/information_letter.html", {"letter": letter})
