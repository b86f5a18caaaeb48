"""What a text may ask of its readers: what meets a condition of a start is more than opened. Pure."""

from naast.agreements.models import Asks, DocumentKind

# Their signed copies meet the condition of the same name (proof.KINDS).
PROVING = frozenset(
    {
        DocumentKind.INFORMATION,
        DocumentKind.AGREEMENT,
        DocumentKind.SECRECY,
        DocumentKind.CHARTER,
    }
)


def may_ask(kind: str, *, is_under_decree: bool) -> tuple[Asks, ...]:
    """What readers of this kind of text may be asked. Under the Flemish decree of 2009 both sign the agreement
    note (spec/law 1.3)."""
    if kind == DocumentKind.AGREEMENT and is_under_decree:
        return (Asks.SIGNATURE,)
    if kind in PROVING:
        return (Asks.SIGNATURE, Asks.ACKNOWLEDGEMENT)
    return tuple(Asks)
