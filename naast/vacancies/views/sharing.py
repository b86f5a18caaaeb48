"""Bringing a vacancy outside: the preview, the poster, links for each channel, pages of others."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from naast.core.http import page
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.vacancies import addresses
from naast.vacancies.invitation import invitation, word_of_mouth
from naast.vacancies.pages import title_of
from naast.vacancies.policies import visible_to
from naast.vacancies.poster import poster_pdf
from naast.vacancies.queries import staff as queries
from naast.vacancies.queries.public import for_reading, text_in
from naast.vacancies.views.public import role_page
from naast.vacancies.views.vacancies import found


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def preview(request: ActorRequest, vacancy_id: UUID) -> HttpResponse:
    """The vacancy as people outside read it, also while it is a draft."""
    vacancy = for_reading(visible_to(request.actor)).filter(pk=vacancy_id).first()
    if vacancy is None:
        raise Http404
    back = request.actor.url("vacancies:vacancy", vacancy_id=vacancy.pk)
    if text_in(vacancy, "") is None:
        return page(request, "vacancies/no_preview.html", {"back_url": back, "vacancy": vacancy})
    return role_page(request, vacancy, request.organisation, preview_of=back)


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def poster(request: ActorRequest, vacancy_id: UUID) -> HttpResponse:
    """The poster as PDF: `?via=` a channel for its QR code, `?language=` the text."""
    vacancy = found(request, vacancy_id)
    asked = request.GET.get("language", "")
    text = text_in(vacancy, asked or get_language() or "", request.organisation.language)
    if text is None:
        raise Http404
    with translation.override(text.language):
        made = poster_pdf(
            vacancy,
            text,
            request.organisation,
            channel=addresses.channel_code(request.GET.get("via", "")),
        )
    name = slugify(text.title) or "poster"
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}.pdf"'},
    )


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def share(request: ActorRequest, vacancy_id: UUID) -> HttpResponse:
    """A link and a poster for each channel, and words for who asks somebody they know (S1-231)."""
    vacancy = found(request, vacancy_id)
    channels = list(queries.used_channels(request.actor))
    slug = request.organisation.slug
    rows = [(each, addresses.of_vacancy(slug, vacancy.pk, via=each.code)) for each in channels]
    context: dict[str, object] = {
        "vacancy": vacancy,
        "title": title_of(vacancy, request.organisation.language),
        "rows": rows,
        "address": addresses.of_vacancy(slug, vacancy.pk),
        "texts": list(vacancy.texts.all()),
        "invitation": invitation(request.organisation, vacancy, via=word_of_mouth(channels)),
    }
    return page(request, "vacancies/share.html", context)


@require_http_methods(["GET"])
@open_to(Function.COORDINATOR)
def elsewhere(request: ActorRequest) -> HttpResponse:
    """What other sites need to show our vacancies: a frame to copy, and two feeds (S1-230)."""
    slug = request.organisation.slug
    context: dict[str, object] = {
        "embed_url": addresses.of_house(slug, "embed"),
        "json_url": addresses.of_house(slug, "feed_json"),
        "rss_url": addresses.of_house(slug, "feed_xml"),
        "site_url": addresses.of_house(slug),
        "channels": list(queries.used_channels(request.actor)),
    }
    return page(request, "vacancies/elsewhere.html", context)
