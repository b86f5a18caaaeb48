"""Thanking a volunteer: one tap, or what it meant; it reaches them the same day (S1-223, S3-21)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from naast.appreciation import letters, policies
from naast.appreciation.errors import TooMany
from naast.appreciation.models import DaysToRemember, Thanks
from naast.audit import log
from naast.companionship.policies import matches as match_policies
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging import services as messaging
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation
from naast.organisations.taps import same_words
from naast.people.api import can_change_own, lock_person, reach_of
from naast.people.models import Person

LONGEST = 1000


@transaction.atomic
def thank(*, actor: Actor, person_id: UUID, words: str = "") -> Thanks:
    """Thank a volunteer. Without words it says «thank you for today», and once a day is enough of that.

    Raises Person.DoesNotExist (also for who is no volunteer of the actor), NotAllowed or TooMany.
    """
    if actor.membership_id is None:
        raise NotAllowed(_("Somebody gives thanks, not the house."))
    person = policies.thankable(actor).select_related("user").get(pk=person_id)
    # Two taps at once: the second waits here and finds the first.
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    today, said = clock.today(), words.strip()[:LONGEST]
    mine = Thanks.objects.filter(person=person, given_by_id=actor.membership_id, given_on=today)
    if not said and mine.exists():
        raise TooMany(
            _now("You thanked them today already. What did it mean to you? Say it in words.")
        )
    before = same_words(mine, words=said) if said else None
    if before is not None:
        return before  # a second tap: one thank-you reaches them
    given = Thanks.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        given_by_id=actor.membership_id,
        programme_id=_programme(actor, person.pk),
        words=said,
        given_on=today,
    )
    log.record("thanks.given", actor=actor, target=person)
    _tell(actor, given, person)
    return given


def _programme(actor: Actor, person_id: UUID) -> UUID | None:
    """In which programme they know each other, where that is clear."""
    matches = match_policies.visible_to(actor).filter(
        volunteer_id=person_id, state__in=LIVING_STATES
    )
    found: UUID | None = matches.order_by("pk").values_list("programme_id", flat=True).first()
    return found


def _tell(actor: Actor, given: Thanks, person: Person) -> None:
    """At once, by account or letter. Whoever prefers paper hears it from the one who thanks."""
    house = Organisation.objects.get(pk=actor.organisation_id)
    reach = reach_of(person, language=house.language)
    if reach["user"] is not None:
        messaging.tell(
            actor=actor,
            user=reach["user"],
            kind=letters.THANKS.code,
            subject=letters.THANKS.subject,
            body=_("A colleague thanks you. You can read it on your own page."),
            url=actor.url("appreciation:mine"),
        )
    elif reach["address"]:
        who = Membership.objects.select_related("user").get(pk=given.given_by_id).user.name
        with override(reach["language"]):
            words = given.words or _now("Thank you for today.")
        letter = messaging.Letter(
            address=reach["address"],
            kind=letters.THANKS.code,
            language=reach["language"],
            values={"first_name": person.first_name, "who": who, "words": words},
            about_id=given.pk,
        )
        messaging.write(actor=actor, letter=letter)


@transaction.atomic
def mark_seen(*, actor: Actor) -> int:
    """The volunteer read their thanks. Returns how many were new."""
    return policies.own_thanks(actor).filter(seen_at=None).update(seen_at=clock.now())


def is_told_on_paper(person: Person) -> bool:
    """Whether nothing is sent to this person, so that the one who thanks says it themselves."""
    return person.prefers_paper or (person.user_id is None and not person.email)


@transaction.atomic
def choose_days(*, actor: Actor, person_id: UUID, birthday: bool, anniversary: bool) -> None:
    """Which of their days somebody likes to be remembered; staff write down what was said in a talk.

    Raises Person.DoesNotExist or NotAllowed.
    """
    person = lock_person(actor, person_id)
    can_change_own(actor, person).require()
    DaysToRemember.objects.update_or_create(
        person=person,
        defaults={
            "organisation_id": person.organisation_id,
            "birthday": birthday,
            "anniversary": anniversary,
        },
    )
    log.record("person.days-chosen", actor=actor, target=person)
