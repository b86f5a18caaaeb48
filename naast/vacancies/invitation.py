"""Words for who asks somebody they know: people come most easily when somebody asks them (S1-231)."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from naast.organisations.models import Organisation
from naast.vacancies import addresses
from naast.vacancies.models import Channel, Vacancy
from naast.vacancies.queries.public import open_vacancies, text_in
from naast.vacancies.services.channels import WORD_OF_MOUTH


def invitation(house: Organisation, vacancy: Vacancy, *, via: str) -> str:
    """A personal invitation in the language of the house; its link says that it went by `via`. Empty for a
    vacancy without a text."""
    text = text_in(vacancy, house.language)
    if text is None:
        return ""
    address = addresses.of_vacancy(house.slug, vacancy.pk, via=via)
    with translation.override(house.language):
        return _(
            "Hello,\n\nI volunteer with %(house)s, and I thought of you. They look for somebody: «%(title)s».\n%(plain)s\n\nYou can read about it here, and you are free to say no:\n%(address)s\n\nIf you like, I’ll tell you how it is for me."
        ) % {
            "house": house.name,
            "title": text.title,
            "plain": text.plain or vacancy.programme.vision,
            "address": address,
        }


def word_of_mouth(channels: Iterable[Channel]) -> str:
    """The code of the channel for who asks somebody they know: the usual one, or another of that circle."""
    codes = [each.code for each in channels if each.circle == Channel.Circle.ACQUAINTANCES]
    return WORD_OF_MOUTH if WORD_OF_MOUTH in codes else next(iter(codes), "")


def invitations(
    house: Organisation, programme_ids: Collection[UUID], *, day: date
) -> dict[UUID, str]:
    """An invitation for each of these programmes that looks for somebody on the site; three queries."""
    used = Channel.objects.filter(organisation_id=house.pk, is_used=True).order_by("name", "id")
    via = word_of_mouth(used) if programme_ids else ""
    looking = open_vacancies(house.pk, day).filter(programme_id__in=programme_ids)
    made: dict[UUID, str] = {}
    for vacancy in looking:
        made.setdefault(vacancy.programme_id, invitation(house, vacancy, via=via))
    return made
