"""The lists of volunteers and participants."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from naast.core.http import page
from naast.core.paging import Page, keyset_page
from naast.organisations.access import ActorRequest, open_to
from naast.people import policies, queries
from naast.people.forms import ListForm
from naast.people.models import ParticipantProfile, VolunteerProfile
from naast.people.queries import ListFilter
from naast.people.terms import language_choices, language_name
from naast.people.views.doors import LOOKING_AFTER, STAFF

BY_NAME = ("sort_name", "id")
WORDS_SHOWN = 3
LANGUAGES_SHOWN = 4


def _asked(
    request: ActorRequest, first_status: str, *, asks_expertise: bool = False
) -> tuple[ListForm, ListFilter]:
    """The filter in the address; what can't be read is left out."""
    topics = [(str(topic.pk), topic.name) for topic in queries.topics_offered(request.actor)]
    form = ListForm(
        request.GET or None,
        languages=language_choices(),
        topics=topics,
        asks_expertise=asks_expertise,
    )
    form.is_valid()  # an unbound form, or a field that can't be read, narrows nothing
    values = getattr(form, "cleaned_data", {})
    topic = values.get("topic")
    return form, ListFilter(
        status=request.GET.get("status", "") or first_status,
        language=values.get("language", ""),
        topic=UUID(topic) if topic else None,
        expertise=values.get("expertise", ""),
        text=values.get("q", ""),
    )


def _tabs(url: str, status: str, statuses: list[tuple[str, str]]) -> list[tuple[str, str, bool]]:
    return [(label, f"{url}?status={code}", code == status) for code, label in statuses]


Row = dict[str, object]


def _row(profile: VolunteerProfile | ParticipantProfile, url: str) -> Row:
    person = profile.person
    languages = [language_name(each.language) for each in person.languages.all()]
    words: list[str] = [each.topic.name for each in person.shown_topics]  # type: ignore[attr-defined]  # from queries.lists
    return {
        "name": person.name,
        "url": url,
        "words": ", ".join(words[:WORDS_SHOWN]),
        "languages": ", ".join(languages[:LANGUAGES_SHOWN]),
        "place": person.place,
        "since_on": profile.since_on,
    }


@require_GET
@open_to(*LOOKING_AFTER)
def volunteers(request: ActorRequest) -> HttpResponse:
    """Volunteers by name, one status at a time."""
    statuses = VolunteerProfile.Status
    form, asked = _asked(request, statuses.ACTIVE, asks_expertise=True)
    found: Page[VolunteerProfile] = keyset_page(
        queries.volunteers(request.actor, asked), params=request.GET, fields=BY_NAME
    )
    actor = request.actor
    order = (statuses.ACTIVE, statuses.INTERESTED, statuses.PAUSED, statuses.FORMER)
    url = actor.url("people:volunteers")
    context: dict[str, object] = {
        "form": form,
        "asked": asked,
        "page": found,
        "rows": [
            {
                **_row(profile, actor.url("people:volunteer", person_id=profile.person_id)),
                "strengths": profile.strengths,
            }
            for profile in found.rows
        ],
        "tabs": _tabs(url, asked.status, [(each.value, str(each.label)) for each in order]),
        "clear_url": f"{url}?status={asked.status}" if _is_narrowed(asked) else "",
    }
    return page(request, "people/volunteers.html", context)


@require_GET
@open_to(*STAFF)
def participants(request: ActorRequest) -> HttpResponse:
    """Participants by name; a professional sees those they are responsible for."""
    statuses = ParticipantProfile.Status
    form, asked = _asked(request, statuses.ACTIVE)
    found: Page[ParticipantProfile] = keyset_page(
        queries.participants(request.actor, asked), params=request.GET, fields=BY_NAME
    )
    actor = request.actor
    url = actor.url("people:participants")
    context: dict[str, object] = {
        "form": form,
        "asked": asked,
        "page": found,
        "rows": [
            {
                **_row(profile, actor.url("people:participant", person_id=profile.person_id)),
                "professional": profile.professional.user.name
                if profile.professional
                else _("nobody yet"),
            }
            for profile in found.rows
        ],
        "can_create": bool(policies.can_create(actor)),
        "tabs": _tabs(url, asked.status, [(each.value, str(each.label)) for each in statuses]),
        "clear_url": f"{url}?status={asked.status}" if _is_narrowed(asked) else "",
    }
    return page(request, "people/participants.html", context)


def _is_narrowed(asked: ListFilter) -> bool:
    return bool(asked.language or asked.topic or asked.expertise or asked.text)
