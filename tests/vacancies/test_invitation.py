"""Words for who asks somebody they know."""

import pytest

from naast.vacancies.invitation import word_of_mouth
from naast.vacancies.models import Channel
from naast.vacancies.services.channels import USUAL, WORD_OF_MOUTH


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("open-deur", WORD_OF_MOUTH), WORD_OF_MOUTH),
        (("open-deur", "van-mond"), "open-deur"),
        ((), ""),
    ],
)
def test_the_usual_channel_goes_before_others_of_its_circle(
    codes: tuple[str, ...], expected: str
) -> None:
    circle = Channel.Circle.ACQUAINTANCES
    website = Channel(code="website", circle=Channel.Circle.ONLINE)
    assert word_of_mouth([website, *(Channel(code=c, circle=circle) for c in codes)]) == expected


def test_an_open_door_is_an_event_and_word_of_mouth_is_not() -> None:
    circles = {code: circle for code, _name, circle in USUAL}
    assert circles["open-door"] == Channel.Circle.EVENTS
    assert circles[WORD_OF_MOUTH] == Channel.Circle.ACQUAINTANCES
