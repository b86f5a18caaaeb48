"""A programme that asks for a text that isn’t there stands on the desk."""

from naast.agreements.attention_texts import items, signs
from naast.agreements.services.texts import NewText, use_default
from naast.core import clock
from naast.organisations.actors import Actor
from naast.programmes.models import EntryCondition
from tests.conftest import Cast
from tests.factories import ProgrammeFactory


def lines(actor: Actor) -> list[str]:
    """The addresses of what stands there."""
    return [item.url for item in items(actor, now=clock.now())]


def test_a_programme_without_a_text_stands_on_the_desk_until_there_is_one(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    part = {"organisation": cast.here, "programme": programme}
    EntryCondition.objects.create(**part, kind="agreement", name="Afspraken getekend")
    EntryCondition.objects.create(**part, kind="secrecy", name="Zwijgen", is_required=False)
    EntryCondition.objects.create(**part, kind="check", name="Uittreksel")
    assert lines(coordinator) == [cast.url(f"prepare/papers/?programme={programme.pk}")]
    assert lines(volunteer) == []
    assert signs(volunteer, now=clock.now()) == {}
    use_default(actor=coordinator, new=NewText("agreement", ("nl",)), is_published=True)
    assert lines(coordinator) == []
    assert not any(rows.exists() for rows in signs(coordinator, now=clock.now()).values())
