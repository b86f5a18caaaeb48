"""Pages of texts: the list, a new one from our own words, one document, what we say about ourselves."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.forms.texts import (
    AboutUsForm,
    NewTextForm,
    PlaceForm,
    SettingsForm,
    about_us_initial,
    languages,
)
from naast.agreements.models import Document, DocumentKind, Style
from naast.agreements.queries import documents as queries
from naast.agreements.queries import text_pages as pages
from naast.agreements.services import texts as services
from naast.agreements.texts import LANGUAGES, default_text
from naast.agreements.views.doors import by_coordinator
from naast.agreements.views.doors_texts import document_or_404
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest
from naast.programmes.queries import programmes


@require_http_methods(["GET"])
@by_coordinator
def papers(request: ActorRequest) -> HttpResponse:
    """Every kind of text, of the organisation or of one programme, and how it stands."""
    form = PlaceForm(request.GET or None, programmes=programmes(request.actor))
    programme = form.programme_chosen()
    context: dict[str, object] = {
        "form": form,
        "programme": programme,
        "lines": pages.papers(request.actor, programme),
        "about": queries.about_us(request.actor),
        "languages": LANGUAGES,
    }
    return page(request, "agreements/papers.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_text(request: ActorRequest, kind: str) -> HttpResponse:
    """Use our own words of this kind at once, or change them first; «other» starts empty."""
    if kind not in DocumentKind:
        raise Http404
    ours = default_text(kind)
    initial = {
        "style": ours.style if ours else Style.PROTOCOL,
        "programme": request.GET.get("programme", ""),
    }
    form = NewTextForm(
        request.POST or None, kind=kind, programmes=programmes(request.actor), initial=initial
    )
    if request.method == "POST" and form.is_valid():
        at_once = "at_once" in request.POST and ours is not None
        try:
            made = services.use_default(actor=request.actor, new=form.new(), is_published=at_once)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return _after_start(request, made, language=form.cleaned_data["languages"][0])
    context = {"form": form, "kind": DocumentKind(kind), "has_words": ours is not None}
    return page(request, "agreements/new_text.html", context, refused=bool(form.errors))


def _after_start(request: ActorRequest, made: Document, *, language: str) -> HttpResponse:
    _published, draft = pages.versions_of(made)
    if draft is None:
        messages.success(request, _("The text is there and holds from today."))
        return see_other(request.actor.url("agreements:text", document_id=made.pk))
    messages.success(request, _("The draft is there. Nobody reads it until you publish it."))
    return see_other(request.actor.url("agreements:draft", document_id=made.pk, language=language))


@require_http_methods(["GET"])
@by_coordinator
def text(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """One document: what holds now, who is asked, and how it came about."""
    document = document_or_404(request, document_id)
    published, draft = pages.versions_of(document)
    context = {
        "document": document,
        "published": published,
        "draft": draft,
        "draft_language": queries.first_language(draft) if draft else "",
    }
    return page(request, "agreements/text.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def text_settings(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """What a text asks of whom, and how often."""
    document = document_or_404(request, document_id)
    initial = {name: getattr(document, name) for name in services.SETTINGS}
    form = SettingsForm(request.POST or None, initial=initial, document=document)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_document(
                actor=request.actor, document_id=document.pk, settings=form.cleaned_data
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved."))
            return see_other(request.actor.url("agreements:text", document_id=document.pk))
    context = {"form": form, "document": document}
    return page(request, "agreements/text_settings.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@by_coordinator
def retire_text(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """Put a text away."""
    document = document_or_404(request, document_id)
    try:
        services.retire(actor=request.actor, document_id=document.pk)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The text is put away. What people signed stays."))
    return see_other(request.actor.url("agreements:papers"))


@require_http_methods(["GET", "POST"])
@by_coordinator
def about_us(request: ActorRequest, language: str = "") -> HttpResponse:
    """What every text says about the organisation itself, in one language at a time."""
    chosen = language or request.organisation.language
    if chosen not in LANGUAGES:
        raise Http404
    about = queries.about_us(request.actor)
    key = f"about-us:{request.organisation.pk}:{chosen}"
    form = AboutUsForm(request.POST or None, initial=about_us_initial(about, chosen))
    if request.method == "POST" and form.is_valid():
        services.say_about_us(actor=request.actor, says=form.says(chosen), languages=[chosen])
        drafts.forget(request.user.pk, key)
        messages.success(request, _("Saved. New texts say it like this from now on."))
        return see_other(request.actor.url("agreements:about_us_in", language=chosen))
    tabs = [
        (label, request.actor.url("agreements:about_us_in", language=code), code == chosen)
        for code, label in languages()
    ]
    context = {
        "form": form,
        "tabs": tabs,
        "key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
    }
    return page(request, "agreements/about_us.html", context, refused=bool(form.errors))
