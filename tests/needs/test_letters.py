"""Needs by theme, and what goes to management and comes back (S1-65, S0-10, S1-277)."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.needs.inputs import NeedInput, PolicyInput
from naast.needs.models import Need, PolicyLetter, PolicySignal
from naast.needs.pdf import letter_pdf
from naast.needs.policies import letters as policies
from naast.needs.policies import rows as row_policies
from naast.needs.queries import figures
from naast.needs.queries import letters as queries
from naast.needs.queries import rows as row_queries
from naast.needs.rules import Quarter
from naast.needs.services import letters as services
from naast.needs.services import nightly
from naast.needs.services.register import note_need
from naast.needs.states import Theme
from naast.signals.states import Kind, OfferSide
from tests.conftest import Cast
from tests.factories import actor_of
from tests.needing import manager, need_of, policy_of, sent, told
from tests.pdf_checks import problems_of, words_of

MAY = date(2026, 5, 12)


def test_a_quarter_knows_its_days_and_its_neighbours() -> None:
    last = Quarter.of(date(2026, 12, 31))
    assert (last, last.following) == (Quarter(2026, 4), Quarter(2027, 1))
    assert (last.first_day, last.last_day) == (date(2026, 10, 1), date(2026, 12, 31))
    assert Quarter.of(date(2026, 1, 1)).last(3) == [
        Quarter(2025, 3),
        Quarter(2025, 4),
        Quarter(2026, 1),
    ]


@pytest.mark.covers("S1-65")
@time_machine.travel(MAY)
def test_needs_count_by_theme_and_quarter_without_a_person(cast: Cast) -> None:
    for day in (MAY, MAY, MAY - timedelta(days=60)):
        need_of(cast, Theme.HOUSING, on=day)
    need_of(cast, Theme.MONEY, on=MAY - timedelta(days=800))
    amal = cast.actor("amal")
    with CaptureQueriesContext(connection) as asked:
        found = figures.figures(amal, until=Quarter.of(MAY), hides=False)
    assert [(line.code, line.cells) for line in found.themes] == [("housing", [0, 0, 1, 2])]
    assert len(asked) == 2


@time_machine.travel(MAY)
def test_outside_the_coordinators_small_numbers_stay_hidden(cast: Cast) -> None:
    for _number in range(6):
        need_of(cast, Theme.HOUSING)
    need_of(cast, Theme.MONEY)
    found = figures.figures(cast.actor("amal"), until=Quarter.of(MAY), hides=True)
    cells = {line.code: line.cells for line in found.themes}
    assert cells["housing"] == [None, None, None, 6]
    assert cells["money"] == [None, None, None, None]


@pytest.mark.covers("S0-10")
@time_machine.travel(MAY)
def test_what_is_said_about_our_own_offer_is_a_table_of_its_own(cast: Cast) -> None:
    for aspect in (OfferSide.AFFORDABLE, OfferSide.AFFORDABLE, OfferSide.MISSING):
        signal = told(cast, Kind.OFFER, aspect=aspect)
        given = NeedInput(theme=Theme.MONEY, signal_id=signal.pk)
        note_need(actor=cast.actor("amal"), given=given)
    need_of(cast, Theme.MONEY)
    found = figures.figures(cast.actor("amal"), until=Quarter.of(MAY), hides=False)
    assert [(line.code, line.cells[-1]) for line in found.offer] == [
        ("offer_affordable", 2),
        ("offer_missing", 1),
    ]


def test_a_signal_gets_its_theme_and_counts_once(cast: Cast) -> None:
    signal = told(cast, Kind.NEED)
    amal = cast.actor("amal")
    assert list(row_queries.without_theme(amal)) == [signal]
    note_need(actor=amal, given=NeedInput(theme=Theme.DIGITAL, signal_id=signal.pk))
    note_need(actor=amal, given=NeedInput(theme=Theme.LANGUAGE, signal_id=signal.pk))
    need = Need.objects.get()
    signal.refresh_from_db()
    assert (need.theme, signal.theme, need.source) == ("language", "language", "need")
    assert need.told_by_id == cast.person_id("bea")
    assert not row_queries.without_theme(amal).exists()


def test_another_theme_says_in_words_which(cast: Cast) -> None:
    with pytest.raises(Incomplete) as refused:
        need_of(cast, Theme.OTHER)
    assert set(refused.value.fields) == {"own_theme"}
    assert need_of(cast, Theme.OTHER, own_theme="Huisdieren").own_theme == "Huisdieren"


def test_the_register_is_for_coordinators_of_this_house(cast: Cast) -> None:
    need_of(cast)
    for name in ("bea", "nele", "chris"):
        assert not row_policies.needs_visible_to(cast.actor(name)).exists()
    with pytest.raises(NotAllowed):
        note_need(actor=cast.actor("bea"), given=NeedInput(theme=Theme.MONEY))


@pytest.mark.covers("S1-277")
@time_machine.travel(MAY)
def test_management_reads_the_letter_of_a_quarter_and_who_told_it_reads_the_answer(
    cast: Cast,
) -> None:
    bob = manager(cast)
    policy = policy_of(cast, need_of(cast, Theme.TRANSPORT), need_of(cast, Theme.TRANSPORT))
    assert not policies.signals_visible_to(actor_of(bob)).exists()
    letter = sent(cast, policy)
    assert (letter.year, letter.quarter) == (2026, 1)
    assert Message.objects.filter(user=bob.user, kind="needs.letter").count() == 1
    (waits,) = row_queries.mine(cast.actor("bea")).policies
    assert waits.answer == ""
    services.answer_policy(
        actor=actor_of(bob), policy_id=policy.pk, kind="yes", words="We sluiten ze af in juni."
    )
    (read,) = row_queries.mine(cast.actor("bea")).policies
    assert read.answer == "We sluiten ze af in juni."
    letter.refresh_from_db()
    assert letter.answered_on == MAY
    told_bea = Message.objects.get(user=cast.bea.user, kind="needs.policy-answered")
    assert "vervoer" not in (told_bea.subject + told_bea.body).lower()


@time_machine.travel(MAY)
def test_somebody_who_told_nothing_reads_no_answer(cast: Cast) -> None:
    policy = policy_of(cast)
    sent(cast, policy)
    assert not policies.answered_for(cast.actor("bea")).exists()
    assert not policies.answered_for(cast.actor("piet")).exists()


@time_machine.travel(MAY)
def test_a_letter_is_sent_once_a_quarter_and_never_empty(cast: Cast) -> None:
    amal = cast.actor("amal")
    given = services.LetterInput(MAY + timedelta(days=42))
    with pytest.raises(StateConflict):
        services.send_letter(actor=amal, given=given)
    sent(cast)
    policy_of(cast)
    with pytest.raises(StateConflict):
        services.send_letter(actor=amal, given=given)
    assert PolicyLetter.objects.count() == 1
    assert queries.to_send(amal).count() == 1


@time_machine.travel(MAY)
def test_a_letter_asks_for_an_answer_before_a_day_to_come(cast: Cast) -> None:
    policy_of(cast)
    with pytest.raises(Incomplete):
        services.send_letter(actor=cast.actor("amal"), given=services.LetterInput(MAY))


@time_machine.travel(MAY)
def test_what_was_sent_is_not_changed_or_left_out(cast: Cast) -> None:
    policy = policy_of(cast)
    sent(cast, policy)
    amal = cast.actor("amal")
    with pytest.raises(StateConflict):
        services.drop_policy(actor=amal, policy_id=policy.pk)
    with pytest.raises(StateConflict):
        policy_change(cast, policy)


def policy_change(cast: Cast, policy: PolicySignal) -> PolicySignal:
    """Amal changes what it asks."""
    given = PolicyInput("Anders", Theme.MONEY, "Wat we zien", "Wat we vragen")
    return services.write_policy(actor=cast.actor("amal"), given=given, policy_id=policy.pk)


def test_a_change_before_sending_also_changes_what_it_leans_on(cast: Cast) -> None:
    policy = policy_of(cast, need_of(cast))
    policy_change(cast, policy)
    policy.refresh_from_db()
    assert (policy.title, policy.links.count()) == ("Anders", 0)
    services.drop_policy(actor=cast.actor("amal"), policy_id=policy.pk)
    assert not PolicySignal.objects.exists()


@pytest.mark.parametrize("field", ["title", "theme", "sees", "asks"])
def test_a_policy_signal_says_what_we_see_and_what_we_ask(cast: Cast, field: str) -> None:
    with pytest.raises(Incomplete) as refused:
        policy_of(cast, **{field: " "})
    assert set(refused.value.fields) == {field}


@time_machine.travel(MAY)
def test_only_management_answers_with_words_and_a_coordinator_may_write_them_down(
    cast: Cast,
) -> None:
    first, second = policy_of(cast), policy_of(cast, title="Een tweede")
    answer = services.answer_policy
    amal = cast.actor("amal")
    with pytest.raises(NotAllowed):
        answer(actor=amal, policy_id=first.pk, kind="yes", words="Nog niet verstuurd.")
    letter = sent(cast, first, second)
    for name in ("bea", "nele", "chris"):
        with pytest.raises(PolicySignal.DoesNotExist):
            answer(actor=cast.actor(name), policy_id=first.pk, kind="yes", words="Ja.")
    with pytest.raises(Incomplete) as refused:
        answer(actor=amal, policy_id=first.pk, kind="", words=" ")
    assert set(refused.value.fields) == {"kind", "words"}
    answer(actor=amal, policy_id=first.pk, kind="look", words="We bekijken het.")
    letter.refresh_from_db()
    assert letter.answered_on is None
    answer(actor=amal, policy_id=first.pk, kind="yes", words="We doen het.")
    answer(actor=amal, policy_id=second.pk, kind="not_now", words="Dit jaar niet.")
    with pytest.raises(StateConflict):
        answer(actor=amal, policy_id=first.pk, kind="look", words="Toch niet.")


@time_machine.travel(MAY)
def test_changing_an_answer_thanks_nobody_twice(cast: Cast) -> None:
    first = policy_of(cast, need_of(cast))
    policy_of(cast, title="Een loket zonder scherm")
    sent(cast, first)
    for words in ("We bekijken het.", "We doen het."):
        services.answer_policy(
            actor=cast.actor("amal"), policy_id=first.pk, kind="look", words=words
        )
    assert Message.objects.filter(kind="needs.policy-answered").count() == 1


@time_machine.travel(MAY)
def test_the_letter_is_a_pdf_that_everybody_can_read(cast: Cast) -> None:
    for _number in range(3):
        need_of(cast, Theme.HOUSING, on=date(2026, 2, 2), aspect=OfferSide.MISSING)
    policy = policy_of(cast)
    letter = sent(cast, policy)
    services.answer_policy(
        actor=cast.actor("amal"), policy_id=policy.pk, kind="yes", words="We doen het."
    )
    made = letter_pdf(letter, queries.signals_of(cast.actor("amal"), letter))
    assert problems_of(made) == []
    words = words_of(made)
    assert "Mensen missen hun afspraak" in words
    assert "We doen het." in words
    assert "<5" in words


@time_machine.travel(MAY)
def test_management_is_reminded_a_week_before_and_once_it_is_over(cast: Cast) -> None:
    bob = manager(cast)
    letter = sent(cast)
    reminded = Message.objects.filter(user=bob.user, kind="needs.letter")
    for day, number in ((letter.answer_due_on - timedelta(days=8), 1), (letter.answer_due_on, 2)):
        with time_machine.travel(day):
            nightly.run(clock.now())
            nightly.run(clock.now())
        assert reminded.count() == number
    with time_machine.travel(letter.answer_due_on + timedelta(days=1)):
        nightly.run(clock.now())
    assert reminded.count() == 3
