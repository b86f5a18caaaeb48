"""The pages: what a form refuses comes back filled in, and a page costs the same with more rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship.models import MatchState
from naast.core import clock
from naast.parting.attention import items
from naast.parting.models import Parting
from naast.parting.states import PartingState
from tests.conftest import Cast
from tests.factories import MatchFactory, VolunteerFactory
from tests.leaving import away_for, ended, ours, own_wish, pulse_of, saw, tried, winding_down


def cost(cast: Cast, path: str) -> int:
    amal = cast.client("amal")
    amal.get(cast.url(path))
    with CaptureQueriesContext(connection) as seen:
        assert amal.get(cast.url(path)).status_code == 200
    return len(seen)


def more_of_everything(cast: Cast) -> None:
    for _time in range(3):
        MatchFactory(organisation=cast.here, state=MatchState.WINDING_DOWN)
        person = VolunteerFactory(organisation=cast.here, status="active").person
        Parting.objects.create(
            organisation=cast.here, person=person, kind="own_wish", state_since=clock.now()
        )
        person.away.create(organisation=cast.here, seen_on=clock.today(), asked_on=clock.today())
        VolunteerFactory(organisation=cast.here, status="former", left_on=clock.today())


@pytest.mark.parametrize(
    "path",
    [
        "alongside/parting/",
        "alongside/parting/volunteers/",
        "alongside/parting/away/",
        "alongside/parting/figures/",
    ],
)
def test_a_page_costs_the_same_with_more_rows(cast: Cast, path: str) -> None:
    winding_down(cast)
    own_wish(cast)
    away_for(cast, 400)
    VolunteerFactory(organisation=cast.here, status="former", left_on=clock.today())
    before = cost(cast, path)
    more_of_everything(cast)

    assert cost(cast, path) == before


def test_the_desk_costs_the_same_with_more_rows(cast: Cast) -> None:
    winding_down(cast)
    own_wish(cast)
    away_for(cast, 400)

    def desk() -> int:
        with CaptureQueriesContext(connection) as seen:
            items(cast.actor("amal"), now=clock.now())
        return len(seen)

    before = desk()
    more_of_everything(cast)

    assert desk() == before


def test_the_pages_of_a_goodbye_stay_cheap(cast: Cast) -> None:
    match = ended(cast)
    pulse = pulse_of(cast, match)
    parting = ours(cast)
    tried(cast, parting, 60, 30)
    saw(cast, parting)

    for path in (f"matches/{match.pk}/", f"pulse/{pulse.pk}/", f"volunteers/{parting.pk}/"):
        assert cost(cast, f"alongside/parting/{path}") <= 18


def test_hearsay_is_refused_on_the_page_with_why(cast: Cast) -> None:
    parting = ours(cast)
    tried(cast, parting, 60, 30)
    saw(cast, parting, first_hand=False)

    page = cast.client("amal").post(cast.url(f"alongside/parting/volunteers/{parting.pk}/share/"))

    assert page.status_code == 422
    assert page.context["refusal"]
    assert Parting.objects.get().state == PartingState.OPEN


def test_a_talk_without_its_day_comes_back_as_it_was_typed(cast: Cast) -> None:
    match = winding_down(cast)

    page = cast.client("amal").post(
        cast.url(f"alongside/parting/matches/{match.pk}/talk/volunteer/"),
        {"outcome": "talked", "brought": "Rust."},
    )

    assert page.status_code == 422
    assert page.context["form"]["brought"].value() == "Rust."
    assert "talk_on" in page.context["form"].errors


def test_what_is_in_the_way_stands_on_the_page_of_the_goodbye(cast: Cast) -> None:
    match = winding_down(cast)
    parting = own_wish(cast)
    amal = cast.client("amal")
    url = cast.url(f"alongside/parting/volunteers/{parting.pk}/goodbye/")

    assert cast.url(f"matches/{match.pk}/") in amal.get(url).content.decode()
    assert amal.post(url, {"thanks": "Dank je."}).status_code == 422


def test_a_goodbye_from_the_first_page_to_the_last(cast: Cast) -> None:
    amal, bea = cast.client("amal"), cast.client("bea")
    begun = bea.post(cast.url("mine/parting/"), {"reasons": ["grown_work"], "come_back": "on"})
    assert begun.status_code == 303
    one = cast.url(f"alongside/parting/volunteers/{Parting.objects.get().pk}/")
    day = clock.today().isoformat()

    for page, sent in (
        ("plan/", {"day": day}),
        ("talk/", {"talk_on": day, "words": "Met taart."}),
        ("words/", {"reasons": ["grown_work"], "reason_words": "Bakkerij."}),
        ("goodbye/", {"thanks": "Voor alles."}),
    ):
        assert amal.get(one + page).status_code == 200
        assert amal.post(one + page, sent).status_code == 303

    assert amal.get(one).status_code == 200
    assert amal.get(f"{one}thank-you.pdf").content.startswith(b"%PDF")
    assert amal.get(f"{one}words/").status_code == 404
    assert bea.get(cast.url("mine/parting/")).status_code == 404


def test_beginning_again_goes_on_with_the_goodbye_that_is_open(cast: Cast) -> None:
    parting = own_wish(cast)

    page = cast.client("amal").get(cast.url(f"alongside/parting/new/{parting.person_id}/"))

    assert page.status_code == 303
    assert page["Location"] == cast.url(f"alongside/parting/volunteers/{parting.pk}/")


def test_a_second_tap_on_staying_says_that_there_is_nothing_to_take_back(cast: Cast) -> None:
    own_wish(cast)
    bea, stay = cast.client("bea"), cast.url("mine/parting/stay/")
    assert bea.post(stay)["Location"] == cast.url("volunteer/")
    assert bea.post(stay)["Location"] == cast.url("mine/parting/")

    # Meanwhile somewhere this step does not lead on from.
    Parting.objects.update(state=PartingState.AGREED)
    assert bea.post(stay)["Location"] == cast.url("mine/parting/")


def test_homes_say_what_waits(cast: Cast) -> None:
    pulse_of(cast, ended(cast))
    away_for(cast, 200)

    volunteer = cast.client("bea").get(cast.url("volunteer/")).content.decode()
    participant = cast.client("piet").get(cast.url("participant/")).content.decode()

    for page in ("mine/parting/away/", "mine/parting/pulse/", "mine/parting/onward/"):
        assert cast.url(page) in volunteer
    assert cast.url("mine/parting/contact/") in participant
