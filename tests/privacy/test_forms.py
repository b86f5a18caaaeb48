"""What may not stay empty is asked: more time has a reason, and an answer has words."""

from naast.privacy.forms import rights


def test_more_time_asks_why() -> None:
    assert rights.MoreTimeForm.base_fields["why"].required


def test_a_request_that_came_on_paper_needs_no_words() -> None:
    assert not rights.RequestForm.base_fields["words"].required
