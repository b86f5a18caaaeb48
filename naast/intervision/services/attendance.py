"""Who can't come, who was there, and closing an evening: attendance is what is kept (S1-188)."""

from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.intervision.errors import EveningOver, NotOfHere
from naast.intervision.models import Evening, Presence, SeriesMember
from naast.intervision.policies import evenings as policies
from naast.intervision.policies.series import person_of
from naast.intervision.queries import agenda as agenda_queries
from naast.intervision.queries import evenings as queries
from naast.intervision.services.evenings import refuse_over
from naast.intervision.services.follow_up import notice_absent
from naast.intervision.states import PresenceState, QuestionState
from naast.organisations.actors import Actor

LONGEST_WORDS = 300


@transaction.atomic
def sign_off(*, actor: Actor, evening_id: UUID, words: str = "") -> Presence:
    """«I can’t come», with a few words for the leader where somebody likes. Raises Evening.DoesNotExist or
    NotAllowed."""
    evening = queries.lock_evening(policies.own(actor), evening_id)
    policies.can_answer(actor, evening, now=clock.now()).require()
    row, _made = Presence.objects.update_or_create(
        evening=evening,
        person_id=person_of(actor),
        defaults={
            "organisation_id": evening.organisation_id,
            "state": PresenceState.SIGNED_OFF,
            "words": words.strip()[:LONGEST_WORDS],
        },
    )
    log.record("evening.signed-off", actor=actor, target=evening)
    return row


@transaction.atomic
def come_after_all(*, actor: Actor, evening_id: UUID) -> None:
    """Back on the list; twice is the same as once. Raises Evening.DoesNotExist or NotAllowed."""
    evening = queries.lock_evening(policies.own(actor), evening_id)
    policies.can_answer(actor, evening, now=clock.now()).require()
    if evening.presences.filter(person_id=person_of(actor)).delete()[0]:
        log.record("evening.comes-after-all", actor=actor, target=evening)


@transaction.atomic
def note_presence(*, actor: Actor, evening_id: UUID, person_id: UUID, is_there: bool) -> Presence:
    """One tap of the leader: is there, or is not. Who signed off and is not there stays signed off.
    Raises Evening.DoesNotExist, NotAllowed, EveningOver before the start or once called off, or NotOfHere
    for somebody who is not of the group."""
    evening = queries.lock_evening(policies.led_by(actor), evening_id)
    policies.can_lead(actor, evening).require()
    _refuse_too_early(evening)
    if not SeriesMember.objects.filter(series_id=evening.series_id, person_id=person_id).exists():
        raise NotOfHere(_("This person is not in the group."))
    row = evening.presences.filter(person_id=person_id).first() or Presence(
        organisation_id=evening.organisation_id, evening=evening, person_id=person_id
    )
    if is_there:
        row.state = PresenceState.CAME
    elif row.state != PresenceState.SIGNED_OFF:
        row.state = PresenceState.ABSENT
    row.save()
    changes = {"state": row.state}
    log.record("evening.presence-noted", actor=actor, target=evening, changes=changes)
    return row


@transaction.atomic
def close_evening(*, actor: Actor, evening_id: UUID) -> Evening:
    """The evening was held: who was not ticked off was not there, the article that stood on the agenda is
    remembered, what was not chosen moves to the next evening, and whom the group missed is noticed. May be
    done again when something was wrong. Raises Evening.DoesNotExist, NotAllowed or EveningOver."""
    evening = queries.lock_evening(policies.led_by(actor), evening_id)
    policies.can_lead(actor, evening).require()
    _refuse_too_early(evening)
    _who_was_not_there(evening)
    if evening.closed_on is None:
        _remember_article(actor, evening)
        evening.closed_on = clock.today()
    evening.save(update_fields=["closed_on", "article", "article_heading"])
    _keep_turn(evening)
    later = queries.next_after(evening)
    if later is not None:
        evening.questions.filter(state=QuestionState.OPEN).update(evening=later)
        evening.ethics_questions.filter(discussed_on__isnull=True).update(evening=later)
    log.record("evening.closed", actor=actor, target=evening)
    notice_absent(series=evening.series, day=clock.today())
    return evening


def _refuse_too_early(evening: Evening) -> None:
    if evening.cancelled_at is not None:
        refuse_over(evening)
    # From an hour before: people arrive.
    if localdate(evening.starts_at) > clock.today():
        raise EveningOver(_("This evening is still to come."))


def _who_was_not_there(evening: Evening) -> None:
    missing = [row.person.pk for row in queries.table_of(evening) if not row.state]
    Presence.objects.bulk_create(
        Presence(
            organisation_id=evening.organisation_id,
            evening=evening,
            person_id=person_id,
            state=PresenceState.ABSENT,
        )
        for person_id in missing
    )


def _remember_article(actor: Actor, evening: Evening) -> None:
    article = agenda_queries.agenda_of(actor, evening).article
    evening.article = article.code if article else agenda_queries.NO_ARTICLE
    evening.article_heading = article.heading[:200] if article else ""


def _keep_turn(evening: Evening) -> None:
    """Who brought something in had their turn: the chosen questions, and whom the leader wrote down."""
    askers = evening.questions.filter(state=QuestionState.PICKED).values_list("asker_id", flat=True)
    had_turn = set(askers) | ({evening.brought_by_id} if evening.brought_by_id else set())
    SeriesMember.objects.filter(series_id=evening.series_id, person_id__in=had_turn).update(
        brought_on=localdate(evening.starts_at)
    )
