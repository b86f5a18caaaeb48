"""The impact assessment (GDPR 35): what the software knows, and the versions of the house."""

from collections.abc import Callable
from datetime import date
from typing import Final
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, QuerySet
from django.urls import resolve
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.accountability.models import Assessment
from naast.accountability.policies import papers as policies
from naast.accountability.queries import register
from naast.accountability.states import AssessmentState
from naast.core import clock, personal_data, retention
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.programmes.models import Programme

ASK_AGAIN: Final = relativedelta(years=1)
# A new house first finds its feet.
FIRST_AFTER: Final = relativedelta(months=1)
MOST = 40
ANY_ID = UUID(int=0)
# Pages that show people: what is on them, the page, and the name of the id in its address.
SHOWING: tuple[tuple[Text, str, str], ...] = (
    (gettext_lazy("The card of a volunteer"), "people:volunteer", "person_id"),
    (gettext_lazy("The file of a participant"), "people:participant", "person_id"),
    (gettext_lazy("A match"), "companionship:match", "match_id"),
    (gettext_lazy("Signals"), "signals:overview", ""),
    (gettext_lazy("Complaints"), "complaints:overview", ""),
    (gettext_lazy("Lists in and out"), "exchange:start", ""),
)
# A heading, and lines under it.
Part = tuple[str, list[str]]


def listed(actor: Actor) -> QuerySet[Assessment]:
    """All versions, newest first."""
    return policies.assessments_visible_to(actor).select_related("signed_by__user")


def get_assessment(actor: Actor, assessment_id: UUID) -> Assessment | None:
    """One version, or None."""
    return listed(actor).filter(pk=assessment_id).first()


def draft_of(actor: Actor) -> Assessment | None:
    """The version that is being written, or None."""
    return listed(actor).filter(state=AssessmentState.DRAFT).first()


def signed_of(actor: Actor) -> Assessment | None:
    """The newest version that was signed off, or None."""
    return listed(actor).filter(state=AssessmentState.SIGNED).first()


def is_due(signed: Assessment | None) -> bool:
    """Whether it is time to look again: never signed, or a year ago."""
    if signed is None or signed.signed_on is None:
        return True
    return bool(signed.signed_on + ASK_AGAIN <= clock.today())


def waits_for_assessment(actor: Actor, *, day: date) -> QuerySet[Organisation]:
    """The organisation itself, once it is a month old and while no version of the last year is signed."""
    if not policies.can_keep(actor):
        return Organisation.objects.none()
    recent = Assessment.objects.filter(
        organisation_id=actor.organisation_id,
        state=AssessmentState.SIGNED,
        signed_on__gt=day - ASK_AGAIN,
    )
    return Organisation.objects.filter(
        ~Exists(recent),
        pk=actor.organisation_id,
        created_at__lt=clock.morning(day - FIRST_AFTER),
    )


def facts(actor: Actor) -> list[Part]:
    """What the software knows today, in the language of the page; two queries."""
    found = (source(actor) for source in SOURCES)
    return [(heading, lines) for heading, lines in found if lines]


def _programmes(actor: Actor) -> Part:
    rows = Programme.objects.filter(organisation_id=actor.organisation_id).order_by("name")
    return _("Programmes"), list(rows.values_list("name", flat=True)[:MOST])


def _data(actor: Actor) -> Part:
    places = [register.is_sensitive(place.rows_of) for place in personal_data.places()]
    sensitive = sum(places)
    return _("Kinds of data"), [
        _("%(count)s kinds of rows hold personal data; %(sensitive)s of them hold sensitive text.")
        % {"count": len(places), "sensitive": sensitive},
        _("The register names each of them."),
    ]


def _security(actor: Actor) -> Part:
    house = Organisation.objects.get(pk=actor.organisation_id)
    second = (
        _("Staff of this house sign in with a second step.")
        if house.requires_second_factor
        else _("Staff of this house sign in without a second step: switch it on in the settings.")
    )
    return _("Security"), [
        _("%(columns)s columns of the database are encrypted; the keys are kept outside it.")
        % {"columns": len(register.encrypted_columns())},
        second,
        _(
            "An administrator sees no people, except in a staff session, which coordinators and the board can look into."
        ),
    ]


def _terms(actor: Actor) -> Part:
    chosen = register.months_chosen(actor)
    return _("How long it is kept"), [
        register.term_in_words(kind, actor.organisation_id, chosen) for kind in retention.kinds()
    ]


def _readers(actor: Actor) -> Part:
    return _("Who can open what"), [
        f"{label}: {', '.join(_functions(actor, name, given))}" for label, name, given in SHOWING
    ]


def _functions(actor: Actor, name: str, given: str) -> list[str]:
    """The functions for which the door of this page is open, in words."""
    url = actor.url(name, **({given: ANY_ID} if given else {}))
    access: frozenset[str] = getattr(resolve(url).func, "access", frozenset())
    return sorted(str(Function(each).label) for each in access)


SOURCES: tuple[Callable[[Actor], Part], ...] = (_programmes, _data, _security, _terms, _readers)
