"""Goodbyes touched twice at the same moment."""

from functools import partial

import pytest

from naast.organisations.models import Membership
from naast.parting.inputs import Goodbye
from naast.parting.models import Keepsake, Parting, Pulse
from naast.parting.services import partings
from naast.parting.services.goodbye import say_goodbye
from tests.at_once import at_once, refused
from tests.conftest import Cast
from tests.leaving import ended, own_wish, pulse_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_colleagues_begin_one_goodbye(cast: Cast) -> None:
    begin = partial(
        partings.open_parting,
        actor=cast.actor("amal"),
        person_id=cast.person_id("bea"),
        kind="own_wish",
    )
    assert refused(at_once(begin, begin)) == 1
    assert Parting.objects.count() == 1


def test_a_goodbye_is_said_once(cast: Cast) -> None:
    goodbye = partial(
        say_goodbye,
        actor=cast.actor("amal"),
        parting_id=own_wish(cast).pk,
        goodbye=Goodbye(thanks="Dank je."),
    )
    assert refused(at_once(goodbye, goodbye)) == 1
    assert Keepsake.objects.count() == 1
    assert Membership.objects.get(pk=cast.bea.pk).ended_on is not None


def test_one_light_contact_at_a_time(cast: Cast) -> None:
    start = partial(pulse_of, cast, ended(cast))
    assert refused(at_once(start, start)) == 1
    assert Pulse.objects.count() == 1
