"""The terms that hold in a house, and its body for appeal."""

from uuid import UUID

from naast.complaints.models import ComplaintTerms


def terms_of(organisation_id: UUID) -> ComplaintTerms:
    """What the house chose, or what is usual (then not saved)."""
    found = ComplaintTerms.objects.filter(organisation_id=organisation_id).first()
    return found or ComplaintTerms(organisation_id=organisation_id)
