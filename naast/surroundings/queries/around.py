"""Who does what around one participant: paid and unpaid, in one list (S1-60, S1-144)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.circles.models import InnerMember
from naast.circles.states import Kind
from naast.companionship.models import Match, MatchState
from naast.companionship.queries.agreed import sentence_of
from naast.companionship.states import LIVING_STATES
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.people.models import Person
from naast.surroundings.models import Around, AroundLine, Category, LedToHelp
from naast.surroundings.policies import people as policies

MOST = 60
# Matches in which somebody stands, or stood, beside the participant.
SHOWN_STATES = (*LIVING_STATES, MatchState.ENDED)


@dataclass(frozen=True, slots=True)
class Row:
    """One of all who are involved: who, what, when, since when, and whom to call about it."""

    who: str
    kind: Text
    does: str
    when: str
    since: date | None
    until: date | None
    call: str
    # The row behind it, when it can be changed here.
    line_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class WhoDoesWhat:
    """Everybody around one participant now, who was before, and whether volunteers may see it."""

    person: Person
    now: list[Row]
    before: list[Row]
    around: Around | None


def get_participant(actor: Actor, person_id: UUID) -> Person:
    """A participant around whom this actor may look. Raises Person.DoesNotExist."""
    return _whole(policies.participants(actor)).get(pk=person_id)


def get_oneself(actor: Actor) -> Person:
    """The participant themselves. Raises Person.DoesNotExist."""
    return _whole(policies.themselves(actor)).get()


def get_shared(actor: Actor, person_id: UUID) -> Person:
    """A participant who shares who does what with this volunteer. Raises Person.DoesNotExist."""
    people = Person.objects.filter(organisation_id=actor.organisation_id)
    return _whole(people.filter(policies.volunteers_may_see(actor))).get(pk=person_id)


def listed(actor: Actor) -> QuerySet[Person]:
    """The participants around whom this actor may look, by name."""
    return policies.participants(actor).filter(participant__status="active")


def get_line(actor: Actor, line_id: UUID) -> AroundLine:
    """A line this actor may see. Raises AroundLine.DoesNotExist."""
    return policies.lines_visible_to(actor).select_related("person").get(pk=line_id)


def led_to_help(actor: Actor, person: Person) -> list[LedToHelp]:
    """To which help somebody found their way with a volunteer."""
    return list(policies.led_visible_to(actor).filter(person=person)[:MOST])


def get_led(actor: Actor, led_id: UUID) -> LedToHelp:
    """One of them. Raises LedToHelp.DoesNotExist."""
    return policies.led_visible_to(actor).select_related("person").get(pk=led_id)


def who_does_what(person: Person, *, today: date, for_volunteer: bool = False) -> WhoDoesWhat:
    """Everybody around this participant, who came first on top; a constant number of queries. A volunteer sees
    the lines that the participant shares, and of a fellow volunteer the programme, not what the two agreed."""
    matches = _matches(person)
    lines = AroundLine.objects.filter(person=person)
    if for_volunteer:
        lines = lines.filter(is_shared=True)
    places = _places(person)
    phones = _phones(
        [
            person.participant.professional,
            *(_contact(match) for match in matches),
            *(place.circle.coordinator for place in places),
        ]
    )
    rows = [
        *(_of_line(line) for line in lines[:MOST]),
        *_of_professional(person, phones),
        *(_of_match(match, phones, in_full=not for_volunteer) for match in matches),
        *(_of_place(place, phones) for place in places),
    ]
    rows.sort(key=lambda row: row.since or date.min)
    now = [row for row in rows if row.until is None or row.until >= today]
    before = [row for row in rows if row.until is not None and row.until < today]
    return WhoDoesWhat(person, now, before, Around.objects.filter(person=person).first())


def _whole(people: QuerySet[Person]) -> QuerySet[Person]:
    return people.select_related("user", "participant__professional__user")


def _matches(person: Person) -> list[Match]:
    return list(
        person.matches_as_participant.filter(state__in=SHOWN_STATES)
        .select_related(
            "volunteer",
            "programme",
            "coach__user",
            "professional__user",
            "participant_contact__user",
        )
        .prefetch_related("rhythm_lines")
        .order_by("-started_on")[:MOST]
    )


def _places(person: Person) -> list[InnerMember]:
    """The volunteers of a network circle. That there is a COSA circle at all is told nowhere but there."""
    places = InnerMember.objects.filter(circle__core=person, circle__kind=Kind.NETWORK)
    return list(
        places.select_related("person", "circle__programme", "circle__coordinator__user")[:MOST]
    )


def _of_place(place: InnerMember, phones: dict[UUID, str]) -> Row:
    programme = place.circle.programme
    return Row(
        who=place.person.first_name,
        kind=programme.volunteer_word,
        does=_("in a circle: %(name)s") % {"name": programme.name},
        when="",
        since=place.joined_on,
        until=place.ended_on,
        call=_reach(place.circle.coordinator, phones),
    )


def _contact(match: Match) -> Membership | None:
    return match.participant_contact or match.professional or match.coach


def _phones(members: list[Membership | None]) -> dict[UUID, str]:
    people = {member.person_id for member in members if member is not None and member.person_id}
    return dict(Person.objects.filter(pk__in=people).values_list("pk", "phone"))


def _reach(member: Membership | None, phones: dict[UUID, str]) -> str:
    if member is None:
        return ""
    phone = phones.get(member.person_id, "") if member.person_id else ""
    return f"{member.user.name}, {phone}" if phone else member.user.name


def _of_line(line: AroundLine) -> Row:
    return Row(
        who=line.who,
        kind=Category(line.category).label,
        does=line.does,
        when=line.when,
        since=line.since_on,
        until=line.until_on,
        call=line.phone,
        line_id=line.pk,
    )


def _of_professional(person: Person, phones: dict[UUID, str]) -> list[Row]:
    member = person.participant.professional
    if member is None:
        return []
    return [
        Row(
            who=member.user.name,
            kind=Category.PROFESSIONALS.label,
            does=_("carries final responsibility"),
            when="",
            since=None,
            until=None,
            call=_reach(member, phones),
        )
    ]


def _of_match(match: Match, phones: dict[UUID, str], *, in_full: bool) -> Row:
    return Row(
        who=match.volunteer.first_name,
        kind=match.programme.volunteer_word,
        does=(in_full and match.agreed_volunteer) or match.programme.name,
        when=_rhythm(match),
        since=match.started_on,
        until=match.ended_on,
        call=_reach(_contact(match), phones),
    )


def _rhythm(match: Match) -> str:
    lines = [sentence_of(line) for line in match.rhythm_lines.all()]
    if lines or not match.rhythm:
        return "; ".join(lines)
    words = ngettext(
        "about %(count)s visit in four weeks", "about %(count)s visits in four weeks", match.rhythm
    )
    return words % {"count": match.rhythm}
