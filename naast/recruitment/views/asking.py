"""A page with one small form about an application, and buttons without one: what each step shares."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.messaging.forms import LetterForm
from naast.messaging.texts import Words
from naast.organisations.access import ActorRequest
from naast.recruitment.models import Application


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page with one form says, and what sending it does. `notes` are kind words beside it."""

    heading: Text
    lead: Text
    button: Text
    done: Text
    send: Callable[[], object]
    notes: tuple[Text, ...] = ()
    # Where a letter goes along: its form, and how its words read once they are filled in.
    letter: LetterForm | None = None
    look: Callable[[Words], Words] | None = None


def home_of(request: ActorRequest, application: Application) -> str:
    """The page of this application."""
    return request.actor.url("recruitment:application", application_id=application.pk)


def ask(
    request: ActorRequest, application: Application, form: forms.Form, asked: Asked
) -> HttpResponse:
    """Show the form, or do what it asks and go back to the application."""
    if request.method == "POST" and form.is_valid() and not _looked(asked):
        try:
            asked.send()
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(asked.done))
            return see_other(home_of(request, application))
    context = {
        "form": form,
        "asked": asked,
        "application": application,
        "back": home_of(request, application),
    }
    return page(request, "recruitment/step.html", context, refused=bool(form.errors))


def _looked(asked: Asked) -> bool:
    """Whether the letter is only read first, as it would go out now."""
    if asked.letter is None or asked.look is None or not asked.letter.asks_to_look:
        return False
    words = asked.letter.letter_words()
    asked.letter.look = asked.look(words) if words is not None else None
    return True


def do(
    request: ActorRequest, application: Application, done: Text, send: Callable[[], object]
) -> HttpResponse:
    """A button without a form: what went wrong stands above the page one comes back to."""
    try:
        send()
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, str(done))
    return see_other(home_of(request, application))
