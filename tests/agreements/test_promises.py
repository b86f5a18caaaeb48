"""What the organisation promises, looked back on once a year."""

from datetime import timedelta

import pytest

from naast.agreements import attention_talks
from naast.agreements.contents import Clause, Content
from naast.agreements.models import Document, DocumentKind, PromiseReview, Version
from naast.agreements.promises import Promise, promises_in
from naast.agreements.services import promising
from naast.agreements.services.promising import HowItWent, LookBackIncomplete, look_back
from naast.core import clock
from naast.core.errors import NotAllowed
from tests.agreeing import DocumentFactory, VersionFactory, clause
from tests.conftest import Cast

PROMISES = [
    clause(
        "our_promises", "Dit beloven we:\n- je kosten krijg je terug\n- we bellen je elke maand"
    ),
    clause("your_promises", "- je komt als je het zei"),
]


def promised(cast: Cast, *, days_ago: int = 0) -> Version:
    """What the house promises, published some days ago."""
    document: Document = DocumentFactory(
        organisation=cast.here, kind=DocumentKind.PROMISES, name="Onze beloften"
    )
    made: Version = VersionFactory(
        document=document,
        text=PROMISES,
        published_on=clock.today() - timedelta(days=days_ago),
    )
    return made


COSTS = Promise("our_promises-1", "je kosten krijg je terug")
KEPT = HowItWent(COSTS, "kept", "Elke maand op tijd.")


def looked_back(
    cast: Cast, version: Version, *answers: HowItWent, name: str = "amal"
) -> PromiseReview:
    """Amal looks back today."""
    return look_back(
        actor=cast.actor(name),
        version=version,
        reviewed_on=clock.today(),
        with_whom="zes vrijwilligers",
        answers=answers or (KEPT,),
    )


@pytest.mark.covers("S1-226")
def test_each_promise_is_looked_back_on_and_everybody_in_the_house_reads_it(cast: Cast) -> None:
    promised(cast)
    client, url = cast.client("amal"), cast.url("prepare/papers/promises/")
    sent = {
        "reviewed_on": clock.today().isoformat(),
        "with_whom": "zes vrijwilligers",
        "kept_0": "kept",
        "words_0": "Elke maand op tijd.",
        "kept_1": "partly",
        "words_1": "In de zomer niet.",
    }
    assert client.post(f"{url}look-back/", sent).status_code == 422
    sent["what_we_do_1"] = "Een collega neemt over."
    assert client.post(f"{url}look-back/", sent).status_code == 303
    answers = PromiseReview.objects.get().answers.all()
    assert [(each.promise, each.kept) for each in answers] == [
        ("je kosten krijg je terug", "kept"),
        ("we bellen je elke maand", "partly"),
    ]
    assert client.get(url).status_code == 200
    for name in ("bea", "piet", "nele"):
        page = cast.client(name).get(cast.url("mine/promises/")).content.decode()
        assert "we bellen je elke maand" in page
        assert "Een collega neemt over." in page


def test_the_desk_asks_for_it_when_a_year_has_passed(cast: Cast) -> None:
    def asked() -> bool:
        found = attention_talks.items(cast.actor("amal"), now=clock.now())
        return "agreements.promises" in {item.kind for item in found}

    version = promised(cast, days_ago=300)
    assert not asked()
    Version.objects.update(published_on=clock.today() - timedelta(days=370))
    assert asked()
    # A newer wording does not put it off; a look back does.
    newer = VersionFactory(document=version.document, number=2, text=PROMISES)
    assert asked()
    looked_back(cast, newer)
    assert not asked()


def test_a_promise_that_was_not_kept_says_what_we_do(cast: Cast) -> None:
    version = promised(cast)
    for answer in (
        HowItWent(COSTS, "not_yet", "Te laat."),
        HowItWent(COSTS, "kept", ""),
    ):
        with pytest.raises(LookBackIncomplete):
            looked_back(cast, version, answer)
    with pytest.raises(LookBackIncomplete):
        promising.look_back(
            actor=cast.actor("amal"),
            version=version,
            reviewed_on=clock.today() + timedelta(days=1),
            with_whom="",
            answers=[KEPT],
        )


@pytest.mark.parametrize("name", ["bea", "nele"])
def test_only_a_coordinator_writes_it_down(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        looked_back(cast, promised(cast), name=name)


def test_another_house_looks_back_at_its_own_promises(cast: Cast) -> None:
    with pytest.raises(LookBackIncomplete):
        looked_back(cast, promised(cast), name="chris")


def test_without_promises_the_pages_say_what_to_do(cast: Cast) -> None:
    client, url = cast.client("amal"), cast.url("prepare/papers/promises/")
    assert client.get(url).status_code == 200
    assert client.get(f"{url}look-back/").status_code == 404
    assert cast.client("bea").get(cast.url("mine/promises/")).status_code == 200


def test_each_bullet_is_a_promise_and_a_clause_without_bullets_is_one_as_a_whole() -> None:
    content = Content(
        "Onze beloften",
        "nl",
        (
            Clause("our_promises", "Wij beloven", "- iemand kent je naam\n- we zeggen dank"),
            Clause("own-1", "Kosten", "Je krijgt ze terug."),
            Clause("your_promises", "Jij belooft", "- je komt"),
            Clause("kept", "Hielden we het?", "Elk jaar."),
        ),
    )
    assert promises_in(content) == [
        Promise("our_promises-1", "iemand kent je naam"),
        Promise("our_promises-2", "we zeggen dank"),
        Promise("own-1", "Kosten: Je krijgt ze terug."),
    ]
