"""Nothing a user typed is ever lost."""

import json
from datetime import timedelta

import time_machine

from naast.core import clock, drafts
from naast.core.models import Draft
from tests.conftest import Cast


def test_what_is_typed_is_kept_for_its_writer_alone(cast: Cast) -> None:
    response = cast.client("bea").post(
        "/draft/", {"key": "visit", "fields": json.dumps({"pass_on": "De bel is stuk"})}
    )

    assert response.status_code == 204
    assert drafts.kept(cast.bea.user_id, "visit") == {"pass_on": "De bel is stuk"}
    assert drafts.kept(cast.amal.user_id, "visit") == {}


def test_emptying_a_form_forgets_its_draft(cast: Cast) -> None:
    drafts.keep(cast.bea.user_id, "visit", {"a": "b"})

    cast.client("bea").post("/draft/", {"key": "visit", "fields": ""})

    assert not Draft.objects.exists()


def test_nonsense_is_refused_and_changes_nothing(cast: Cast) -> None:
    client = cast.client("bea")

    answers = [
        client.post("/draft/", data).status_code
        for data in (
            {"key": "x", "fields": "{"},
            {"fields": '{"a": 1}'},
            {"key": "x", "fields": "[1]"},
        )
    ]

    assert answers == [400, 400, 400]
    assert not Draft.objects.exists()


def test_old_drafts_go(cast: Cast) -> None:
    drafts.keep(cast.bea.user_id, "old", {"a": "b"})
    with time_machine.travel(clock.now() + timedelta(days=15)):
        drafts.keep(cast.bea.user_id, "new", {"a": "b"})

        assert drafts.forget_old() == 1

    assert Draft.objects.get().key == "new"
