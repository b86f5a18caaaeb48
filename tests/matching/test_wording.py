"""Every code has a full sentence, and no code leaks into it."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from naast.matching import reasons as reasons_module
from naast.matching.hard import HARD_CHECKS
from naast.matching.phrases import months, rhythm
from naast.matching.questions import QUESTIONS
from naast.matching.reasons import MISSING_KINDS, REASONS, Reason
from naast.matching.shortlist import Word
from naast.matching.soft import EXPECTATIONS
from naast.matching.terms import Kind, Style
from naast.matching.wording import SENTENCES, sentence, word

NAMED = {"names": ("gardening", "chess")}

EXAMPLES: list[tuple[Reason, str]] = [
    (
        Reason("expectations_agree", {"on": tuple(EXPECTATIONS)}),
        "Their expectations agree: how often, how long, what kind of contact, how close and what "
        "the participant asked for.",
    ),
    (Reason("shared_interests", NAMED), "Both like gardening and chess."),
    (Reason("shared_dislikes", {"names": ("crowds",)}), "Neither likes crowds."),
    (Reason("shared_experience", {"names": ("grief",)}), "Knows from own life: grief."),
    (Reason("shared_language", {"names": ("Turkish",)}), "Both speak Turkish."),
    (Reason("lives_near", {"km": 1.2}), "Lives 1.2 km away."),
    (Reason("lives_near", {"km": 0.0}), "Lives in the same town or village."),
    (
        Reason("style_fits", {"styles": tuple(Style)}),
        "Both like to spend time the same way: talking, doing things and being quiet together.",
    ),
    (
        Reason("common_ground", {"ground": "lost a parent in this house."}),
        "Common ground: lost a parent in this house.",
    ),
    (Reason("shared_time", {"part": 4, "others": 0}), "Both are free on Tuesday afternoon."),
    (
        Reason("shared_time", {"part": 20, "others": 2}),
        "Both are free on Sunday evening, and on 2 other parts of the week.",
    ),
    (Reason("missing_training", {"names": ("Basics",)}), "Training missing: Basics."),
    (Reason("missing_training", {"names": ()}), "A training is missing."),
    (Reason("missing_agreement"), "The agreement is not signed yet."),
    (Reason("missing_charter"), "The charter is not signed yet."),
    (Reason("missing_check", {"names": ("Extract",)}), "Check missing: Extract."),
    (Reason("missing_first_talk", NAMED), "The first talk still has to take place."),
    (Reason("missing_trial"), "The trial still has to take place."),
    (Reason("missing_other", {"names": ("Badge",)}), "Still missing: Badge."),
    (
        Reason("term_open_ended"),
        "The volunteer says “as long as possible”: agree on a term together.",
    ),
    (Reason("term_not_agreed"), "The term is not agreed yet."),
    (
        Reason("term_differs", {"asked": 12.0, "offered": 6.0}),
        "The participant hopes for 1 year, the volunteer thinks of 6 months.",
    ),
    (Reason("moving_soon"), "The volunteer expects to move: talk about what then."),
    (
        Reason("rhythm_differs", {"asked": 4.0, "offered": 2.0}),
        "The participant asks for a visit every week, the volunteer offers a visit every two weeks.",
    ),
    (
        Reason("kind_differs", {"asked": "ally", "offered": ("coach", "mentor")}),
        "The participant asks for an ally, the volunteer would rather be a coach or a mentor.",
    ),
    (
        Reason("volunteer_closer"),
        "The volunteer seeks a closer contact than the participant.",
    ),
    (
        Reason("participant_closer"),
        "The participant seeks a closer contact than the volunteer.",
    ),
    (Reason("load", {"now": 2, "agreed": 3}), "Has 2 matches, and agreed to 3."),
    (Reason("load", {"now": 1, "agreed": 2}), "Has 1 match, and agreed to 2."),
    (
        Reason("load_not_agreed", {"now": 1}),
        "Has 1 match; how many are wanted was never agreed.",
    ),
    (
        Reason("wants_more_room"),
        "The volunteer wants to decide more than this programme leaves.",
    ),
    (
        Reason("wants_more_guidance"),
        "The volunteer wants more guidance than this programme usually gives.",
    ),
    (
        Reason("language_limited", {"names": ("Turkish",)}),
        "Can talk in Turkish, but not fluently.",
    ),
    (
        Reason("lives_far", {"km": 12.0}),
        "Lives 12 km away: ask whether the journey is all right.",
    ),
    (Reason("style_differs"), "They like to spend their time differently."),
    (
        Reason("tastes_differ", {"names": ("chess",)}),
        "One likes what the other would rather not: chess.",
    ),
    (Reason("no_common_ground"), "No common ground found yet."),
    (
        Reason("ask_term", {"who": "volunteer"}),
        "Still to ask the volunteer: for how long.",
    ),
    (
        Reason("ask_pets", {"who": "participant"}),
        "Still to ask the participant: about pets in the home.",
    ),
    (
        Reason("ask_backing", {"who": "participant"}),
        "Still to arrange for this request: a coach and a fallback with a name.",
    ),
    (Reason("too_far", {"km": 14.0}), "Lives 14 km away, further than one of both wants."),
    (Reason("load_full", {"now": 2, "agreed": 2}), "Has 2 matches, and agreed to 2."),
    (Reason("not_ready", {"names": ("Extract",)}), "Must be in place first: Extract."),
]

VALUES = {reason.code: reason.values for reason, _text in EXAMPLES}


@pytest.fixture(autouse=True)
def english() -> object:
    with translation.override("en"):
        yield


@pytest.mark.parametrize(("reason", "text"), EXAMPLES)
def test_a_reason_reads_as_a_sentence(reason: Reason, text: str) -> None:
    assert sentence(reason) == text


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_no_code_leaks_into_a_sentence(code: str) -> None:
    values = VALUES.get(code, {"who": "both"} if code.startswith("ask_") else {})
    text = sentence(Reason(code, values))
    assert text.endswith(".")
    assert text[0].isupper()
    assert "_" not in text
    assert "%" not in text


def test_every_code_that_the_engine_can_say_has_words() -> None:
    source = Path(reasons_module.__file__).read_text(encoding="utf-8")
    said = set(re.findall(r'Reason\("(\w+)"', source))
    said |= {f"shared_{part}" for part in ("interests", "dislikes", "experience")}
    said |= {"rhythm_differs", "volunteer_closer", "participant_closer"}
    said |= {"wants_more_room", "wants_more_guidance"}
    said |= {f"missing_{kind}" for kind in MISSING_KINDS}
    said |= {f"ask_{subject}" for subject in QUESTIONS} | set(HARD_CHECKS)
    assert len(said) > len(REASONS) + len(QUESTIONS)
    assert said == set(SENTENCES)


def test_each_word_kind_and_style_has_a_name() -> None:
    assert [word(answer) for answer in Word] == ["Good to try", "Possible", "Talk first"]
    for kind in Kind:
        assert str(kind) in sentence(Reason("kind_differs", {"asked": kind, "offered": (kind,)}))


@pytest.mark.parametrize(
    ("visits", "text"),
    [
        (0.5, "less than one visit in four weeks"),
        (1, "a visit every four weeks"),
        (2, "a visit every two weeks"),
        (3, "3 visits in four weeks"),
        (4, "a visit every week"),
        (8, "two visits a week"),
    ],
)
def test_a_rhythm_in_words(visits: float, text: str) -> None:
    assert rhythm(visits) == text


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 month"), (6, "6 months"), (12, "1 year"), (18, "18 months")]
)
def test_a_term_in_words(count: float, text: str) -> None:
    assert months(count) == text


def test_numbers_follow_the_language_of_the_reader() -> None:
    with translation.override("nl"):
        assert "1,2" in sentence(Reason("lives_near", {"km": 1.2}))


def test_a_code_without_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        sentence(Reason("unheard_of"))
