"""Who talks with a candidate and reads what was written: what test_policies does not say, line by line."""

from dataclasses import replace

from naast.core import clock
from naast.organisations.models import Function
from naast.recruitment.models import Referral
from naast.recruitment.policies import applications, notes, referrals, talks
from tests.conftest import Cast
from tests.eyes import night, only
from tests.factories import actor_of, member
from tests.recruiting import ApplicationFactory, NoteFactory, TalkFactory


def test_first_words_and_figures_are_read_by_function(cast: Cast) -> None:
    nele = cast.actor("nele")
    for reader in (cast.actor("amal"), night(cast), only(nele, Function.COACH)):
        assert applications.can_read_beginnings(reader)
    for reader in (cast.actor("amal"), night(cast), only(nele, Function.BOARD)):
        assert applications.can_read_figures(reader)
    for reader in (nele, cast.actor("bea")):
        assert not applications.can_read_beginnings(reader)
        assert not applications.can_read_figures(reader)
    assert not applications.can_read_figures(only(nele, Function.COACH))
    assert not applications.can_read_beginnings(only(nele, Function.BOARD))


def test_a_talk_is_rounded_off_by_who_leads_that_talk(cast: Cast) -> None:
    here = {"organisation": cast.here}
    host = member(cast.here, Function.COACH, name="Cleo Coach")
    planned = {"status": "planned", "starts_at": clock.now()}
    own = TalkFactory(application=ApplicationFactory(**here), host=host, **planned)
    other = TalkFactory(application=ApplicationFactory(**here), host=cast.amal, **planned)
    assert talks.can_round_off(actor_of(host), own)
    assert talks.can_round_off(cast.actor("amal"), own)
    assert not talks.can_round_off(actor_of(host), other)
    assert not talks.can_round_off(cast.actor("bea"), own)
    assert not talks.can_round_off(cast.actor("chris"), own)


def test_a_note_is_changed_by_its_writer_alone(cast: Cast) -> None:
    application = ApplicationFactory(organisation=cast.here)
    note = NoteFactory(application=application, author=cast.amal)
    assert notes.can_change(cast.actor("amal"), note)
    other = actor_of(member(cast.here, Function.COORDINATOR, name="Omar Ookhier"))
    assert not notes.can_change(other, note)
    note.author = None
    assert not notes.can_change(night(cast), note)
    assert not notes.can_change(cast.actor("amal"), note)


def test_a_referrer_knows_of_whom_they_sent(cast: Cast) -> None:
    rik = member(cast.here, Function.REFERRER, name="Rik Verwijst")
    sent = Referral.objects.create(
        organisation=cast.here,
        application=ApplicationFactory(organisation=cast.here),
        member=rik,
        service="De Brug",
        name="Rik Verwijst",
        email="rik@debrug.example",
        tells="nothing",
        candidate_agreed=True,
        accepted_conditions_on=clock.today(),
    )
    for reader in (actor_of(rik), cast.actor("amal")):
        assert referrals.visible_to(reader).get() == sent
    other = actor_of(member(cast.here, Function.REFERRER, name="Otto Ander"))
    for reader in (
        other,
        only(actor_of(rik), Function.PROFESSIONAL),
        replace(actor_of(rik), membership_id=None),
        cast.actor("chris"),
    ):
        assert not referrals.visible_to(reader).exists()
