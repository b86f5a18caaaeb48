"""What stands behind the doors of learning: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.programmes.models import Competence, Programme
from tests.conftest import Cast
from tests.learning_rows import (
    CompletionFactory,
    CourseFactory,
    EntryFactory,
    PathLineFactory,
    SeatFactory,
    SessionFactory,
)

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("prepare/courses/", "mine/learning/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "learning:theme": {"code": "loneliness"},
    "learning:add_theme": {"code": "loneliness"},
    "learning:change_path": {"step": "up"},
    "learning:person_step": {"step": "comes"},
    "learning:use_course": {"step": "away"},
    "learning:tick": {"step": "attend"},
    "learning:come_or_leave": {"step": "come"},
}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    here, bea = cast.here, cast.person_id("bea")
    course = CourseFactory(organisation=here)
    PathLineFactory(programme=programme, course=course)
    session = SessionFactory(course=course, host=cast.amal, is_mixed=True)
    SeatFactory(session=session, person=None, person_id=bea)
    competence = Competence.objects.create(
        organisation=here, programme=programme, name="Luisteren zonder oordeel"
    )
    return {
        "course_id": course.pk,
        "session_id": session.pk,
        "completion_id": CompletionFactory(course=course, person=None, person_id=bea).pk,
        "entry_id": EntryFactory(organisation=here, person=None, person_id=bea).pk,
        "competence_id": competence.pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    bea = {"person_id": cast.person_id("bea")}
    pages = ("of_person", "note_done", "person_step", "tick")
    return {f"learning:{page}": bea for page in pages}
