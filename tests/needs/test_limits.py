"""A limit was reached: asked, stuck, a step further, and what came of it (S2-10, S2-26)."""

from datetime import timedelta

import pytest

from naast.companionship import panels as match_panels
from naast.companionship.models import Match
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.needs.inputs import LimitInput
from naast.needs.models import Limit, Need
from naast.needs.policies import rows as policies
from naast.needs.queries import rows as queries
from naast.needs.services import limits as services
from naast.needs.states import LIMIT, OPEN_LIMITS, LimitState, Theme
from naast.signals.models import Signal
from naast.signals.states import Kind, LimitReason, Path
from tests.conftest import Cast
from tests.factories import MatchFactory, PersonFactory, actor_of
from tests.needing import (
    FOR_BEA,
    asked,
    asking,
    ended,
    holding_up,
    limit_of,
    match_of,
    stuck,
    told,
)


@pytest.mark.covers("S2-10")
def test_a_limit_leads_to_a_service_with_a_term_and_the_volunteer_reads_what_happens(
    cast: Cast,
) -> None:
    signal = told(cast, Kind.LIMIT, aspect=LimitReason.MEDICINES)
    limit = services.note_limit(
        actor=cast.actor("amal"),
        given=LimitInput(reason=signal.aspect, signal_id=signal.pk),
    )
    due = clock.today() + timedelta(days=10)
    asked(cast, limit, answer_due_on=due)
    limit.refresh_from_db()
    assert (limit.state, limit.answer_due_on, limit.first_asked_on) == (
        LimitState.ASKED,
        due,
        clock.today(),
    )
    assert limit.reason == LimitReason.MEDICINES
    mine = queries.mine(cast.actor("bea"))
    assert [each.for_volunteer for each in mine.limits] == [FOR_BEA]
    message = Message.objects.get(user=cast.bea.user, kind="needs.limit")
    assert "Piet" not in message.subject + message.body


def test_a_limit_from_a_signal_knows_who_told_it_and_whom_it_is_about(cast: Cast) -> None:
    signal = told(cast, Kind.LIMIT, aspect=LimitReason.CARE)
    given = LimitInput(reason=LimitReason.CARE, signal_id=signal.pk)
    limit = services.note_limit(actor=cast.actor("amal"), given=given)
    assert (limit.told_by_id, limit.about_id) == (cast.person_id("bea"), cast.person_id("piet"))
    again = services.note_limit(actor=cast.actor("amal"), given=given)
    assert again.pk == limit.pk
    assert Limit.objects.count() == 1


def test_a_limit_from_a_match_is_about_its_participant(cast: Cast) -> None:
    limit = limit_of(cast)
    assert (limit.told_by_id, limit.about_id) == (cast.person_id("bea"), cast.person_id("piet"))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"service": "  "}, "service"),
        ({"for_volunteer": ""}, "for_volunteer"),
        ({"agreed": ""}, "agreed"),
        ({"answer_due_on": clock.today() - timedelta(days=400)}, "answer_due_on"),
        ({"asked_on": clock.today() + timedelta(days=1)}, "asked_on"),
    ],
)
def test_asking_a_service_names_it_with_a_yes_a_term_and_words_for_the_volunteer(
    cast: Cast, wrong: dict[str, object], field: str
) -> None:
    limit = limit_of(cast)
    with pytest.raises(Incomplete) as refused:
        services.ask_service(actor=cast.actor("amal"), limit_id=limit.pk, given=asking(**wrong))
    assert field in refused.value.fields
    limit.refresh_from_db()
    assert limit.state == LimitState.NOTED


def test_who_calls_is_a_colleague_of_here(cast: Cast) -> None:
    with pytest.raises(Incomplete) as refused:
        asked(cast, caller_id=cast.chris.pk)
    assert set(refused.value.fields) == {"caller"}


@pytest.mark.covers("S2-26")
def test_what_is_stuck_shows_the_days_of_waiting_and_whom_we_turn_to_next(cast: Cast) -> None:
    limit = asked(cast, asked_on=clock.today() - timedelta(days=23))
    stuck(cast, limit)
    (found,) = queries.limits(cast.actor("amal"), show="stuck")
    assert found.days_waiting(clock.today()) == 23
    assert found.escalate_to == "Het diensthoofd, 000 00 00 00"
    assert found.escalate_on == clock.today() + timedelta(days=7)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"why": ""}, "why"),
        ({"escalate_to": ""}, "escalate_to"),
        ({"escalation": ""}, "escalation"),
        ({"escalate_on": clock.today() - timedelta(days=1)}, "escalate_on"),
        ({"theme": "weather"}, "theme"),
        ({"for_volunteer": " "}, "for_volunteer"),
    ],
)
def test_nothing_is_stuck_without_a_next_step(
    cast: Cast, wrong: dict[str, object], field: str
) -> None:
    limit = asked(cast)
    with pytest.raises(Incomplete) as refused:
        services.note_stuck(actor=cast.actor("amal"), limit_id=limit.pk, given=holding_up(**wrong))
    assert field in refused.value.fields


def test_the_next_step_is_a_question_to_somebody_else_and_the_wait_goes_on_counting(
    cast: Cast,
) -> None:
    first = clock.today() - timedelta(days=30)
    limit = stuck(cast, asked(cast, asked_on=first))
    asked(cast, limit, service="Diensthoofd Thuiszorg")
    limit.refresh_from_db()
    assert (limit.state, limit.first_asked_on) == (LimitState.ASKED, first)
    assert [each.is_escalation for each in queries.askings_of(limit)] == [False, True]
    assert queries.askings_of(limit)[0].answered_on == clock.today()


def test_what_is_not_possible_counts_as_a_need_that_nobody_answers(cast: Cast) -> None:
    limit = asked(cast)
    with pytest.raises(Incomplete) as refused:
        ended(cast, limit, "not-possible")
    assert set(refused.value.fields) == {"theme"}
    ended(cast, limit, "not-possible", theme=Theme.CARE_LATE.value)
    limit.refresh_from_db()
    need = Need.objects.get()
    assert limit.state == LimitState.NOT_POSSIBLE
    assert (limit.need, need.theme, need.told_by_id) == (
        need,
        Theme.CARE_LATE,
        cast.person_id("bea"),
    )
    assert need.words == ""


def test_a_need_counts_once_however_often_it_is_stuck(cast: Cast) -> None:
    limit = stuck(cast, theme=Theme.HOUSING.value)
    stuck(cast, limit, theme=Theme.HOUSING.value)
    ended(cast, limit, "not-possible")
    assert Need.objects.count() == 1


def test_a_limit_that_ended_does_not_go_on(cast: Cast) -> None:
    limit = asked(cast)
    ended(cast, limit)
    limit.refresh_from_db()
    assert limit.closed_on == clock.today()
    with pytest.raises(StateConflict):
        asked(cast, limit)


def test_every_open_state_can_end_and_no_ended_one_goes_on() -> None:
    for state in LimitState:
        steps = {step.name for step in LIMIT.open_from(state.value)}
        assert ("not-possible" in steps) == (state in OPEN_LIMITS)
        assert bool(steps) == (state in OPEN_LIMITS)


def test_a_signal_of_the_safeguarding_path_is_not_followed_up_here(cast: Cast) -> None:
    signal = told(cast, Kind.LIMIT, path=Path.SAFEGUARDING)
    given = LimitInput(reason=LimitReason.CARE, signal_id=signal.pk)
    with pytest.raises(Signal.DoesNotExist):
        services.note_limit(actor=cast.actor("amal"), given=given)


def test_a_signal_about_a_colleague_is_not_followed_up_here(cast: Cast) -> None:
    signal = told(cast, Kind.LIMIT, colleague=cast.nele)
    assert queries.signal_to_follow(cast.actor("amal"), signal.pk) is None


def test_a_volunteer_does_not_hand_on(cast: Cast) -> None:
    limit = limit_of(cast)
    with pytest.raises(NotAllowed):
        services.note_limit(actor=cast.actor("bea"), given=LimitInput(reason=LimitReason.CARE))
    with pytest.raises(Limit.DoesNotExist):
        services.ask_service(actor=cast.actor("bea"), limit_id=limit.pk, given=asking())


def test_the_professional_of_the_match_reads_and_does_not_change(cast: Cast) -> None:
    limit = limit_of(cast)
    assert list(policies.limits_visible_to(cast.actor("nele"))) == [limit]
    with pytest.raises(NotAllowed):
        services.ask_service(actor=cast.actor("nele"), limit_id=limit.pk, given=asking())


def test_a_professional_of_another_match_does_not_know_of_it(cast: Cast) -> None:
    other = MatchFactory(organisation=cast.here)
    limit_of(cast, other)
    assert not policies.limits_visible_to(cast.actor("nele")).exists()


def test_nobody_elsewhere_knows_of_it(cast: Cast) -> None:
    limit = limit_of(cast)
    stranger = actor_of(cast.chris)
    assert not policies.limits_visible_to(stranger).exists()
    assert not policies.can_change(stranger, limit)


def test_the_participant_reads_whom_we_asked_and_others_don_t(cast: Cast) -> None:
    limit = asked(cast, limit_of(cast, match_of(cast)))
    assert list(policies.limits_about_me(cast.actor("piet"))) == [limit]
    assert not policies.limits_about_me(cast.actor("bea")).exists()
    assert not policies.own_limits(cast.actor("piet")).exists()


def test_the_participant_hears_of_it_only_once_a_service_was_asked_with_their_agreement(
    cast: Cast,
) -> None:
    limit, piet = limit_of(cast, match_of(cast)), cast.actor("piet")
    assert not policies.limits_about_me(piet).exists()
    asked(cast, limit, agreed="without_name", service="Dienst Zonder Naam")
    assert not policies.limits_about_me(piet).exists()
    asked(cast, limit, service="Dienst Met Naam")
    assert list(policies.limits_about_me(piet)) == [limit]
    (panel,) = [
        each
        for each in match_panels.panels_for("participant", piet, match_of_limit(limit))
        if each.template.startswith("needs/")
    ]
    limits = panel.context["limits"]
    assert isinstance(limits, list)
    assert [each.service for each in limits[0].askings.all()] == ["Dienst Met Naam"]


def match_of_limit(limit: Limit) -> Match:
    """The match in which it was reached."""
    assert limit.match is not None
    return limit.match


def test_a_coordinator_does_not_read_a_limit_about_themselves(cast: Cast) -> None:
    limit = limit_of(cast)
    assert policies.limits_visible_to(cast.actor("amal")).exists()
    cast.amal.person_id = PersonFactory(organisation=cast.here).pk
    cast.amal.save(update_fields=["person_id"])
    Limit.objects.filter(pk=limit.pk).update(about_id=cast.amal.person_id)
    assert not policies.limits_visible_to(cast.actor("amal")).exists()
