"""Workflow as a table: which step leads from where to where, and who may take it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from naast.core.errors import StateConflict
from naast.core.text import Text


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a state table. `label` is what the button says."""

    name: str
    sources: frozenset[str]
    target: str
    label: Text = ""
    by: frozenset[str] = frozenset()


class StateTable:
    """All steps of one kind of thing; pure, so that docs and tests can read it."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self.steps = {step.name: step for step in steps}

    def target(self, name: str, *, source: str) -> str:
        """Where the step leads. Raises StateConflict when it does not start at `source`."""
        step = self.steps[name]
        if source not in step.sources:
            raise StateConflict(
                _("This is no longer possible: something changed in the meantime. Look again.")
            )
        return step.target

    def open_from(self, source: str) -> list[Step]:
        """The steps that may be taken from here, in the order of the table."""
        return [step for step in self.steps.values() if source in step.sources]
