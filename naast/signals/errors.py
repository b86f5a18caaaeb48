"""What people may be told no about while they handle a signal, by name."""

from naast.core.errors import StateConflict


class AnswerMissing(StateConflict):
    """A signal closes only after who told it got an answer (S0-49)."""


class CalamityNotReported(StateConflict):
    """What the law asks to report at once comes first (spec/law 2.5)."""


class NobodyElse(StateConflict):
    """There is nobody else who reads this signal."""
