"""Pages about vacancies for whoever coordinates: the list, one vacancy, writing it."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.programmes.models import Programme
from naast.vacancies import filled
from naast.vacancies.forms.vacancies import (
    FactsForm,
    FilterForm,
    NewVacancyForm,
    TextForm,
    facts_now,
    initial_facts,
)
from naast.vacancies.models import Vacancy
from naast.vacancies.pages import list_line, staff_page
from naast.vacancies.queries import staff as queries
from naast.vacancies.services import vacancies as services
from naast.vacancies.states import SAID, VACANCY

LANGUAGES = dict(settings.LANGUAGES)


def found(request: ActorRequest, vacancy_id: UUID) -> Vacancy:
    """The vacancy with its texts, or a 404 when this actor may not know it exists."""
    vacancy = queries.get_vacancy(request.actor, vacancy_id)
    if vacancy is None:
        raise Http404
    return vacancy


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def vacancies(request: ActorRequest) -> HttpResponse:
    """What we look for: by status, programme, place, and evening or weekend (S1-253)."""
    form = FilterForm(request.GET or None, actor=request.actor)
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    rows = queries.vacancies(
        request.actor,
        status=chosen.get("status", ""),
        programme_id=chosen.get("programme", ""),
        place=chosen.get("place", ""),
        when=[chosen["when"]] if chosen.get("when") else [],
    )
    shown = keyset_page(rows, params=request.GET, fields=("sort_name", "id"))
    today, language = clock.today(), request.organisation.language
    context = {
        "form": form,
        "page": shown,
        "lines": [list_line(row, today=today, house_language=language) for row in shown.rows],
        "is_filtered": any(chosen.values()),
    }
    return page(request, "vacancies/vacancies.html", context)


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def vacancy(request: ActorRequest, vacancy_id: UUID) -> HttpResponse:
    """One vacancy: how it reads, what to think about, and the next step."""
    shown = found(request, vacancy_id)
    return page(request, "vacancies/vacancy.html", staff_page(shown, today=clock.today()))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def new_vacancy(request: ActorRequest) -> HttpResponse:
    """For which programme?"""
    context: dict[str, object] = {"programmes": list(queries.programmes_that_look(request.actor))}
    return page(request, "vacancies/new.html", context)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def new_from_programme(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """A vacancy filled in from what the programme says; every word can be changed (S1-229)."""
    programme = queries.programme_to_fill(request.actor, programme_id)
    if programme is None:
        raise Http404
    language, key = request.organisation.language, f"vacancy:new:{programme_id}"
    form = NewVacancyForm(
        request.POST or None,
        actor=request.actor,
        language=language,
        initial=_filled(programme, language),
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = services.create(
                actor=request.actor,
                programme_id=programme.pk,
                facts=form.facts,
                words=form.words,
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The role is there as a draft. Read it once more."))
            return see_other(request.actor.url("vacancies:vacancy", vacancy_id=made.pk))
    context = {
        "form": form,
        "programme": programme,
        "language": LANGUAGES[language],
        "draft_key": key,
        "saved": _saved(request, key),
    }
    return page(request, "vacancies/new_from_programme.html", context, refused=bool(form.errors))


def _filled(programme: Programme, language: str) -> dict[str, object]:
    with translation.override(language):
        words = filled.words_of(programme, language)
        facts = initial_facts(filled.facts_of(programme))
    return facts | {"title": words.title, "text": words.text, "plain": words.plain}


def _saved(request: ActorRequest, key: str) -> dict[str, object]:
    return {} if request.method == "POST" else drafts.kept(request.user.pk, key)


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change_facts(request: ActorRequest, vacancy_id: UUID) -> HttpResponse:
    """Change the facts."""
    shown, key = found(request, vacancy_id), f"vacancy:{vacancy_id}"
    form = FactsForm(request.POST or None, actor=request.actor, initial=facts_now(shown))
    if request.method == "POST" and form.is_valid():
        try:
            services.change(actor=request.actor, vacancy_id=shown.pk, facts=form.facts)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Saved."))
            return see_other(request.actor.url("vacancies:vacancy", vacancy_id=shown.pk))
    context = {"form": form, "vacancy": shown, "draft_key": key, "saved": _saved(request, key)}
    return page(request, "vacancies/facts.html", context, refused=bool(form.errors))


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def change_text(request: ActorRequest, vacancy_id: UUID, language: str) -> HttpResponse:
    """Write it in one language; how it reads stands on the next page (S1-234)."""
    if language not in LANGUAGES:
        raise Http404
    shown, key = found(request, vacancy_id), f"vacancy:{vacancy_id}:{language}"
    written = next((text for text in shown.texts.all() if text.language == language), None)
    names = ("title", "text", "plain")
    initial = {name: getattr(written, name) for name in names} if written else {}
    form = TextForm(request.POST or None, language=language, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.write_text(actor=request.actor, vacancy_id=shown.pk, words=form.words)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Saved. Below stands how it reads."))
            return see_other(request.actor.url("vacancies:vacancy", vacancy_id=shown.pk))
    context = {
        "form": form,
        "vacancy": shown,
        "written": written,
        "language": language,
        "languages": settings.LANGUAGES,
        "draft_key": key,
        "saved": _saved(request, key),
    }
    return page(request, "vacancies/text.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def remove_text(request: ActorRequest, vacancy_id: UUID, language: str) -> HttpResponse:
    """Take a language away."""
    shown = found(request, vacancy_id)
    try:
        services.remove_text(actor=request.actor, vacancy_id=shown.pk, language=language)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The text is gone."))
    return see_other(request.actor.url("vacancies:vacancy", vacancy_id=shown.pk))


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def take_step(request: ActorRequest, vacancy_id: UUID, step: str) -> HttpResponse:
    """Publish, confirm that it still holds, close, or open again; `next=today` leads back to the desk."""
    shown = found(request, vacancy_id)
    if step not in VACANCY.steps:
        raise Http404
    try:
        services.take_step(actor=request.actor, vacancy_id=shown.pk, step=step)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, SAID[step])
    if request.POST.get("next") == "today":
        return see_other(request.actor.url("desk:today"))
    return see_other(request.actor.url("vacancies:vacancy", vacancy_id=shown.pk))
