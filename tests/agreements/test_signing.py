"""Signing: two sides, one exact text, each once, and nobody for somebody else."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from naast.agreements.asking import PROVING, may_ask
from naast.agreements.contents import Content
from naast.agreements.inputs import Witnessed
from naast.agreements.models import Asks, Copy, CopyState, DocumentKind, Signature
from naast.agreements.policies import copies as policies
from naast.agreements.services import copies, signing, texts
from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from tests.agreements.papers import LIMITS, in_force, made, on_paper, one, signed, takes_part
from tests.conftest import Cast
from tests.factories import actor_of, member


def sign_mine(actor: Actor, copy: Copy) -> Copy:
    """Sign what stands there now."""
    return signing.sign_own(actor=actor, copy_id=copy.pk, checksum=copy.checksum)


def test_a_text_holds_when_both_signed_the_same_checksum(cast: Cast, volunteer: Actor) -> None:
    copy = one(cast)
    sign_mine(volunteer, copy)
    copy.refresh_from_db()
    assert (copy.state, copy.frozen_at is not None) == (CopyState.OPEN, True)

    signing.sign_for_us(actor=cast.actor("amal"), copy_id=copy.pk, checksum=copy.checksum)
    copy.refresh_from_db()
    assert (copy.state, copy.signed_on) == (CopyState.SIGNED, clock.today())
    found = Signature.objects.order_by("pk").values_list("party", "how", "name", "checksum")
    assert list(found) == [
        ("person", "on_screen", "Bea Buddy", copy.checksum),
        ("organisation", "on_screen", "Amal Coördineert", copy.checksum),
    ]
    assert Event.objects.filter(kind="paper.holds", target_id=copy.pk).count() == 1


def test_the_organisation_may_sign_first_and_then_the_text_stands_still(
    cast: Cast, volunteer: Actor
) -> None:
    copy = one(cast)
    signing.sign_for_us(actor=cast.actor("amal"), copy_id=copy.pk, checksum=copy.checksum)
    with pytest.raises(NotAllowed):
        copies.set_limits(
            actor=volunteer, copy_id=copy.pk, checksum=copy.checksum, words="Niet ’s avonds"
        )
    assert sign_mine(volunteer, copy).state == CopyState.SIGNED


@pytest.mark.covers("S0-33")
def test_an_acknowledgement_needs_no_signature_of_ours(cast: Cast, volunteer: Actor) -> None:
    copy = one(cast, asks=Asks.ACKNOWLEDGEMENT)
    assert sign_mine(volunteer, copy).state == CopyState.SIGNED
    with pytest.raises(NotAllowed):
        signing.sign_for_us(actor=cast.actor("amal"), copy_id=copy.pk, checksum=copy.checksum)


@pytest.mark.covers("S1-187")
def test_what_is_only_to_read_is_done_once_it_was_read(cast: Cast, volunteer: Actor) -> None:
    copy = one(cast, asks=Asks.NOTHING)
    copies.note_reading(actor=volunteer, copy_id=copy.pk)
    copy.refresh_from_db()
    assert (copy.state, copy.signed_on) == (CopyState.SIGNED, clock.today())
    assert copy.first_read_at is not None
    assert not Signature.objects.exists()


def test_a_coordinator_who_reads_it_has_not_read_it_for_somebody(
    cast: Cast, coordinator: Actor
) -> None:
    copy = one(cast, asks=Asks.NOTHING)
    copies.note_reading(actor=coordinator, copy_id=copy.pk)
    copy.refresh_from_db()
    assert (copy.state, copy.first_read_at) == (CopyState.OPEN, None)


def test_nobody_signs_for_somebody_else(cast: Cast, coordinator: Actor) -> None:
    copy = one(cast)
    with pytest.raises(NotAllowed):
        sign_mine(coordinator, copy)
    other = actor_of(member(cast.here, Function.VOLUNTEER, name="Lut Ander"))
    with pytest.raises(Copy.DoesNotExist):
        sign_mine(other, copy)
    with pytest.raises(Copy.DoesNotExist):
        sign_mine(cast.actor("chris"), copy)


def test_nobody_signs_both_sides(cast: Cast) -> None:
    copy = one(cast)
    both = member(cast.here, Function.COORDINATOR, Function.VOLUNTEER, name="Bo Beide")
    both.person_id = copy.person_id
    actor = actor_of(both)
    for attempt in (
        lambda: signing.sign_for_us(actor=actor, copy_id=copy.pk, checksum=copy.checksum),
        lambda: signing.write_down(
            actor=actor, copy_id=copy.pk, checksum=copy.checksum, witnessed=on_paper(copy)
        ),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_only_a_coordinator_signs_for_the_organisation(cast: Cast, volunteer: Actor) -> None:
    copy = one(cast)
    with pytest.raises(NotAllowed):
        signing.sign_for_us(actor=volunteer, copy_id=copy.pk, checksum=copy.checksum)
    with pytest.raises(NotAllowed):
        signing.write_down(
            actor=volunteer, copy_id=copy.pk, checksum=copy.checksum, witnessed=on_paper(copy)
        )


def test_a_text_that_changed_meanwhile_is_not_signed(cast: Cast, volunteer: Actor) -> None:
    copy = one(cast, kind=DocumentKind.AGREEMENT, text=[LIMITS])
    its: dict[str, Any] = {"copy_id": copy.pk, "checksum": copy.checksum}
    copies.set_limits(actor=cast.actor("amal"), **its, words="Niet tillen")
    with pytest.raises(copies.OtherText):
        copies.set_limits(actor=volunteer, **its, words="Wel tillen")
    with pytest.raises(copies.OtherText):
        sign_mine(volunteer, copy)


def test_everybody_signs_once(cast: Cast, volunteer: Actor) -> None:
    copy = signed(cast, one(cast))
    with pytest.raises(NotAllowed):
        sign_mine(volunteer, copy)
    with pytest.raises(NotAllowed):
        signing.sign_for_us(actor=cast.actor("amal"), copy_id=copy.pk, checksum=copy.checksum)


@pytest.mark.covers("S2-33")
def test_own_limits_stand_in_the_text_that_both_sign(cast: Cast, volunteer: Actor) -> None:
    copy = one(cast, kind=DocumentKind.AGREEMENT, text=[LIMITS])
    words = "Niet ’s avonds\nNiet tillen"
    copies.set_limits(actor=volunteer, copy_id=copy.pk, checksum=copy.checksum, words=words)
    copy = signed(cast, Copy.objects.get(pk=copy.pk))
    clauses = {each.code: each for each in Content.from_json(copy.content).clauses}
    assert clauses["own_limits"].blocks == [("ul", ["Niet ’s avonds", "Niet tillen"])]
    assert {each.checksum for each in copy.signatures.all()} == {copy.checksum}


def test_on_paper_with_its_day_and_place_for_both_sides(cast: Cast, coordinator: Actor) -> None:
    with time_machine.travel(date(2026, 3, 2)):
        copy = one(cast)
    with time_machine.travel(date(2026, 3, 9)):
        its: dict[str, Any] = {
            "actor": coordinator,
            "copy_id": copy.pk,
            "checksum": copy.checksum,
        }
        for wrong in (
            on_paper(copy, date(2026, 3, 1)),
            on_paper(copy, date(2026, 3, 10)),
            on_paper(copy, date(2026, 3, 3), kept_at=" "),
            on_paper(copy, date(2026, 3, 3), printed=""),
            on_paper(copy, date(2026, 3, 3), printed="0123456789ab"),
            Witnessed(how=Signature.How.ON_SCREEN, signed_on=date(2026, 3, 3)),
        ):
            with pytest.raises(DomainError):
                signing.write_down(**its, witnessed=wrong)
        signing.write_down(**its, witnessed=on_paper(copy, date(2026, 3, 3), we_too=True))
    copy.refresh_from_db()
    assert (copy.state, copy.signed_on) == (CopyState.SIGNED, date(2026, 3, 3))
    found = Signature.objects.values_list("party", "how", "kept_at", "written_by_id")
    both = ("on_paper", "Blauwe map", cast.amal.pk)
    assert list(found) == [("person", *both), ("organisation", *both)]


@pytest.mark.parametrize("how", [Signature.How.READ_ALOUD, Signature.How.TOGETHER])
def test_beside_each_other_is_today_and_ours_comes_apart(
    cast: Cast, coordinator: Actor, how: str
) -> None:
    copy = one(cast)
    signing.write_down(
        actor=coordinator,
        copy_id=copy.pk,
        checksum=copy.checksum,
        witnessed=Witnessed(how=how, signed_on=date(2020, 1, 1), kept_at="?", we_too=False),
    )
    copy.refresh_from_db()
    assert copy.state == CopyState.OPEN
    (signature,) = Signature.objects.all()
    assert (signature.how, signature.signed_on, signature.kept_at) == (how, clock.today(), "")


def test_what_was_taken_back_waits_for_nobody(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    copy = one(cast)
    with pytest.raises(NotAllowed):
        copies.withdraw(actor=volunteer, copy_id=copy.pk)
    copies.withdraw(actor=coordinator, copy_id=copy.pk)
    assert not policies.visible_to(volunteer).exists()
    with pytest.raises(StateConflict):
        copies.withdraw(actor=coordinator, copy_id=copy.pk)


def test_a_signed_text_is_never_taken_back(cast: Cast, coordinator: Actor) -> None:
    with pytest.raises(StateConflict):
        copies.withdraw(actor=coordinator, copy_id=signed(cast, one(cast)).pk)


def test_who_signs_is_thanked_and_who_has_to_sign_next_is_told(
    cast: Cast, volunteer: Actor
) -> None:
    engagement = takes_part(cast)
    engagement.programme.coordinator = cast.amal
    engagement.programme.save()
    in_force(cast.here, programme=engagement.programme)
    (copy,) = made(cast, engagement)
    sign_mine(volunteer, copy)
    signing.sign_for_us(actor=cast.actor("amal"), copy_id=copy.pk, checksum=copy.checksum)
    told = Message.objects.order_by("pk").values_list("kind", "user_id")
    assert list(told) == [
        ("paper.to-read", cast.bea.user_id),
        ("paper.signed-by-person", cast.amal.user_id),
        ("paper.holds", cast.bea.user_id),
    ]


def test_a_day_of_a_signature_may_lie_before_the_other(cast: Cast, volunteer: Actor) -> None:
    """What holds for both holds from the later of the two days."""
    with time_machine.travel(date(2026, 3, 2)):
        copy = one(cast, renew_months=12)
        sign_mine(volunteer, copy)
    with time_machine.travel(date(2026, 3, 2) + timedelta(days=5)):
        signing.sign_for_us(actor=cast.actor("amal"), copy_id=copy.pk, checksum=copy.checksum)
    copy.refresh_from_db()
    assert (copy.signed_on, copy.holds_until) == (date(2026, 3, 7), date(2027, 3, 7))


@pytest.mark.parametrize("asks", [Asks.ACKNOWLEDGEMENT, Asks.NOTHING])
def test_what_was_signed_halfway_holds_once_the_text_asks_less(
    cast: Cast, volunteer: Actor, asks: Asks
) -> None:
    copy = one(cast, kind=DocumentKind.OTHER)
    sign_mine(volunteer, copy)
    texts.change_document(
        actor=cast.actor("amal"),
        document_id=copy.version.document_id,
        settings={"asks": asks},
    )
    copy.refresh_from_db()
    assert (copy.state, copy.signed_on) == (CopyState.SIGNED, clock.today())


def test_what_was_opened_holds_once_the_text_is_only_to_read(cast: Cast, volunteer: Actor) -> None:
    copy = one(cast, kind=DocumentKind.OTHER)
    copies.note_reading(actor=volunteer, copy_id=copy.pk)
    texts.change_document(
        actor=cast.actor("amal"),
        document_id=copy.version.document_id,
        settings={"asks": Asks.NOTHING},
    )
    copy.refresh_from_db()
    assert copy.state == CopyState.SIGNED


@pytest.mark.parametrize("kind", sorted(PROVING))
def test_what_proves_something_is_never_only_opened(cast: Cast, kind: str) -> None:
    document = in_force(cast.here, kind).document
    its: dict[str, Any] = {"actor": cast.actor("amal"), "document_id": document.pk}
    with pytest.raises(ValueError, match="asks more"):
        texts.change_document(**its, settings={"asks": Asks.NOTHING})
    address = cast.url(f"prepare/papers/{document.pk}/settings/")
    form = {"name": "Tekst", "asks": "nothing", "style": "protocol", "for_volunteers": "on"}
    assert cast.client("amal").post(address, form).status_code == 422
    assert cast.client("amal").post(address, form | {"asks": "signature"}).status_code == 303


def test_under_the_decree_both_sign_the_agreement_note() -> None:
    assert may_ask("agreement", is_under_decree=True) == (Asks.SIGNATURE,)
    assert Asks.ACKNOWLEDGEMENT in may_ask("agreement", is_under_decree=False)
    assert Asks.ACKNOWLEDGEMENT in may_ask("information", is_under_decree=True)
    assert Asks.NOTHING in may_ask("promises", is_under_decree=True)
