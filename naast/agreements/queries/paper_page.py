"""One paper as it is read: its parts, the questions beside each clause, and what changed since the last one."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import override

from naast.agreements.contents import Clause
from naast.agreements.differences import Change, ClauseChange, compare
from naast.agreements.models import Asks, Copy, CopyState, DocumentKind, Question, Signature
from naast.agreements.pdf import grouped, in_parts, sides
from naast.agreements.policies import copies as policies
from naast.agreements.queries.copies import Shown, before, is_to_renew, newer_waits, text_of
from naast.agreements.queries.signing import Delivered, State, deliveries, state_of
from naast.core.text import Text
from naast.organisations.actors import Actor


@dataclass(frozen=True, slots=True)
class ClauseShown:
    """One clause with what was asked about it."""

    clause: Clause
    questions: list[Question]


@dataclass(frozen=True, slots=True)
class PaperPage:
    """Everything that the page of a copy shows, for its reader and for us."""

    copy: Copy
    shown: Shown
    parts: list[tuple[str, list[ClauseShown]]]
    questions: list[Question]
    state: State
    sides: list[tuple[Text, Signature | None]]
    checksum: str
    before: Copy | None
    changes: list[ClauseChange]
    newer: Copy | None
    is_to_renew: bool
    delivered: list[Delivered] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What the text is called: its own title, or the name of its document."""
        return self.shown.content.title if self.shown.content else self.copy.version.document.name

    @property
    def is_only_read(self) -> bool:
        """Whether nothing but reading is asked."""
        return self.copy.version.document.asks == Asks.NOTHING

    @property
    def asks_paper(self) -> bool:
        """Whether the printed rule is a signature with a pen: the agreement note of the Flemish decree of
        2009 (spec/law 1.3). Nothing we found says that one on a screen is enough."""
        kind = self.copy.version.document.kind
        return kind == DocumentKind.AGREEMENT and self.copy.organisation.is_under_welfare_decree

    @property
    def goes_on_paper(self) -> bool:
        """Whether the person finds no copy on a page of their own: a signed one is handed over."""
        return self.copy.person.user is None or self.copy.person.prefers_paper

    @property
    def is_acknowledged(self) -> bool:
        """Whether «I read and understood» is enough, without us."""
        return self.copy.version.document.asks == Asks.ACKNOWLEDGEMENT


def paper_page(copy: Copy, today: date) -> PaperPage:
    """The page of one copy (from `get_copy`); five queries at most."""
    shown = text_of(copy)
    questions = list(copy.questions.all())
    earlier = before(copy) if copy.state == CopyState.OPEN else None
    return PaperPage(
        copy=copy,
        shown=shown,
        parts=_parts(shown, questions),
        questions=[each for each in questions if not _is_placed(each, shown)],
        state=state_of(copy, today),
        sides=[(words, signature) for words, signature in sides(copy)],
        checksum=grouped(copy.checksum),
        before=earlier,
        changes=_changes(earlier, shown),
        newer=newer_waits(copy) if copy.state == CopyState.SIGNED else None,
        is_to_renew=is_to_renew(copy, today),
        delivered=deliveries(copy, shown.content),
    )


def _parts(shown: Shown, questions: list[Question]) -> list[tuple[str, list[ClauseShown]]]:
    if shown.content is None:
        return []
    # The headings of the parts belong to the text: they are in its language.
    with override(shown.content.language):
        parts = in_parts(shown.content)
    return [
        (
            heading,
            [
                ClauseShown(clause, [each for each in questions if each.clause == clause.code])
                for clause in clauses
            ],
        )
        for heading, clauses in parts
    ]


def _is_placed(question: Question, shown: Shown) -> bool:
    """Whether its clause is still there to stand beside."""
    codes = {clause.code for clause in shown.content.clauses} if shown.content else set()
    return question.clause in codes


def _changes(earlier: Copy | None, shown: Shown) -> list[ClauseChange]:
    if earlier is None or shown.content is None:
        return []
    old = text_of(earlier).content
    if old is None:
        return []
    rows = compare(old.clauses, shown.content.clauses)
    return [each for each in rows if each.change != Change.SAME]


@dataclass(frozen=True, slots=True)
class May:
    """What the actor may do on the page of a copy, for buttons."""

    sign: bool
    ask: bool
    set_limits: bool
    sign_for_us: bool
    write_down: bool
    change: bool
    take_back: bool
    write_renewal: bool


def may(actor: Actor, copy: Copy, today: date) -> May:
    """Which steps are open here. No queries."""
    return May(
        sign=bool(policies.can_sign_own(actor, copy)),
        ask=bool(policies.can_ask(actor, copy)),
        set_limits=bool(policies.can_set_limits(actor, copy)),
        sign_for_us=bool(policies.can_sign_for_us(actor, copy)),
        write_down=bool(policies.can_write_down(actor, copy)),
        change=bool(policies.can_change(actor, copy)),
        take_back=bool(policies.can_prepare(actor)) and copy.state == CopyState.OPEN,
        write_renewal=policies.can_write_renewal(actor, copy) and is_to_renew(copy, today),
    )
