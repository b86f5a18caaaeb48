"""What the coordinator tells of a month and of a quarter: questions, never a figure or a prediction (B11)."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from naast.circles.models import Report
from naast.core.text import Text

SUMMARY: Final[dict[str, Text]] = {
    "support": _("Supporting: what the circle did together, and what helped"),
    "accountability": _("Speaking up: what was said honestly, and how that went"),
    "ahead": _("What the circle looks ahead to"),
}
REVIEW: Final[dict[str, Text]] = {
    "work": _("What changed in work and days"),
    "home": _("What changed at home"),
    "relations": _("What changed between people"),
    "coping": _("How the core member copes with what is hard"),
    "openness": _("How open the talk is"),
    "concerns": _("What we are concerned about"),
    "protects": _("What protects and helps"),
    "action": _("What we agreed to do, and who does it"),
}
QUESTIONS: Final[dict[str, dict[str, Text]]] = {
    Report.Kind.SUMMARY.value: SUMMARY,
    Report.Kind.REVIEW.value: REVIEW,
}


def answered(report: Report) -> list[tuple[Text, str]]:
    """The questions of a report that have an answer, in order."""
    asked = QUESTIONS[report.kind]
    return [
        (label, report.answers[code]) for code, label in asked.items() if report.answers.get(code)
    ]
