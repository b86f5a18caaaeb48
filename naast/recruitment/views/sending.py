"""What public forms of this room share: how often one may send, and how large."""

from http import HTTPStatus

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from naast.core import limits

# No form of ours is longer, however much somebody has to tell.
LARGEST_BODY = 100_000


def refusal(request: HttpRequest, *, what: str, rate: str = "10/hour") -> HTTPStatus | None:
    """Why this form can't be taken in now, before anybody looks at it; None when it can."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if not limits.allows(request, what=what, rate=rate):
        return HTTPStatus.TOO_MANY_REQUESTS
    return None


def refused(
    request: HttpRequest, template: str, context: dict[str, object], *, form: Form, why: HTTPStatus
) -> HttpResponse:
    """The form with all that was typed, and a sentence that says what to do."""
    form.is_valid()
    form.add_error(None, sentence(why))
    return render(request, template, context, status=why)


def sentence(why: HTTPStatus) -> str:
    """What to do now."""
    if why == HTTPStatus.TOO_MANY_REQUESTS:
        return _(
            "This form was sent many times from here. Wait an hour, or call us. Your text stays here."
        )
    return _("This is more than we can take in at once. Shorten it, or call us.")
