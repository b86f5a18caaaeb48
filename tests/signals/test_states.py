"""Pure: who reads what, and how a signal goes on."""

import pytest

from naast.core.errors import StateConflict
from naast.signals import kinds
from naast.signals.states import (
    ASPECTS,
    CLOSE,
    SIGNAL,
    Kind,
    Path,
    State,
    aspect_label,
    path_of,
    state_words,
)


@pytest.mark.parametrize("kind", [Kind.WORRY, Kind.BOUNDARY, Kind.SECRECY])
def test_what_is_about_safety_always_goes_to_the_contact_person(kind: Kind) -> None:
    assert path_of(kind, only_contact_person=False, danger=False) == Path.SAFEGUARDING


@pytest.mark.parametrize(
    ("only_contact_person", "danger", "path"),
    [
        (False, False, Path.DAILY),
        (True, False, Path.SAFEGUARDING),
        (False, True, Path.SAFEGUARDING),
    ],
)
def test_everyday_signals_go_to_the_coordinator_unless_asked_or_in_danger(
    only_contact_person: bool, danger: bool, path: Path
) -> None:
    assert path_of(Kind.NEED, only_contact_person=only_contact_person, danger=danger) == path


def test_what_was_not_decided_cannot_be_closed() -> None:
    with pytest.raises(StateConflict):
        SIGNAL.target(CLOSE, source="seen")


def test_every_kind_has_an_icon_an_example_and_a_hint() -> None:
    assert set(kinds.HINTS) == set(Kind)
    assert kinds.what_to_write("nothing") == ""


def test_an_aspect_reads_as_words_and_an_unknown_one_as_nothing() -> None:
    every = [code for choices in ASPECTS.values() for code in choices.values]
    assert len(every) == len(set(every))
    assert all(aspect_label(code) for code in every)
    assert aspect_label("unknown") == ""


def test_that_it_was_read_is_not_the_word_on_the_button_to_read() -> None:
    words = {state: str(state_words(state)) for state in State}
    assert words[State.SEEN] != str(State.SEEN.label)
    assert all(words[state] == str(state.label) for state in State if state != State.SEEN)
