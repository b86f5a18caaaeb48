"""Pages about letters to people outside: what was sent when, and the organisation's own words."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.audit import log
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.paging import keyset_page
from naast.core.text import Text
from naast.messaging import queries, services, texts
from naast.messaging.forms import FilterForm, WordsForm, posted
from naast.messaging.models import Message
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

LANGUAGES = dict(settings.LANGUAGES)


def _label(code: str) -> Text:
    """How a kind is called; its code for one that no room uses any more."""
    known = {kind.code: kind.label for kind in texts.kinds()}
    return known.get(code, code)


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def outbox(request: ActorRequest) -> HttpResponse:
    """Letters to people outside, newest first."""
    form = FilterForm(request.GET or None)
    rows = keyset_page(
        queries.listed(request.actor, form.filters()),
        params=request.GET,
        fields=("id",),
        newest_first=True,
    )
    context = {
        "page": rows,
        "letters": [(row, _label(row.kind)) for row in rows.rows],
        "form": form,
        "is_filtered": bool(request.GET),
    }
    return page(request, "messaging/outbox.html", context)


def _found(request: ActorRequest, message_id: UUID) -> Message:
    found = queries.get_letter(request.actor, message_id)
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def letter(request: ActorRequest, message_id: UUID) -> HttpResponse:
    """What was sent when, to whom and by whom. Opening a letter about somebody leaves a line."""
    found = _found(request, message_id)
    if found.about_id is not None:
        log.looked("letter.read", actor=request.actor, target=found)
    context: dict[str, object] = {
        "letter": found,
        "label": _label(found.kind),
        "language": LANGUAGES.get(found.language, found.language),
        "writer": found.written_by.user.name if found.written_by else "",
    }
    return page(request, "messaging/letter.html", context)


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def try_again(request: ActorRequest, message_id: UUID) -> HttpResponse:
    """Send a letter that did not leave once more."""
    found = _found(request, message_id)
    try:
        services.try_again(actor=request.actor, message_id=found.pk)
    except DomainError as error:
        messages.info(request, str(error))
    else:
        messages.success(request, _("We try again now. Look here in a minute."))
    return see_other(request.actor.url("messaging:letter", message_id=found.pk))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def wordings(request: ActorRequest) -> HttpResponse:
    """Every kind of letter: when it goes out, and in which languages the words are our own."""
    own = queries.own_wordings(request.actor)
    rows = [
        (kind, [(code, name, (kind.code, code) in own) for code, name in LANGUAGES.items()])
        for kind in texts.kinds()
    ]
    return page(request, "messaging/wordings.html", {"rows": rows})


def _kind(code: str, language: str) -> texts.Kind:
    """A kind of letter in a language that we write; otherwise a 404."""
    if language not in LANGUAGES:
        raise Http404
    try:
        return texts.kind_named(code)
    except KeyError as error:
        raise Http404 from error


@require_http_methods(["GET", "POST"])
@open_to(Function.COORDINATOR)
def wording(request: ActorRequest, kind: str, language: str) -> HttpResponse:
    """The words of one kind in one language: first looked at with examples (`look`), then saved."""
    chosen = _kind(kind, language)
    present = queries.wording(request.actor, chosen, language)
    form = WordsForm(posted(request), kind=chosen, words=present)
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and not form.asks_to_look:
        services.change_wording(
            actor=request.actor, kind=kind, language=language, words=form.words()
        )
        messages.success(request, _("From now on we write it like this."))
        return see_other(request.actor.url("messaging:wordings"))
    context = {
        "kind": chosen,
        "language": language,
        "language_name": LANGUAGES[language],
        "form": form,
        "is_own": (kind, language) in queries.own_wordings(request.actor),
        "places": queries.examples(request.actor, chosen, language).items(),
        "look": queries.example(
            request.actor, chosen, language, form.words() if is_sent else present
        ),
    }
    return page(request, "messaging/wording.html", context, refused=bool(form.errors))


@require_http_methods(["POST"])
@open_to(Function.COORDINATOR)
def use_usual(request: ActorRequest, kind: str, language: str) -> HttpResponse:
    """Back to the usual words."""
    chosen = _kind(kind, language)
    services.use_usual_wording(actor=request.actor, kind=chosen.code, language=language)
    messages.success(request, _("The usual words are back."))
    return see_other(request.actor.url("messaging:wordings"))
