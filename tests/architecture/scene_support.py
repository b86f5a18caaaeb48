"""What stands behind the doors of support: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.people.models import Note
from naast.programmes.models import Programme
from naast.support.models import Guidance, Told
from tests.conftest import Cast
from tests.supporting import action_for, bea_of, talk_for, today

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("alongside/support/", "mine/support/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "support:new_talk": {"kind": "grrow"},
    "support:drop_rhythm": {"kind": "grrow"},
}
DATA: dict[str, dict[str, str]] = {}
# Pages about Bea, who stands beside Piet.
ABOUT_BEA = (
    "met_today",
    "of_person",
    "plan",
    "print_plan",
    "check_in",
    "guidance",
    "notes",
    "erase",
    "new_talk",
    "short_word",
    "tell",
)
TALKS = ("write_talk", "move_talk", "cancel_talk")


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    here = {"organisation": cast.here, "person": bea_of(cast)}
    planned = talk_for(cast, planned_on=today(3))
    # The team may read it: Bea said so.
    held = talk_for(cast, held_on=today(), appreciation="Dank je.", team_may_read=True)
    guidance = Guidance.objects.create(
        **here,
        task=programme.tasks.get(),
        can="yes",
        dares="yes",
        style="let_go",
        from_on=today(),
        set_by=cast.amal,
    )
    note = Note.objects.create(**here, author=cast.amal, audience="coordinator", text="Stil.")
    return {
        "planned_talk_id": planned.pk,
        "held_talk_id": held.pk,
        "support_action_id": action_for(held, who="volunteer").pk,
        "guidance_id": guidance.pk,
        "secret_note_id": note.pk,
        "told_id": Told.objects.create(**here, told_by=cast.nele, words="Het loopt goed.").pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    bea = {"person_id": cast.person_id("bea")}
    held = {"talk_id": made["held_talk_id"]}
    return {
        **{f"support:{page}": bea for page in ABOUT_BEA},
        **{f"support:{page}": {"talk_id": made["planned_talk_id"]} for page in TALKS},
        "support:talk": held,
        "support:my_talk": held,
        "support:action_done": {"action_id": made["support_action_id"]},
        "support:erase": bea | {"note_id": made["secret_note_id"]},
    }
