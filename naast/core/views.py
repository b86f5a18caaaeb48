"""Pages and answers that belong to no room: drafts, the component gallery."""

import json
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from naast.core import drafts
from naast.core.access import open_to_everyone, open_to_signed_in


@require_http_methods(["POST"])
@open_to_signed_in
def save_draft(request: HttpRequest) -> HttpResponse:
    """Keep (or, with no fields, forget) what is typed in one form: `key`, and `fields` as JSON."""
    try:
        fields = json.loads(request.POST.get("fields") or "{}")
    except ValueError:
        return HttpResponseBadRequest()
    key = request.POST.get("key", "")[:200]
    if not key or not isinstance(fields, dict) or request.user.pk is None:
        return HttpResponseBadRequest()
    if fields:
        drafts.keep(request.user.pk, key, fields)
    else:
        drafts.forget(request.user.pk, key)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


@require_http_methods(["GET"])
@open_to_everyone
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component on one page: the visual test."""
    return render(request, "core/gallery.html")
