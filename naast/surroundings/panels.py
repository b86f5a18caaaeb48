"""What this room adds to a participant's file and to the pages of a match."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from naast.companionship import panels as match_panels
from naast.companionship.models import Match, Request
from naast.companionship.states import LIVING_STATES
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people import api as people
from naast.people import terms
from naast.people.models import Closeness, ParticipantProfile, Person, VolunteerProfile
from naast.surroundings.models import Around

WORDS: dict[str, tuple[Text, str]] = {
    "around.read": (gettext_lazy("Somebody looked at who does what"), "eye"),
    "saying.read": (gettext_lazy("Somebody read what was said"), "eye"),
    "network-map.read": (gettext_lazy("Somebody looked at a map"), "eye"),
    "network-map.drawn": (gettext_lazy("A map was drawn together"), "waypoints"),
}


def of_participant(actor: Actor, person: Person) -> people.Panel | None:
    """The way to who does what, for who may write there; no queries."""
    if not (actor.is_coordinator or actor.has(Function.PROFESSIONAL)):
        return None
    return people.Panel(
        title=_("Around them"),
        template="surroundings/panel_participant.html",
        context={"person": person},
    )


def of_match(actor: Actor, match: Match) -> match_panels.Panel | None:
    """What both hope for, beside each other, and the way to the early checks; one query (instruments B12)."""
    if match.state not in LIVING_STATES:
        return None
    profile = VolunteerProfile.objects.filter(person_id=match.volunteer_id).first()
    return match_panels.Panel(
        title=_("What both hope for"),
        template="surroundings/panel_match.html",
        context={"match": match, "rows": compared(profile, match.request)},
    )


def compared(
    profile: VolunteerProfile | None, wish: Request | None
) -> list[tuple[Text, Text, Text]]:
    """Topic, the volunteer's expectation and the participant's, in words; what neither said stays out."""
    rows = [
        (
            _("Kind of contact"),
            _joined(profile.types if profile else [], terms.CONTACT_KINDS),
            _joined(wish.types if wish else [], terms.CONTACT_KINDS),
        ),
        (
            _("How to spend the time"),
            _joined(profile.styles if profile else [], terms.STYLES),
            _joined(wish.styles if wish else [], terms.STYLES),
        ),
        (_("Visits in four weeks"), _span(profile), _number(wish.rhythm if wish else None)),
        (
            _("For how long"),
            _months(profile.term_months if profile else None),
            _months(wish.term_months if wish else None),
        ),
        (
            _("How close"),
            _closeness(profile.closeness if profile else None),
            _closeness(wish.closeness if wish else None),
        ),
    ]
    return [(topic, theirs, asked) for topic, theirs, asked in rows if theirs or asked]


def _joined(codes: list[str], words: dict[str, Text]) -> str:
    return ", ".join(str(label) for label in terms.labels(codes, words))


def _number(value: int | None) -> str:
    return str(value) if value else ""


def _span(profile: VolunteerProfile | None) -> str:
    if profile is None:
        return ""
    low, high = _number(profile.rhythm_min), _number(profile.rhythm_max)
    return f"{low}–{high}" if low and high and low != high else low or high


def _months(value: int | None) -> str:
    if not value:
        return ""
    return ngettext("%(count)s month", "%(count)s months", value) % {"count": value}


def _closeness(value: int | None) -> Text:
    return Closeness(value).label if value else ""


def for_volunteer(actor: Actor, match: Match) -> match_panels.Panel | None:
    """The way to who else does something, when the participant shares it; no queries."""
    if match.state not in LIVING_STATES:
        return None
    return match_panels.Panel(
        title=_("Who else is there"),
        template="surroundings/panel_volunteer.html",
        context={"match": match},
    )


def is_shared(actor: Actor, match: Match) -> QuerySet[Any, Any]:
    """The participant of this match shares who does what."""
    return Around.objects.filter(person_id=match.participant_id, is_shared=True)


def for_participant(actor: Actor, match: Match) -> match_panels.Panel:
    """The way back to one's own page; no queries."""
    return match_panels.Panel(title=_("My page"), template="surroundings/panel_own.html")


def for_staff(actor: Actor, match: Match) -> match_panels.Panel:
    """The way to who does what, for the professional of this participant; no queries."""
    return match_panels.Panel(
        title=_("Around them"),
        template="surroundings/panel_participant.html",
        context={"person": match.participant},
    )


def is_theirs(actor: Actor, match: Match) -> QuerySet[Any, Any]:
    """The actor is the professional of this participant."""
    return ParticipantProfile.objects.filter(
        person_id=match.participant_id,
        professional_id=actor.membership_id,
        professional__isnull=False,
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    people.register("participant", of_participant)
    people.register_words(WORDS)
    match_panels.register("coordinator", of_match)
    match_panels.register("volunteer", for_volunteer, sign=is_shared)
    match_panels.register("participant", for_participant)
    match_panels.register("staff", for_staff, sign=is_theirs)
