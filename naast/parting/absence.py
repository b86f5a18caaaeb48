"""Somebody who was not there for a long time: a question, the offer of a talk, and a person who decides
(instruments B14, B26). Pure: no database, no clock."""

from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

ASK_AFTER, TALK_AFTER, INACTIVE_AFTER = (relativedelta(months=months) for months in (6, 11, 12))


class Stage(StrEnum):
    """How long it has been, in what we do."""

    NOTHING = "nothing"
    ASK = "ask"
    TALK = "talk"
    DECIDE = "decide"


def stage_of(seen_on: date, *, day: date) -> Stage:
    """What the time since somebody was last there asks of us. Nothing happens by itself."""
    for stage, after in (
        (Stage.DECIDE, INACTIVE_AFTER),
        (Stage.TALK, TALK_AFTER),
        (Stage.ASK, ASK_AFTER),
    ):
        if seen_on + after <= day:
            return stage
    return Stage.NOTHING
