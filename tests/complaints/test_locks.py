"""A complaint touched twice at the same moment."""

from contextlib import suppress
from functools import partial

import pytest

from naast.audit.models import Event
from naast.complaints.models import Complaint
from naast.complaints.services import filing, handling
from naast.organisations.models import Membership
from tests.at_once import at_once
from tests.complaining import Way, listener, told
from tests.conftest import Cast
from tests.factories import actor_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_mediators_take_up_one_complaint(cast: Cast) -> None:
    mia, ann = listener(cast), listener(cast, name="Ann")
    complaint = told(cast, mia)
    Complaint.objects.update(receiver=None)

    def take(who: Membership) -> None:
        # Who comes second finds nothing to take up.
        with suppress(Complaint.DoesNotExist):
            handling.take_up(actor=actor_of(who), complaint_id=complaint.pk)

    at_once(partial(take, mia), partial(take, ann))
    assert Event.objects.filter(kind="complaint.taken-up").count() == 1


def test_two_taps_at_once_are_one_complaint(cast: Cast) -> None:
    mia = listener(cast)
    tap = partial(told, cast, mia)
    at_once(tap, tap)
    assert Complaint.objects.count() == 1


def test_it_is_taken_back_while_it_is_shared(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).confirmed()
    at_once(
        partial(filing.withdraw, actor=cast.actor("piet"), complaint_id=way.pk),
        partial(handling.share, actor=way.actor, complaint_id=way.pk, words="Hierover."),
    )
    # Whoever came first: once taken back it stays so.
    assert way.now.closed_on is not None
