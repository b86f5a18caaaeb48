"""What may not stay empty is asked; the words of a complaint are never optional."""

import pytest
from django import forms

from naast.complaints.forms import own, staff

ASKED: list[tuple[type[forms.Form], set[str]]] = [
    (own.ComplaintForm, {"facts"}),
    (staff.ShareForm, {"words"}),
    (staff.NoTalkForm, {"words"}),
    (staff.AnswerForm, {"outcome", "agreed"}),
    (staff.CannotForm, {"words"}),
]


@pytest.mark.parametrize(("form", "names"), ASKED)
def test_words_that_somebody_must_give_are_asked(form: type[forms.Form], names: set[str]) -> None:
    assert names <= {name for name, field in form.base_fields.items() if field.required}


def test_what_went_well_and_how_somebody_sees_it_may_stay_empty() -> None:
    assert not staff.AnswerForm.base_fields["went_well"].required
    assert not own.OwnViewForm.base_fields["words"].required
