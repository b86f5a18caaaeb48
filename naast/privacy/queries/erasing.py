"""What would go, what stays and why, and what comes first: read before somebody is erased."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from naast.circles.models import Circle, InnerMember
from naast.circles.policies.circles import visible_to as circles_visible_to
from naast.circles.states import OPEN_STATES as OPEN_CIRCLES
from naast.companionship.models import Match, Request
from naast.companionship.states import OPEN_STATES
from naast.core.personal_data import places
from naast.core.text import Text
from naast.exchange.models import ImportJob
from naast.exchange.queries import BEGUN
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Membership
from naast.people.models import Person
from naast.privacy.errors import Hindrance
from naast.privacy.models import Erasure, Published
from naast.privacy.queries import rights
from naast.privacy.queries.holds import hold_on
from naast.privacy.queries.rows import Found, found_about
from naast.privacy.queries.somebody import Somebody, has_namesake
from naast.privacy.states import RequestKind
from naast.programmes.models import Engagement


@dataclass(frozen=True, slots=True)
class Line:
    """One place in the dry run: how many rows go, are emptied for the counts, and stay."""

    title: Text
    goes: int
    emptied: int
    stays: int
    why: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class DryRun:
    """What erasing would do. Places that a coordinator doesn't read (`is_in_confidence`) go as well, and the page
    doesn't say whether there is anything in them. `name_stays`: in texts, because somebody else has the same."""

    lines: list[Line]
    goes: int
    emptied: int
    stays: int
    account_stays: bool
    name_stays: bool = False


def dry_run(who: Somebody) -> DryRun:
    """Nothing changes. One query for each way that leads to this person."""
    person = Person.objects.filter(pk=who.person_id).first() if who.person_id else None
    found = [each for each in found_about(who) if not each.place.is_in_confidence]
    # Who somebody is first, and what leans on it after.
    lines = [_line(each) for each in reversed(found)]
    return DryRun(
        lines=lines,
        goes=sum(each.goes for each in lines),
        emptied=sum(each.emptied for each in lines),
        stays=sum(each.stays for each in lines),
        account_stays=who.user_id is not None and not who.account_is_ours,
        name_stays=person is not None and has_namesake(person),
    )


def rows_told(erasure: Erasure) -> int:
    """How many rows went or were emptied, without those that the dry run doesn't tell of either: the difference
    would say that something was told in confidence."""
    closed = {place.model for place in places() if place.is_in_confidence}
    told = (each for model, each in erasure.rows.items() if model not in closed)
    return sum(goes + emptied for goes, emptied, _stays in told)


def _line(found: Found) -> Line:
    why = [way.why for way in found.stays.values()]
    return Line(
        title=found.place.title,
        goes=len(found.goes),
        emptied=len(found.emptied),
        stays=len(found.stays),
        why=tuple(dict.fromkeys(why)),
    )


def in_the_way(actor: Actor, person: Person, who: Somebody) -> list[Hindrance]:
    """What must have ended before this person can be erased, each with the page where it is done."""
    return [
        *_holds(actor, person),
        *_matches(actor, person),
        *_wishes(actor, person),
        *_engagements(actor, person),
        *_circles(actor, person),
        *_pictures(actor, person),
        *_questions(actor, person),
        *_work(actor, who),
        *_lists(actor),
    ]


def _holds(actor: Actor, person: Person) -> Iterator[Hindrance]:
    if hold_on(person) is not None:
        yield Hindrance(
            _(
                "Nothing about this person may be erased for now: there is a hold on it. Lift it first."
            ),
            actor.url("privacy:holds"),
        )


def _matches(actor: Actor, person: Person) -> Iterator[Hindrance]:
    rows = Match.objects.filter(organisation_id=actor.organisation_id, state__in=OPEN_STATES)
    for side in ("volunteer", "participant"):
        for pk in rows.filter(**{side: person}).values_list("pk", flat=True):
            yield Hindrance(
                _("A match is still going on. End it with both people first."),
                actor.url("companionship:match", match_id=pk),
            )


def _wishes(actor: Actor, person: Person) -> Iterator[Hindrance]:
    rows = Request.objects.filter(participant=person).exclude(status=Request.Status.CLOSED)
    for pk in rows.values_list("pk", flat=True):
        yield Hindrance(
            _("A wish is still open. Close it first."),
            actor.url("companionship:request", request_id=pk),
        )


def _engagements(actor: Actor, person: Person) -> Iterator[Hindrance]:
    if Engagement.objects.filter(person=person, ended_on__isnull=True).exists():
        yield Hindrance(
            _("This person still takes part in a programme. Say goodbye first."),
            actor.url("parting:new_parting", person_id=person.pk),
        )


def _circles(actor: Actor, person: Person) -> Iterator[Hindrance]:
    running = Circle.objects.filter(organisation_id=actor.organisation_id, state__in=OPEN_CIRCLES)
    inner = InnerMember.objects.filter(person=person, ended_on__isnull=True)
    rows = running.filter(core=person) | running.filter(pk__in=inner.values("circle_id"))
    known = set(circles_visible_to(actor).filter(pk__in=rows).values_list("pk", flat=True))
    is_closed_to_them = False
    for pk in rows.values_list("pk", flat=True):
        if pk not in known:
            is_closed_to_them = True
            continue
        yield Hindrance(
            _("This person is in a circle that still meets. Close it, or end their place first."),
            actor.url("circles:circle", circle_id=pk),
        )
    if is_closed_to_them:
        # Not what it is: that there is a circle may be a fact of criminal law (GDPR art. 10).
        yield Hindrance(
            _(
                "Something is still going on that is closed to you. Ask each of the other coordinators whether they still have to end something with this person; they need not say what."
            )
        )


def _pictures(actor: Actor, person: Person) -> Iterator[Hindrance]:
    """The yes and where a picture was shown go with the person: nobody would know any more what has to come down."""
    shown = Published.objects.filter(photo_yes__person=person, taken_down_on__isnull=True)
    for pk in shown.order_by().values_list("photo_yes_id", flat=True).distinct():
        yield Hindrance(
            _(
                "A picture of this person is still shown. Take it down first, and note there that it is gone."
            ),
            actor.url("privacy:photo", yes_id=pk),
        )


def _questions(actor: Actor, person: Person) -> Iterator[Hindrance]:
    """Their words go as well: an answer that is owed can't be given any more."""
    rows = rights.open_of(actor, person).exclude(kind=RequestKind.ERASURE)
    for pk in rows.values_list("pk", flat=True):
        yield Hindrance(
            _("Another question of this person about their data is still open. Answer it first."),
            actor.url("privacy:request", request_id=pk),
        )


def _work(actor: Actor, who: Somebody) -> Iterator[Hindrance]:
    staff = Membership.objects.filter(
        organisation_id=actor.organisation_id,
        person_id=who.person_id,
        ended_on__isnull=True,
        roles__function__in=STAFF,
    )
    if staff.exists():
        yield Hindrance(
            _("This person still works here. Give their work to somebody and end it first."),
            actor.url("organisations:members"),
        )


def _lists(actor: Actor) -> Iterator[Hindrance]:
    rows = ImportJob.objects.filter(organisation_id=actor.organisation_id, state__in=BEGUN)
    for pk in rows.values_list("pk", flat=True):
        yield Hindrance(
            _(
                "A list waits to be read in: this person may stand in it. Finish it or drop it first."
            ),
            actor.url("exchange:job", job_id=pk),
        )
