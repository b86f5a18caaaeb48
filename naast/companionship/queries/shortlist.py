"""The shortlist as its page and command show it: names, words and sentences, never a figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Request
from naast.companionship.queries.pool import Board, board_for
from naast.core.text import Text
from naast.matching.hard import exclusions
from naast.matching.reasons import Reason
from naast.matching.shortlist import Candidate, shortlist
from naast.matching.wording import sentence, word
from naast.programmes.weights import in_words

# Names that open under one reason for being left out; the rest is counted.
NAMES_A_REASON = 30

BLOCKED: Mapping[str, Text] = {
    "no_consent": _("The participant does not want a volunteer now."),
    "needs_coach_or_fallback": _("A coach or a fallback with a name is missing."),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One person who could stand beside the participant."""

    person_id: str
    name: str
    word: str
    word_code: str
    reasons: list[str]
    to_talk_about: list[str]
    still_to_ask: list[str]
    # Kept in the choice record: codes without names or figures.
    reason_codes: list[str]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why people are left out, how many, and who (as many as can be opened)."""

    code: str
    sentence: str
    count: int
    names: list[tuple[str, str]]

    @property
    def more(self) -> int:
        """How many names are not in the list."""
        return self.count - len(self.names)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about one wish and who could stand beside it."""

    request: Request
    shown: list[Shown]
    more: int
    left_out: list[LeftOut]
    blocked_by: list[Text]
    looked_at: int
    total: int | None
    weights: list[tuple[Text, str]]
    board: Board

    def card_of(self, person_id: str) -> Any:
        """What was read about somebody who is shown (the columns of `candidates`)."""
        return self.board.row_of(person_id)

    def chosen(self, person_id: str) -> Shown | None:
        """The person asked for, or whoever stands first; None when nobody could."""
        by_id = {each.person_id: each for each in self.shown}
        return by_id.get(person_id) or (self.shown[0] if self.shown else None)

    @property
    def record(self) -> list[dict[str, Any]]:
        """Who was shown with which words, for the choice record (instruments B13.4)."""
        return [
            {"person": each.person_id, "word": each.word_code, "reasons": each.reason_codes}
            for each in self.shown
        ]


def sheet_for(request: Request) -> Sheet:
    """Who could stand beside this participant, and why (instruments B13)."""
    board = board_for(request)
    answer = shortlist(board.wish, board.pool, board.weights)
    return Sheet(
        request=request,
        shown=[_shown(board, candidate) for candidate in answer.candidates],
        more=answer.more,
        left_out=_left_out(board),
        blocked_by=[BLOCKED[code] for code in answer.blocked_by],
        looked_at=len(board.pool),
        total=board.candidates.total,
        weights=[
            (label, number_format(weight))
            for label, weight in in_words(request.programme.match_weights)
            if weight
        ],
        board=board,
    )


def _shown(board: Board, candidate: Candidate) -> Shown:
    return Shown(
        person_id=candidate.volunteer_id,
        name=board.name_of(candidate.volunteer_id),
        word=word(candidate.word),
        word_code=str(candidate.word),
        reasons=[sentence(reason) for reason in candidate.reasons],
        to_talk_about=[
            *(sentence(point) for point in candidate.points),
            *board.cautions_of(candidate.volunteer_id),
        ],
        still_to_ask=[sentence(question) for question in candidate.still_to_ask],
        reason_codes=[reason.code for reason in candidate.reasons],
    )


def _left_out(board: Board) -> list[LeftOut]:
    """Per reason who is left out; somebody may stand under several."""
    left_out = exclusions(board.wish, board.pool)
    found = []
    for code, passes in left_out.checks.items():
        rows = (~passes).nonzero()[0][:NAMES_A_REASON].tolist()
        people = [(board.pool.ids[row], board.name_of(board.pool.ids[row])) for row in rows]
        found.append(
            LeftOut(
                code=code,
                sentence=sentence(Reason(code)),
                count=left_out.counts[code],
                names=sorted(people, key=lambda each: each[1]),
            )
        )
    return found
