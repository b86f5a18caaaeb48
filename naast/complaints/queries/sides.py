"""What each of the two reads: their own words, what was shared, and the answer. Nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass

from naast.complaints.models import Complaint, MediatedTalk, Observation
from naast.complaints.queries.complaints import talk_of
from naast.complaints.states import (
    BEFORE_ANSWER,
    WHILE_HEARING,
    ComplaintState,
    Content,
    Side,
    View,
    Yes,
)
from naast.core.text import Text


@dataclass(frozen=True, slots=True)
class Read:
    """One complaint as one side reads it; `None` or «» is what is not theirs to read."""

    complaint: Complaint
    is_reporter: bool
    seen: Sequence[Observation]
    reporter_name: str
    shared_words: str
    own_view: str
    own_how: Text
    other_view: str
    other_how: Text
    talk: MediatedTalk | None
    own_yes: str
    own_content: Text
    end_words: str
    asks_view: bool
    asks_day: bool
    asks_back: bool

    @property
    def may_add(self) -> bool:
        """Whether something may be added still."""
        return self.complaint.state in BEFORE_ANSWER


def what_is_read(complaint: Complaint, side: str) -> Read:
    """For this side alone. The other's view comes once they gave their own, so that nobody writes an answer instead
    of a view; and the reporter's view stays with who listens until their name may be known."""
    is_reporter = side == Side.REPORTER
    other = Side.OTHER if is_reporter else Side.REPORTER
    talk = talk_of(complaint)
    own_how = getattr(complaint, f"{side}_how")
    reads_other = own_how != View.AWAITED and (is_reporter or complaint.named_on is not None)
    own_yes = getattr(talk, f"{side}_yes") if talk is not None else ""
    content = getattr(complaint, f"{side}_content")
    state = complaint.state
    return Read(
        complaint=complaint,
        is_reporter=is_reporter,
        seen=[each for each in complaint.observations.all() if each.side == side],
        reporter_name=_name_of_reporter(complaint) if is_reporter or complaint.named_on else "",
        shared_words=complaint.shared_words,
        own_view=getattr(complaint, f"{side}_view"),
        own_how=getattr(complaint, f"get_{side}_how_display")(),
        other_view=getattr(complaint, f"{other}_view") if reads_other else "",
        other_how=getattr(complaint, f"get_{other}_how_display")() if reads_other else "",
        talk=talk,
        own_yes=own_yes,
        own_content=Content(content).label if content else "",
        end_words=complaint.reporter_words if is_reporter else complaint.other_end_words,
        asks_view=own_how == View.AWAITED and state in WHILE_HEARING,
        asks_day=own_yes == Yes.AWAITED and state == ComplaintState.TALK_PLANNED,
        asks_back=not content and state == ComplaintState.ANSWERED,
    )


def _name_of_reporter(complaint: Complaint) -> str:
    if complaint.reporter is not None:
        return complaint.reporter.name
    if complaint.reporter_member is not None:
        return str(complaint.reporter_member.user.name)
    return str(complaint.reporter_name)
