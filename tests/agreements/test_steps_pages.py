"""The pages about agreements that were not kept, the desk, and the volunteer's card."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.agreements import attention_talks
from naast.agreements.models import NotKept, StepTaken
from naast.audit.models import Event
from naast.core import clock
from naast.organisations.models import Function
from tests.conftest import Cast
from tests.factories import member
from tests.talking import engaged, noted, on_the_way

STEP = {
    "taken_on": "",
    "note": "Rustig gesprek.",
    "reason": "We missen je.",
    "agreed": "Je belt als het niet lukt.",
    "look_back_on": "",
    "view": "written_down",
    "own_view": "De bus reed niet.",
}


def filled(**changes: str) -> dict[str, str]:
    """A step as the form sends it."""
    today = clock.today()
    days = {
        "taken_on": today.isoformat(),
        "look_back_on": (today + timedelta(days=14)).isoformat(),
    }
    return STEP | days | changes


def page_of(not_kept: NotKept, cast: Cast, rest: str = "") -> str:
    """The address of one, and of what stands below it."""
    return cast.url(f"prepare/steps/{not_kept.pk}/{rest}")


def test_an_agreement_is_picked_and_written_down(cast: Cast) -> None:
    engagement = engaged(cast)
    url = cast.url(f"prepare/steps/new/{engagement.pk}/")
    task = engagement.programme.tasks.get()
    sent = {
        "agreement": f"task:{task.pk}",
        "seen_on": clock.today().isoformat(),
        "how": "saw",
        "seen_by": "Nele",
        "facts": "Was er niet op dinsdag.",
    }
    client = cast.client("amal")
    assert task.name in client.get(url).content.decode()
    refused = client.post(url, sent | {"facts": ""})
    assert refused.status_code == 422
    assert "Nele" in refused.content.decode()
    response = client.post(url, sent)
    made = NotKept.objects.get()
    assert response["Location"] == page_of(made, cast)


def test_opening_it_is_written_down(cast: Cast) -> None:
    not_kept = noted(cast)
    cast.client("amal").get(page_of(not_kept, cast))
    event = Event.objects.get(kind="agreement-steps.read")
    assert (event.is_view, event.target_id, event.user_id) == (True, not_kept.pk, cast.amal.user_id)


def test_a_step_is_taken_on_its_page_and_one_too_soon_is_refused_with_everything_kept(
    cast: Cast,
) -> None:
    not_kept, client = noted(cast), cast.client("amal")
    assert client.post(page_of(not_kept, cast, "talk/"), filled()).status_code == 303
    refused = client.post(page_of(not_kept, cast, "paper/"), filled(note="Op papier gezet."))
    assert refused.status_code == 422
    assert "Op papier gezet." in refused.content.decode()
    assert not_kept.steps.get().step == "talk"


def test_an_unknown_step_is_not_there(cast: Cast) -> None:
    assert cast.client("amal").get(page_of(noted(cast), cast, "dance/")).status_code == 404


def test_more_is_seen_and_the_view_is_written_down(cast: Cast) -> None:
    not_kept, client = on_the_way(noted(cast), "talked", by=cast.amal), cast.client("amal")
    StepTaken.objects.update(view="awaited", view_on=None, own_view="")
    seen = {
        "seen_on": clock.today().isoformat(),
        "how": "heard",
        "seen_by": "Buur",
        "facts": "Te laat.",
    }
    assert client.post(page_of(not_kept, cast, "seen/"), seen).status_code == 303
    assert not_kept.observations.filter(is_first_hand=False).count() == 1
    step = not_kept.steps.get()
    view = page_of(not_kept, cast, f"view/{step.pk}/")
    assert client.get(view).status_code == 200
    assert client.post(view, {"view": "written_down", "own_view": ""}).status_code == 422
    assert client.post(view, {"view": "did_not_want", "own_view": ""}).status_code == 303
    step.refresh_from_db()
    assert step.view == StepTaken.View.DID_NOT_WANT


def test_the_volunteer_reads_what_was_agreed_and_not_the_notes_of_staff(cast: Cast) -> None:
    not_kept, client = on_the_way(noted(cast), "talked", by=cast.amal), cast.client("bea")
    StepTaken.objects.update(note="Alleen voor collega’s.")
    text = client.get(cast.url("mine/agreements-steps/")).content.decode()
    assert "Je belt als het niet lukt." in text
    assert "Alleen voor collega’s." not in text
    assert "Nele" not in text
    url = cast.url(f"mine/agreements-steps/{not_kept.steps.get().pk}/")
    assert client.get(url).status_code == 200
    assert client.post(url, {"words": ""}).status_code == 422
    assert client.post(url, {"words": "Ik was ziek."}).status_code == 303
    assert not_kept.steps.get().own_view == "Ik was ziek."
    assert client.post(url, {"words": "", "not": "1"}).status_code == 303
    assert not_kept.steps.get().view == StepTaken.View.DID_NOT_WANT


def test_the_time_between_steps_is_changed_for_the_house_and_for_a_programme(cast: Cast) -> None:
    client, engagement = cast.client("amal"), engaged(cast)
    url = cast.url("prepare/steps/terms/")
    assert client.post(url, {"days_between": "0", "months_kept": "6"}).status_code == 422
    assert client.post(url, {"days_between": "10", "months_kept": "6"}).status_code == 303
    programme = {"programme": str(engagement.programme_id), "own_days": "30"}
    assert client.post(f"{url}programme/", programme).status_code == 303
    assert client.post(f"{url}programme/", {"own_days": "30"}).status_code == 422
    shown = client.get(url)
    assert [row.days_between for row in shown.context["own"]] == [30]


@pytest.mark.parametrize("show", ["", "?show=closed"])
def test_the_list_costs_the_same_for_one_and_for_three(cast: Cast, show: str) -> None:
    client, url = cast.client("amal"), cast.url(f"prepare/steps/{show}")

    def queries() -> int:
        if show:
            NotKept.objects.update(state="solved", closed_on=clock.today())
        with CaptureQueriesContext(
            connection,
        ) as seen:
            response = client.get(url)
        assert len(response.context["page"].rows) == NotKept.objects.count()
        return len(seen)

    noted(cast)
    client.get(url)
    one = queries()
    noted(cast), noted(cast)
    assert queries() == one <= 12


def test_the_page_of_one_costs_the_same_with_more_steps(cast: Cast) -> None:
    not_kept, client = on_the_way(noted(cast), "talked", by=cast.amal), cast.client("amal")
    client.get(page_of(not_kept, cast))
    with CaptureQueriesContext(connection) as few:
        client.get(page_of(not_kept, cast))
    on_the_way(not_kept, "paused", by=cast.amal)
    with CaptureQueriesContext(connection) as many:
        client.get(page_of(not_kept, cast))
    assert len(many) == len(few) <= 14


def test_the_desk_reminds_of_the_day_and_asks_a_second_colleague(cast: Cast) -> None:
    due, asked = noted(cast), on_the_way(noted(cast), "parting_asked", by=cast.amal)
    NotKept.objects.filter(pk=due.pk).update(look_back_on=clock.today())
    found = attention_talks.items(cast.actor("amal"), now=clock.now())
    assert {(item.kind, item.subject_id) for item in found} == {
        ("agreements.look-back", due.pk),
        ("agreements.look-along", asked.pk),
    }
    assert attention_talks.items(cast.actor("nele"), now=clock.now()) == []
    assert attention_talks.signs(cast.actor("nele"), now=clock.now()) == {}


def test_the_card_shows_where_to_begin_to_the_coordinator_and_the_coach_alone(cast: Cast) -> None:
    coach = member(cast.here, Function.COACH, name="Coach Hier")
    other = member(cast.here, Function.COACH, name="Coach Daar")
    not_kept = noted(cast, coach=coach)
    card = cast.url(f"people/volunteers/{cast.person_id('bea')}/")
    shown = {}
    for name, membership in (("amal", cast.amal), ("coach", coach), ("other", other)):
        client = Client()
        client.force_login(membership.user)
        shown[name] = page_of(not_kept, cast) in client.get(card).content.decode()
    assert shown == {"amal": True, "coach": True, "other": False}


def test_what_was_agreed_is_printed_with_lines_for_both_to_sign(cast: Cast) -> None:
    not_kept = on_the_way(noted(cast), "on_paper", by=cast.amal)
    paper, talk = not_kept.steps.get(step="paper"), not_kept.steps.get(step="talk")
    client = cast.client("amal")
    url = page_of(not_kept, cast, f"paper/{paper.pk}/")
    assert url in client.get(page_of(not_kept, cast)).content.decode()
    shown = client.get(url).content.decode()
    assert paper.agreed in shown
    assert shown.count("<table") == 2
    assert client.get(page_of(not_kept, cast, f"paper/{talk.pk}/")).status_code == 404


def test_words_sent_after_a_colleague_closed_it_are_shown_again(cast: Cast) -> None:
    not_kept = on_the_way(noted(cast), "talked", by=cast.amal)
    url = cast.url(f"mine/agreements-steps/{not_kept.steps.get().pk}/")
    NotKept.objects.update(state="solved", closed_on=clock.today())
    refused = cast.client("bea").post(url, {"words": "De bus reed echt niet."})
    assert refused.status_code == 422
    assert "De bus reed echt niet." in refused.content.decode()
    assert cast.client("bea").get(url).status_code == 404
