"""Reads for everybody: what an organisation looks for today."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from naast.vacancies import policies, times
from naast.vacancies.models import LanguageNeeded, Vacancy, VacancyText

# What the page of one vacancy reads of its programme.
PROGRAMME_PARTS = ("tasks", "contactlines", "pathstages")
# More than this many are never fetched at once: feeds, the page inside another site, exploring.
MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for on the public list."""

    when: tuple[str, ...] = ()
    duration: str = ""
    programme_id: str = ""
    place: str = ""
    any_language: bool = False


@dataclass(slots=True)
class Offer:
    """What there is to choose from."""

    programmes: dict[str, str] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)


def open_vacancies(organisation_id: UUID, today: date) -> QuerySet[Vacancy]:
    """What everybody may read today, with texts and programme, by the name of the programme."""
    return (
        policies.outside(organisation_id, today)
        .select_related("programme", "location")
        .prefetch_related("texts")
        .annotate(sort_name=F("programme__name"))
        .order_by("sort_name", "id")
    )


def wanted_vacancies(organisation_id: UUID, today: date, wanted: Wanted) -> QuerySet[Vacancy]:
    """Those that suit what somebody looks for (S1-86, S1-253)."""
    rows = times.at(open_vacancies(organisation_id, today), list(wanted.when))
    if wanted.duration:
        rows = rows.filter(duration=wanted.duration)
    if wanted.programme_id:
        rows = rows.filter(programme_id=wanted.programme_id)
    if wanted.place:
        rows = rows.filter(Q(place=wanted.place) | Q(place="", location__place=wanted.place))
    if wanted.any_language:
        rows = rows.filter(language_needed=LanguageNeeded.NONE)
    return rows


def offer(organisation_id: UUID, today: date) -> Offer:
    """The programmes and places among them, in one query."""
    rows = policies.outside(organisation_id, today).values_list(
        "programme_id", "programme__name", "place", "location__place"
    )
    found, places = Offer(), set()
    for programme_id, name, place, of_location in rows.order_by("programme__name").distinct():
        found.programmes[str(programme_id)] = name
        places.add(place or of_location or "")
    found.places = sorted(places - {""}, key=str.casefold)
    return found


def public_vacancy(organisation_id: UUID, vacancy_id: UUID, today: date) -> Vacancy | None:
    """One vacancy with everything its page reads, or None when it isn't for everybody today."""
    return for_reading(policies.outside(organisation_id, today)).filter(pk=vacancy_id).first()


def for_reading(rows: QuerySet[Vacancy]) -> QuerySet[Vacancy]:
    """Adds what the page of one vacancy reads: four queries more, however long it is."""
    parts = (f"programme__{part}" for part in PROGRAMME_PARTS)
    return rows.select_related("programme", "location", "contact__user").prefetch_related(
        "texts", *parts
    )


def was_there(organisation_id: UUID, vacancy_id: UUID) -> bool:
    """Whether this vacancy has been on the site: an old poster still leads to a kind page."""
    return Vacancy.objects.filter(
        organisation_id=organisation_id, pk=vacancy_id, published_on__isnull=False
    ).exists()


def text_in(vacancy: Vacancy, language: str, house_language: str = "") -> VacancyText | None:
    """Its text in this language, else in that of the house, else in any; None when nothing is written.
    No query when the texts are at hand."""
    texts = {text.language: text for text in vacancy.texts.all()}
    return texts.get(language) or texts.get(house_language) or next(iter(texts.values()), None)


def place_of(vacancy: Vacancy) -> str:
    """Where it is, as far as that is known."""
    return vacancy.place or (vacancy.location.place if vacancy.location else "")


def readable(
    vacancies: Iterable[Vacancy], language: str, house_language: str
) -> list[tuple[VacancyText, Vacancy]]:
    """(text, vacancy) of those that have something to read."""
    pairs = ((text_in(each, language, house_language), each) for each in vacancies)
    return [(text, vacancy) for text, vacancy in pairs if text is not None]
