"""What people outside the house have at hand: letters with their own link, and time for a form."""

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from playwright.sync_api import Page, expect

from naast.core import limits, public_forms
from tests.journeys.checks import check_page
from tests.journeys.website import HOUSE

PUBLIC = f"/v/{HOUSE}/"
LINK = re.compile(r"https?://\S+/v/\S+")


def unhurried(patch: pytest.MonkeyPatch) -> None:
    """Public forms take whoever types as fast as a machine for a person, and count from nothing."""
    limits.forget_all()
    patch.setattr(public_forms, "SHORTEST_SECONDS", 0)
    mail.outbox.clear()


def letters_to(address: str) -> list[EmailMessage]:
    """What arrived at this address, oldest first."""
    return [each for each in mail.outbox if each.to == [address]]


def last_letter(address: str) -> EmailMessage:
    """The newest letter at this address."""
    return letters_to(address)[-1]


def link_in(letter: EmailMessage) -> str:
    """The path of the personal link in a letter."""
    found = LINK.findall(str(letter.body))
    assert len(found) == 1, letter.body
    path: str = urlsplit(found[0]).path
    return path


def arrive(page: Page, heading: str) -> None:
    """The page with this heading has come, and reads well."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    check_page(page)
