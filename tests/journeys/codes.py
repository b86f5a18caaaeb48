"""What a person does with the letter that holds their code."""

import re

from django.core import mail
from playwright.sync_api import Page

from naast.desk.demo.houses import ADDRESS

CODE = re.compile(r"^\s*([A-Z0-9]{3,5}-[A-Z0-9]{3,5})\s*$", re.MULTILINE)


def code_in_mail() -> str:
    """The code in the newest letter."""
    found = CODE.search(str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found.group(1)


def sign_in_with_code(page: Page, login: str) -> None:
    """From the sign-in page to wherever one wanted to go."""
    page.get_by_label("E-mail").first.fill(ADDRESS % login)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill(code_in_mail())
    page.keyboard.press("Enter")
