"""What may not stay empty is asked."""

import pytest
from django import forms

from naast.needs.forms import care, letters, limits, obstacles

ASKED: list[tuple[type[forms.Form], set[str]]] = [
    (care.CarerForm, {"words"}),
    (letters.PolicyForm, {"sees", "asks"}),
    (letters.AnswerPolicyForm, {"words"}),
    (limits.EndForm, {"outcome"}),
    (obstacles.AnswerForm, {"answer"}),
]


@pytest.mark.parametrize(("form", "names"), ASKED)
def test_words_that_somebody_must_give_are_asked(form: type[forms.Form], names: set[str]) -> None:
    assert names <= {name for name, field in form.base_fields.items() if field.required}


def test_an_obstacle_may_be_told_without_words() -> None:
    assert not obstacles.ObstacleForm.base_fields["words"].required
