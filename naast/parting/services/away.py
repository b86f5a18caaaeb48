"""Who was not there for a long time: asked at six months, a talk offered at eleven, and after a year a person
decides (instruments B14, B26). Nothing ends by itself."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.companionship.services.callbacks import ask_call_back
from naast.core import clock, night
from naast.core.errors import DomainError, StateConflict
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.parting.absence import Stage, stage_of
from naast.parting.inputs import OwnWish
from naast.parting.models import Away, Parting
from naast.parting.policies import partings as policies
from naast.parting.queries.away import active_volunteers, last_seen
from naast.parting.services.partings import open_parting, say_stop
from naast.parting.states import AwayAnswer, AwayEnd, PartingKind
from naast.people.api import reach_of, take_step
from naast.people.models import VolunteerProfile

ASKS = "parting.away"


@transaction.atomic
def answer(*, actor: Actor, chosen: str, words: str = "") -> Away:
    """The volunteer answers the question of after half a year. «Here» and «talk» ask to be called; a pause begins
    at once; «stop» opens a goodbye. Raises Away.DoesNotExist, DomainError for an unknown answer, NotAllowed or
    StateConflict."""
    away = policies.own_away(actor).select_for_update(of=("self",)).get()
    if chosen not in AwayAnswer.values:
        raise DomainError(_("Choose one of the answers."))
    if (away.answer, away.words, away.answered_on) == (chosen, words.strip(), clock.today()):
        return away  # a second tap
    away.answer, away.words, away.answered_on = chosen, words.strip(), clock.today()
    if chosen in (AwayAnswer.HERE, AwayAnswer.TALK):
        ask_call_back(actor=actor, kind="talk", text=words.strip())
    elif chosen == AwayAnswer.PAUSE:
        _pause(actor, away)
        away.ended_on, away.end = clock.today(), AwayEnd.INACTIVE
    else:
        say_stop(actor=actor, wish=OwnWish(reason_words=words))
        away.ended_on, away.end = clock.today(), AwayEnd.GOODBYE
    away.save(update_fields=["answer", "words", "answered_on", "ended_on", "end"])
    log.record("volunteer.away-answered", actor=actor, target=away, changes={"answer": chosen})
    return away


@transaction.atomic
def decide(*, actor: Actor, away_id: UUID, end: str) -> Parting | None:
    """A coordinator decides: they stay, rest («inactive»: a pause), or we say goodbye. Gives the goodbye that was
    opened.

    Raises Away.DoesNotExist, StateConflict, DomainError for an unknown choice, or NotAllowed.
    """
    rows = policies.away_visible_to(actor).select_related("person")
    away = rows.select_for_update(of=("self",), no_key=True).get(pk=away_id)
    if away.ended_on is not None:
        raise StateConflict(_("A colleague decided this already."))
    parting = None
    if end == AwayEnd.INACTIVE:
        _pause(actor, away)
    elif end == AwayEnd.GOODBYE:
        parting = open_parting(actor=actor, person_id=away.person_id, kind=PartingKind.AWAY)
    elif end != AwayEnd.STAYS:
        raise DomainError(_("Choose one of the answers."))
    away.ended_on, away.end, away.decided_by_id = clock.today(), end, actor.membership_id
    away.save(update_fields=["ended_on", "end", "decided_by"])
    log.record("volunteer.away-decided", actor=actor, target=away, changes={"end": end})
    return parting


def _pause(actor: Actor, away: Away) -> None:
    is_active = VolunteerProfile.objects.filter(
        person_id=away.person_id, status=VolunteerProfile.Status.ACTIVE
    ).exists()
    if is_active:
        take_step(actor=actor, person_id=away.person_id, hat="volunteer", step="pause")


def notice(actor: Actor, house: Organisation, *, day: date) -> int:
    """Look who was not there for half a year, ask them once, and close what is over because they were there
    again. Returns how many were asked."""
    asked = night.in_batches(
        active_volunteers(actor, day=day), lambda rows: _batch(actor, house, rows, day)
    )
    _close_who_came_back(actor, day)
    return asked


def _batch(actor: Actor, house: Organisation, rows: list[VolunteerProfile], day: date) -> int:
    seen = last_seen(actor, [row.person_id for row in rows])
    known = set(
        Away.objects.filter(person_id__in=seen, ended_on__isnull=True).values_list(
            "person_id", flat=True
        )
    )
    new = [
        Away(
            organisation_id=actor.organisation_id,
            person=row.person,
            seen_on=seen[row.person_id],
            asked_on=day,
        )
        for row in rows
        if row.person_id in seen
        and row.person_id not in known
        and stage_of(seen[row.person_id], day=day) != Stage.NOTHING
    ]
    made = Away.objects.bulk_create(new)
    remind(actor=actor, rows=[_question(actor, house, away) for away in made])
    return len(made)


def _question(actor: Actor, house: Organisation, away: Away) -> Reminding:
    return Reminding(
        kind=ASKS,
        subject_id=away.pk,
        step="asked",
        subject=gettext_lazy("How are you?"),
        body=gettext_lazy(
            "We haven’t seen each other for a while. How are you, and what would you like? A pause is fine, stopping is too. Let us know in one tap, or call us."
        ),
        url=actor.url("parting:my_away") if away.person.user else "",
        **reach_of(away.person, language=house.language),
    )


def _close_who_came_back(actor: Actor, day: date) -> None:
    rows = Away.objects.filter(organisation_id=actor.organisation_id, ended_on__isnull=True)
    night.in_batches(rows, lambda batch: _close(actor, batch, day))


def _close(actor: Actor, batch: list[Away], day: date) -> int:
    """Seen again since; or not active any more by another way, such as a pause of their own."""
    seen = last_seen(actor, [row.person_id for row in batch])
    gone = [row.pk for row in batch if row.person_id not in seen]
    back = [row.pk for row in batch if seen.get(row.person_id, row.seen_on) > row.seen_on]
    Away.objects.filter(pk__in=gone).update(ended_on=day, end=AwayEnd.INACTIVE)
    Away.objects.filter(pk__in=back).update(ended_on=day, end=AwayEnd.CAME_BACK)
    return len(gone) + len(back)
