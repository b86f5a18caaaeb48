"""Taking a yes back: the room that keeps it does it, at once; this only knows which one."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from naast.appreciation.models import DaysToRemember
from naast.appreciation.services.board import end
from naast.appreciation.services.thanks import choose_days
from naast.belonging.services.wishes import take_back_guide
from naast.circles.services.people import take_back_yes
from naast.companionship.models import Request
from naast.companionship.services.consents import withdraw_consent as stop_searching
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor
from naast.people.api import withdraw_consent
from naast.people.models import Consent, Person
from naast.privacy.queries import yeses as queries
from naast.privacy.services import photos


def take_back(*, actor: Actor, person: Person, source: str, pk: UUID) -> None:
    """Take one yes back; what was kept because of it goes at once (`consequences` says it in words).

    Raises NotAllowed, or StateConflict when it does not stand any more.
    """
    if queries.one(actor, person, source, pk) is None:
        raise StateConflict(_("This yes does not stand any more."))
    TAKE_BACK[source](actor, person, pk)


def _consent(actor: Actor, person: Person, pk: UUID) -> None:
    """Looking for a volunteer stops as well, where somebody still looks."""
    consent = Consent.objects.get(person=person, pk=pk)
    wish = None
    if consent.purpose == Consent.Purpose.VOLUNTEER_SUPPORT:
        wishes = Request.objects.filter(participant=person).exclude(status=Request.Status.CLOSED)
        wish = wishes.order_by("-id").first()
    if wish is not None:
        stop_searching(actor=actor, request_id=wish.pk)
    else:
        withdraw_consent(actor=actor, person_id=person.pk, consent_id=pk)


def _photo(actor: Actor, _person: Person, pk: UUID) -> None:
    photos.withdraw(actor=actor, yes_id=pk)


def _card(actor: Actor, person: Person, pk: UUID) -> None:
    step = "take_back" if actor.person_id == person.pk else "take_down"
    end(actor=actor, post_id=pk, step=step)


def _circle(actor: Actor, _person: Person, pk: UUID) -> None:
    take_back_yes(actor=actor, circle_id=pk)


def _guide(actor: Actor, _person: Person, pk: UUID) -> None:
    take_back_guide(actor=actor, guide_id=pk)


def _birthday(actor: Actor, person: Person, pk: UUID) -> None:
    keeps = DaysToRemember.objects.get(pk=pk).anniversary
    choose_days(actor=actor, person_id=person.pk, birthday=False, anniversary=keeps)


def _anniversary(actor: Actor, person: Person, pk: UUID) -> None:
    keeps = DaysToRemember.objects.get(pk=pk).birthday
    choose_days(actor=actor, person_id=person.pk, birthday=keeps, anniversary=False)


TAKE_BACK: Mapping[str, Callable[[Actor, Person, UUID], None]] = {
    queries.CONSENT: _consent,
    queries.PHOTO: _photo,
    queries.CARD: _card,
    queries.CIRCLE: _circle,
    queries.GUIDE: _guide,
    queries.BIRTHDAY: _birthday,
    queries.ANNIVERSARY: _anniversary,
}
