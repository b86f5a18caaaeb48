"""What may weigh in a match, in words. The figures of a programme steer the order of thought, no person."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text

# The parts and weights of instruments B13; matching.soft computes with the same names (a test compares).
PARTS: Mapping[str, tuple[Text, int]] = {
    "expectations": (_("the same expectations: kind of contact, rhythm, how long, how close"), 35),
    "interests": (_("shared interests"), 15),
    "dislikes": (_("the same things they rather don’t do"), 5),
    "experience": (_("lived experience that the participant asks for"), 10),
    "language": (_("ease in the same language"), 10),
    "nearness": (_("living near each other"), 10),
    "style": (_("style: talking, doing, calm"), 10),
    "theme": (_("a tie with the theme"), 5),
}


def defaults() -> dict[str, int]:
    """The weights of a programme that chose none."""
    return {code: weight for code, (_label, weight) in PARTS.items()}


def in_words(weights: Mapping[str, int]) -> list[tuple[Text, int]]:
    """(words, weight) of a programme, heaviest first."""
    chosen = weights or defaults()
    rows = [(label, int(chosen.get(code, 0))) for code, (label, _default) in PARTS.items()]
    return sorted(rows, key=lambda row: -row[1])
