"""What comes next for a match, with the reason: always on the screen, never from memory."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.companionship.models import FirstMeeting, Match, Milestone
from naast.companionship.states import MatchState
from naast.core.text import Text


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence, and the page (or the step of the table) that goes on. Empty action: nothing to do."""

    sentence: Text
    page: str = ""
    step: str = ""
    label: Text = ""
    milestone: Milestone | None = None


def next_step(
    match: Match, meeting: FirstMeeting | None, milestones: Sequence[Milestone] = ()
) -> NextStep:
    """The next thing for whoever looks after this match; `milestones` in the order of their days."""
    coming = next((each for each in milestones if each.done_on is None), None)
    if coming is not None and _comes_first(match, coming):
        return NextStep(
            _("Around %(day)s: %(what)s.")
            % {"day": date_format(coming.due_on, "j F Y"), "what": coming.get_kind_display()},
            label=_("We talked"),
            milestone=coming,
        )
    volunteer, participant = match.volunteer.first_name, match.participant.first_name
    names = {"volunteer": volunteer, "participant": participant}
    if match.state == MatchState.MEETING_PLANNED:
        return _around_the_meeting(meeting, names)
    steps = {
        MatchState.PROPOSED: NextStep(
            _("%(volunteer)s was asked and has not answered yet.") % names,
            page="answer_for",
            label=_("Write down the answer"),
        ),
        MatchState.VOLUNTEER_YES: NextStep(
            _("%(volunteer)s said yes. Now it is up to %(participant)s.") % names,
            page="answer_for",
            label=_("Write down the answer"),
        ),
        MatchState.BOTH_YES: NextStep(
            _("Both said yes. Plan a first meeting of the three of you."),
            page="plan_meeting",
            label=_("Plan the first meeting"),
        ),
        MatchState.TRIAL: NextStep(
            _("They are trying it out. At the end of the trial, ask both whether they go on."),
            step="go_on",
            label=_("Both go on"),
        ),
        MatchState.RUNNING: NextStep(_("They are beside each other. Keep to the moments below.")),
        MatchState.PAUSED: NextStep(
            _("They rest for a while. Ask now and then whether they want to start again."),
            step="resume",
            label=_("Start again"),
        ),
        MatchState.WINDING_DOWN: NextStep(
            _("They work towards the end. Plan a closing talk with both."),
            page="closing",
            label=_("Plan the closing talks"),
        ),
    }
    return steps.get(MatchState(match.state), NextStep(_("This match is over.")))


def _comes_first(match: Match, coming: Milestone) -> bool:
    """A moment of the plan is the next step, except the end of a trial: that is a step of its own."""
    if match.state == MatchState.TRIAL:
        return coming.kind != Milestone.Kind.END_OF_TRIAL
    return match.state == MatchState.RUNNING and coming.kind != Milestone.Kind.END


def _around_the_meeting(meeting: FirstMeeting | None, names: dict[str, str]) -> NextStep:
    if meeting is None:
        return NextStep(
            _("Plan a first meeting of the three of you."),
            page="plan_meeting",
            label=_("Plan the first meeting"),
        )
    if meeting.briefed_on is None:
        return NextStep(
            _("Tell %(volunteer)s what to know before the first meeting, and write it down.")
            % names,
            page="write_briefing",
            label=_("Write down what you told"),
        )
    if meeting.held_on is None:
        return NextStep(
            _("The first meeting is planned. Afterwards, note that it took place."),
            page="meeting_held",
            label=_("The first meeting took place"),
        )
    return NextStep(
        _("They met. When both want to go on, start the trial."),
        step="start_trial",
        label=_("Start the trial"),
    )
