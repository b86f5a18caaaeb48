"""Somebody who lets us know a second time: the same form, or while they are on the way already."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from naast.audit import log
from naast.organisations.actors import Actor
from naast.people.names import plain
from naast.recruitment.inputs import NewApplication
from naast.recruitment.models import Application, Question, Waits
from naast.recruitment.services import moving
from naast.recruitment.services.telling import tell_coordinator
from naast.recruitment.states import LIVING, RESTING

# What a second time may fill in where the first left it open.
FILLED = (
    "email",
    "phone",
    "place",
    "family_name",
    "brings_along",
    "age",
    "languages",
    "weekly",
    "term_months",
)


def sent_before(actor: Actor, new: NewApplication) -> Application | None:
    """The application that this very form made: a double click, a page that was loaded again."""
    if not new.sent_as:
        return None
    return Application.objects.filter(
        organisation_id=actor.organisation_id, sent_as=new.sent_as
    ).first()


def on_the_way(actor: Actor, new: NewApplication) -> Application | None:
    """The living application of the same person in the same programme, locked; or None. The same is:
    the person we know, or the same address (the same number where no address was given) with the same
    first name, since people share both in a household."""
    same = _same(new)
    if same is None:
        return None
    living = Application.objects.filter(
        organisation_id=actor.organisation_id, programme_id=new.programme_id, status__in=LIVING
    )
    found = living.filter(same).select_for_update(of=("self",), no_key=True)
    called = plain(new.given_name.strip())
    return next((each for each in found if plain(each.given_name) == called), None)


def _same(new: NewApplication) -> Q | None:
    if new.person_id is not None:
        return Q(person_id=new.person_id)
    if new.email.strip():
        return Q(email=new.email.strip().lower())
    if new.phone.strip():
        return Q(phone=new.phone.strip())
    return None


def add_to(*, actor: Actor, application: Application, new: NewApplication) -> None:
    """What somebody sent once more stands as a line in the channel of questions; what was open is filled
    in, nothing that stood there changes. From now on we owe an answer, also to who rested, and their
    coordinator hears it."""
    for name in FILLED:
        if not getattr(application, name):
            setattr(application, name, getattr(new, name))
    application.email = application.email.strip().lower()
    application.sent_as = new.sent_as or application.sent_as
    if application.status in RESTING:
        moving.wake(application, actor=actor)
    moving.owe(application, Waits.US)
    application.save(update_fields=[*FILLED, "sent_as", *moving.OWED])
    Question.objects.create(
        organisation_id=actor.organisation_id,
        application=application,
        is_by_candidate=True,
        text=_words(application, new),
    )
    log.record("application.came-again", actor=actor, target=application)
    tell_coordinator(
        actor,
        application,
        kind="application.came",
        subject=gettext_lazy("Somebody would like to volunteer"),
        body=gettext_lazy(
            "Somebody who is on the way already let us know once more. Call or write."
        ),
    )


def _words(application: Application, new: NewApplication) -> str:
    with override(application.language):
        first = _("Let us know once more that they would like to volunteer.")
    told = (new.why_here, new.likes, new.can)
    return "\n\n".join([first, *(text.strip() for text in told if text.strip())])
