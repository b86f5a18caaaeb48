"""What stands behind the doors of privacy: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.core import clock
from naast.people.models import Person
from naast.privacy.services.photos import note_published
from naast.privacy.states import RequestKind
from naast.programmes.models import Programme
from tests.asking_rights import asked, known
from tests.conftest import Cast
from tests.guarding import held, letter, photo_yes, who_left

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("privacy/", "mine/data/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "privacy:retention_kind": {"code": "files.volunteers"},
    "privacy:retention_proposal": {"code": "files.volunteers"},
    "privacy:my_yes": {"source": "photo"},
}
OF_A_REQUEST = (
    "request",
    "know_who",
    "more_time",
    "answer",
    "take_back",
    "restrict",
    "copy_for",
    "erase",
)
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Bea says yes to pictures, of which one was shown, asks a letter, and asks what we keep; so does somebody who
    left, about whom nothing may be erased."""
    coordinator, volunteer = cast.actor("amal"), cast.actor("bea")
    bea = Person.objects.get(pk=cast.person_id("bea"))
    photo = photo_yes(volunteer, bea)
    shown = note_published(
        actor=coordinator, yes_id=photo.pk, where="Nieuwsbrief 1", published_on=clock.today()
    )
    other = who_left(cast.here)
    return {
        "privacy_own_request_id": asked(volunteer, bea, RequestKind.ACCESS).pk,
        "privacy_request_id": known(coordinator, other, RequestKind.ERASURE).pk,
        "hold_id": held(coordinator, other).pk,
        "yes_id": photo.pk,
        "published_id": shown.pk,
        # On paper: what somebody asks on their own screen is not for staff to print.
        "attendance_letter_id": letter(coordinator, bea, how="on_paper").pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    of_other = {"request_id": made["privacy_request_id"]}
    return {
        **{f"privacy:{page}": of_other for page in OF_A_REQUEST},
        "privacy:my_take_back": {"request_id": made["privacy_own_request_id"]},
        "privacy:new_request_of": {"person_id": cast.person_id("bea")},
        "privacy:new_attendance": {"person_id": cast.person_id("bea")},
        "privacy:attendance_file": {"letter_id": made["attendance_letter_id"]},
        "privacy:my_yes": {"pk": made["yes_id"]},
    }
