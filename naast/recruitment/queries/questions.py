"""Reads of the channel between a candidate and us."""

from dataclasses import dataclass

from naast.organisations.actors import Actor
from naast.recruitment.models import Application, Question
from naast.recruitment.policies import applications as policies


@dataclass(frozen=True, slots=True)
class QuestionsPanel:
    """What `recruitment/_questions.html` shows on the page of an application."""

    lines: list[Question]
    has_open: bool
    can_answer: bool


def questions_panel(actor: Actor, application: Application) -> QuestionsPanel:
    """All questions and answers, and whether somebody waits; one query, and one for who may answer."""
    lines = lines_of(application)
    return QuestionsPanel(
        lines=lines,
        has_open=any(line.is_by_candidate and line.answered_at is None for line in lines),
        can_answer=bool(policies.can_talk(actor, application)),
    )


def lines_of(application: Application) -> list[Question]:
    """The questions and answers of an application that the reader was let in to, oldest first."""
    rows = Question.objects.filter(
        organisation_id=application.organisation_id, application=application
    )
    return list(rows.select_related("author__user").order_by("id"))
