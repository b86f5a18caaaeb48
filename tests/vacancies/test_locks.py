"""Two coordinators at the same vacancy or channel at the same moment."""

import pytest

from naast.organisations.actors import Actor
from naast.vacancies.errors import CodeTaken, NoTextYet
from naast.vacancies.models import Channel, VacancyText
from naast.vacancies.services import channels, vacancies
from tests.at_once import at_once
from tests.conftest import Cast
from tests.recruiting import VacancyFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_channels_get_the_same_code_only_once(cast: Cast, coordinator: Actor) -> None:
    def save() -> object:
        values = {"name": "Bakker", "code": "bakker", "circle": "neighbourhood"}
        return channels.save_channel(actor=coordinator, values=values)

    assert {type(result) for result in at_once(save, save)} == {Channel, CodeTaken}


def test_two_texts_taken_away_at_once_leave_one_on_the_site(cast: Cast, coordinator: Actor) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    VacancyText.objects.create(
        organisation=cast.here, vacancy=vacancy, language="fr", title="Parrain", text="Venez."
    )

    def remove(language: str) -> object:
        return vacancies.remove_text(actor=coordinator, vacancy_id=vacancy.pk, language=language)

    results = at_once(lambda: remove("nl"), lambda: remove("fr"))
    assert {type(result) for result in results} == {type(None), NoTextYet}
    assert vacancy.texts.count() == 1
