"""Candidates on the desk: nobody waits in silence, nobody is called twice, nobody is forgotten unseen."""

from collections.abc import Callable, Container, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import F, Min, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes.models import StageKind
from naast.recruitment.keeping import TOLD_BEFORE
from naast.recruitment.models import Application, Question, Waits
from naast.recruitment.policies import applications as policies
from naast.recruitment.services.arrivals import answer_by
from naast.recruitment.states import FADING, LOOK_BACK_AFTER, RESTING, SILENCE_DAYS, Status
from naast.vacancies.models import Duration

# Rows of one kind at most: the desk shows a day, the list shows the rest.
MOST = 60
# A look back stays on the desk this long.
LOOK_FOR = timedelta(days=14)
# Who came for once or for every year is asked again a month before the year is round (S1-86).
ASK_AGAIN_AFTER = relativedelta(months=11)
ONE_OFF = (Duration.ONCE, Duration.YEARLY)
YEARS = 5


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    today = timezone.localdate(now)
    return {
        "candidates.asked": _asked(actor),
        "candidates.new": _new(actor),
        "candidates.due": _due(actor, today),
        "candidates.silent": _silent(actor, today),
        "candidates.resting": _resting(actor, today),
        "candidates.started": _started(actor, today),
        "candidates.again": _to_ask_again(actor, today),
        "candidates.erasing": _without_an_address(actor, today),
    }


ON_THE_WAY = ("candidates.new", "candidates.due", "candidates.silent")


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """What asks for attention about candidates; six queries at most, none for what is not `there`.
    Whoever is on the way or rests has one item at most, whatever the number of reasons: who waits for an
    answer has that one."""
    if not actor.is_coordinator:
        return []
    today = timezone.localdate(now)
    found = list(_answers(actor, today)) if "candidates.asked" in there else []
    waiting = {item.subject_id for item in found}
    if any(name in there for name in ON_THE_WAY):
        found += (item for item in _on_the_way(actor, today) if item.subject_id not in waiting)
    if "candidates.resting" in there:
        found += (item for item in _call_again(actor, today) if item.subject_id not in waiting)
    for name, kind in KINDS.items():
        if name in there:
            found += kind(actor, today)
    return found


def _open(actor: Actor) -> QuerySet[Application]:
    return policies.visible_to(actor).filter(status=Status.OPEN)


def _asked(actor: Actor) -> QuerySet[Application]:
    """They asked something and have no answer yet, wherever they stand."""
    open_questions = Question.objects.filter(
        organisation_id=actor.organisation_id, is_by_candidate=True, answered_at__isnull=True
    )
    return policies.visible_to(actor).filter(pk__in=open_questions.values("application_id"))


def _new(actor: Actor) -> QuerySet[Application]:
    """Nobody has answered them yet."""
    return _open(actor).filter(
        stage=StageKind.APPLICATION, waits_for=Waits.US, touched_on=F("came_on")
    )


def _due(actor: Actor, today: date) -> QuerySet[Application]:
    return _open(actor).filter(waits_for=Waits.US, due_on__lte=today)


def _silent(actor: Actor, today: date) -> QuerySet[Application]:
    return _open(actor).filter(touched_on__lt=today - timedelta(days=SILENCE_DAYS))


def _resting(actor: Actor, today: date) -> QuerySet[Application]:
    return policies.visible_to(actor).filter(status__in=RESTING, later_until__lte=today)


def _started(actor: Actor, today: date) -> QuerySet[Application]:
    since = today - LOOK_BACK_AFTER
    return policies.visible_to(actor).filter(
        status=Status.STARTED,
        journey__started_on__range=(since - LOOK_FOR, since),
        journey__looked_back_on__isnull=True,
    )


def _to_ask_again(actor: Actor, today: date) -> QuerySet[Application]:
    """They started for once or for every year, almost a whole number of years ago."""
    almost = Q()
    for years in range(YEARS):
        since = today - ASK_AGAIN_AFTER - relativedelta(years=years)
        almost |= Q(journey__started_on__range=(since - LOOK_FOR, since))
    started = policies.visible_to(actor).filter(status=Status.STARTED)
    return started.filter(almost, vacancy__duration__in=ONE_OFF)


def _without_an_address(actor: Actor, today: date) -> QuerySet[Application]:
    """Erased within two weeks, and no letter can tell them."""
    return policies.visible_to(actor).filter(
        status__in=FADING, email="", erase_on__lte=today + TOLD_BEFORE
    )


def _answers(actor: Actor, today: date) -> Iterator[AttentionItem]:
    """Somebody asked, whether they are on the way, rest or are rounded off: within two working days they
    have an answer (S1-248)."""
    rows = _asked(actor).select_related("programme", "organisation")
    unanswered = Q(questions__is_by_candidate=True, questions__answered_at__isnull=True)
    rows = rows.annotate(asked_at=Min("questions__created_at", filter=unanswered))
    for application in rows.order_by("asked_at", "id")[:MOST]:
        asked_on = timezone.localdate(application.asked_at)
        answer_on = answer_by(asked_on, application.organisation.country)
        yield _item(
            actor,
            application,
            "candidate-asked",
            _("%(name)s asked something. Answer before %(answer_on)s."),
            since=asked_on,
            urgency=Urgency.NOW if answer_on < today else Urgency.THIS_WEEK,
            action=_("Answer"),
            answer_on=date_format(answer_on, "j F"),
        )


def _on_the_way(actor: Actor, today: date) -> Iterator[AttentionItem]:
    """Each part walks an index of its own and stops after a few; a row of several parts comes once."""
    parts = (
        (_new(actor), "due_on"),
        (_due(actor, today), "due_on"),
        (_silent(actor, today), "touched_on"),
    )
    among = Q()
    for rows, order in parts:
        among |= Q(pk__in=rows.order_by(order, "id").values("pk")[:MOST])
    rows = Application.objects.filter(among).select_related("programme").order_by("due_on", "id")
    for application in rows:
        if application.touched_on == application.came_on and _is_new(application):
            yield _answer(actor, application, today)
        elif application.waits_for == Waits.US and application.due_on <= today:
            yield _our_step(actor, application, today)
        else:
            yield _keep_in_touch(actor, application, today)


def _is_new(application: Application) -> bool:
    return application.stage == StageKind.APPLICATION and application.waits_for == Waits.US


def _answer(actor: Actor, application: Application, today: date) -> AttentionItem:
    """Within two working days somebody hears from a person (instruments B26)."""
    return _item(
        actor,
        application,
        "candidate-new",
        _("%(name)s would like to volunteer in %(programme)s. Call or write before %(day)s."),
        since=application.came_on,
        urgency=Urgency.NOW if application.due_on < today else Urgency.THIS_WEEK,
        action=_("Answer"),
    )


def _our_step(actor: Actor, application: Application, today: date) -> AttentionItem:
    return _item(
        actor,
        application,
        "candidate-our-step",
        _("%(name)s waits for us (%(stage)s), since %(day)s."),
        since=application.due_on,
        urgency=Urgency.NOW if application.due_on < today else Urgency.THIS_WEEK,
        action=_("Do the next step"),
    )


def _keep_in_touch(actor: Actor, application: Application, today: date) -> AttentionItem:
    """No contact for more than five days (S1-245). What was agreed for a later day, as thinking time, is
    good to know; silence just before signing is for today."""
    days = (today - application.touched_on).days
    silence = ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
    is_agreed = application.due_on > today
    if is_agreed and application.stage == StageKind.THINKING:
        sentence = _("%(name)s has thinking time until %(day)s. All quiet for %(silence)s.")
    elif is_agreed:
        sentence = _(
            "No contact with %(name)s for %(silence)s. Agreed: something happens by %(day)s."
        )
    else:
        sentence = _(
            "No contact with %(name)s for %(silence)s (%(stage)s). Call, and ask how it is."
        )
    urgency = Urgency.NOW if application.stage == StageKind.AGREEMENT else Urgency.THIS_WEEK
    return _item(
        actor,
        application,
        "candidate-silent",
        sentence,
        since=application.touched_on,
        urgency=Urgency.GOOD_TO_KNOW if is_agreed else urgency,
        action=_("Call"),
        silence=silence,
    )


def _call_again(actor: Actor, today: date) -> Iterator[AttentionItem]:
    """The day that was agreed on has come: one warm call (S1-244); a pause is looked at (S1-250)."""
    rows = _resting(actor, today).select_related("programme").order_by("later_until", "id")
    for application in rows[:MOST]:
        is_later = application.status == Status.LATER
        yield _item(
            actor,
            application,
            "candidate-later" if is_later else "candidate-paused",
            _("Today was agreed with %(name)s: call, warmly and once.")
            if is_later
            else _("%(name)s rests. Look whether that is still right, without chasing."),
            since=application.later_until or today,
            urgency=Urgency.THIS_WEEK,
            action=_("Call") if is_later else _("Look"),
        )


def _look_back(actor: Actor, today: date) -> Iterator[AttentionItem]:
    """Three months after the start: still at home here?"""
    rows = _started(actor, today).select_related("programme", "journey")
    for application in rows.order_by("journey__started_on", "id")[:MOST]:
        yield _item(
            actor,
            application,
            "candidate-three-months",
            _("%(name)s started three months ago in %(programme)s. Ask how it is, and what surprised them."),
            since=(application.journey.started_on or today) + LOOK_BACK_AFTER,
            urgency=Urgency.GOOD_TO_KNOW,
            action=_("Look back"),
        )  # fmt: skip


def _ask_again(actor: Actor, today: date) -> Iterator[AttentionItem]:
    """Once or every year again: a friendly question, once a year (S1-86)."""
    rows = _to_ask_again(actor, today).select_related("programme", "journey")
    for application in rows.order_by("journey__started_on", "id")[:MOST]:
        yield _item(
            actor,
            application,
            "candidate-again",
            _("%(name)s helped in %(programme)s about a year ago, now and then. Ask again?"),
            since=today,
            urgency=Urgency.GOOD_TO_KNOW,
            action=_("Ask again"),
        )


def _tell_by_phone(actor: Actor, today: date) -> Iterator[AttentionItem]:
    """Who has no address hears from a person that they will be forgotten."""
    rows = _without_an_address(actor, today).select_related("programme")
    for application in rows.order_by("erase_on", "id")[:MOST]:
        erase_on = application.erase_on or today
        yield _item(
            actor,
            application,
            "candidate-erasing",
            _("%(name)s is erased on %(erase_on)s and has no e-mail address: tell them by phone."),
            since=erase_on - TOLD_BEFORE,
            urgency=Urgency.THIS_WEEK,
            action=_("Look"),
            erase_on=date_format(erase_on, "j F"),
        )


KINDS: dict[str, Callable[[Actor, date], Iterator[AttentionItem]]] = {
    "candidates.started": _look_back,
    "candidates.again": _ask_again,
    "candidates.erasing": _tell_by_phone,
}


def _item(  # noqa: PLR0913 -- one argument a field of the item
    actor: Actor,
    application: Application,
    kind: str,
    sentence: str,
    *,
    since: date,
    urgency: Urgency,
    action: Text,
    **words: Any,
) -> AttentionItem:
    values = {
        "name": application.name,
        "programme": application.programme.name,
        "stage": application.get_stage_display(),
        "day": date_format(application.due_on, "j F"),
        **words,
    }
    return AttentionItem(
        kind=kind,
        subject_id=application.pk,
        name=application.name,
        sentence=sentence % values,
        since=clock.morning(since),
        urgency=urgency,
        url=actor.url("recruitment:application", application_id=application.pk),
        action=action,
        owner_id=application.coordinator_id,
    )
