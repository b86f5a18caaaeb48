"""Pages by key: page 2 starts after the last row of page 1, so that page 900 costs the same."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

M = TypeVar("M", bound=Model)
ROWS_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """Rows of one page and the query strings that lead to its neighbours ('' where there is none)."""

    rows: list[M]
    previous: str
    next: str


def _after(fields: tuple[str, ...], values: list[str], *, backwards: bool) -> Q:
    """(a, b) > (x, y) written out, since not every database compares rows in one go."""
    compare = "lt" if backwards else "gt"
    clause = Q()
    for index, field in enumerate(fields):
        equal = {name: values[place] for place, name in enumerate(fields[:index])}
        clause |= Q(**equal, **{f"{field}__{compare}": values[index]})
    return Q(**{f"{fields[0]}__{compare}e": values[0]}) & clause


def _pack(row: Model, fields: tuple[str, ...]) -> str:
    joined = "\x1f".join(str(getattr(row, field)) for field in fields)
    return urlsafe_b64encode(joined.encode()).decode().rstrip("=")


def _unpack(token: str, count: int) -> list[str] | None:
    """The values in a token, or None for one that is absent or was tampered with: then the first page
    shows."""
    if not token:
        return None
    try:
        values = urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode().split("\x1f")
    except ValueError:
        return None
    # A NUL is in no text of ours, and PostgreSQL refuses to look for one.
    return values if len(values) == count and "\x00" not in "".join(values) else None


def keyset_page(
    rows: QuerySet[M],
    *,
    params: QueryDict,
    fields: tuple[str, ...],
    size: int = ROWS_A_PAGE,
    newest_first: bool = False,
) -> Page[M]:
    """One page of `rows` in the order of `fields` (the last one unique, all of them not null), or the
    other way round with `newest_first`.

    `params` is request.GET: `after` and `before` carry the place, the rest is kept in the links.
    """
    backwards = "before" in params and "after" not in params
    values = _unpack(params.get("before" if backwards else "after", ""), len(fields))
    falling = backwards != newest_first
    order = tuple(f"-{field}" for field in fields) if falling else fields
    asked = rows.order_by(*order)
    if values is not None:
        try:
            asked = asked.filter(_after(fields, values, backwards=falling))
        except (ValidationError, ValueError):  # what it holds is no id or date
            values = None
    found = list(asked[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    has_previous = more if backwards else values is not None
    has_next = (values is not None) if backwards else more
    return Page(
        rows=found,
        previous=_link(params, "before", found[0], fields) if found and has_previous else "",
        next=_link(params, "after", found[-1], fields) if found and has_next else "",
    )


def _link(params: QueryDict, name: str, row: Model, fields: tuple[str, ...]) -> str:
    kept = [(key, value) for key, value in params.items() if key not in {"after", "before"}]
    return "?" + urlencode([*kept, (name, _pack(row, fields))])
