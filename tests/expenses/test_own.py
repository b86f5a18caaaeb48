"""What a volunteer does with their own costs: kilometres of several visits at once, a bill, a fixed amount."""

from datetime import date, timedelta
from io import BytesIO
from uuid import UUID, uuid4
from zlib import crc32

import pytest

from naast.companionship.models import Match, MatchState, Visit
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.core.pictures import NotAPicture, small
from naast.expenses.errors import NotPayable
from naast.expenses.inputs import NewClaim
from naast.expenses.models import Claim, PayAccount, ProgrammeCosts, Proof
from naast.expenses.policies import mine as policy
from naast.expenses.queries import mine as queries
from naast.expenses.services import own
from naast.expenses.states import ClaimState, Kind, Task, Vehicle
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.costing import A_DAY, asked_back, bea, bill, claimed, declared, fixed_amounts, flat, ride
from tests.factories import EngagementFactory, MatchFactory, ProgrammeFactory, VisitFactory
from tests.thanking import photo

pytestmark = pytest.mark.django_db


def beside(cast: Cast, **fields: object) -> Match:
    """Bea stands beside somebody."""
    match: Match = MatchFactory(organisation=cast.here, volunteer=bea(cast), **fields)
    return match


def visit(match: Match, day: date = A_DAY, **fields: object) -> Visit:
    """A visit that is logged."""
    made: Visit = VisitFactory(match=match, visited_on=day, **fields)
    return made


def rides(*visits: Visit, km: int = 10, vehicle: Vehicle = Vehicle.CAR) -> own.Rides:
    """So many kilometres for each of these visits."""
    return own.Rides(
        km={each.pk: km * 1000 for each in visits},
        vehicle=vehicle,
        from_place="thuis",
        to_place="het bezoek",
    )


def programme_of_bea(cast: Cast, **costs: object) -> Programme:
    """A programme in which Bea takes part, with what it pays."""
    programme: Programme = ProgrammeFactory(organisation=cast.here)
    EngagementFactory(organisation=cast.here, person=bea(cast), programme=programme)
    ProgrammeCosts.objects.create(organisation=cast.here, programme=programme, **costs)
    return programme


@pytest.mark.covers("S2-38")
def test_kilometres_of_two_visits_are_asked_at_once_with_their_trip_sheet(cast: Cast) -> None:
    declared(cast)
    match = beside(cast)
    visits = [visit(match), visit(match, A_DAY + timedelta(days=7))]
    made = own.ask_rides(actor=cast.actor("bea"), rides=rides(*visits))
    assert [(row.visit_id, row.day, row.cents) for row in made] == [
        (each.pk, each.visited_on, 433) for each in visits
    ]
    sheet = queries.trips(cast.actor("bea"), year=2026, month=2)
    assert [(row.from_place, row.to_place, row.km) for row in sheet] == [
        ("thuis", "het bezoek", 10_000)
    ] * 2
    assert not queries.trips(cast.actor("bea"), year=2026, month=3)


def test_a_visit_is_paid_back_once(cast: Cast) -> None:
    declared(cast)
    one = visit(beside(cast))
    own.ask_rides(actor=cast.actor("bea"), rides=rides(one))
    with pytest.raises(StateConflict):
        own.ask_rides(actor=cast.actor("bea"), rides=rides(one))
    with pytest.raises(StateConflict):
        claimed(cast, ride(visit_id=one.pk))
    own.take_back(actor=cast.actor("bea"), claim_id=Claim.objects.get().pk)
    assert len(own.ask_rides(actor=cast.actor("bea"), rides=rides(one))) == 1


def test_when_one_visit_cannot_be_paid_none_is_sent_and_its_field_says_why(cast: Cast) -> None:
    declared(cast)
    match = beside(cast)
    known, later = visit(match), visit(match, date(2026, 5, 4))
    with pytest.raises(Incomplete) as error:
        own.ask_rides(actor=cast.actor("bea"), rides=rides(known, later))
    assert list(error.value.fields) == [f"km_{later.pk}"]
    assert not Claim.objects.exists()
    both = own.ask_rides(
        actor=cast.actor("bea"), rides=rides(known, later, vehicle=Vehicle.BICYCLE)
    )
    assert [row.cents for row in both] == [370, 370]


def test_nobody_asks_something_for_a_visit_of_somebody_else(cast: Cast) -> None:
    declared(cast)
    others = visit(MatchFactory(organisation=cast.here))
    with pytest.raises(StateConflict):
        own.ask_rides(actor=cast.actor("bea"), rides=rides(others))
    with pytest.raises(NotAllowed):
        claimed(cast, ride(visit_id=others.pk))


def test_visits_by_phone_ask_no_kilometres_and_those_of_an_ended_match_still_do(cast: Cast) -> None:
    phoned = visit(beside(cast), mode=Visit.Mode.PHONE)
    ended = visit(beside(cast, state=MatchState.ENDED))
    found = policy.visits_to_claim(cast.actor("bea"))
    assert list(found) == [ended]
    assert phoned not in found
    for name in ("amal", "nele", "piet", "chris"):
        assert not policy.visits_to_claim(cast.actor(name))


def test_the_kilometres_of_last_time_stand_there_already(cast: Cast) -> None:
    declared(cast)
    match = beside(cast)
    own.ask_rides(actor=cast.actor("bea"), rides=rides(visit(match), km=14))
    visit(match, A_DAY + timedelta(days=7))
    visit(beside(cast), A_DAY)
    shown = queries.rides_to_ask(cast.actor("bea"), cast.here, since=date(2026, 1, 1))
    assert [ride.km for ride in shown] == [14_000, None]


def test_what_cannot_be_counted_yet_is_said_beforehand(cast: Cast) -> None:
    match = beside(cast)
    visit(match), visit(match, date(2026, 5, 4))
    later, known = queries.rides_to_ask(cast.actor("bea"), cast.here, since=date(2026, 1, 1))
    assert (bool(later.note), bool(known.note)) == (True, False)


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2099, 1, 1)])
def test_a_day_to_come_or_of_long_ago_is_asked_again(cast: Cast, day: date) -> None:
    with pytest.raises(Incomplete):
        own.ask(actor=cast.actor("bea"), new=bill(day=day))


def test_a_bill_keeps_its_photo_made_small(cast: Cast) -> None:
    declared(cast)
    new = bill(jpeg=None)
    row = own.ask(actor=cast.actor("bea"), new=new, photo=photo(2400, 1800))
    assert bytes(Proof.objects.get(claim=row).jpeg)[:2] == b"\xff\xd8"
    with pytest.raises(NotPayable):
        own.ask(actor=cast.actor("bea"), new=new)


def test_a_bill_that_is_sent_with_two_taps_is_one_claim(cast: Cast) -> None:
    declared(cast)
    first, again = (
        own.ask(actor=cast.actor("bea"), new=bill(jpeg=None), photo=photo(300, 300))
        for _tap in "ab"
    )
    assert first == again
    other = bill(1260, jpeg=None)
    assert own.ask(actor=cast.actor("bea"), new=other, photo=photo(300, 300)) != first
    Claim.objects.update(created_at=clock.now() - timedelta(minutes=5))
    later = own.ask(actor=cast.actor("bea"), new=bill(jpeg=None), photo=photo(300, 300))
    assert later.warnings == ["row_repeated"]


def test_a_programme_in_which_one_takes_no_part_pays_nothing(cast: Cast) -> None:
    declared(cast)
    other = ProgrammeFactory(organisation=cast.here)
    with pytest.raises(NotAllowed):
        own.ask(actor=cast.actor("bea"), new=ride(programme_id=other.pk))


@pytest.mark.covers("S2-43")
def test_a_fixed_amount_is_given_only_where_the_house_and_the_programme_give_one(
    cast: Cast,
) -> None:
    declared(cast)
    programme = programme_of_bea(cast, pays_flat=True, flat_amount=2500)

    def ask() -> Claim:
        return own.ask_fixed(
            actor=cast.actor("bea"), day=A_DAY, programme_id=programme.pk, hours=None
        )

    assert not queries.fixed_programmes(cast.actor("bea"))
    with pytest.raises(NotPayable):
        ask()
    fixed_amounts(cast)
    assert [row.programme_id for row in queries.fixed_programmes(cast.actor("bea"))] == [
        programme.pk
    ]
    first = ask()
    assert first.cents == 2500
    # The second of two taps is the same claim; later it is a second one.
    assert ask() == first
    Claim.objects.update(created_at=clock.now() - timedelta(minutes=5))
    with pytest.raises(NotPayable, match=r"25[.,]00"):
        ask()


def test_what_a_programme_gives_a_day_is_for_the_whole_day(cast: Cast) -> None:
    declared(cast)
    fixed_amounts(cast)
    programme = programme_of_bea(cast, pays_flat=True, flat_amount=1500)
    first = claimed(cast, flat(1000, programme_id=programme.pk))
    with pytest.raises(NotPayable, match=r"15[.,]00"):
        claimed(cast, flat(600, programme_id=programme.pk))
    claimed(cast, flat(500, programme_id=programme.pk))
    claimed(cast, flat(1500, A_DAY + timedelta(days=1), programme_id=programme.pk))
    own.take_back(actor=cast.actor("bea"), claim_id=first.pk)
    claimed(cast, flat(1000, programme_id=programme.pk))


def test_in_the_netherlands_two_taps_are_one_claim_and_two_shifts_of_a_day_are_two(
    cast: Cast,
) -> None:
    cast.here.country = "NL"
    cast.here.save()
    fixed_amounts(cast)
    programme = programme_of_bea(cast, pays_flat=True, flat_amount=200)

    def ask(hours: int) -> Claim:
        return own.ask_fixed(
            actor=cast.actor("bea"), day=A_DAY, programme_id=programme.pk, hours=hours
        )

    assert ask(2000) == ask(2000) != ask(3000)
    assert Claim.objects.count() == 2


def test_two_taps_on_rides_are_known_as_such(cast: Cast) -> None:
    declared(cast)
    actor, match = cast.actor("bea"), beside(cast)
    one, other = visit(match), visit(match, A_DAY + timedelta(days=7))
    assert not own.asked_just_now(actor, [])
    assert not own.asked_just_now(actor, [one.pk])
    own.ask_rides(actor=actor, rides=rides(one))
    assert own.asked_just_now(actor, [one.pk])
    assert not own.asked_just_now(actor, [one.pk, other.pk])
    assert not own.asked_just_now(cast.actor("amal"), [one.pk])
    Claim.objects.update(created_at=clock.now() - timedelta(minutes=5))
    assert not own.asked_just_now(actor, [one.pk])


def test_an_ordinary_task_beside_a_raised_one_shows_both_ceilings(cast: Cast) -> None:
    declared(cast, clock.today().year, no_allowance=True)
    fixed_amounts(cast)

    def wholes() -> list[str]:
        shown = queries.my_year(cast.actor("bea"), cast.here, day=clock.today())
        assert shown is not None
        return [line.of for line in shown.room.left]

    programme_of_bea(cast, pays_flat=True, task=Task.NIGHT_GUARD)
    night_alone = wholes()
    programme_of_bea(cast, pays_flat=True)
    year, *others = wholes()
    assert others == night_alone
    assert year not in night_alone


def test_without_an_amount_of_the_programme_the_law_gives_it(cast: Cast) -> None:
    declared(cast)
    fixed_amounts(cast)
    programme = programme_of_bea(cast, pays_flat=True)
    row = own.ask_fixed(actor=cast.actor("bea"), day=A_DAY, programme_id=programme.pk, hours=None)
    assert row.cents == 4402


def test_in_the_netherlands_hours_bring_what_the_programme_gives_an_hour(cast: Cast) -> None:
    cast.here.country = "NL"
    cast.here.save()
    fixed_amounts(cast)
    programme = programme_of_bea(cast, pays_flat=True, flat_amount=200)
    row = own.ask_fixed(actor=cast.actor("bea"), day=A_DAY, programme_id=programme.pk, hours=2500)
    assert (row.cents, row.hours) == (500, 2500)


def test_in_the_netherlands_a_programme_without_a_rate_says_so(cast: Cast) -> None:
    cast.here.country = "NL"
    cast.here.save()
    programme = programme_of_bea(cast)
    new = ride(programme_id=programme.pk)
    with pytest.raises(NotPayable):
        own.ask(actor=cast.actor("bea"), new=new)
    ProgrammeCosts.objects.update(kilometre_rate=2300)
    assert own.ask(actor=cast.actor("bea"), new=new).cents == 230


def test_an_answer_goes_back_to_finance_with_a_better_photo(cast: Cast) -> None:
    row = asked_back(cast)
    answered = own.answer(
        actor=cast.actor("bea"), claim_id=row.pk, words="Naar het station", photo=photo()
    )
    assert (answered.state, answered.answer) == (ClaimState.SENT, "Naar het station")
    assert bytes(Proof.objects.get(claim=row).jpeg)[:2] == b"\xff\xd8"
    with pytest.raises(StateConflict):
        own.answer(actor=cast.actor("bea"), claim_id=row.pk, words="Nog eens")


def test_a_photo_that_cannot_be_read_changes_nothing(cast: Cast) -> None:
    row = asked_back(cast)
    broken = photo()
    broken.truncate(20)
    with pytest.raises(NotAPicture):
        own.answer(actor=cast.actor("bea"), claim_id=row.pk, words="Hier", photo=broken)
    row.refresh_from_db()
    assert (row.state, row.answer) == (ClaimState.ASKED_BACK, "")


def test_what_was_agreed_cannot_be_taken_back(cast: Cast) -> None:
    row = claimed(cast)
    Claim.objects.update(state=ClaimState.APPROVED)
    with pytest.raises(StateConflict):
        own.take_back(actor=cast.actor("bea"), claim_id=row.pk)


@pytest.mark.parametrize("name", ["amal", "nele", "piet", "chris"])
def test_nobody_else_answers_or_takes_back(cast: Cast, name: str) -> None:
    row = asked_back(cast)
    with pytest.raises(Claim.DoesNotExist):
        own.answer(actor=cast.actor(name), claim_id=row.pk, words="Ik")
    with pytest.raises(Claim.DoesNotExist):
        own.take_back(actor=cast.actor(name), claim_id=row.pk)


def test_somebody_who_is_no_volunteer_has_no_account_here(cast: Cast) -> None:
    for name in ("amal", "nele", "piet"):
        with pytest.raises(NotAllowed):
            own.set_account(actor=cast.actor(name), holder="Ik", iban="BE1", wants_cash=False)


def test_who_wants_it_by_hand_leaves_no_number_behind(cast: Cast) -> None:
    actor = cast.actor("bea")
    own.set_account(actor=actor, holder="Bea", iban="BE71096123456769", wants_cash=False)
    own.set_account(actor=actor, holder="Bea", iban="BE71096123456769", wants_cash=True)
    account = PayAccount.objects.get(person=bea(cast))
    assert (account.holder, account.iban, account.wants_cash) == ("", "", True)


def test_an_unknown_claim_is_not_found(cast: Cast) -> None:
    unknown: UUID = uuid4()
    assert queries.my_claim(cast.actor("bea"), unknown) is None
    with pytest.raises(Claim.DoesNotExist):
        own.take_back(actor=cast.actor("bea"), claim_id=unknown)


def test_asking_names_its_kind(cast: Cast) -> None:
    declared(cast)
    new = NewClaim(kind=Kind.REAL_COST, day=A_DAY, cents=1)
    assert own.ask(actor=cast.actor("bea"), new=new, photo=photo()).kind == Kind.REAL_COST


def test_when_one_visit_was_asked_meanwhile_none_of_the_others_is_sent(cast: Cast) -> None:
    declared(cast)
    match = beside(cast)
    one, other = visit(match), visit(match, A_DAY + timedelta(days=7))
    own.ask_rides(actor=cast.actor("bea"), rides=rides(one))
    with pytest.raises(StateConflict):
        own.ask_rides(actor=cast.actor("bea"), rides=rides(one, other))
    assert Claim.objects.count() == 1


def test_nobody_enters_a_day_that_is_still_to_come(cast: Cast) -> None:
    later = clock.today() + timedelta(days=1)
    declared(cast, later.year)
    with pytest.raises(Incomplete) as wrong:
        claimed(cast, bill(day=later))
    assert set(wrong.value.fields) == {"day"}


def test_a_paper_of_long_ago_is_asked_again(cast: Cast) -> None:
    cast.here.country = "NL"
    cast.here.save()
    last = clock.today().year - 1
    with pytest.raises(Incomplete) as wrong:
        claimed(cast, bill(day=date(last - 1, 12, 31)))
    assert set(wrong.value.fields) == {"day"}
    assert claimed(cast, bill(day=date(last, 1, 1))).day.year == last


def test_a_picture_that_would_fill_the_memory_is_kindly_turned_away() -> None:
    header = photo(10, 10, form="PNG").getvalue()
    # The width and height of a PNG stand in its first block.
    block = b"IHDR" + (30_000).to_bytes(4, "big") * 2 + header[24:29]
    bomb = header[:12] + block + crc32(block).to_bytes(4, "big") + header[33:]
    with pytest.raises(NotAPicture):
        small(BytesIO(bomb), side=100)
