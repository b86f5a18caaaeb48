"""What somebody can apply for: the vacancies on the site; where there are none, the programmes."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language

from naast.core import clock
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.vacancies.models import Vacancy
from naast.vacancies.queries import public


@dataclass(frozen=True, slots=True)
class Role:
    """One choice of the form: a vacancy of a programme, or the programme alone."""

    key: str
    title: str
    programme_id: UUID
    vacancy_id: UUID | None = None
    # What the role asks, as its vacancy says.
    asks: tuple[str, ...] = ()


def roles(actor: Actor) -> list[Role]:
    """Every role somebody can choose now, in the language of the reader. Three queries at most."""
    found = [role_of(vacancy) for vacancy in _on_the_site(actor)[: public.MOST_AT_ONCE]]
    if found:
        return sorted(found, key=lambda role: role.title.casefold())
    return programmes(actor)


def to_write_down(actor: Actor) -> list[Role]:
    """What a coordinator may write somebody down for: the roles on the site, and every other programme
    that runs."""
    found = roles(actor)
    there = {role.programme_id for role in found}
    return [*found, *(each for each in programmes(actor) if each.programme_id not in there)]


def programmes(actor: Actor) -> list[Role]:
    """The programmes themselves, for who knows them by name (a coordinator, somebody who takes part)."""
    active = Programme.objects.filter(
        organisation_id=actor.organisation_id, status=Programme.Status.ACTIVE
    )
    return [Role(f"p-{each.pk}", each.name, each.pk) for each in active.order_by("name", "id")]


def role(actor: Actor, vacancy_id: UUID) -> Role | None:
    """One vacancy that is on the site, or None."""
    found = _on_the_site(actor).filter(pk=vacancy_id).first()
    return role_of(found) if found else None


def role_of(vacancy: Vacancy) -> Role:
    """A vacancy as a choice. Reads its texts and its programme."""
    text = public.text_in(vacancy, (get_language() or "nl")[:2])
    title = text.title if text else vacancy.programme.name
    asks = tuple(vacancy.requirements)
    return Role(f"v-{vacancy.pk}", title, vacancy.programme_id, vacancy.pk, asks)


def _on_the_site(actor: Actor) -> QuerySet[Vacancy]:
    return public.open_vacancies(actor.organisation_id, clock.today())
