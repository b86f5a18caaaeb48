"""Rows of parting for tests. Names are invented."""

from datetime import timedelta
from typing import Any

from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.organisations.models import Function, Membership
from naast.parting.inputs import (
    Earlier,
    Grounds,
    NewPulse,
    OwnWish,
    PartingTalk,
    SeenInput,
    TalkInput,
)
from naast.parting.models import Away, Heard, Parting, Pulse
from naast.parting.services import closings, grounds, partings, pulses
from naast.parting.states import EarlierKind, GroundKind, PartingKind, Side, TalkOutcome
from naast.people.models import Consent
from tests.companionship.pair import pair, person_of
from tests.conftest import Cast
from tests.factories import member

FACTS = "Sprak tijdens het bezoek twee keer over geloof, nadat gevraagd was dat niet te doen."
VALUE = "Iedereen gelooft wat hij wil: we dringen niets op."


def winding_down(cast: Cast, **fields: Any) -> Match:
    """Bea and Piet work towards the end."""
    return pair(cast, MatchState.WINDING_DOWN, **fields)


def talked(**words: Any) -> TalkInput:
    """A closing talk that took place today."""
    given: dict[str, Any] = {
        "outcome": TalkOutcome.TALKED,
        "talk_on": clock.today(),
        "brought": "Rust in mijn week.",
    }
    return TalkInput(**(given | words))


def talk_with_both(cast: Cast, match: Match) -> None:
    """Both closing talks took place."""
    for side in Side:
        closings.write_talk(actor=cast.actor("amal"), match_id=match.pk, side=side, talk=talked())


def ended(cast: Cast) -> Match:
    """A match that ended well, after both talks."""
    match = winding_down(cast)
    talk_with_both(cast, match)
    return closings.end_after_talks(
        actor=cast.actor("amal"), match_id=match.pk, reason="on_the_way", initiative="both"
    )


def pulse_of(cast: Cast, match: Match, **fields: Any) -> Pulse:
    """Bea rings Piet every four weeks, for half a year."""
    values = {
        "volunteer_id": match.volunteer_id,
        "colleague_id": None,
        "every_weeks": 4,
        "until_on": clock.today() + timedelta(days=180),
        "consent_on": clock.today(),
        "consent_how": Consent.How.BY_PHONE.value,
    }
    return pulses.start_pulse(
        actor=cast.actor("amal"), match_id=match.pk, new=NewPulse(**(values | fields))
    )


def own_wish(cast: Cast, **fields: Any) -> Parting:
    """Bea would like to stop: she found work."""
    wish = {"reasons": ("grown_work",), "reason_words": "Ik begin in een bakkerij."}
    return partings.say_stop(actor=cast.actor("bea"), wish=OwnWish(**(wish | fields)))


def ours(cast: Cast, ground: str = GroundKind.GUIDANCE) -> Parting:
    """We want to talk about parting with Bea: the ground is named, nothing else is written."""
    amal = cast.actor("amal")
    parting = partings.open_parting(
        actor=amal, person_id=cast.person_id("bea"), kind=PartingKind.ORGANISATION
    )
    return grounds.name_grounds(
        actor=amal, parting_id=parting.pk, given=Grounds(grounds=(ground,), value=VALUE)
    )


def tried(cast: Cast, parting: Parting, *days_ago: int, heard: str = Heard.WRITTEN_DOWN) -> None:
    """Earlier talks, so many days ago."""
    for days in days_ago:
        grounds.add_earlier(
            actor=cast.actor("amal"),
            parting_id=parting.pk,
            earlier=Earlier(
                kind=EarlierKind.TALK,
                taken_on=clock.today() - timedelta(days=days),
                words="Gevraagd om dit niet te doen tijdens een bezoek.",
                heard=heard,
                own_view="Ik bedoelde het goed." if heard == Heard.WRITTEN_DOWN else "",
            ),
        )


def saw(cast: Cast, parting: Parting, *, first_hand: bool = True) -> None:
    """Nele saw it, or somebody heard it."""
    grounds.add_seen(
        actor=cast.actor("amal"),
        parting_id=parting.pk,
        seen=SeenInput(
            seen_on=clock.today() - timedelta(days=9),
            is_first_hand=first_hand,
            seen_by="Nele",
            facts=FACTS,
        ),
    )


def second_colleague(cast: Cast) -> Membership:
    """Omar, who coordinates here too."""
    return member(cast.here, Function.COORDINATOR, name="Omar Ookhier")


def shared(cast: Cast) -> Parting:
    """Put before Bea: two talks before, and somebody who saw it."""
    parting = ours(cast)
    tried(cast, parting, 60, 30)
    saw(cast, parting)
    return grounds.share(actor=cast.actor("amal"), parting_id=parting.pk)


def talked_about(cast: Cast) -> Parting:
    """Bea said how she sees it, and we talked."""
    parting = shared(cast)
    grounds.give_view(actor=cast.actor("bea"), words="Ik zie dat het botst.")
    return partings.note_talk(
        actor=cast.actor("amal"),
        parting_id=parting.pk,
        talk=PartingTalk(talk_on=clock.today(), words="Rustig gesprek.", reaction="Ziet het ook."),
    )


def away_for(cast: Cast, days: int) -> Away:
    """Bea was last there so many days ago, and was asked how she is."""
    return Away.objects.create(
        organisation=cast.here,
        person=person_of(cast.bea),
        seen_on=clock.today() - timedelta(days=days),
        asked_on=clock.today(),
    )
