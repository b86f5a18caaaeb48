"""Who listens to a complaint: what test_policies does not say, line by line."""

from dataclasses import replace

from naast.complaints.models import Complaint
from naast.complaints.policies import complaints as policies
from naast.complaints.services import handling
from naast.organisations.models import Function
from tests.complaining import SHARED, Way, listener, told
from tests.conftest import Cast
from tests.eyes import night, only
from tests.factories import actor_of


def test_who_is_no_member_listens_to_nothing_also_when_nobody_does(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia))
    Complaint.objects.update(receiver=None)
    nobody = replace(actor_of(mia), membership_id=None)
    for reader in (nobody, night(cast)):
        assert not policies.handled_by(reader).exists()
        assert not policies.led_by(reader).exists()
        assert not policies.without_listener(reader).exists()
        assert not policies.can_handle(reader, way.now)
    assert policies.without_listener(actor_of(mia)).get() == way.now


def test_who_listens_needs_the_function_to_go_on(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).planned()
    assert policies.handled_by(actor_of(mia)).get() == way.now
    assert policies.led_by(actor_of(mia)).get() == way.now
    former = only(actor_of(mia), Function.PROFESSIONAL)
    assert not policies.handled_by(former).exists()
    assert not policies.led_by(former).exists()
    assert not policies.can_handle(former, way.now)
    assert not policies.can_listen(former, way.now)


def test_what_somebody_told_and_what_was_shared_is_their_own(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).confirmed()
    piet, bea = cast.actor("piet"), cast.actor("bea")
    assert policies.own_of(piet).get() == policies.told_by(piet).get() == way.now
    assert not policies.own_of(bea).exists()
    handling.share(actor=way.actor, complaint_id=way.pk, words=SHARED)
    assert policies.own_of(bea).get() == way.now
    assert not policies.told_by(bea).exists()
    assert policies.can_say(bea, way.now)
    assert policies.can_say(piet, way.now)
    for reader in (cast.actor("amal"), cast.actor("nele"), night(cast)):
        assert not policies.own_of(reader).exists()
        assert not policies.can_say(reader, way.now)
