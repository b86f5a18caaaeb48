"""Pages of a draft: its clauses in one language, and publishing it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.differences import Change, ClauseChange, compare
from naast.agreements.drafting import checksum_of
from naast.agreements.forms.texts import SPOKEN, ClauseForm, PublishForm, TitleForm
from naast.agreements.models import DocumentKind, Version, VersionText
from naast.agreements.queries import documents as queries
from naast.agreements.queries import text_pages as pages
from naast.agreements.services import drafts as services
from naast.agreements.services import texts as documents
from naast.agreements.services.texts import NotReady
from naast.agreements.texts import LANGUAGES
from naast.agreements.views.doors import by_coordinator
from naast.agreements.views.doors_texts import document_or_404, draft_or_404, words_or_404
from naast.agreements.wording import clauses_of, wording
from naast.core import clock
from naast.core import drafts as kept_texts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.organisations.access import ActorRequest

STEPS = {"up": -1, "down": 1}


@require_http_methods(["POST"])
@by_coordinator
def start_draft(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """Start with other words; whoever started before goes on."""
    document = document_or_404(request, document_id)
    try:
        draft = services.start_draft(actor=request.actor, document_id=document.pk)
    except DomainError as error:
        messages.error(request, str(error))
        return see_other(request.actor.url("agreements:text", document_id=document.pk))
    return see_other(_draft_url(request, document.pk, queries.first_language(draft)))


@require_http_methods(["POST"])
@by_coordinator
def discard_draft(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """Throw the draft away."""
    document = document_or_404(request, document_id)
    published, _draft = pages.versions_of(document)
    try:
        services.discard_draft(actor=request.actor, document_id=document.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The draft is thrown away."))
    if published:
        return see_other(request.actor.url("agreements:text", document_id=document.pk))
    return see_other(request.actor.url("agreements:papers"))


@require_http_methods(["GET", "POST"])
@by_coordinator
def draft(request: ActorRequest, document_id: UUID, language: str) -> HttpResponse:
    """The draft in one language: its title, its clauses, and what comes by itself."""
    version, text = draft_or_404(request, document_id, language)
    form = TitleForm(request.POST or None, initial={"title": text.title})
    if request.method == "POST" and form.is_valid():
        services.change_title(
            actor=request.actor,
            document_id=document_id,
            language=language,
            title=form.cleaned_data["title"],
        )
        messages.success(request, _("Saved."))
        return see_other(_draft_url(request, document_id, language))
    editor = pages.editor(version, text, clock.today())
    context = {
        "form": form,
        "editor": editor,
        "document": version.document,
        "language": language,
        "tabs": [
            (SPOKEN[code], _draft_url(request, document_id, code), code == language)
            for code in editor.languages
        ],
        "more_languages": [
            (code, SPOKEN[code]) for code in LANGUAGES if code not in editor.languages
        ],
    }
    return page(request, "agreements/draft.html", context, refused=bool(form.errors))


def _draft_url(request: ActorRequest, document_id: UUID, language: str) -> str:
    return request.actor.url("agreements:draft", document_id=document_id, language=language)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_clause(request: ActorRequest, document_id: UUID, language: str) -> HttpResponse:
    """Write a clause of one’s own."""
    version, text = words_or_404(request, document_id, language)
    is_agreement = version.document.kind == DocumentKind.AGREEMENT
    form = ClauseForm(request.POST or None, chooses_part=is_agreement)
    key = f"clause:{version.pk}:{language}:new"

    def add() -> None:
        services.add_clause(
            actor=request.actor, document_id=document_id, language=language, clause=form.clause()
        )

    if request.method == "POST" and form.is_valid() and _kept(form, add):
        messages.success(request, _("The clause is there, in every language of this text."))
        return _back_to_draft(request, document_id, language, key)
    return _clause_page(request, form, version, text, key, is_new=True)


@require_http_methods(["GET", "POST"])
@by_coordinator
def clause(request: ActorRequest, document_id: UUID, language: str, code: str) -> HttpResponse:
    """Word one clause anew."""
    version, text = words_or_404(request, document_id, language)
    shown = {each.code: each for each in clauses_of(text)}.get(code)
    if shown is None and request.method == "GET":
        raise Http404
    initial = {"heading": shown.heading, "text": shown.text} if shown else {}
    form = ClauseForm(request.POST or None, chooses_part=False, initial=initial)
    key = f"clause:{version.pk}:{language}:{code}"

    def change() -> None:
        services.change_clause(
            actor=request.actor,
            document_id=document_id,
            language=language,
            clause=form.clause(code),
        )

    if request.method == "POST" and form.is_valid() and _kept(form, change):
        messages.success(request, _("Saved."))
        return _back_to_draft(request, document_id, language, key)
    return _clause_page(request, form, version, text, key, is_new=False)


def _kept(form: ClauseForm, change: Callable[[], object]) -> bool:
    """Whether the change was made. When a colleague published meanwhile, or left this clause out, the form says
    so and the words stay in it."""
    try:
        change()
    except (KeyError, VersionText.DoesNotExist):
        form.add_error(None, _("This clause is no longer in the draft."))
    except DomainError as error:
        form.add_error(None, str(error))
    return not form.errors


def _back_to_draft(
    request: ActorRequest, document_id: UUID, language: str, key: str
) -> HttpResponse:
    kept_texts.forget(request.user.pk, key)
    return see_other(_draft_url(request, document_id, language))


def _clause_page(
    request: ActorRequest,
    form: ClauseForm,
    version: Version,
    text: VersionText,
    key: str,
    *,
    is_new: bool,
) -> HttpResponse:
    context = {
        "form": form,
        "document": version.document,
        "language": text.language,
        "spoken": SPOKEN[text.language],
        "is_new": is_new,
        "placeholders": pages.placeholders(),
        "key": key,
        "saved": {} if request.method == "POST" else kept_texts.kept(request.user.pk, key),
    }
    return page(request, "agreements/clause_form.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def clause_step(
    request: ActorRequest, document_id: UUID, language: str, code: str, step: str
) -> HttpResponse:
    """A clause up or down, or left out."""
    draft_or_404(request, document_id, language)
    here: dict[str, Any] = {"actor": request.actor, "document_id": document_id, "code": code}
    if step in STEPS:
        return _change(request, language, lambda: services.move_clause(**here, by=STEPS[step]))
    if step == "remove":
        return _change(request, language, lambda: services.remove_clause(**here))
    raise Http404


@require_http_methods(["POST"])
@by_coordinator
def add_ready_clause(
    request: ActorRequest, document_id: UUID, language: str, code: str
) -> HttpResponse:
    """Add one of our ready clauses."""
    draft_or_404(request, document_id, language)
    here: dict[str, Any] = {"actor": request.actor, "document_id": document_id}
    return _change(request, language, lambda: services.add_ready_clause(**here, code=code))


@require_http_methods(["POST"])
@by_coordinator
def add_language(
    request: ActorRequest, document_id: UUID, language: str, more: str
) -> HttpResponse:
    """Another language for this draft."""
    draft_or_404(request, document_id, language)
    if more not in LANGUAGES:
        raise Http404
    here: dict[str, Any] = {"actor": request.actor, "document_id": document_id}
    return _change(request, more, lambda: services.add_language(**here, language=more))


@require_http_methods(["POST"])
@by_coordinator
def drop_language(request: ActorRequest, document_id: UUID, language: str) -> HttpResponse:
    """Leave this language out of the draft."""
    version, _text = draft_or_404(request, document_id, language)
    rest = [each.language for each in version.texts.all() if each.language != language]
    here: dict[str, Any] = {"actor": request.actor, "document_id": document_id}
    next_one = rest[0] if rest else language
    return _change(request, next_one, lambda: services.drop_language(**here, language=language))


def _change(request: ActorRequest, language: str, change: Callable[[], object]) -> HttpResponse:
    """Do it and show the draft again, with what the rules say when it can’t be."""
    try:
        change()
    except KeyError as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    match = request.resolver_match
    document_id: UUID = or_404(match).kwargs["document_id"]
    return see_other(_draft_url(request, document_id, language))


@require_http_methods(["GET", "POST"])
@by_coordinator
def publish(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """Publish the draft, with what changed and whether everybody is asked again."""
    version = or_404(queries.get_draft(request.actor, document_id))
    house = request.organisation.language
    text = wording(version.texts.all(), house, house)
    before = queries.before(version)
    form = PublishForm(request.POST or None, is_first=before is None)
    problems = pages.editor(version, text, clock.today()).problems
    if request.method == "POST" and form.is_valid():
        try:
            documents.publish(
                actor=request.actor,
                document_id=document_id,
                shown=request.POST.get("shown", ""),
                **form.said(),
            )
        except NotReady as error:
            form.add_error(None, str(error))
            problems = error.problems
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Published. From now on these words stand."))
            return see_other(request.actor.url("agreements:text", document_id=document_id))
    changes = _changes(before, text) if before else []
    context = {
        "form": form,
        "document": version.document,
        "draft": version,
        # After a refusal the page shows the newest words: those are what is published next.
        "shown": checksum_of(documents.wordings_of(version)),
        "language": text.language,
        "problems": problems,
        "stops": any(not problem.is_advice for problem in problems),
        "changes": changes,
        "has_before": before is not None,
    }
    return page(request, "agreements/publish.html", context, refused=bool(form.errors))


def _changes(before: Version, text: VersionText) -> list[ClauseChange]:
    was = wording(before.texts.all(), text.language, text.language)
    rows = compare(clauses_of(was), clauses_of(text))
    return [row for row in rows if row.change != Change.SAME]
