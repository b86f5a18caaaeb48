"""The network map: drawn together, at three moments, with consent and without a count (S1-36, S3-1)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from naast.core import clock
from naast.core.errors import DomainError
from naast.surroundings.inputs import MapInput
from naast.surroundings.models import Around, NetworkMap
from naast.surroundings.queries import maps as queries
from naast.surroundings.services import around
from naast.surroundings.services import maps as services
from tests.conftest import Cast
from tests.surrounding import DRAWN_VALUES, LIES, new_map, piet


@pytest.mark.covers("S1-36")
@pytest.mark.parametrize(
    ("moment", "again"),
    [
        ("start", date(2026, 9, 30)),
        ("half_year", date(2026, 9, 30)),
        ("year", None),
        ("between", None),
    ],
)
def test_a_map_is_drawn_again_after_six_and_after_twelve_months(
    moment: str, again: date | None
) -> None:
    assert services.draw_again_on(moment, date(2026, 3, 31)) == again


def test_only_the_last_map_asks_for_the_next(cast: Cast) -> None:
    first = new_map(cast)
    assert first.next_on is not None
    between = new_map(cast, moment="between")
    assert between.next_on == first.next_on
    new_map(cast, moment="half_year")
    assert NetworkMap.objects.filter(next_on__isnull=False).count() == 1
    new_map(cast, moment="year")
    assert not NetworkMap.objects.filter(next_on__isnull=False).exists()


@pytest.mark.covers("S3-1")
def test_own_strength_and_own_solutions_stand_on_the_map(cast: Cast) -> None:
    drawn = queries.shown(new_map(cast))
    assert drawn.network_map.own_strength
    assert drawn.network_map.own_solutions
    assert [line.person.name for line in drawn.lines] == ["Lies"]


def test_no_field_of_a_map_counts_people() -> None:
    names = {field.name for field in NetworkMap._meta.get_fields()}
    assert not {name for name in names if "count" in name or "score" in name or "size" in name}


def test_a_new_map_begins_with_the_people_of_the_last_when_asked(cast: Cast) -> None:
    first = new_map(cast)
    drawn = MapInput(**DRAWN_VALUES, drawn_on=clock.today())
    again = services.begin_map(
        actor=cast.actor("amal"), person_id=piet(cast).pk, drawn=drawn, copied_from=first.pk
    )
    assert [each.name for each in again.people.all()] == ["Lies"]
    services.take_off_map(
        actor=cast.actor("amal"), map_id=again.pk, map_person_id=again.people.get().pk
    )
    assert first.people.count() == 1


def test_no_map_is_of_a_day_to_come(cast: Cast) -> None:
    drawn = MapInput(**DRAWN_VALUES, drawn_on=clock.today() + timedelta(days=1))
    with pytest.raises(DomainError):
        services.begin_map(actor=cast.actor("amal"), person_id=piet(cast).pk, drawn=drawn)
    made = new_map(cast)
    with pytest.raises(DomainError):
        services.change_map(actor=cast.actor("amal"), map_id=made.pk, drawn=drawn)


def test_the_words_around_a_map_change_with_the_day_of_the_next(cast: Cast) -> None:
    made = new_map(cast)
    earlier = clock.today() - timedelta(days=10)
    changed = services.change_map(
        actor=cast.actor("nele"),
        map_id=made.pk,
        drawn=MapInput(**DRAWN_VALUES, drawn_on=earlier, wish="Mijn broer."),
    )
    assert changed.wish == "Mijn broer."
    assert changed.next_on == services.draw_again_on("start", earlier)


def test_a_full_map_takes_nobody_more(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    made = new_map(cast)
    monkeypatch.setattr(services, "MOST_PEOPLE", 1)
    with pytest.raises(DomainError):
        services.put_on_map(actor=cast.actor("amal"), map_id=made.pk, person=LIES)


def test_the_participant_takes_the_consent_back_and_the_map_is_gone(cast: Cast) -> None:
    made = new_map(cast)
    services.remove_map(actor=cast.actor("piet"), map_id=made.pk)
    assert not NetworkMap.objects.exists()


def test_a_volunteer_and_another_house_never_read_or_draw_a_map(cast: Cast) -> None:
    made = new_map(cast)
    for who in ("bea", "chris"):
        actor = cast.actor(who)
        with pytest.raises(ObjectDoesNotExist):
            queries.get_map(actor, made.pk)
        with pytest.raises(ObjectDoesNotExist):
            services.put_on_map(actor=actor, map_id=made.pk, person=LIES)


def test_a_participant_reads_their_map_and_does_not_draw_on_it_alone(cast: Cast) -> None:
    made = new_map(cast)
    actor = cast.actor("piet")
    assert queries.get_map(actor, made.pk) == made
    with pytest.raises(DomainError):
        services.put_on_map(actor=actor, map_id=made.pk, person=LIES)


def test_who_would_rather_not_is_asked_no_more_until_they_draw(cast: Cast) -> None:
    around.rather_no_map(actor=cast.actor("piet"), person_id=piet(cast).pk)
    assert Around.objects.get().no_map_on == clock.today()
    new_map(cast)
    assert Around.objects.get().no_map_on is None


def test_the_day_of_the_next_map_outlives_one_that_is_taken_away(cast: Cast) -> None:
    first = new_map(cast, drawn_on=clock.today() - timedelta(days=3))
    second = new_map(cast, moment="half_year")
    services.remove_map(actor=cast.actor("amal"), map_id=second.pk)
    first.refresh_from_db()
    assert first.next_on == second.next_on
