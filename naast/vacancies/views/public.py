"""Public pages: what we look for, one role, and finding out what suits."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock
from naast.core.http import page
from naast.core.paging import keyset_page
from naast.organisations.models import Organisation
from naast.organisations.public import HouseRequest, open_house
from naast.vacancies import addresses, exploration, structured
from naast.vacancies.forms.public import ExploreForm, SearchForm
from naast.vacancies.models import Vacancy
from naast.vacancies.queries import public as queries
from naast.vacancies.role import line, role

VACANCIES_A_PAGE = 24


def via_of(request: HttpRequest) -> str:
    """The channel that somebody came by, as the address says; it stays in every link to apply."""
    return addresses.channel_code(request.GET.get("via", ""))


@require_http_methods(["GET"])
@open_house
def vacancies(request: HouseRequest) -> HttpResponse:
    """What we look for today, to filter without a script; with nothing to show it is still a kind page."""
    house, today = request.house, clock.today()
    offer = queries.offer(house.pk, today)
    form = SearchForm(request.GET, offer=offer)
    rows = queries.wanted_vacancies(house.pk, today, form.wanted)
    shown = keyset_page(rows, params=request.GET, fields=("sort_name", "id"), size=VACANCIES_A_PAGE)
    readable = queries.readable(shown.rows, get_language() or "", house.language)
    context = {
        "form": form,
        "page": shown,
        "lines": [line(text, vacancy) for text, vacancy in readable],
        "has_any": bool(offer.programmes),
        "via": via_of(request),
    }
    return page(request, "vacancies/public_vacancies.html", context)


@require_http_methods(["GET"])
@open_house
def vacancy(request: HouseRequest, vacancy_id: UUID) -> HttpResponse:
    """One role. One that was on the site and isn't any more leads on: posters hang for years."""
    found = queries.public_vacancy(request.house.pk, vacancy_id, clock.today())
    if found is None or queries.text_in(found, "") is None:
        if not queries.was_there(request.house.pk, vacancy_id):
            raise Http404
        context = {"via": via_of(request)}
        return render(request, "vacancies/public_gone.html", context, status=HTTPStatus.GONE)
    return role_page(request, found, request.house)


def role_page(
    request: HttpRequest, vacancy: Vacancy, house: Organisation, *, preview_of: str = ""
) -> HttpResponse:
    """The page of a role as everybody reads it; `preview_of` is the way back of whoever only looks how it
    will be. Raises Http404 when there is nothing to read."""
    request.house = house  # type: ignore[attr-defined]  # what public.html reads, also for a preview
    text = queries.text_in(vacancy, get_language() or "", house.language)
    if text is None:
        raise Http404
    explored = request.GET.get("explored", "")
    words = {
        "via": via_of(request),
        "explored": explored if exploration.unpack(explored) else "",
    }
    apply_path = reverse("public:apply_to", kwargs={"house": house.slug, "vacancy_id": vacancy.pk})
    context = {
        "vacancy": vacancy,
        "text": text,
        "other_language": text.language != get_language(),
        "is_plain": bool(text.plain) and "plain" in request.GET,
        "plain_url": addresses.with_words(request.path, plain="1", **words),
        "full_url": addresses.with_words(request.path, **words),
        "role": role(vacancy),
        "apply_url": addresses.with_words(apply_path, **words),
        "address": addresses.of_vacancy(house.slug, vacancy.pk),
        "structured": ""
        if preview_of
        else structured.block(structured.posting(vacancy, text, house)),
        "via": words["via"],
        "preview_of": preview_of,
    }
    return page(request, "vacancies/public_vacancy.html", context)


@require_http_methods(["GET"])
@open_house
def explore(request: HouseRequest) -> HttpResponse:
    """What gives energy, what costs it, and where that is found; nothing is kept (S1-255, S1-271)."""
    house, language = request.house, get_language() or ""
    form = ExploreForm(request.GET if "look" in request.GET else None)
    context: dict[str, object] = {"form": form, "via": via_of(request), "has_answers": False}
    if form.is_bound and form.is_valid() and not form.answers.is_empty:
        rows = queries.open_vacancies(house.pk, clock.today())[: queries.MOST_AT_ONCE]
        readable = queries.readable(rows, language, house.language)
        context |= _found(form.answers, [(text.title, vacancy) for text, vacancy in readable])
    return page(request, "vacancies/explore.html", context, refused=bool(form.errors))


def _found(answers: exploration.Answers, titled: list[tuple[str, Vacancy]]) -> dict[str, object]:
    titles = {vacancy.pk: title for title, vacancy in titled}
    well, worth = exploration.fits(answers, titled)
    groups = [
        (heading, [(titles[fit.vacancy.pk], fit) for fit in fits])
        for heading, fits in ((_("Fits well"), well), (_("Worth a look"), worth))
    ]
    return {
        "has_answers": True,
        "has_found": bool(well or worth),
        "groups": groups,
        "explored": exploration.pack(answers),
    }
