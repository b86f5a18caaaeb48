"""What the services of handling take in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """Advice that was asked: whose (states_handling.Advice), on which day, what was told and what they said."""

    asked: str
    asked_on: date
    facts: str
    advice: str
    asked_who: str = ""
    without_names: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision: states_handling.Outcome, Told and AfterTalk, with words. The three interests are filled in all
    or none. `refresh` and `talk_on`, led by the membership `talk_led_by_id`: after something private came out."""

    outcome: str
    words: str
    decided_on: date
    told: str
    told_why_not: str = ""
    after_talk: str = ""
    passed_to: str = ""
    passed_on: date | None = None
    for_organisation: str = ""
    for_volunteer: str = ""
    for_participant: str = ""
    refresh: bool = False
    talk_on: date | None = None
    talk_led_by_id: UUID | None = None

    @property
    def interests(self) -> dict[str, str]:
        """The three interests, by field."""
        return {
            "for_organisation": self.for_organisation.strip(),
            "for_volunteer": self.for_volunteer.strip(),
            "for_participant": self.for_participant.strip(),
        }
