"""Letters with information for both sides, and the log of what was sent when."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.agreements import letters
from naast.agreements.models import InformationLetter
from naast.agreements.services import information as services
from naast.agreements.services import talks_nightly
from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging import texts
from naast.messaging.models import Message
from naast.messaging.texts import Words
from naast.people.models import Person
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.talking import engaged

WORDS = Words("Goed om te weten", "Dag, je begint op 3 maart.")


def new_letter(cast: Cast, name: str = "bea") -> services.NewLetter:
    """A letter to one of the cast."""
    person = Person.objects.select_related("user").get(pk=cast.person_id(name))
    programme = ProgrammeFactory(organisation=cast.here, coordinator=cast.amal)
    return services.NewLetter(person, programme, letters.VOLUNTEER_BEFORE)


@pytest.mark.covers("S0-43")
@pytest.mark.parametrize(
    ("name", "slug"), [("bea", "volunteer_before"), ("piet", "participant_change")]
)
def test_a_letter_is_read_first_then_mailed_and_stands_in_the_log(
    cast: Cast, name: str, slug: str
) -> None:
    client, person_id = cast.client("amal"), cast.person_id(name)
    programme = ProgrammeFactory(organisation=cast.here, coordinator=cast.amal)
    url = cast.url(f"prepare/letters/{person_id}/{programme.pk}/{slug}/")
    shown = client.get(url).context["form"]
    assert programme.name in shown["body"].value()
    assert "Amal Coördineert" in shown["body"].value()
    assert client.post(url, {"subject": "", "body": "Dag.", "way": "mail"}).status_code == 422
    sent = {"subject": "Er verandert iets", "body": "Vanaf maart op donderdag.", "way": "mail"}
    assert client.post(url, sent).status_code == 303
    message = Message.objects.get()
    assert (message.about_id, message.body) == (person_id, "Vanaf maart op donderdag.")
    log = client.get(cast.url(f"prepare/letters/{person_id}/")).context["letters"]
    assert [(each.kind, each.way, each.sent_on) for _label, each in log] == [
        (f"information.{slug}", "mail", clock.today())
    ]


def test_who_prefers_paper_gets_a_letter_to_print(cast: Cast) -> None:
    Person.objects.filter(pk=cast.person_id("piet")).update(prefers_paper=True)
    client = cast.client("amal")
    programme = ProgrammeFactory(organisation=cast.here)
    url = cast.url(f"prepare/letters/{cast.person_id('piet')}/{programme.pk}/participant_end/")
    assert "way" not in client.get(url).context["form"].fields
    response = client.post(url, {"subject": "Afscheid", "body": "Dank je wel."})
    letter = InformationLetter.objects.get()
    assert letter.way == InformationLetter.Way.POST
    assert not Message.objects.exists()
    assert response["Location"] == cast.url(f"prepare/letters/read/{letter.pk}/")
    assert "Dank je wel." in client.get(response["Location"]).content.decode()
    assert Event.objects.get(kind="information-letter.read").target_id == letter.person_id


def test_the_same_letter_twice_on_a_day_is_one(cast: Cast) -> None:
    letter, actor = new_letter(cast), cast.actor("amal")
    for _time in range(2):
        services.send_information(actor=actor, letter=letter, words=WORDS, way="mail")
    assert (InformationLetter.objects.count(), Message.objects.count()) == (1, 1)


def test_nothing_is_mailed_to_nowhere(cast: Cast) -> None:
    letter = new_letter(cast)
    letter.person.prefers_paper = True
    with pytest.raises(services.NoAddress):
        services.send_information(actor=cast.actor("amal"), letter=letter, words=WORDS, way="mail")


@pytest.mark.parametrize("name", ["bea", "nele", "piet", "chris"])
def test_only_a_coordinator_of_the_house_writes_these_letters(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        services.send_information(
            actor=cast.actor(name), letter=new_letter(cast), words=WORDS, way="post"
        )


@pytest.mark.parametrize("kind", letters.KINDS, ids=lambda kind: kind.code)
def test_every_letter_asks_only_for_what_is_filled_in(kind: texts.Kind) -> None:
    for language in ("nl", "fr", "en"):
        texts.check(kind, texts.usual(kind, language))


def test_the_log_costs_the_same_for_one_letter_and_for_three(cast: Cast) -> None:
    engaged(cast)
    client, url = cast.client("amal"), cast.url(f"prepare/letters/{cast.person_id('bea')}/")

    def queries() -> int:
        services.send_information(
            actor=cast.actor("amal"), letter=new_letter(cast), words=WORDS, way="post"
        )
        with CaptureQueriesContext(connection) as seen:
            client.get(url)
        return len(seen)

    queries()
    assert queries() == queries() <= 12


def test_the_words_of_a_letter_go_after_two_years_and_that_it_was_sent_stays(cast: Cast) -> None:
    for _number in range(2):
        letter = new_letter(cast)
        services.send_information(actor=cast.actor("amal"), letter=letter, words=WORDS, way="post")
    old, new = InformationLetter.objects.order_by("pk")
    InformationLetter.objects.filter(pk=old.pk).update(sent_on=clock.today() - timedelta(days=740))
    assert talks_nightly.run(clock.now())["letters emptied"] == 1
    assert talks_nightly.run(clock.now())["letters emptied"] == 0
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.body, old.subject, new.body) == ("", WORDS.subject, WORDS.body)
