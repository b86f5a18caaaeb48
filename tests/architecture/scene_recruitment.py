"""What stands behind the doors of recruitment: a part of tests/architecture/scene.py."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from naast.core import clock
from naast.programmes.models import Programme
from naast.recruitment.models import Partner, Referral, Talk
from tests.conftest import Cast
from tests.recruiting import ApplicationFactory, NoteFactory, TalkFactory

# How the routes of this room begin, as far as no other room's route begins so.
PREFIXES: tuple[str, ...] = (
    "candidates/",
    "referrals/",
    "my-volunteering/",
    "my-other-role/",
    "recruiting/figures/",
    "recruiting/sources/",
)
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "recruitment:round_off_as": {"outcome": "not_now"},
    "recruitment:our_view": {"moment": "talk"},
    "recruitment:facts_section": {"section": "practical"},
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    application = ApplicationFactory(organisation=cast.here, programme=programme)
    Referral.objects.create(
        organisation=cast.here,
        application=application,
        service="De Brug",
        name="Rik Verwijst",
        candidate_agreed=True,
        accepted_conditions_on=clock.today(),
    )
    # The professional leads a talk with this candidate, and wrote a note.
    talk = TalkFactory(
        application=application,
        host=cast.nele,
        status=Talk.Status.PLANNED,
        starts_at=clock.now() + timedelta(days=3),
    )
    note = NoteFactory(application=application, author=cast.nele, audience="team")
    partner = Partner.objects.create(organisation=cast.here, name="Het Koor", what="leisure")
    return {
        "application_id": application.pk,
        "talk_id": talk.pk,
        "note_id": note.pk,
        "partner_id": partner.pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {}
