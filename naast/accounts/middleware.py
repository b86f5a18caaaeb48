"""Pages in the language a user chose, whatever the browser says."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation


def own_language(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Activate the user's language; visitors keep what LocaleMiddleware found."""
    offered = {code for code, _name in settings.LANGUAGES}

    def middleware(request: HttpRequest) -> HttpResponseBase:
        language = getattr(request.user, "language", "")
        if language in offered:
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return get_response(request)

    return middleware
