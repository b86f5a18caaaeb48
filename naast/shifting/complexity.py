"""What a task asks of the preparation and of the talks, from how complex it is (S1-274, S3-5). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.programmes.models import EntryCondition, Programme
from naast.shifting.models import Complexity


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The least that comes before, and how often somebody talks with who does it. An advice, no rule."""

    preparation: Text
    talks: Text
    weeks: int
    conditions: frozenset[str] = frozenset()


SUGGESTIONS: Mapping[int, Suggestion] = {
    Complexity.SIMPLE: Suggestion(
        _("Somebody shows how it goes, once, beside them."),
        _("A talk every three months is enough."),
        13,
    ),
    Complexity.SOME: Suggestion(
        _("An introduction, and a few times together before somebody does it alone."),
        _("A talk every two months."),
        9,
        frozenset({EntryCondition.Kind.INFORMATION, EntryCondition.Kind.TRAINING}),
    ),
    Complexity.MUCH: Suggestion(
        _("Training first, then together with somebody experienced, and a coach who is named."),
        _("A talk every month, and one after each hard moment."),
        5,
        frozenset({EntryCondition.Kind.TRAINING}),
    ),
}


def suggested(complexity: int | None) -> Suggestion | None:
    """What goes with this complexity; None while nobody said it."""
    return SUGGESTIONS.get(complexity) if complexity else None


def hints(programme: Programme, complexities: Iterable[int | None]) -> list[Text]:
    """What this programme does not have yet and its heaviest task asks. Reads its entry conditions."""
    heaviest = suggested(max((each for each in complexities if each), default=None))
    if heaviest is None:
        return []
    found: list[Text] = []
    kinds = {line.kind for line in programme.entryconditions.all()}
    if heaviest.conditions and not heaviest.conditions & kinds:
        found.append(
            _("One of these tasks asks more: put an introduction or training before the start.")
        )
    if programme.volunteer_contact_weeks > heaviest.weeks:
        found.append(
            _("One of these tasks asks more: talk with the volunteers more often than now.")
        )
    return found
