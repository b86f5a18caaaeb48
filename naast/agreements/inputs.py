"""What somebody hands in with a signature."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Witnessed:
    """How somebody else signed, as a coordinator writes it down. `how` is one of Signature.How; `we_too`: the
    same paper carries our signature."""

    how: str
    signed_on: date
    kept_at: str = ""
    we_too: bool = False
    # On paper: the first characters of the checksum at its end.
    printed: str = ""
