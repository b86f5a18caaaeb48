"""What somebody said in a self-check, in words."""

from django.utils.text import capfirst

from naast.capacity import questions
from naast.capacity.models import SelfCheck
from naast.core.templatetags.ui_blocks import Definition

IN_WORDS = dict(questions.ANSWERS)


def lines_of(check: SelfCheck) -> list[Definition]:
    """The lines with their answers; what was left open is left out."""
    lines = [
        Definition(line.text, capfirst(str(IN_WORDS[check.answers[line.code]])))
        for line in questions.LINES
        if check.answers.get(line.code) in IN_WORDS
    ]
    if check.amount:
        lines.insert(0, Definition(questions.AMOUNT_LINE, capfirst(check.get_amount_display())))
    return lines
