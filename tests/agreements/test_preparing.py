"""Making papers: what is needed and nothing twice, for one person or for everybody at once."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.agreements.models import Asks, Copy, CopyState, DocumentKind
from naast.agreements.services import copies, drafts, preparing, texts
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.programmes.models import Engagement, Kind
from tests.agreeing import VersionFactory, clause
from tests.agreements.papers import LIMITS, in_force, made, newer, signed, takes_part
from tests.conftest import Cast
from tests.factories import PersonFactory, ProgrammeFactory, UserFactory

WORK = clause("own-1", "Je helpt in {programme}.")


WORDS = clause("own-2", "Zo doen we het.")


def write_limits(cast: Cast, copy: Copy, words: str) -> Copy:
    """Bea writes down her own limits."""
    return copies.set_limits(
        actor=cast.actor("bea"), copy_id=copy.pk, checksum=copy.checksum, words=words
    )


def states(cast: Cast) -> list[tuple[int, str]]:
    """Version and state of every copy, oldest first."""
    return list(Copy.objects.order_by("pk").values_list("version__number", "state"))


def test_each_text_in_force_for_volunteers_becomes_one_paper(cast: Cast) -> None:
    in_force(cast.here, DocumentKind.SECRECY)
    in_force(cast.here, DocumentKind.PROMISES, asks=Asks.NOTHING)
    in_force(cast.here, DocumentKind.MANDATE)
    in_force(cast.here, DocumentKind.HOUSE_RULES, for_volunteers=False, for_staff=True)
    in_force(cast.elsewhere, DocumentKind.AGREEMENT)
    engagement = takes_part(cast)
    kinds = {copy.version.document.kind for copy in made(cast, engagement)}
    assert kinds == {DocumentKind.SECRECY, DocumentKind.PROMISES}
    made(cast, engagement)
    assert len(states(cast)) == 2


def test_a_text_about_the_work_is_for_one_programme_and_others_for_the_person(cast: Cast) -> None:
    in_force(cast.here, DocumentKind.SECRECY)
    in_force(cast.here, DocumentKind.OTHER, text=[WORK])
    first, second = takes_part(cast), takes_part(cast)
    made(cast, first)
    made(cast, second)
    found = Copy.objects.order_by("version__document__kind", "pk")
    places = [(copy.version.document.kind, copy.engagement_id) for copy in found]
    assert places == [("other", first.pk), ("other", second.pk), ("secrecy", None)]


def test_a_programme_with_its_own_text_uses_that_one(cast: Cast) -> None:
    in_force(cast.here, DocumentKind.SECRECY)
    engagement = takes_part(cast)
    own = in_force(cast.here, DocumentKind.SECRECY, programme=engagement.programme)
    (copy,) = made(cast, engagement)
    assert (copy.version, copy.engagement) == (own, engagement)


def test_what_can_not_be_filled_in_is_named_and_keeps_none_of_the_others(cast: Cast) -> None:
    in_force(cast.here, DocumentKind.SECRECY, text=[clause("own-1", "Verzekeraar {insurer}")])
    in_force(cast.here, DocumentKind.CHARTER)
    engagement = takes_part(cast)
    prepared = preparing.prepare(actor=cast.actor("amal"), engagement_id=engagement.pk)
    assert prepared.made == 1
    assert [len(names) for names in prepared.lacking.values()] == [1]


@pytest.mark.covers("S0-33")
def test_a_new_version_asks_again_and_the_old_one_stays_until_then(cast: Cast) -> None:
    version, engagement = in_force(cast.here), takes_part(cast)
    signed(cast, *made(cast, engagement))
    newer(version, "We komen op tijd en bellen anders.")
    (again,) = made(cast, engagement)
    assert states(cast) == [(1, CopyState.SIGNED), (2, CopyState.OPEN)]
    signed(cast, again)
    assert states(cast) == [(1, CopyState.REPLACED), (2, CopyState.SIGNED)]


def test_a_typing_error_that_was_mended_asks_nobody_again(cast: Cast) -> None:
    version, engagement = in_force(cast.here), takes_part(cast)
    signed(cast, *made(cast, engagement))
    newer(version, "We komen op tijd!", asks_again=False)
    assert made(cast, engagement) == []


def test_a_newer_version_takes_the_place_of_an_open_copy_and_keeps_the_limits(cast: Cast) -> None:
    version, engagement = in_force(cast.here), takes_part(cast)
    (copy,) = made(cast, engagement)
    write_limits(cast, copy, "Niet tillen")
    newer(version, "Anders.")
    (again,) = made(cast, engagement)
    assert again.own_limits == "Niet tillen"
    assert states(cast) == [(1, CopyState.REPLACED), (2, CopyState.OPEN)]


@pytest.mark.parametrize("words", ["Wel tillen, niet rijden", ""])
def test_limits_on_the_open_copy_stay_whatever_the_signed_one_says(cast: Cast, words: str) -> None:
    version, engagement = in_force(cast.here, text=[LIMITS, WORDS]), takes_part(cast)
    (copy,) = made(cast, engagement)
    signed(cast, write_limits(cast, copy, "Niet tillen"))
    VersionFactory(document=version.document, number=2, text=[LIMITS, WORDS])
    (again,) = made(cast, engagement)
    assert again.own_limits == "Niet tillen"
    write_limits(cast, again, words)
    (once_more,) = made(cast, engagement)
    assert once_more.own_limits == words
    assert "Niet tillen" not in str(once_more.content)


def test_who_does_not_volunteer_reads_what_the_law_says_there(cast: Cast) -> None:
    in_force(cast.here, DocumentKind.SECRECY)
    here, there = takes_part(cast), takes_part(cast, kind=Kind.PLACEMENT)
    made(cast, here)
    made(cast, there)
    found = {
        copy.engagement_id: [clause["code"] for clause in copy.content["clauses"]]
        for copy in Copy.objects.all()
    }
    assert set(found) == {None, there.pk}
    assert "law_not_volunteering" not in found[None]
    assert "law_not_volunteering" in found[there.pk]


def test_a_night_makes_the_papers_of_who_started_and_of_nobody_twice(
    cast: Cast, coordinator: Actor
) -> None:
    in_force(cast.here, DocumentKind.AGREEMENT)
    takes_part(cast)
    takes_part(cast, ended_on=clock.today())
    assert preparing.prepare_who_started(cast.here.pk) == 1
    assert preparing.prepare_who_started(cast.here.pk) == 0
    # What was taken back is not made again.
    copies.withdraw(actor=coordinator, copy_id=Copy.objects.get().pk)
    assert preparing.prepare_who_started(cast.here.pk) == 0
    takes_part(cast)
    assert preparing.prepare_who_started(cast.here.pk) == 1


def test_a_version_that_asks_again_makes_its_papers(
    cast: Cast, coordinator: Actor, django_capture_on_commit_callbacks: Any
) -> None:
    version = in_force(cast.here)
    takes_part(cast)
    for asks_again in (False, True):
        drafts.start_draft(actor=coordinator, document_id=version.document_id)
        with django_capture_on_commit_callbacks(execute=True):
            texts.publish(
                actor=coordinator,
                document_id=version.document_id,
                asks_again=asks_again,
                change_note="Anders",
            )
        assert Copy.objects.exists() is asks_again


def test_an_open_copy_is_filled_in_anew_and_a_half_signed_one_is_not(cast: Cast) -> None:
    in_force(cast.here, DocumentKind.OTHER, text=[WORK])
    engagement = takes_part(cast)
    (copy,) = made(cast, engagement)
    engagement.programme.name = "Wandelen"
    engagement.programme.save()
    (anew,) = made(cast, engagement)
    assert (anew.pk, anew.checksum == copy.checksum) == (copy.pk, False)
    assert "Wandelen" in str(anew.content)

    Copy.objects.filter(pk=copy.pk).update(frozen_at=clock.now())
    engagement.programme.name = "Fietsen"
    engagement.programme.save()
    assert "Wandelen" in str(made(cast, engagement)[0].content)


def test_the_reader_gets_their_own_language_when_it_is_there(cast: Cast) -> None:
    version = in_force(cast.here)
    cast.bea.user.language = "fr"
    cast.bea.user.save()
    version.texts.create(
        organisation=cast.here, language="fr", title="Notre charte", clauses=[clause("a", "Oui.")]
    )
    (copy,) = made(cast, takes_part(cast))
    assert (copy.language, copy.content["title"]) == ("fr", "Notre charte")


def test_only_a_coordinator_makes_papers(cast: Cast, volunteer: Actor, stranger: Actor) -> None:
    engagement = takes_part(cast)
    with pytest.raises(NotAllowed):
        preparing.prepare(actor=volunteer, engagement_id=engagement.pk)
    with pytest.raises(NotAllowed):
        preparing.prepare_programme(actor=volunteer, programme_id=engagement.programme_id)
    with pytest.raises(Engagement.DoesNotExist):
        preparing.prepare(actor=stranger, engagement_id=engagement.pk)


def test_everybody_in_a_programme_costs_as_many_queries_as_one(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_force(cast.here, DocumentKind.AGREEMENT, text=[WORK])
    in_force(cast.here, DocumentKind.SECRECY)
    cost = {}
    for number in (1, 3):
        programme = ProgrammeFactory(organisation=cast.here)
        for _each in range(number):
            takes_part(
                cast,
                PersonFactory(organisation=cast.here, user=UserFactory()),
                programme=programme,
            )
        with CaptureQueriesContext(connection) as queries:
            preparing.prepare_everybody(programme.pk)
        cost[number] = len(queries)
    assert cost[1] == cost[3]
    assert Copy.objects.count() == 8
    # One message a person, however many papers.
    assert Message.objects.filter(kind="paper.to-read").count() == 4

    monkeypatch.setattr(preparing, "A_BATCH", 2)
    Copy.objects.all().delete()
    assert preparing.prepare_everybody(programme.pk).made == 6


def test_who_stopped_gets_no_papers(cast: Cast) -> None:
    in_force(cast.here)
    engagement = takes_part(cast, ended_on=clock.today())
    preparing.prepare_everybody(engagement.programme_id)
    assert states(cast) == []
