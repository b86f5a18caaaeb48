"""Groups: a plan, room in the quarter, a warm answer."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from naast.core import limits
from naast.core.errors import DomainError, StateConflict
from naast.core.public_forms import stamp
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.outreach import attention
from naast.outreach.errors import QuarterFull, ReasonMissing
from naast.outreach.inputs import GroupAnswer, GroupPlan
from naast.outreach.models import GroupRequest
from naast.outreach.policies import groups as policies
from naast.outreach.queries import groups as queries
from naast.outreach.services import groups, nightly
from naast.outreach.states import GROUP, GroupState
from naast.recruitment.services.arrivals import NameMissing, NoWayToAnswer
from tests.conftest import Cast
from tests.outreach.guests import at, letters, visitor
from tests.outreaching import GroupFactory

FORM = {
    "plan": "De tuin opknappen.",
    "brings": "Een bank in de zon.",
    "after_care": "In het voorjaar komen we terug.",
    "number": "12",
    "group_name": "Ploeg Zon",
    "sort": "firm",
    "kind": "employee",
    "third_party": "Bedrijf Zon",
    "contact_name": "Gust",
    "email": "gust@test.example",
    "language": "nl",
}
ANSWER = GroupAnswer(
    subject="Welkom", body="Dag {first_name}, tot {date}.", date_on=date(2026, 5, 4)
)
NO = GroupAnswer(subject="Dank", body="Dag {first_name}: {alternative}", alternative="Met twee.")


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    limits.forget_all()
    with time_machine.travel(at(10), tick=False):
        yield


def answer(actor: Actor, group: GroupRequest, step: str, words: GroupAnswer) -> GroupRequest:
    return groups.answer_group(actor=actor, group_id=group.pk, step=step, answer=words)


def send(cast: Cast, **changes: str) -> Any:
    url = reverse("public:group", kwargs={"house": cast.here.slug})
    limits.forget_all()
    with time_machine.travel(at(10) - timedelta(minutes=2), tick=False):
        opened = stamp()
    return Client().post(url, {**FORM, "opened": opened, **changes})


@pytest.mark.covers("S1-84")
def test_a_group_asks_with_a_plan_and_is_thanked(cast: Cast) -> None:
    assert send(cast, wanted_on="2026-06-01").status_code == 303
    assert send(cast, wanted_on="2026-06-01").status_code == 303
    group = GroupRequest.objects.get()
    assert (group.state, group.number, group.wanted_on) == ("new", 12, date(2026, 6, 1))
    assert group.after_care == FORM["after_care"]
    assert letters("group.thanks") == ["gust@test.example"]


@pytest.mark.covers("S1-53", "S1-164")
def test_employees_are_called_so_with_who_encourages_it_and_how_many(
    cast: Cast, coordinator: Actor
) -> None:
    send(cast)
    group = GroupRequest.objects.get()
    assert (group.kind, group.third_party, group.number) == ("employee", "Bedrijf Zon", 12)
    page = cast.client("amal").get(cast.url(f"recruiting/groups/{group.pk}/"))
    facts = {str(value) for _term, value, _url in page.context["facts"]}
    assert {"Bedrijf Zon", "12", "Gust"} <= facts


@pytest.mark.parametrize("missing", ["plan", "brings", "group_name", "contact_name", "email"])
def test_what_a_request_needs_is_asked_and_nothing_is_lost(cast: Cast, missing: str) -> None:
    response = send(cast, **{missing: ""})
    assert response.status_code == 422
    assert FORM["after_care"] in response.content.decode()
    assert not GroupRequest.objects.exists()


def test_the_service_asks_for_a_name_and_a_way_to_answer(cast: Cast) -> None:
    plan: dict[str, Any] = {"sort": "firm", "number": 3, "plan": "x", "brings": "y"}
    with pytest.raises(NameMissing):
        groups.ask_for_group(
            actor=visitor(cast), plan=GroupPlan(group_name=" ", contact_name="x", **plan)
        )
    with pytest.raises(NoWayToAnswer):
        groups.ask_for_group(
            actor=visitor(cast), plan=GroupPlan(group_name="x", contact_name="x", **plan)
        )


def test_a_full_quarter_is_said_and_the_next_one_offered(cast: Cast) -> None:
    for day in (date(2026, 4, 2), date(2026, 6, 30)):
        GroupFactory(organisation=cast.here, state="accepted", date_on=day)
    response = send(cast, wanted_on="2026-05-01")
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["wanted_on"]
    assert "2026" in str(response.context["form"].errors["wanted_on"])
    assert send(cast, wanted_on="2026-07-01").status_code == 303


def test_the_public_page_says_when_this_quarter_is_full(cast: Cast) -> None:
    for _group in range(2):
        GroupFactory(organisation=cast.here, state="done", date_on=date(2026, 3, 1))
    url = reverse("public:group", kwargs={"house": cast.here.slug})
    context = Client().get(url).context
    assert context["now"].is_full
    assert context["following"].first == date(2026, 4, 1)


def test_quarters_count_what_is_agreed_of_what_can_be_welcomed(
    cast: Cast, coordinator: Actor
) -> None:
    GroupFactory(organisation=cast.here, state="accepted", date_on=date(2026, 3, 31))
    GroupFactory(organisation=cast.here, state="other_date", date_on=date(2026, 3, 31))
    GroupFactory(organisation=cast.elsewhere, state="accepted", date_on=date(2026, 3, 31))
    first, second = queries.quarters(coordinator, today=date(2026, 3, 10))[:2]
    assert (first.first, first.last, first.agreed, first.most) == (
        date(2026, 1, 1),
        date(2026, 3, 31),
        1,
        2,
    )
    assert (second.agreed, second.number) == (0, 2)


def test_a_welcome_names_day_and_host_in_the_coordinators_words(
    cast: Cast, coordinator: Actor
) -> None:
    group = GroupFactory(organisation=cast.here)
    answer(coordinator, group, "accept", ANSWER)
    group.refresh_from_db()
    assert (group.state, group.date_on, group.answered_by) == (
        "accepted",
        date(2026, 5, 4),
        cast.amal,
    )
    letter = Message.objects.get(kind="group.accepted")
    assert letter.body == "Dag Gust, tot maandag 4 mei 2026."
    with pytest.raises(StateConflict):
        answer(coordinator, group, "decline", NO)


@pytest.mark.covers("S1-84")
def test_one_more_in_a_full_quarter_needs_a_reason(cast: Cast, coordinator: Actor) -> None:
    for _group in range(2):
        GroupFactory(organisation=cast.here, state="accepted", date_on=date(2026, 6, 1))
    group = GroupFactory(organisation=cast.here)
    with pytest.raises(QuarterFull):
        answer(coordinator, group, "accept", ANSWER)
    because = GroupAnswer(
        subject="s", body="b", date_on=date(2026, 5, 4), over_reason="Alles is buiten."
    )
    assert answer(coordinator, group, "accept", because).over_reason == "Alles is buiten."


@pytest.mark.covers("S1-84")
def test_a_no_carries_an_alternative_and_a_warm_letter(cast: Cast, coordinator: Actor) -> None:
    group = GroupFactory(organisation=cast.here)
    with pytest.raises(ReasonMissing):
        answer(coordinator, group, "decline", GroupAnswer(subject="s", body="b"))
    answer(coordinator, group, "decline", NO)
    letter = Message.objects.get(kind="group.declined")
    assert letter.body == "Dag Gust: Met twee."


def test_another_day_is_proposed_and_then_agreed(cast: Cast, coordinator: Actor) -> None:
    group = GroupFactory(organisation=cast.here, wanted_on=date(2026, 4, 1))
    with pytest.raises(ReasonMissing):
        answer(coordinator, group, "other-date", GroupAnswer(subject="s", body="b"))
    answer(coordinator, group, "other-date", ANSWER)
    group.refresh_from_db()
    assert (group.state, group.day) == ("other_date", date(2026, 5, 4))
    assert letters("group.other_date") == [group.email]
    assert answer(coordinator, group, "accept", ANSWER).state == GroupState.ACCEPTED


def test_how_it_went_is_noted_after_the_day(cast: Cast, coordinator: Actor) -> None:
    group = GroupFactory(organisation=cast.here, state="accepted", date_on=date(2026, 3, 20))
    with pytest.raises(DomainError):
        groups.finish_group(actor=coordinator, group_id=group.pk, how_it_went="Mooi.")
    with time_machine.travel(at(21), tick=False):
        done = groups.finish_group(actor=coordinator, group_id=group.pk, how_it_went="Mooi.")
    assert (done.state, done.how_it_went) == (GroupState.DONE, "Mooi.")


def test_who_does_not_come_leaves_the_quarter(cast: Cast, coordinator: Actor) -> None:
    group = GroupFactory(organisation=cast.here, state="accepted", date_on=date(2026, 3, 20))
    groups.withdraw_group(actor=coordinator, group_id=group.pk)
    assert queries.quarter_for(coordinator, date(2026, 3, 20)).agreed == 0


@pytest.mark.parametrize("name", ["volunteer", "professional", "stranger"])
def test_nobody_else_reads_or_answers_a_group(
    request: pytest.FixtureRequest, cast: Cast, name: str
) -> None:
    actor, group = request.getfixturevalue(name), GroupFactory(organisation=cast.here)
    assert not policies.visible_to(actor).exists()
    assert not policies.can_answer(actor, group)
    with pytest.raises(GroupRequest.DoesNotExist):
        answer(actor, group, "accept", ANSWER)


@pytest.mark.parametrize("step", GROUP.steps)
def test_each_step_starts_only_where_the_table_says(step: str) -> None:
    for state in GroupState:
        if state not in GROUP.steps[step].sources:
            with pytest.raises(StateConflict):
                GROUP.target(step, source=state)


def test_the_letter_starts_from_the_usual_words_and_leaves_open_what_is_chosen(
    cast: Cast, coordinator: Actor
) -> None:
    group = GroupFactory(organisation=cast.here)
    url = cast.url(f"recruiting/groups/{group.pk}/answer/decline/")
    client = cast.client("amal")
    shown = client.get(url).context["form"].initial
    assert "{alternative}" in shown["body"]
    assert "Gust" in shown["body"]
    assert client.post(url, shown).status_code == 422
    answer = {**shown, "alternative": "Met twee komen schilderen."}
    look = client.post(url, {**answer, "look": "1"}).context["form"].look
    assert "Met twee komen schilderen." in look.body
    assert "{" not in look.body
    assert not Message.objects.filter(kind="group.declined").exists()
    sent = client.post(url, answer)
    assert sent.status_code == 303
    assert "Met twee komen schilderen." in Message.objects.get(kind="group.declined").body
    assert client.get(cast.url(f"recruiting/groups/{group.pk}/answer/dance/")).status_code == 404


def test_a_request_by_phone_is_written_down(cast: Cast) -> None:
    fields = {**FORM, "email": "", "phone": "0475 12 34 56"}
    response = cast.client("amal").post(cast.url("recruiting/groups/new/"), fields)
    group = GroupRequest.objects.get()
    assert response["Location"] == cast.url(f"recruiting/groups/{group.pk}/")
    assert not Message.objects.exists()


def test_who_spoke_for_a_group_is_forgotten_when_the_term_is_over(
    cast: Cast, coordinator: Actor
) -> None:
    group = GroupFactory(organisation=cast.here)
    answer(coordinator, group, "decline", NO)
    with time_machine.travel(at(20), tick=False):
        waiting = GroupFactory(organisation=cast.here)
    assert nightly.run(at(10) + timedelta(days=170))["groups forgotten"] == 0
    assert nightly.run(at(10) + timedelta(days=190))["groups forgotten"] == 1
    group.refresh_from_db()
    waiting.refresh_from_db()
    assert (group.contact_name, group.email, group.number) == ("", "", 12)
    assert waiting.email


@pytest.mark.parametrize("proposed_on", [None, date(2026, 3, 20)])
def test_who_never_heard_or_never_answered_is_forgotten_a_term_after_the_last_step(
    cast: Cast, coordinator: Actor, proposed_on: date | None
) -> None:
    group = GroupFactory(
        organisation=cast.here,
        state="other_date" if proposed_on else "new",
        answered_on=proposed_on,
        date_on=proposed_on,
    )
    last = at(20) if proposed_on else at(10)
    assert nightly.run(last + timedelta(days=180))["groups forgotten"] == 0
    assert nightly.run(last + timedelta(days=190))["groups forgotten"] == 1
    group.refresh_from_db()
    assert (group.state, group.email) == ("withdrawn", "")
    assert attention.items(coordinator, now=last + timedelta(days=190)) == []


def test_letters_go_along_and_who_withdrew_before_an_answer_is_forgotten_too(
    cast: Cast, coordinator: Actor
) -> None:
    declined, gone = GroupFactory(organisation=cast.here), GroupFactory(organisation=cast.here)
    answer(coordinator, declined, "decline", NO)
    groups.withdraw_group(actor=coordinator, group_id=gone.pk)
    assert Message.objects.filter(about_id=declined.pk).exists()

    assert nightly.run(at(10) + timedelta(days=190))["groups forgotten"] == 2
    assert nightly.run(at(10) + timedelta(days=191))["groups forgotten"] == 0

    assert not Message.objects.exists()
    assert not GroupRequest.objects.exclude(contact_name="", email="").exists()


def test_the_list_costs_the_same_for_one_group_and_three(cast: Cast) -> None:
    client = cast.client("amal")

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(cast.url("recruiting/groups/")).status_code == 200
        return len(captured)

    GroupFactory(organisation=cast.here)
    cost()
    first = cost()
    for _more in range(2):
        GroupFactory(organisation=cast.here, host=cast.amal)
    assert cost() == first
    assert first <= 12
