"""The coordinator's screen: everything that passes between inside and outside (S1-161)."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.circles.forms.passages import (
    IncomingForm,
    InnerPassageForm,
    PassageForm,
    initial_of_passage,
)
from naast.circles.models import Circle, Passage
from naast.circles.queries import circles as circle_queries
from naast.circles.queries import meetings as meeting_queries
from naast.circles.queries import passages as queries
from naast.circles.reports import answered
from naast.circles.services import passages as services
from naast.circles.views.doors import by_coordinator, done, led_or_404, taken_in
from naast.core.http import or_404, page, see_other
from naast.core.paging import keyset_page
from naast.core.text import Text
from naast.messaging.services import mark_read
from naast.organisations.access import ActorRequest


@require_http_methods(["GET"])
@by_coordinator
def passages(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """What waits here, and the log of what was told to whom on which basis."""
    shown = led_or_404(request, circle_id)
    rows = queries.log_of(request.actor, shown)
    context: dict[str, object] = {
        "circle": shown,
        "rows": keyset_page(rows, params=request.GET, fields=("id",), newest_first=True),
        "has_outer": circle_queries.outer_of(shown).exists(),
    }
    return page(request, "circles/passages.html", context)


@require_http_methods(["GET", "POST"])
@by_coordinator
def new_passage(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """Choose a passage and put it in other words; `meeting` or `report` in the address shows what it comes from."""
    shown = led_or_404(request, circle_id)
    form = PassageForm(request.POST or None, circle=shown)
    made: list[UUID] = []
    drafted = taken_in(
        request,
        form,
        lambda: made.append(
            services.draft_passage(actor=request.actor, circle_id=shown.pk, note=form.note()).pk
        ),
        said=_("Kept. Nobody reads it before you release it."),
    )
    if drafted:
        return see_other(
            request.actor.url("circles:passage", circle_id=shown.pk, passage_id=made[0])
        )
    context: dict[str, object] = {
        "form": form,
        "circle": shown,
        "source": _source(request, shown),
        "passage": None,
    }
    return page(request, "circles/passage_form.html", context, refused=bool(form.errors))


def _source(request: ActorRequest, shown: Circle) -> list[tuple[Text, str]]:
    """What the passage is taken from, beside the form: minutes or a report of this circle."""
    for name in ("meeting", "report"):
        asked = request.GET.get(name, "")
        if not asked:
            continue
        try:
            row_id = UUID(asked)
        except ValueError as error:
            raise Http404 from error
        if name == "report":
            return answered(or_404(queries.get_report(shown, row_id)))
        found = or_404(meeting_queries.get_meeting(request.actor, shown, row_id))
        return [(_("Supporting"), found.support), (_("Speaking up"), found.accountability)]
    return []


@require_http_methods(["GET", "POST"])
@by_coordinator
def passage(request: ActorRequest, circle_id: UUID, passage_id: UUID) -> HttpResponse:
    """One passage: changed until it is released; then it stands as it was told."""
    shown = led_or_404(request, circle_id)
    found = or_404(queries.get_passage(request.actor, shown, passage_id))
    mark_read(actor=request.actor, url=request.path)
    form = _form_of(request, shown, found)
    changed = taken_in(
        request,
        form,
        lambda: services.change_passage(actor=request.actor, passage_id=found.pk, note=form.note()),
        said=_("Kept. Nobody reads it before you release it."),
    )
    if changed:
        return see_other(request.path)
    context: dict[str, object] = {
        "form": form,
        "circle": shown,
        "passage": found,
        "mark": queries.mark_of(found),
    }
    return page(request, "circles/passage.html", context, refused=bool(form.errors))


def _form_of(
    request: ActorRequest, shown: Circle, found: Passage
) -> PassageForm | InnerPassageForm:
    if found.direction == Passage.Direction.IN:
        first = {"words": found.words or found.raw}
        return InnerPassageForm(request.POST or None, circle=shown, initial=first)
    return PassageForm(request.POST or None, circle=shown, initial=initial_of_passage(found))


@require_http_methods(["POST"])
@by_coordinator
def passage_step(
    request: ActorRequest, circle_id: UUID, passage_id: UUID, step: str
) -> HttpResponse:
    """Release it, or keep it to oneself."""
    shown = led_or_404(request, circle_id)
    found = or_404(queries.get_passage(request.actor, shown, passage_id))
    if step == "release":
        done(
            request,
            lambda: services.release_passage(
                actor=request.actor, passage_id=found.pk, seen=request.POST.get("seen", "")
            ),
            said=_("Released. It stands in the log."),
        )
        return see_other(
            request.actor.url("circles:passage", circle_id=shown.pk, passage_id=found.pk)
        )
    if step != "keep":
        raise Http404
    done(
        request,
        lambda: services.keep_passage(actor=request.actor, passage_id=found.pk),
        said=_("Not passed on."),
    )
    return see_other(request.actor.url("circles:passages", circle_id=shown.pk))


@require_http_methods(["GET", "POST"])
@by_coordinator
def incoming(request: ActorRequest, circle_id: UUID) -> HttpResponse:
    """Somebody of the outer circle told the coordinator something on the phone."""
    shown = led_or_404(request, circle_id)
    form = IncomingForm(request.POST or None, circle=shown)
    made: list[UUID] = []
    noted = taken_in(
        request,
        form,
        lambda: made.append(
            services.note_incoming(
                actor=request.actor,
                circle_id=shown.pk,
                outer_id=form.cleaned_data["outer"].pk,
                words=form.cleaned_data["words"],
            ).pk
        ),
        said=_("Noted. The circle reads it only when you release it."),
    )
    if noted:
        return see_other(
            request.actor.url("circles:passage", circle_id=shown.pk, passage_id=made[0])
        )
    context: dict[str, object] = {"form": form, "circle": shown}
    return page(request, "circles/incoming.html", context, refused=bool(form.errors))
