"""Programmes: made in one step, changed by coordinators, read by members, out of sight elsewhere."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from naast.audit.models import Event
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.programmes import policies, queries, services
from naast.programmes.errors import NameTaken
from naast.programmes.models import (
    Competence,
    ContactLine,
    EntryCondition,
    OnCallLine,
    Programme,
    Task,
)
from naast.programmes.presets import preset_named
from tests.conftest import Cast
from tests.factories import ProgrammeFactory

Status = Programme.Status
LINES: dict[str, dict[str, Any]] = {
    "tasks": {
        "name": "Samen fietsen",
        "who": "volunteer",
        "is_core": False,
        "steps_in": "coach",
        "note": "",
    },
    "contact": {"way": "call", "every": 2, "unit": "week", "with_whom": ""},
    "conditions": {
        "kind": "charter",
        "name": "Charter",
        "who_arranges": "Amal",
        "is_required": True,
    },
    "on_call": {"when": "Nacht", "who": "Wacht", "phone": "0470 00 00 00"},
    "competences": {
        "name": "Kunnen zwijgen",
        "kind": "skill",
        "is_needed": False,
        "example": "Je laat een stilte toe.",
    },
}
MODELS = {
    "tasks": Task,
    "contact": ContactLine,
    "conditions": EntryCondition,
    "on_call": OnCallLine,
    "competences": Competence,
}


@pytest.fixture
def buddy(coordinator: Actor) -> Programme:
    return services.create_programme(actor=coordinator, preset=preset_named("buddy"), language="nl")


@pytest.mark.covers("S1-278")
def test_a_preset_fills_a_programme_with_all_its_parts(cast: Cast, buddy: Programme) -> None:
    preset = preset_named("buddy")

    assert (buddy.name, buddy.preset, buddy.status) == ("Buddywerking", "buddy", Status.ACTIVE)
    assert buddy.coordinator_id == buddy.coach_id == cast.amal.pk
    assert buddy.tasks.count() == len(preset.tasks)
    assert buddy.contactlines.count() == len(preset.contact)
    # Everything but the check, for which Belgian law has no ground here.
    asked = [entry.kind for entry in preset.conditions if entry.kind != "check"]
    assert [line.kind for line in buddy.entryconditions.all()] == asked
    assert buddy.oncalllines.count() == len(preset.on_call)
    assert [task.name for task in buddy.tasks.all()] == [
        task.name.in_language("nl") for task in preset.tasks
    ]


def test_the_system_makes_a_programme_without_a_coordinator(cast: Cast) -> None:
    actor = Actor.system(cast.here, reason="test")
    made = services.create_programme(
        actor=actor, preset=preset_named("ward"), language="fr", status=Status.DRAFT
    )
    assert (made.name, made.status, made.coordinator_id) == (
        "Volontaires dans le service",
        "draft",
        None,
    )


def test_two_programmes_of_one_organisation_have_two_names(
    coordinator: Actor, stranger: Actor, buddy: Programme
) -> None:
    with pytest.raises(NameTaken):
        services.create_programme(
            actor=coordinator, preset=preset_named("ward"), language="nl", name=buddy.name
        )
    services.create_programme(
        actor=stranger, preset=preset_named("ward"), language="nl", name=buddy.name
    )


def test_a_programme_keeps_what_was_not_changed_and_records_only_the_fields(
    coordinator: Actor, buddy: Programme
) -> None:
    services.change_programme(
        actor=coordinator,
        programme_id=buddy.pk,
        changes={"name": "Maatjes", "vision": buddy.vision, "max_matches": 1},
    )

    buddy.refresh_from_db()
    assert (buddy.name, buddy.max_matches) == ("Maatjes", 1)
    event = Event.objects.get(kind="programme.changed")
    assert event.changes == {"fields": ["max_matches", "name"]}


def test_what_is_not_a_field_of_the_programme_is_refused(
    coordinator: Actor, buddy: Programme
) -> None:
    with pytest.raises(KeyError):
        services.change_programme(
            actor=coordinator, programme_id=buddy.pk, changes={"organisation": None}
        )


def test_a_name_that_another_programme_has_is_refused(coordinator: Actor, buddy: Programme) -> None:
    other = ProgrammeFactory(organisation=buddy.organisation, name="Al bezet")
    with pytest.raises(NameTaken):
        services.change_programme(
            actor=coordinator, programme_id=buddy.pk, changes={"name": other.name}
        )


@pytest.mark.covers("S1-110")
@pytest.mark.parametrize("kind", list(LINES))
def test_lines_are_added_changed_moved_and_taken_away(
    coordinator: Actor, buddy: Programme, kind: str
) -> None:
    where: dict[str, Any] = {"actor": coordinator, "programme_id": buddy.pk, "kind": kind}
    rows = MODELS[kind]._default_manager.filter(programme=buddy)
    before = [row.pk for row in rows]

    added = services.save_part(**where, values=LINES[kind])
    assert [row.pk for row in rows.all()] == [*before, added.pk]

    services.move_part(**where, line_id=added.pk, is_up=True)
    assert [row.pk for row in rows.all()] == [*before[:-1], added.pk, before[-1]]

    services.move_part(**where, line_id=added.pk, is_up=False)
    services.move_part(**where, line_id=added.pk, is_up=False)
    assert [row.pk for row in rows.all()] == [*before, added.pk]

    name, value = next(iter(LINES[kind].items()))
    services.save_part(**where, values={name: value}, line_id=before[0])
    assert getattr(rows.get(pk=before[0]), name) == value

    services.remove_part(**where, line_id=added.pk)
    assert [row.pk for row in rows.all()] == before


def test_a_line_of_another_programme_is_not_touched(coordinator: Actor, buddy: Programme) -> None:
    other = ProgrammeFactory(organisation=buddy.organisation)
    line = Task.objects.get(programme=other)
    where: dict[str, Any] = {
        "actor": coordinator,
        "programme_id": buddy.pk,
        "kind": "tasks",
        "line_id": line.pk,
    }
    with pytest.raises(Task.DoesNotExist):
        services.save_part(**where, values={"name": "Anders"})
    with pytest.raises(Task.DoesNotExist):
        services.remove_part(**where)
    with pytest.raises(Task.DoesNotExist):
        services.move_part(**where, is_up=True)


@pytest.mark.parametrize("who", ["bea", "nele", "piet"])
def test_only_coordinators_write(cast: Cast, buddy: Programme, who: str) -> None:
    actor = cast.actor(who)
    where: dict[str, Any] = {"actor": actor, "programme_id": buddy.pk, "kind": "tasks"}
    with pytest.raises(NotAllowed):
        services.create_programme(actor=actor, preset=preset_named("ward"), language="nl")
    with pytest.raises(NotAllowed):
        services.change_programme(actor=actor, programme_id=buddy.pk, changes={"name": "x"})
    with pytest.raises(NotAllowed):
        services.save_part(**where, values=LINES["tasks"])
    task = buddy.tasks.all()[0]
    with pytest.raises(NotAllowed):
        services.remove_part(**where, line_id=task.pk)
    with pytest.raises(NotAllowed):
        services.move_part(**where, line_id=task.pk, is_up=True)


def test_another_organisation_can_neither_find_nor_change_it(
    stranger: Actor, buddy: Programme
) -> None:
    assert queries.get_programme(stranger, buddy.pk) is None
    assert not policies.can_change(stranger, buddy)
    with pytest.raises(Programme.DoesNotExist):
        services.change_programme(actor=stranger, programme_id=buddy.pk, changes={"name": "x"})
    with pytest.raises(Programme.DoesNotExist):
        services.save_part(
            actor=stranger, programme_id=buddy.pk, kind="tasks", values=LINES["tasks"]
        )


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("amal", {"draft", "active", "closed"}),
        ("bea", {"active"}),
        ("nele", {"active"}),
        ("piet", {"active"}),
        ("chris", set()),
    ],
)
def test_members_see_running_programmes_and_coordinators_all(
    cast: Cast, who: str, sees: set[str]
) -> None:
    for status in Status:
        ProgrammeFactory(organisation=cast.here, status=status)

    visible = policies.visible_to(cast.actor(who))

    assert set(visible.values_list("status", flat=True)) == sees


def _smuggle(cast: Cast, buddy: Programme) -> None:
    with transaction.atomic():
        Task.objects.create(
            organisation=cast.elsewhere, programme=buddy, name="Smokkel", who=Task.Who.VOLUNTEER
        )
        # PostgreSQL checks this key at the end of the transaction.
        connection.check_constraints()


def test_the_database_refuses_a_line_of_another_organisation(cast: Cast, buddy: Programme) -> None:
    with pytest.raises(DatabaseError):
        _smuggle(cast, buddy)
