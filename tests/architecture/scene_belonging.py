"""What stands behind the doors of belonging: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.welcoming import (
    ContactFactory,
    FirstDayFactory,
    GuideFactory,
    IdeaFactory,
    MentoringFactory,
    MomentFactory,
    NewEngagementFactory,
    QuestionFactory,
    WishFactory,
    engaged,
    heavy_visit,
    led_by,
    person_of,
)

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("alongside/welcome/", "mine/welcome/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "belonging:idea_part": {"part": "join"},
    "belonging:idea_step": {"step": "look"},
    "belonging:idea_lead": {"part": "along"},
}
DATA: dict[str, dict[str, str]] = {}
# Page → the names in its address: rows of this room, whose names other rooms use as well.
PAGES: dict[str, tuple[str, ...]] = {
    "first_day": ("first_day_id",),
    "host_day": ("first_day_id",),
    "new_mentor": ("engagement_id",),
    "mentor_link": ("mentoring_id",),
    "end_mentor": ("mentoring_id",),
    "see_mentor": ("mentoring_id",),
    "mentoring": ("mentoring_id",),
    "moment": ("moment_id",),
    "answer": ("question_id",),
    "write_answer": ("question_id",),
    "print_question": ("question_id",),
    "question": ("question_id",),
    "wish": ("wish_id",),
    "wish_later": ("wish_id",),
    "person": ("person_id",),
    "new_wish": ("person_id",),
    "new_guide": ("person_id",),
    "mentor_ready": ("person_id",),
    "spoke": ("contact_id",),
    "tell_guide": ("guide_id",),
    "take_back_guide": ("guide_id",),
    "after_visit": ("visit_id",),
    "idea": ("idea_id",),
    "answer_idea": ("idea_id",),
    "change_idea": ("idea_id",),
    "idea_support": ("idea_id",),
    "idea_hand_over": ("idea_id",),
    "idea_part": ("idea_id",),
    "idea_step": ("idea_id",),
    "idea_lead": ("idea_id", "member_id"),
}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room, each with a beginning of its own."""
    here, bea = {"organisation": cast.here}, person_of(cast, "bea")
    engagement = engaged(cast)
    mentoring = MentoringFactory(**here, mentor=bea, state="running")
    idea = IdeaFactory(**here)
    made = {
        # Nele awaits Bea.
        "first_day_id": FirstDayFactory(**here, engagement=engagement, host=cast.nele).pk,
        "engagement_id": NewEngagementFactory(**here).pk,
        "mentoring_id": mentoring.pk,
        "moment_id": MomentFactory(mentoring=mentoring).pk,
        "question_id": QuestionFactory(**here, engagement=engagement).pk,
        "wish_id": WishFactory(**here, person=bea).pk,
        "person_id": bea.pk,
        "contact_id": ContactFactory(**here, person=bea).pk,
        "guide_id": GuideFactory(**here, person=bea).pk,
        "visit_id": heavy_visit(cast).pk,
        "idea_id": idea.pk,
        "member_id": led_by(idea, bea).pk,
    }
    return {f"welcome_{name}": pk for name, pk in made.items()}


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {
        f"belonging:{page}": {name: made[f"welcome_{name}"] for name in names}
        for page, names in PAGES.items()
    }
