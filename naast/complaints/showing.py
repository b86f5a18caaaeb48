"""How the way of a complaint reads on a page: where it is, what comes next, and what else may be done."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.complaints.models import Complaint, MediatedTalk
from naast.complaints.states import (
    CANNOT,
    COMPLAINT,
    NO_TALK,
    THE_WAY,
    WHILE_HEARING,
    WITHDRAW,
    ComplaintState,
    Side,
    View,
    Yes,
)
from naast.core.templatetags.ui_people import Stage
from naast.core.text import Text

S = ComplaintState


@dataclass(frozen=True, slots=True)
class Act:
    """Something that may be done: its words, the page (or the step that is posted), and a sentence why."""

    label: Text
    page: str = ""
    post: str = ""
    why: Text = ""
    side: str = ""

    @property
    def url_name(self) -> str:
        """The name of its page in this room."""
        return f"complaints:{self.page}"


def path_of(complaint: Complaint) -> list[Stage]:
    """The usual way with where this one is; another end stands in the head of the page."""
    way = [S.WITHOUT_TALK if _skips(complaint, state) else state for state in THE_WAY]
    way = [state for index, state in enumerate(way) if state not in way[:index]]
    if complaint.state not in way:
        return []
    here = [state.value for state in way].index(complaint.state)
    return [
        Stage(state.label, "done" if place < here else "current" if place == here else "todo")
        for place, state in enumerate(way)
    ]


def _skips(complaint: Complaint, state: ComplaintState) -> bool:
    return bool(complaint.no_talk) and state in (S.TALK_PLANNED, S.TALKED)


def next_of(complaint: Complaint, talk: MediatedTalk | None, *, now: datetime) -> Act | None:
    """The one step that leads on; None when it waits for a day or for somebody else."""
    if complaint.state == S.TALK_PLANNED:
        return _after_planning(talk, now)
    if complaint.state == S.ANSWERED:
        return _after_answer(complaint, localdate(now))
    return {
        S.RECEIVED.value: Act(
            _("Say that you heard it"),
            post="confirm",
            why=_("Who told it reads that you listen, and before when there is an answer."),
        ),
        S.CONFIRMED.value: _before_sharing(complaint),
        S.SHARED.value: _before_planning(complaint),
        S.TALKED.value: Act(_("Give the answer"), page="answer"),
        S.WITHOUT_TALK.value: Act(_("Give the answer"), page="answer"),
    }.get(complaint.state)


def waits_for(complaint: Complaint) -> Text:
    """What it waits for, where there is no step to take now."""
    if complaint.state == S.TALK_PLANNED:
        return _("It waits for the yes of both, and then for the day.")
    if complaint.state == S.ANSWERED:
        return _("It waits for the day to look back, and for how both see it then.")
    return ""


def _before_sharing(complaint: Complaint) -> Act:
    if not complaint.has_other:
        return Act(_("Say who sits on the other side"), page="find_other")
    return Act(
        _("Ask the other side"),
        page="share",
        why=_("They read only what you write for them, and say how they see it."),
    )


def _before_planning(complaint: Complaint) -> Act:
    if complaint.named_on is None:
        return Act(
            _("They agree that their name is known"),
            post="named",
            why=_(
                "At the table the other side sees who told it. Ask who told it first; no is an answer too."
            ),
        )
    return Act(_("Plan the talk"), page="plan_talk")


def _after_planning(talk: MediatedTalk | None, now: datetime) -> Act | None:
    if talk is None or Yes.NO in (talk.reporter_yes, talk.other_yes):
        return Act(_("Plan another day"), page="plan_talk")
    if talk.starts_at > now:
        return None
    if talk.suits_both:
        return Act(_("Write down the talk"), page="hold_talk")
    # Nobody comes to a day that went by without a yes of both.
    return Act(_("Plan another day"), page="plan_talk")


def _after_answer(complaint: Complaint, day: date) -> Act | None:
    due = complaint.look_back_on is not None and complaint.look_back_on <= day
    if due and complaint.reporter_content and complaint.other_content:
        return Act(_("Close"), post="close", why=_("Both looked back."))
    return None


def others_of(complaint: Complaint, talk: MediatedTalk | None) -> list[Act]:
    """What else may be done from here."""
    if not complaint.is_open:
        return []
    may = {step.name for step in COMPLAINT.open_from(complaint.state)}
    acts = (
        (complaint.answered_on is None, Act(_SEEN, page="note_seen")),
        (_may_change_other(complaint), Act(_OTHER, page="find_other")),
        (complaint.state == S.TALK_PLANNED, Act(_("Plan another day"), page="plan_talk")),
        (NO_TALK in may, Act(_("No talk together, and why"), page="no_talk")),
        (CANNOT in may and _is_hearsay(complaint), Act(_CANNOT, page="cannot")),
        (True, Act(_("Let somebody else listen"), page="hand_over")),
        (complaint.signalled_on is None, Act(_UNSAFE, page="pass_on")),
        (WITHDRAW in may, Act(_("They take it back"), page="note_withdrawal")),
    )
    return [*_about_the_sides(complaint, talk), *(act for holds, act in acts if holds)]


_SEEN: Text = _("Write down what somebody saw or heard")
_OTHER: Text = _("Change who sits on the other side")
_CANNOT: Text = _("It can’t be looked at")
_UNSAFE: Text = _("Somebody is not safe: tell the contact person")


def _may_change_other(complaint: Complaint) -> bool:
    return complaint.has_other and complaint.shared_on is None and complaint.answered_on is None


def _is_hearsay(complaint: Complaint) -> bool:
    return not any(each.is_first_hand for each in complaint.observations.all())


SIDE_WORDS: dict[str, dict[str, Text]] = {
    "note_view": {
        Side.REPORTER: _("Write down how who told it sees it"),
        Side.OTHER: _("Write down how the other side sees it"),
    },
    "note_day": {
        Side.REPORTER: _("Who told it said whether the day suits"),
        Side.OTHER: _("The other side said whether the day suits"),
    },
    "note_back": {
        Side.REPORTER: _("Write down how who told it looks back"),
        Side.OTHER: _("Write down how the other side looks back"),
    },
}


def _about_the_sides(complaint: Complaint, talk: MediatedTalk | None) -> list[Act]:
    found = []
    for side in Side:
        page = _asked_of(complaint, talk, side)
        if page:
            found.append(Act(SIDE_WORDS[page][side], page=page, side=side.value))
        elif complaint.state in WHILE_HEARING and _may_write(complaint, side):
            found.append(Act(SIDE_WORDS["note_view"][side], page="note_view", side=side.value))
    return found


def _asked_of(complaint: Complaint, talk: MediatedTalk | None, side: Side) -> str:
    if complaint.state == S.TALK_PLANNED and talk is not None:
        return "note_day" if getattr(talk, f"{side}_yes") == Yes.AWAITED else ""
    if complaint.state == S.ANSWERED:
        return "" if getattr(complaint, f"{side}_content") else "note_back"
    return ""


def _may_write(complaint: Complaint, side: Side) -> bool:
    return bool(getattr(complaint, f"{side}_how") != View.OWN)
