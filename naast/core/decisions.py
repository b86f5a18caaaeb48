"""The answer to «may this actor do this?», with the reason when it is no."""

from dataclasses import dataclass

from naast.core.errors import NotAllowed
from naast.core.text import Text


@dataclass(frozen=True, slots=True)
class Decision:
    """Truthy when allowed, so that templates can ask; services call `require()`."""

    allowed: bool
    reason: Text = ""

    def __bool__(self) -> bool:
        return self.allowed

    def require(self) -> None:
        """Raise NotAllowed with the reason, unless allowed."""
        if not self.allowed:
            raise NotAllowed(str(self.reason))


ALLOW = Decision(allowed=True)


def deny(reason: Text) -> Decision:
    """A no, with a sentence for the reader."""
    return Decision(allowed=False, reason=reason)
