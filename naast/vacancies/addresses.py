"""Public addresses of vacancies, as they stand on paper, in feeds and on other sites."""

import re
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.urls import reverse

CODE = re.compile(r"[-\w]{1,40}", re.ASCII)


def channel_code(asked: str) -> str:
    """The code of a channel in an address, or '' for what can't be one."""
    return asked if CODE.fullmatch(asked) else ""


def with_words(path: str, **words: str) -> str:
    """A path with these words behind it; empty ones are left out."""
    kept = {name: value for name, value in words.items() if value}
    return f"{path}?{urlencode(kept)}" if kept else path


def absolute(path: str) -> str:
    """A path as somebody elsewhere needs it."""
    return f"{settings.BASE_URL.rstrip('/')}{path}"


def of_house(slug: str, name: str = "vacancies", **words: str) -> str:
    """A public page of an organisation, in full."""
    return absolute(with_words(reverse(f"public:{name}", kwargs={"house": slug}), **words))


def of_vacancy(slug: str, vacancy_id: UUID, **words: str) -> str:
    """The page of a vacancy, in full."""
    path = reverse("public:vacancy", kwargs={"house": slug, "vacancy_id": vacancy_id})
    return absolute(with_words(path, **words))


def readable(address: str) -> str:
    """An address as people read it from paper: without what every browser adds itself."""
    return re.sub(r"^https?://", "", address).rstrip("/")
