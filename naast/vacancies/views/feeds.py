"""What other sites may take or show: two feeds and a page for inside a frame (S1-230, S1-235)."""

from typing import Final

from django.http import HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import conditional_page, require_http_methods

from naast.core import clock
from naast.core.http import page
from naast.core.middleware import POLICY
from naast.organisations.public import LANGUAGES, HouseRequest, open_house
from naast.vacancies import feeds
from naast.vacancies.queries import public as queries
from naast.vacancies.role import line
from naast.vacancies.views.public import via_of

# Other sites may ask again after a quarter of an hour; what didn't change then costs them nothing (ETag).
CACHE: Final = "public, max-age=900"
JSON_FEED: Final = "application/feed+json"
RSS: Final = "application/rss+xml; charset=utf-8"
# This page alone may stand in a frame on another site: it shows what everybody may see, and takes nothing in.
IN_A_FRAME: Final = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")


def _readable(request: HouseRequest, language: str) -> feeds.Readable:
    rows = queries.open_vacancies(request.house.pk, clock.today())[: queries.MOST_AT_ONCE]
    return queries.readable(rows, language, request.house.language)


def _language(request: HouseRequest) -> str:
    """The language that was asked for in the address, or that of the house: machines send no other wish."""
    asked = request.GET.get("lang", "")
    return asked if asked in LANGUAGES else request.house.language


@require_http_methods(["GET", "HEAD"])
@conditional_page
@open_house
def feed_json(request: HouseRequest) -> HttpResponse:
    """What holds today as JSON Feed; any site may read it."""
    language = _language(request)
    with translation.override(language):
        feed = feeds.json_feed(
            request.house, _readable(request, language), language=language, via=via_of(request)
        )
    return JsonResponse(
        feed,
        content_type=JSON_FEED,
        json_dumps_params={"ensure_ascii": False},
        headers={"Cache-Control": CACHE, "Access-Control-Allow-Origin": "*"},
    )


@require_http_methods(["GET", "HEAD"])
@conditional_page
@open_house
def feed_xml(request: HouseRequest) -> HttpResponse:
    """The same as RSS."""
    language = _language(request)
    with translation.override(language):
        written = feeds.rss(
            request.house, _readable(request, language), language=language, via=via_of(request)
        )
    return HttpResponse(
        written,
        content_type=RSS,
        headers={"Cache-Control": CACHE, "Access-Control-Allow-Origin": "*"},
    )


@require_http_methods(["GET"])
@xframe_options_exempt
@open_house
def embed(request: HouseRequest) -> HttpResponse:
    """The list for inside another site; every link opens in the whole window."""
    context: dict[str, object] = {
        "lines": [
            line(text, vacancy) for text, vacancy in _readable(request, get_language() or "")
        ],
        "via": via_of(request),
    }
    response = page(request, "vacancies/embed.html", context)
    response.headers["Content-Security-Policy"] = IN_A_FRAME
    response.headers["Cache-Control"] = CACHE
    return response
