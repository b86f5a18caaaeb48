"""Rows of accountability for tests. Names are invented."""

from datetime import timedelta
from typing import Any

from naast.accountability.inputs import Facts, ProcessorWords, Report, Told
from naast.accountability.models import Breach, Processor
from naast.accountability.services import breaches, papers
from naast.accountability.states import DataKind, Encrypted, Happened, NotTold, Risk, Whose
from naast.core import clock
from naast.organisations.models import Function, Membership
from tests.conftest import Cast
from tests.factories import member

LEAKED = "Een brief met een lijst lag bij de verkeerde buur in de bus."


def kim(cast: Cast) -> Membership:
    """An administrator and nothing else."""
    return member(cast.here, Function.ADMINISTRATOR, name="Kim Kabel")


def noticed(cast: Cast, who: str = "nele", words: str = LEAKED) -> Breach:
    """Somebody on the staff thinks that something leaked. The same words twice are one tap too many."""
    return breaches.notice(actor=cast.actor(who), words=words)


def taken_up(cast: Cast) -> Breach:
    """It is a breach: the clock runs."""
    return breaches.take_up(actor=cast.actor("amal"), breach_id=noticed(cast).pk)


def facts(**words: Any) -> Facts:
    """What is known of it."""
    given: dict[str, Any] = {
        "aware_at": clock.now() - timedelta(hours=2),
        "happened": Happened.SEEN,
        "story": "De lijst met bezoeken van deze week zat in een verkeerde omslag.",
        "which": (DataKind.CONTACT,),
        "whose": (Whose.PARTICIPANTS,),
        "encrypted": Encrypted.NO,
        "people_count": 12,
    }
    return Facts(**(given | words))


def weighed(cast: Cast, risk: str = Risk.RISK, **words: Any) -> Breach:
    """The facts are written and the risk is weighed."""
    actor, breach = cast.actor("amal"), taken_up(cast)
    breaches.write_facts(actor=actor, breach_id=breach.pk, facts=facts(**words))
    return breaches.weigh(
        actor=actor, breach_id=breach.pk, risk=risk, words="Adressen van mensen alleen thuis."
    )


def report(**words: Any) -> Report:
    """The authority was told now."""
    given: dict[str, Any] = {"sent_at": clock.now(), "words": "Het formulier van de website."}
    return Report(**(given | words))


def told(**words: Any) -> Told:
    """The people were told now."""
    given: dict[str, Any] = {
        "told_at": clock.now(),
        "told_how": "Met een brief en een telefoontje.",
    }
    return Told(**(given | words))


def not_told(why: str = NotTold.NOT_HIGH) -> Told:
    """The people were not told, for this reason."""
    return Told(not_told=why)


def firm(cast: Cast, **words: Any) -> Processor:
    """A firm on the list."""
    given: dict[str, Any] = {
        "name": "Wolkenbewaarders",
        "does": "Houdt de servers draaiende.",
        "place": "België",
    }
    return papers.keep_processor(actor=cast.actor("amal"), words=ProcessorWords(**(given | words)))
