"""Papers touched twice at the same moment."""

from functools import partial
from typing import Any

import pytest

from naast.agreements.models import Copy, CopyState, Renewal, Signature
from naast.agreements.services import copies, nightly, preparing, questions, renewing, signing
from naast.core import clock
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from tests.agreements.papers import LIMITS, in_force, newer, one, signed, takes_part
from tests.at_once import at_once, refused
from tests.conftest import Cast

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_both_sign_at_once_and_it_holds_once(
    cast: Cast, volunteer: Actor, coordinator: Actor
) -> None:
    copy = one(cast)
    its: dict[str, Any] = {"copy_id": copy.pk, "checksum": copy.checksum}
    done = at_once(
        partial(signing.sign_own, actor=volunteer, **its),
        partial(signing.sign_for_us, actor=coordinator, **its),
    )
    assert refused(done) == 0
    copy.refresh_from_db()
    assert (copy.state, Signature.objects.count()) == (CopyState.SIGNED, 2)
    assert Message.objects.filter(kind="paper.holds").count() == 1


def test_signing_twice_at_once_is_one_signature(cast: Cast, volunteer: Actor) -> None:
    copy = one(cast)
    sign = partial(signing.sign_own, actor=volunteer, copy_id=copy.pk, checksum=copy.checksum)
    assert refused(at_once(sign, sign)) == 1
    assert Signature.objects.count() == 1


def test_making_papers_twice_at_once_makes_them_once(cast: Cast, coordinator: Actor) -> None:
    in_force(cast.here)
    engagement = takes_part(cast)
    make = partial(preparing.prepare, actor=coordinator, engagement_id=engagement.pk)
    everybody = partial(preparing.prepare_everybody, engagement.programme_id)
    assert refused(at_once(make, make)) == 0
    assert Copy.objects.count() == 1
    assert refused(at_once(everybody, make)) == 0
    assert Copy.objects.count() == 1


def test_who_signs_while_papers_are_made_signed_what_they_read(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    copy = one(cast)
    newer(copy.version, "Anders.")
    engagement = copy.person.engagements.get()
    at_once(
        partial(signing.sign_own, actor=volunteer, copy_id=copy.pk, checksum=copy.checksum),
        partial(preparing.prepare, actor=coordinator, engagement_id=engagement.pk),
    )
    copy.refresh_from_db()
    assert copy.state == CopyState.REPLACED
    assert Copy.objects.filter(state=CopyState.OPEN).count() == 1


def test_limits_written_while_somebody_signs_are_in_the_text_or_refused(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    copy = one(cast, text=[LIMITS])
    done = at_once(
        partial(
            copies.set_limits,
            actor=volunteer,
            copy_id=copy.pk,
            checksum=copy.checksum,
            words="Niet tillen",
        ),
        partial(signing.sign_for_us, actor=coordinator, copy_id=copy.pk, checksum=copy.checksum),
    )
    assert refused(done) == 1
    copy.refresh_from_db()
    assert {each.checksum for each in copy.signatures.all()} <= {copy.checksum}


def test_a_question_is_answered_once(cast: Cast, coordinator: Actor, volunteer: Actor) -> None:
    asked = questions.ask(actor=volunteer, copy_id=one(cast).pk, clause="", words="Mag dat?")
    answer = partial(questions.answer, actor=coordinator, question_id=asked.pk, words="Ja.")
    assert refused(at_once(answer, answer)) == 1
    assert Message.objects.filter(kind="paper.answered").count() == 1


def test_reading_again_twice_at_once_is_one_year(cast: Cast, volunteer: Actor) -> None:
    copy = signed(cast, one(cast, renew_months=12))
    Copy.objects.filter(pk=copy.pk).update(holds_until=clock.today())
    renew = partial(renewing.renew, actor=volunteer, copy_id=copy.pk)
    assert refused(at_once(renew, renew)) == 1
    assert Renewal.objects.count() == 1


def test_two_nights_at_once_remind_once(cast: Cast) -> None:
    signed(cast, one(cast, renew_months=1))
    remind = partial(nightly.remind_to_renew, cast.here.pk, clock.today())
    assert sorted(at_once(remind, remind)) == [0, 1]  # type: ignore[type-var]  # numbers
