"""What search engines read on the page of a vacancy: schema.org JobPosting, as volunteering (S1-230)."""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from naast.organisations.models import Organisation
from naast.vacancies import addresses
from naast.vacancies.models import Vacancy, VacancyText
from naast.vacancies.queries.public import place_of

# Inside a script element these would end it or start markup.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def posting(vacancy: Vacancy, text: VacancyText, house: Organisation) -> dict[str, Any]:
    """The data of a vacancy in the words of schema.org."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": text.title,
        "description": "\n\n".join(part for part in (text.plain, text.text) if part),
        "inLanguage": text.language,
        "employmentType": "VOLUNTEER",
        "identifier": {
            "@type": "PropertyValue",
            "name": house.name,
            "value": str(vacancy.pk),
        },
        "hiringOrganization": {
            "@type": "Organization",
            "name": house.name,
            "url": addresses.of_house(house.slug),
        },
        "jobLocation": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressCountry": house.country},
        },
        "url": addresses.of_vacancy(house.slug, vacancy.pk),
        "directApply": True,
    }
    if place := place_of(vacancy):
        data["jobLocation"]["address"]["addressLocality"] = place
    if vacancy.published_on:
        data["datePosted"] = vacancy.published_on.isoformat()
    if vacancy.valid_until:
        data["validThrough"] = f"{vacancy.valid_until.isoformat()}T23:59:59"
    return data


def block(data: dict[str, Any]) -> SafeString:
    """The data as an element that nothing runs: what people typed can't end it."""
    content = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(content),  # noqa: S308 -- every <, > and & is escaped as JSON above
    )
