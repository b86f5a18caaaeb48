"""What the services of the path take in: where somebody goes on to, how it ends, how it starts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from naast.messaging.texts import Words
from naast.programmes.models import StageKind
from naast.programmes.services import Answers
from naast.recruitment.models import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn:
    """The stage somebody goes on to. `reason` (a SkipReason) where stages are left out or hurried,
    `insured_on` before trying out, `until_on` for thinking time."""

    stage: StageKind
    reason: str = ""
    insured_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How it ends without a start here. `words` is the letter as the coordinator read and changed it;
    None: it was told in person."""

    outcome: Outcome
    alternative: str
    stop_reason: str
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """A yes. `person_id` is somebody on the list already, None a new person. Expectations are asked of
    a participant who becomes a volunteer (S1-251)."""

    outcome: Outcome
    person_id: UUID | None = None
    expects: str = ""
    we_expect: str = ""
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The first day, the five questions of the law, and why it may start though something may wait."""

    day: date
    answers: Answers | None = None
    override: str = ""
