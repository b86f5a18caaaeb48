"""What an organisation said about earlier lists: columns and doubtful rows."""

from naast.exchange.models import RememberedDecision, RememberedMapping
from naast.organisations.actors import Actor


def remembered_mapping(actor: Actor, kind: str, fingerprint: str) -> dict[int, str] | None:
    """How columns with these headings were set the last time in this organisation."""
    found = (
        RememberedMapping.objects.filter(
            organisation_id=actor.organisation_id, kind=kind, fingerprint=fingerprint
        )
        .values_list("mapping", flat=True)
        .first()
    )
    return None if found is None else {int(column): field for column, field in found.items()}


def remembered_decisions(actor: Actor) -> dict[str, str]:
    """Row fingerprints with «new» or the id of the person, as decided before in this organisation."""
    rows = RememberedDecision.objects.filter(organisation_id=actor.organisation_id)
    return {
        fingerprint: str(person_id) if is_same else "new"
        for fingerprint, person_id, is_same in rows.values_list(
            "fingerprint", "person_id", "is_same"
        )
    }
