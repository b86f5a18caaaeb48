"""What a candidate sees on their own page."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.core.text import Text
from naast.programmes.models import StageKind
from naast.programmes.path import Stage, next_kind, path_of
from naast.recruitment.models import Application, Question, Referral, Waits
from naast.recruitment.models.application import YES
from naast.recruitment.queries import notes, questions, talks
from naast.recruitment.states import LIVING, Status

State = Literal["done", "current", "todo"]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Where somebody is, what was said, and what they may do."""

    stages: list[tuple[Text, State]]
    next_words: Text
    may_choose: bool
    talks: list[talks.OwnTalk]
    notes: list[notes.NoteLine]
    questions: list[Question]
    referral: Referral | None
    is_open: bool
    is_resting: bool
    is_closed: bool


def own_page(application: Application, *, today: date) -> OwnPage:
    """The page behind an own link."""
    path = path_of(application.programme)
    return OwnPage(
        stages=stages_of(application, path),
        next_words=next_words(application, path, today=today),
        may_choose=application.status in LIVING,
        talks=talks.own_talks(application),
        notes=notes.own_notes(application),
        questions=questions.lines_of(application),
        referral=Referral.objects.filter(application=application).first(),
        is_open=application.status == Status.OPEN,
        is_resting=application.status in LIVING and application.status != Status.OPEN,
        is_closed=application.status == Status.CLOSED,
    )


def next_words(application: Application, path: list[Stage], *, today: date) -> Text:
    """What comes next and who does it, said to the candidate themselves."""
    words = {"day": _day(application.due_on), "until": _day(application.later_until)}
    if application.status == Status.OPEN:
        return _on_the_way(application, path, words, today)
    if application.status == Status.STARTED:
        return _("You have started. Good that you are here!")
    if application.status == Status.CLOSED:
        return application.alternative or _("This is rounded off. You are welcome to come back.")
    if application.later_until:
        return _("We let you be until %(until)s. Sooner is fine too.") % words
    return _("You rest for a while. Nobody chases you: come back when you like.")


def _on_the_way(
    application: Application, path: list[Stage], words: dict[str, str], today: date
) -> Text:
    is_ours = application.waits_for != Waits.CANDIDATE
    if application.outcome in YES and application.chose_on is None:
        return _("For us it fits. Now it is your choice: tell us below.")
    if application.stage == StageKind.THINKING and not is_ours:
        return _("You have time to think until %(day)s. Ask us anything meanwhile.") % words
    if not is_ours:
        return _("Now it is up to you, until about %(day)s. Not sure what to do? Ask us.") % words
    if application.due_on < today:
        return _("You should have heard from us by %(day)s: sorry. Call us, or ask below.") % words
    following = next_kind(path, StageKind(application.stage))
    stage = next((each for each in path if each.kind == following), None)
    said = _("You hear from us by %(day)s: a person contacts you.") % words
    if stage is None:
        return said
    more = _("After this comes: %(stage)s (%(takes)s, with %(with_whom)s).")
    after = {"stage": stage.label, "takes": stage.takes, "with_whom": stage.with_whom}
    return f"{said} {more % after}"


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def stages_of(application: Application, path: list[Stage]) -> list[tuple[Text, State]]:
    """The way of the programme with what lies behind, where somebody is, and what is to come; where the
    stage was switched off since, nothing is current."""
    usual = list(StageKind)
    here = usual.index(StageKind(application.stage))
    kinds = [stage.kind for stage in path]
    if usual[here] not in kinds:
        return [
            (stage.label, "done" if usual.index(stage.kind) < here else "todo") for stage in path
        ]
    at = kinds.index(usual[here])
    return [(stage.label, _state(place, at)) for place, stage in enumerate(path)]


def _state(place: int, at: int) -> State:
    if place == at:
        return "current"
    return "done" if place < at else "todo"
