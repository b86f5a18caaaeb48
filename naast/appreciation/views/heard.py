"""Letters of who has no page here: a coordinator asks on their behalf, and writes down what they say of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.appreciation.forms import LetterForForm
from naast.appreciation.models import Letter
from naast.appreciation.services import letters as services
from naast.appreciation.states import HEARD
from naast.appreciation.views.doors import by_coordinator
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.organisations.access import ActorRequest
from naast.people.api import get_person
from naast.people.models import Person


@require_http_methods(["GET", "POST"])
@by_coordinator
def letter_for(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Somebody told us that they would like a letter."""
    actor = request.actor
    try:
        person = get_person(actor, person_id)
    except Person.DoesNotExist:
        raise Http404 from None
    or_404(getattr(person, "volunteer", None))
    language = (get_language() or "nl")[:2]
    form = LetterForForm(request.POST or None, initial={"language": language})
    if request.method == "POST" and form.is_valid():
        try:
            made = services.ask_for(actor=actor, person_id=person.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return see_other(actor.url("appreciation:write_letter", letter_id=made.pk))
    context: dict[str, object] = {"form": form, "person": person}
    return page(request, "appreciation/letter_for.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def hear_letter(request: ActorRequest, letter_id: UUID, step: str) -> HttpResponse:
    """They agree, would like something different, or don’t need it any more."""
    if step not in HEARD:
        raise Http404
    try:
        services.hear(
            actor=request.actor,
            letter_id=letter_id,
            step=step,
            wish=request.POST.get("wish", "")[:1000],
        )
    except Letter.DoesNotExist:
        raise Http404 from None
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Written down."))
    return see_other(request.actor.url("appreciation:write_letter", letter_id=letter_id))
