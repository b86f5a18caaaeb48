"""Pages of one version: to read and to print, what changed since the one before, and all texts as one pack."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.differences import Change, compare
from naast.agreements.forms.texts import SPOKEN, ReadForm
from naast.agreements.models import Version
from naast.agreements.queries import documents as queries
from naast.agreements.services import previews
from naast.agreements.texts import LANGUAGES
from naast.agreements.views.doors import by_coordinator
from naast.agreements.views.doors_texts import version_or_404
from naast.agreements.wording import clauses_of, wording
from naast.core.http import or_404, page
from naast.organisations.access import ActorRequest
from naast.programmes.queries import programmes


def _asked(request: ActorRequest, version: Version) -> tuple[ReadForm, previews.Reading]:
    """The words in the language and for the programme that the address asks for."""
    spoken = [text.language for text in version.texts.all()]
    house = request.organisation.language
    first = house if house in spoken else spoken[0]
    own = version.document.programme_id
    rows = programmes(request.actor)
    form = ReadForm(
        request.GET or None,
        programmes=rows.filter(pk=own) if own else rows,
        spoken=spoken,
        initial={"language": first, "programme": own},
    )
    programme = form.programme_chosen()
    language = form.cleaned_data["language"] if form.is_valid() else ""
    reading = previews.read(
        request.actor,
        version,
        language=language or first,
        programme_id=programme.pk if programme else None,
        name=_("Robin Example"),
    )
    return form, reading


@require_http_methods(["GET"])
@by_coordinator
def version(request: ActorRequest, version_id: UUID) -> HttpResponse:
    """One version to read, filled in for somebody invented."""
    shown = version_or_404(request, version_id)
    form, reading = _asked(request, shown)
    context = {
        "version": shown,
        "document": shown.document,
        "form": form,
        "reading": reading,
        "asked": request.GET.urlencode(),
    }
    return page(request, "agreements/version.html", context)


@require_http_methods(["GET"])
@by_coordinator
def print_version(request: ActorRequest, version_id: UUID) -> HttpResponse:
    """The same on paper."""
    shown = version_or_404(request, version_id)
    _form, reading = _asked(request, shown)
    context = {"version": shown, "document": shown.document, "reading": reading}
    return page(request, "agreements/print_version.html", context)


@require_http_methods(["GET"])
@by_coordinator
def changes(request: ActorRequest, version_id: UUID) -> HttpResponse:
    """What changed since the version before, clause by clause, in one language at a time."""
    shown = version_or_404(request, version_id)
    before = or_404(queries.before(shown))
    spoken = [text.language for text in shown.texts.all()]
    house = request.organisation.language
    language = request.GET.get("language", house)
    language = language if language in spoken else spoken[0]
    now = wording(shown.texts.all(), language, language)
    was = wording(before.texts.all(), language, language)
    rows = compare(clauses_of(was), clauses_of(now))
    address = request.actor.url("agreements:version_changes", version_id=shown.pk)
    context = {
        "version": shown,
        "before": before,
        "document": shown.document,
        "changes": [row for row in rows if row.change != Change.SAME],
        "language": language,
        "tabs": [(SPOKEN[code], f"{address}?language={code}", code == language) for code in spoken],
    }
    return page(request, "agreements/version_changes.html", context)


@require_http_methods(["GET"])
@by_coordinator
def start_pack(request: ActorRequest, programme_id: UUID) -> HttpResponse:
    """All texts of a programme as one pack, to print and hand over (S1-187)."""
    programme = programmes(request.actor).filter(pk=programme_id).first()
    if programme is None:
        raise Http404
    language = request.GET.get("language", request.organisation.language)
    if language not in LANGUAGES:
        raise Http404
    address = request.actor.url("agreements:start_pack", programme_id=programme.pk)
    context = {
        "programme": programme,
        "readings": previews.pack(request.actor, programme_id=programme.pk, language=language),
        "tabs": [
            (SPOKEN[code], f"{address}?language={code}", code == language) for code in LANGUAGES
        ],
    }
    return page(request, "agreements/start_pack.html", context)
