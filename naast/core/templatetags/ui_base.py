"""What every family of components leans on: icons, the mark, refusing wrong arguments."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar, get_args

from django.template import Context, TemplateSyntaxError
from django.utils.safestring import SafeString, mark_safe
from lucide import IconDoesNotExist
from lucide.templatetags.lucide import lucide

R = TypeVar("R")

# Icons that point along the line of reading and turn around in right-to-left languages.
TURNING = {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "log-out", "log-in"}


def one_of(component: str, argument: str, value: str, allowed: Any) -> str:
    """`value` when the Literal type `allowed` holds it; otherwise the template is wrong."""
    if value not in get_args(allowed):
        raise TemplateSyntaxError(f"{component}: unknown {argument} {value!r}")
    return value


def shaped(component: str, kind: type[R], rows: Iterable[Any]) -> list[R]:
    """Rows as `kind` (a NamedTuple); plain tuples in the same order will do."""
    try:
        return [kind(*row) for row in rows]
    except TypeError as error:
        raise TemplateSyntaxError(f"{component}: a row is not a {kind.__name__}") from error


@lru_cache(maxsize=512)
def draw(name: str, size: int = 20) -> SafeString:
    """The lucide icon `name` as decoration: hidden from screen readers, words stand beside it."""
    turns = " icon--turns" if name in TURNING else ""
    try:
        drawn = lucide(
            Context(),
            name,
            size=size,
            stroke_width="1.75",
            aria_hidden="true",
            focusable="false",
            **{"class": f"icon{turns}"},
        )
    except IconDoesNotExist as error:
        raise TemplateSyntaxError(str(error)) from error
    return mark_safe(drawn)  # noqa: S308 -- drawn from the package, `name` only picks the file
