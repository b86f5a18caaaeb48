"""What the services of this room take in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from naast.rates.models import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRate:
    """A figure that was published, as somebody enters it. `amounts` as in models.OwnRate; `why_right` is asked when
    something looks odd."""

    figure: Figure
    valid_from: date
    valid_to: date
    amounts: Mapping[str, int]
    source: str
    why_right: str = ""
