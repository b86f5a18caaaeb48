"""A step says what was seen; somebody's own view may stay empty."""

from naast.agreements.forms import steps


def test_what_was_seen_is_asked() -> None:
    assert steps.ObservationForm.base_fields["facts"].required


def test_their_own_words_may_stay_empty() -> None:
    assert not steps.ViewForm.base_fields["own_view"].required
