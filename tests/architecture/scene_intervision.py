"""What stands behind the doors of intervision: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.organisations.models import Membership
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.meeting_evenings import (
    ActionFactory,
    EthicsFactory,
    EveningFactory,
    FollowUpFactory,
    PromiseFactory,
    QuestionFactory,
    TalkFactory,
    WishFactory,
    duty_for,
    group_of,
)

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("prepare/evenings/", "mine/evenings/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "intervision:member_step": {"step": "lead"},
    "intervision:presence": {"step": "there"},
    "intervision:choose": {"step": "pick"},
    "intervision:tick": {"step": "done"},
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    series = group_of(cast)
    # The coach of the scene coaches a programme of this group.
    coach = Membership.objects.get(organisation=cast.here, roles__function="coach")
    duty_for(series)
    Programme.objects.filter(series__series=series).update(coach=coach)
    evening = EveningFactory(series=series)
    talk = TalkFactory(evening__series=series)
    bea = {"asker": None, "asker_id": cast.person_id("bea")}
    return {
        "series_id": series.pk,
        "evening_id": evening.pk,
        "brought_question_id": QuestionFactory(evening=evening, **bea).pk,
        "action_id": ActionFactory(evening=evening).pk,
        "follow_up_id": FollowUpFactory(series=series).pk,
        "ethics_id": EthicsFactory(organisation=cast.here).pk,
        "talk_evening_id": talk.evening_id,
        "wish_id": WishFactory(talk=talk).pk,
        "promise_id": PromiseFactory(talk=talk).pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    talk = {"evening_id": made["talk_evening_id"]}
    bea = {"person_id": cast.person_id("bea")}
    pages = ("talk", "wish", "vote", "count", "new_promise")
    # Its own name for a question: another room has questions too.
    asked = {"question_id": made["brought_question_id"]}
    return {
        **{f"intervision:{page}": talk for page in pages},
        **{f"intervision:{page}": asked for page in ("question", "withdraw_question", "choose")},
        "intervision:member_step": bea,
        "intervision:presence": bea,
    }
