"""Cards: what a participant may expect and what not, what a volunteer does, doesn’t and may decide."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.agreements.models import DocumentKind
from naast.agreements.queries import cards as queries
from naast.agreements.services import acknowledging as services
from naast.agreements.services import reading
from naast.agreements.views.doors import by_participant, by_volunteer
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.programmes.queries import get_programme


@require_http_methods(["GET"])
@by_participant
def my_role_card(request: ActorRequest) -> HttpResponse:
    """What may I expect, and what not (S1-134)."""
    person = or_404(queries.myself(request.actor))
    programmes = queries.as_participant(request.actor, person)
    cards = reading.cards_of(
        person, programmes, reading.FOR_PARTICIPANTS, language=request.user.language
    )
    texts = reading.for_participants(
        request.actor.organisation_id, programmes, language=request.user.language
    )
    context: dict[str, object] = {
        "groups": cards,
        "texts": texts,
        "back": "desk:participant_home",
    }
    return page(request, "agreements/my_role_card.html", context)


@require_http_methods(["POST"])
@by_participant
def understand_role_card(
    request: ActorRequest, programme_id: UUID, version_id: UUID
) -> HttpResponse:
    """I understand."""
    person = or_404(queries.myself(request.actor))
    mine = queries.as_participant(request.actor, person)
    return _understood(
        request, mine, programme_id, version_id, reading.FOR_PARTICIPANTS, "my_role_card"
    )


@require_http_methods(["GET"])
@by_volunteer
def my_cards(request: ActorRequest) -> HttpResponse:
    """What I do, what I don’t, and what I may decide (S0-3, S1-140)."""
    person = or_404(queries.myself(request.actor))
    programmes = queries.as_volunteer(person)
    cards = reading.cards_of(
        person, programmes, reading.FOR_VOLUNTEERS, language=request.user.language
    )
    context: dict[str, object] = {"groups": cards, "back": "desk:volunteer_home"}
    return page(request, "agreements/my_cards.html", context)


@require_http_methods(["POST"])
@by_volunteer
def understand_card(request: ActorRequest, programme_id: UUID, version_id: UUID) -> HttpResponse:
    """I understand."""
    person = or_404(queries.myself(request.actor))
    mine = queries.as_volunteer(person)
    return _understood(request, mine, programme_id, version_id, reading.FOR_VOLUNTEERS, "my_cards")


def _understood(
    request: ActorRequest,
    mine: queries.Programmes,
    programme_id: UUID,
    version_id: UUID,
    kinds: tuple[DocumentKind, ...],
    back: str,
) -> HttpResponse:
    programme = or_404(next((each for each in mine if each.pk == programme_id), None))
    version = or_404(queries.get_version(request.actor, version_id))
    try:
        services.understand_card(
            actor=request.actor, programme=programme, version=version, kinds=kinds
        )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Good that you read it. You can always look again."))
    return see_other(request.actor.url(f"agreements:{back}"))


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL)
def print_card(request: ActorRequest, programme_id: UUID, kind: str) -> HttpResponse:
    """A card on paper, for who does not go online."""
    programme = or_404(get_programme(request.actor, programme_id))
    wanted = or_404({each.value: each for each in reading.CARDS}.get(kind))
    text = reading.card(programme, wanted, language=request.organisation.language)
    return page(
        request,
        "agreements/print_card.html",
        {"programme": programme, "text": text, "kind": wanted.label},
    )
