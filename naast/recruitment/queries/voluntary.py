"""The answers to the voluntary questions, counted over a year: numbers alone, small ones hidden (S4-27)."""

from dataclasses import dataclass

from django.db.models import Sum

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.recruitment import small_numbers
from naast.recruitment.models import Tally
from naast.recruitment.policies import applications as policies
from naast.recruitment.small_numbers import Cell
from naast.recruitment.voluntary import ASKED


@dataclass(frozen=True, slots=True)
class Answers:
    """One question, with how many gave each answer. No sum: with it a hidden number could be found."""

    question: Text
    rows: list[tuple[Text, Cell]]


def tallies(actor: Actor, *, year: int) -> list[Answers]:
    """What people answered this year; questions that nobody answered are left out. One query. Raises
    NotAllowed."""
    policies.can_read_figures(actor).require()
    counted = (
        Tally.objects.filter(organisation_id=actor.organisation_id, month__year=year)
        .order_by()
        .values_list("question", "answer")
        .annotate(total=Sum("number"))
    )
    found = {(question, answer): total for question, answer, total in counted}
    return [
        Answers(
            asked,
            [
                (words, small_numbers.shown(found.get((question, code), 0)))
                for code, words in answers.items()
            ],
        )
        for question, (asked, answers) in ASKED.items()
        if any(of == question for of, _answer in found)
    ]
