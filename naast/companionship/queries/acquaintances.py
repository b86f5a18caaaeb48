"""Which participants a volunteer knows: intervision keeps their names out of questions (instruments B17)."""

from uuid import UUID

from naast.companionship.models import Match
from naast.people.models import Person

# The latest ones: nobody stands beside more people than this.
MOST = 500


def participants_known(*, organisation_id: UUID, person_id: UUID) -> list[Person]:
    """Whoever this person stands or stood beside, or was asked for. One query."""
    matches = Match.objects.filter(organisation_id=organisation_id, volunteer_id=person_id)
    latest = matches.select_related("participant").order_by("-id")[:MOST]
    return [match.participant for match in latest]
