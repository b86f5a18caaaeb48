"""Vacancies on the coordinator's desk: which of them leave the site soon, or have left it (S1-235)."""

from collections.abc import Container
from datetime import datetime, timedelta

from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.vacancies import policies
from naast.vacancies.models import Vacancy
from naast.vacancies.queries.public import text_in

SOON_DAYS = 7
MOST = 30


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    until = clock.today() + timedelta(days=SOON_DAYS)
    rows = policies.visible_to(actor).filter(
        status=Vacancy.Status.PUBLISHED, valid_until__lte=until
    )
    return {"vacancies-to-confirm": rows}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Those to confirm, the first to leave first; two queries, none when there is none. «It still holds» is
    one tap on the page they lead to."""
    if "vacancies-to-confirm" not in there:
        return []
    rows = signs(actor, now=now)["vacancies-to-confirm"]
    waiting = rows.select_related("programme").prefetch_related("texts")
    return [_item(actor, vacancy) for vacancy in waiting.order_by(F("valid_until"), "id")[:MOST]]


def _item(actor: Actor, vacancy: Vacancy) -> AttentionItem:
    text = text_in(vacancy, get_language() or "")
    title = text.title if text else vacancy.programme.name
    last_day = vacancy.valid_until or clock.today()
    has_left = last_day < clock.today()
    sentence = _("left the site on %(day)s. Does it still hold?")
    if not has_left:
        sentence = _("leaves the site after %(day)s. Does it still hold?")
    return AttentionItem(
        kind="vacancy-to-confirm",
        subject_id=vacancy.pk,
        name=title,
        sentence=f"«{title}» {sentence % {'day': date_format(last_day, 'j F')}}",
        since=clock.morning(last_day - timedelta(days=SOON_DAYS)),
        urgency=Urgency.THIS_WEEK if has_left else Urgency.GOOD_TO_KNOW,
        url=actor.url("vacancies:vacancy", vacancy_id=vacancy.pk),
        action=_("Look again"),
        owner_id=vacancy.contact_id or vacancy.programme.coordinator_id,
    )
