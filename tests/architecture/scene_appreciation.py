"""What stands behind the doors of appreciation: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.appreciation.models import LetterState, Picture
from naast.core.pictures import small
from naast.people.models import Person
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.thanking import GatheringFactory, LetterFactory, PostFactory, photo

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = (
    "alongside/thanks/",
    "thanks/",
    "mine/thanks/",
    "noticeboard/",
    "together/",
)
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "appreciation:answer_letter": {"step": "drop"},
    "appreciation:hear_letter": {"step": "agree"},
    "appreciation:post_step": {"step": "take_back"},
    "appreciation:gathering_step": {"step": "come"},
}
DATA: dict[str, dict[str, str]] = {}
LETTERS = ("letter", "answer_letter", "write_letter", "hear_letter")


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    here, bea = cast.here, Person.objects.get(pk=cast.person_id("bea"))
    post = PostFactory(organisation=here, person=bea, picture_words="Bea lacht")
    Picture.objects.create(organisation=here, post=post, jpeg=small(photo(), side=640))
    return {
        "post_id": post.pk,
        "gathering_id": GatheringFactory(host=cast.amal).pk,
        "reference_id": LetterFactory(
            organisation=here, person=bea, state=LetterState.WRITTEN, text="Zij kan luisteren."
        ).pk,
        "agreed_id": LetterFactory(
            organisation=here,
            person=bea,
            state=LetterState.AGREED,
            text="Zij kan luisteren.",
            kind="certificate",
        ).pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    letter = {"letter_id": made["reference_id"]}
    bea = {"person_id": cast.person_id("bea")}
    return {
        **{f"appreciation:{page}": letter for page in LETTERS},
        "appreciation:letter_file": {"letter_id": made["agreed_id"]},
        **{f"appreciation:{page}": bea for page in ("thank", "days_of", "letter_for")},
    }
