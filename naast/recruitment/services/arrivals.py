"""Somebody lets us know that they may want to volunteer."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.working_days import add_working_days
from naast.law import ages
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation, Owned
from naast.people.models import Person
from naast.people.names import sort_name
from naast.programmes.models import Programme, StageKind
from naast.recruitment import letters
from naast.recruitment.inputs import COPIED, NewApplication
from naast.recruitment.models import Application, CameBy, Journey, Passage
from naast.recruitment.policies import applications as policies
from naast.recruitment.queries import channels
from naast.recruitment.services import again
from naast.recruitment.services.telling import tell_coordinator
from naast.recruitment.services.writing import write_usual
from naast.vacancies.models import Channel, Vacancy

R = TypeVar("R", bound=Owned)
# A new candidate hears from a person within two working days (instruments B20, B26).
ANSWER_WITHIN = 2


class NameMissing(DomainError):
    """We need something to call somebody by."""


class NoWayToAnswer(DomainError):
    """Without an address or a number nobody can answer."""


class TooYoung(DomainError):
    """The rules of the country say no (spec/law 1.6)."""


@transaction.atomic
def apply(*, actor: Actor, new: NewApplication) -> Application:
    """Write down an application and thank whoever sent it, in their language, with their own link.

    The coordinator of the programme finds it on the desk. The same form sent twice makes one; somebody
    who is on the way in this programme already adds to what is there (see again.py). Whether an address
    is known makes no difference to what the sender sees. Raises Programme.DoesNotExist, NotAllowed,
    NameMissing, NoWayToAnswer or TooYoung; then nothing is kept.
    """
    # Two sends of one form may arrive at once: the lock makes them queue.
    programme = Programme.objects.select_for_update(of=("self",), no_key=True).get(
        organisation_id=actor.organisation_id, pk=new.programme_id
    )
    policies.can_enter(actor, programme).require()
    organisation = Organisation.objects.get(pk=actor.organisation_id)
    _check(new, organisation)
    sent = again.sent_before(actor, new)
    if sent is not None:
        return sent
    known = again.on_the_way(actor, new)
    if known is not None:
        again.add_to(actor=actor, application=known, new=new)
        _thank(actor, known)
        return known
    application = _create(actor, programme, organisation, new)
    log.record(
        "application.came",
        actor=actor,
        target=application,
        changes={"came_by": application.came_by, "programme": str(programme.pk)},
    )
    _thank(actor, application)
    _tell_coordinator(actor, application)
    return application


def _create(
    actor: Actor, programme: Programme, organisation: Organisation, new: NewApplication
) -> Application:
    today = clock.today()
    here = {"organisation_id": actor.organisation_id}
    channel = _channel(actor, new)
    came_on = new.came_on or today
    journey = Journey.objects.create(**here, programme=programme, channel=channel, came_on=came_on)
    Passage.objects.create(**here, journey=journey, kind=StageKind.APPLICATION, entered_on=came_on)
    return Application.objects.create(
        **here,
        **{name: getattr(new, name) for name in COPIED},
        programme=programme,
        vacancy=_here(Vacancy, actor, new.vacancy_id),
        channel=channel,
        journey=journey,
        person=_here(Person, actor, new.person_id),
        coordinator_id=programme.coordinator_id or _self_if_coordinator(actor),
        entered_by_id=actor.membership_id,
        sort_name=sort_name(new.given_name, new.family_name),
        email=new.email.strip().lower(),
        languages=dict(new.languages),
        explored=dict(new.explored),
        barriers=dict(new.barriers),
        support_wishes=list(new.support_wishes),
        stage_since=came_on,
        touched_on=came_on,
        due_on=answer_by(today, organisation.country),
        came_on=came_on,
    )


def _channel(actor: Actor, new: NewApplication) -> Channel | None:
    """Where they heard of us, as the form says; who is sent came by the channel of referrers."""
    here = Channel.objects.filter(organisation_id=actor.organisation_id)
    named = here.filter(code=new.channel_code).first() if new.channel_code else None
    if named is None and new.came_by == CameBy.REFERRAL:
        return channels.of_referrers(actor)
    return named


def _here(model: type[R], actor: Actor, pk: UUID | None) -> R | None:
    """A row of this organisation, or None: an id from a form may be anything."""
    rows = model._default_manager.filter(organisation_id=actor.organisation_id)
    return rows.filter(pk=pk).first() if pk else None


def _check(new: NewApplication, organisation: Organisation) -> None:
    if not new.given_name.strip():
        raise NameMissing(_("What may we call you? A first name is enough."))
    has_other_way = new.is_reached_otherwise or new.person_id is not None
    if not (new.email.strip() or new.phone.strip() or has_other_way):
        raise NoWayToAnswer(_("Give an e-mail address or a phone number, so that we can answer."))
    judged = ages.judge(new.age, organisation.country, clock.today())
    if judged.is_too_young:
        raise TooYoung(str(judged.sentence))


def answer_by(day: date, country: str) -> date:
    """The day by which a person of us answers."""
    return add_working_days(day, ANSWER_WITHIN, country)


def _self_if_coordinator(actor: Actor) -> UUID | None:
    return actor.membership_id if actor.is_coordinator else None


def _thank(actor: Actor, application: Application) -> None:
    """What happens next, and their own link; nothing for somebody without an address."""
    write_usual(actor, application, letters.THANKS)


def _tell_coordinator(actor: Actor, application: Application) -> None:
    tell_coordinator(
        actor,
        application,
        kind="application.came",
        subject=gettext_lazy("Somebody would like to volunteer"),
        body=gettext_lazy("There is a new application. A warm answer within two days helps most."),
    )
