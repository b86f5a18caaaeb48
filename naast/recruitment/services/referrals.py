"""Somebody is sent to us: on conditions that were accepted, and with neutral words back (S1-17, S1-18)."""

from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.messaging import services as messaging
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.recruitment import letters_public, links
from naast.recruitment.inputs import NewReferral
from naast.recruitment.models import Application, Condition, Referral
from naast.recruitment.policies import own
from naast.recruitment.queries import referrals as queries
from naast.recruitment.services import moving
from naast.recruitment.services.arrivals import apply


class ConditionsNotAccepted(DomainError):
    """A referrer who sends accepts each condition."""


@transaction.atomic
def refer(*, actor: Actor, new: NewReferral) -> Referral:
    """An application that a referrer sends, with their part of it. Nothing goes back to them yet but
    thanks: what they may hear is the candidate's to say. Sent twice makes one; somebody who is on the
    way already keeps the referral that was there, and whoever sends them then is thanked all the same.

    Raises ConditionsNotAccepted and what `arrivals.apply` raises; then nothing is kept.
    """
    if new.conditions != frozenset(Condition.values):
        raise ConditionsNotAccepted(_("We can only go on when you accept each of the conditions."))
    application = apply(actor=actor, new=new.application)
    referral, is_new = Referral.objects.get_or_create(
        organisation_id=actor.organisation_id,
        application=application,
        defaults={
            # A coordinator writes it down for a referrer who called.
            "member_id": None if actor.is_coordinator else actor.membership_id,
            "asked_for_id": new.application.programme_id,
            "service": new.service,
            "name": new.name,
            "email": new.email.strip().lower(),
            "phone": new.phone,
            "language": new.language,
            "calls_together": new.calls_together,
            "candidate_agreed": True,
            "accepted_conditions_on": clock.today(),
        },
    )
    if is_new:
        log.record("referral.came", actor=actor, target=referral)
    _thank(actor, new, referral, is_theirs=is_new)
    return referral


def _thank(actor: Actor, new: NewReferral, referral: Referral, *, is_theirs: bool) -> None:
    """Thanks to whoever sent the form, once an address. A referrer can't learn from it whether somebody else
    sent this person before: then the letter is the same, and nothing else ever stands behind its link."""
    address = new.email.strip().lower()
    thanked = Message.objects.filter(
        organisation_id=actor.organisation_id,
        about_id=referral.application_id,
        kind=letters_public.REFERRAL_RECEIVED.code,
        to_address=address,
    )
    if not address or thanked.exists():
        return
    messaging.write(
        actor=actor,
        letter=messaging.Letter(
            address=address,
            kind=letters_public.REFERRAL_RECEIVED.code,
            language=new.language,
            values={"first_name": new.name},
            about_id=referral.application_id,
            url=links.referral_link_of(referral, actor.slug)
            if is_theirs
            else links.link_without_news(
                actor, sent_on=clock.today(), programme_id=new.application.programme_id
            ),
        ),
    )


@transaction.atomic
def set_tells(*, actor: Actor, application_id: UUID, tells: Referral.Tells) -> Referral:
    """What the referrer may hear from now on. More than before: they hear it at once.

    Raises Application.DoesNotExist, Referral.DoesNotExist or NotAllowed.
    """
    application = moving.lock(actor, application_id)
    own.can_act_for_self(actor, application).require()
    referral = Referral.objects.get(application=application)
    referral.tells = tells
    referral.save(update_fields=["tells"])
    log.record("referral.tells", actor=actor, target=referral, changes={"tells": tells.value})
    tell_referrer(actor=actor, application=application)
    return referral


def tell_referrer(*, actor: Actor, application: Application) -> str:
    """Tell the referrer what changed, as far as the candidate allows: one neutral code, and never the
    same one twice. Call inside the transaction of the change. Returns the code, or an empty string when
    nothing was told."""
    referral = (
        Referral.objects.select_for_update(of=("self",), no_key=True)
        .filter(application_id=application.pk)
        .first()
    )
    if referral is None:
        return ""
    code = queries.may_hear(referral, application)
    if code in ("", referral.told):
        return ""
    referral.told, referral.told_on = code, clock.today()
    referral.save(update_fields=["told", "told_on"])
    log.record("referral.told", actor=actor, target=referral, changes={"code": code})
    _write_news(actor, referral, code)
    return code


def _news(referral: Referral, code: str) -> dict[str, str]:
    with override(referral.language):
        day = date_format(referral.accepted_conditions_on, "DATE_FORMAT")
        return {"day": day, "news": str(queries.WORDS[code])}


def _write_news(actor: Actor, referral: Referral, code: str) -> None:
    """A letter to the referrer: it holds no name but their own."""
    if not referral.email:
        return
    messaging.write(
        actor=actor,
        letter=messaging.Letter(
            address=referral.email,
            kind=letters_public.REFERRAL_NEWS.code,
            language=referral.language,
            values={"first_name": referral.name, **_news(referral, code)},
            about_id=referral.application_id,
            url=links.referral_link_of(referral, actor.slug),
        ),
    )
