"""What comes next for a candidate, with the reason and who owes it: always on the screen (S1-236)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.core.text import Text
from naast.programmes.models import StageKind
from naast.programmes.path import Stage, next_kind
from naast.recruitment.models import Application, Waits
from naast.recruitment.models.application import YES
from naast.recruitment.queries.still_missing import Item, of_which_missing
from naast.recruitment.states import LOOK_BACK_AFTER, Status


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence with its reason, the page (or the step of the table, to post) that goes on, and who owes
    it by when. Empty page and step: nothing to do."""

    sentence: Text
    page: str = ""
    step: str = ""
    label: Text = ""
    owed_by: Waits = Waits.NOBODY
    due: date | None = None
    is_late: bool = False


def next_step(
    application: Application, stages: Sequence[Stage], missing: Sequence[Item], *, today: date
) -> NextStep:
    """The one next thing for this candidate; `missing` as still_missing gives it (pure)."""
    resting = {
        Status.LATER: _later,
        Status.PAUSED: _paused,
        Status.STARTED: _started,
        Status.CLOSED: _closed,
    }
    status = Status(application.status)
    if status in resting:
        return resting[status](application, today)
    if application.outcome in YES:
        found = _towards_the_start(application, of_which_missing(missing), today)
    else:
        found = _on_the_path(application, list(stages), today)
    waits_for = Waits(application.waits_for)
    return replace(
        found,
        owed_by=waits_for,
        due=application.due_on,
        is_late=waits_for == Waits.US and application.due_on < today,
    )


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def _later(application: Application, today: date) -> NextStep:
    words = {"name": application.first_name, "day": _day(application.later_until)}
    has_come = application.later_until is not None and application.later_until <= today
    if has_come:
        return NextStep(
            _("The day has come that you agreed on: call %(name)s, warmly and once.") % words,
            step="come-back",
            label=_("We talked: go on"),
            owed_by=Waits.US,
            due=application.later_until,
        )
    return NextStep(
        _("%(name)s takes some time. Call on %(day)s, not before.") % words,
        step="come-back",
        label=_("Go on sooner"),
    )


def _paused(application: Application, today: date) -> NextStep:
    words = {"name": application.first_name, "day": _day(application.later_until)}
    sentence = (
        _("%(name)s rests for a while and is not chased. Look again on %(day)s.") % words
        if application.later_until
        else _("%(name)s rests for a while and is not chased. They come back when they want.")
        % words
    )
    return NextStep(sentence, step="come-back", label=_("Go on"))


def _started(application: Application, today: date) -> NextStep:
    started_on, looked_on = application.journey.started_on, application.journey.looked_back_on
    words = {"name": application.first_name}
    if started_on is None or looked_on is not None or started_on + LOOK_BACK_AFTER > today:
        return NextStep(_("%(name)s has started.") % words)
    return NextStep(
        _("%(name)s started three months ago. Ask how it is, and what surprised them.") % words,
        step="look-back",
        label=_("We looked back"),
    )


def _closed(application: Application, today: date) -> NextStep:
    words = {"outcome": application.get_outcome_display(), "day": _day(application.erase_on)}
    sentence = (
        _("Rounded off: %(outcome)s. On %(day)s everything is erased.") % words
        if application.erase_on
        else _("Rounded off: %(outcome)s.") % words
    )
    return NextStep(sentence, step="reopen", label=_("Open again"))


def _towards_the_start(application: Application, missing: Sequence[Item], today: date) -> NextStep:
    """It fits. First the rest of the way, then the candidate's own choice, then the start."""
    words = {"name": application.first_name}
    others = [item for item in missing if item.code != "choice"]
    if others:
        first = others[0]
        if first.code.startswith("stage-"):
            return NextStep(
                _("It fits. On the way to the start comes: %(what)s.") % {"what": first.label},
                page="go_on",
                label=_("To the next stage"),
            )
        return NextStep(
            _("It fits. Before the start is still missing: %(what)s.") % {"what": first.label},
            page="start",
            label=_("See what is missing"),
        )
    if application.chose_on is None:
        return NextStep(
            _("It fits for us. Now the last word is up to %(name)s: ask what they choose.") % words,
            page="choose",
            label=_("Write down the choice"),
        )
    return NextStep(
        _("Everything is in place, and %(name)s chose to start.") % words,
        page="start",
        label=_("Start"),
    )


def _on_the_path(application: Application, stages: list[Stage], today: date) -> NextStep:
    words = {"name": application.first_name, "day": _day(application.due_on)}
    if application.waits_for == Waits.CANDIDATE and application.due_on >= today:
        return _waiting(application, words)
    if application.waits_for == Waits.CANDIDATE and application.stage != StageKind.THINKING:
        return NextStep(
            _("We expected to hear from %(name)s by %(day)s. Call, and ask kindly how it is.")
            % words,
            page="contact",
            label=_("We were in contact"),
        )
    if application.stage == StageKind.APPLICATION and application.touched_on == application.came_on:
        return NextStep(
            _("%(name)s has not heard from a person yet. Call or write, before %(day)s.") % words,
            page="contact",
            label=_("We were in contact"),
        )
    return _to_the_next(application, stages)


def _waiting(application: Application, words: dict[str, str]) -> NextStep:
    if application.stage == StageKind.THINKING:
        return NextStep(
            _("%(name)s has thinking time until %(day)s, and may ask anything meanwhile.") % words,
            page="go_on",
            label=_("To the next stage"),
        )
    return NextStep(
        _("It is up to %(name)s, until %(day)s.") % words,
        page="contact",
        label=_("We were in contact"),
    )


def _to_the_next(application: Application, stages: list[Stage]) -> NextStep:
    following = next_kind(stages, StageKind(application.stage))
    stage = next((each for each in stages if each.kind == following), None)
    if stage is None or stage.kind == StageKind.START:
        return NextStep(
            _("The way lies behind you both. Decide together what fits."),
            page="round_off",
            label=_("Decide together"),
        )
    return NextStep(
        _("After this comes: %(stage)s (%(takes)s, with %(with_whom)s).")
        % {"stage": stage.label, "takes": stage.takes, "with_whom": stage.with_whom},
        page="go_on",
        label=_("On to: %(stage)s") % {"stage": stage.label},
    )
