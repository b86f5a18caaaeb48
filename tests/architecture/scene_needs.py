"""What stands behind the doors of needs: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.companionship.models import Match
from naast.organisations.models import Function, Membership
from naast.people.models import Person
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory
from tests.needing import asked, asked_us, carer_of, favour_of, limit_of, policy_of, sent

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("heard/needs/", "mine/needs/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "needs:end": {"step": "answer"},
    "needs:answer_obstacle": {"step": "promise"},
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """A limit that Bea reached with Piet, of whom the professional of the scene knows; what she asked of us, a carer,
    a favour; a letter that management has, and something that waits for the next one."""
    match = _match(cast)
    went = policy_of(cast)
    letter = sent(cast, went)
    return {
        "limit_id": asked(cast, limit_of(cast, match)).pk,
        "obstacle_id": asked_us(cast).pk,
        "carer_id": carer_of(cast).pk,
        "favour_id": favour_of(cast, match).pk,
        "sent_letter_id": letter.pk,
        "sent_policy_id": went.pk,
        "new_policy_id": policy_of(cast).pk,
    }


def _match(cast: Cast) -> Match:
    professional = Membership.objects.get(
        organisation=cast.here, roles__function=Function.PROFESSIONAL, user__name="professional"
    )
    return MatchFactory(
        organisation=cast.here,
        programme=ProgrammeFactory(organisation=cast.here),
        request=None,
        participant=Person.objects.get(pk=cast.person_id("piet")),
        volunteer=Person.objects.get(pk=cast.person_id("bea")),
        professional=professional,
    )


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    letter, new = {"letter_id": made["sent_letter_id"]}, {"policy_id": made["new_policy_id"]}
    return {
        "needs:letter": letter,
        "needs:letter_print": letter,
        "needs:change_policy": new,
        "needs:drop_policy": new,
        "needs:answer_policy": {"policy_id": made["sent_policy_id"]},
        "needs:new_carer": {"person_id": cast.person_id("piet")},
    }
