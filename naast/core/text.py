"""Types of text: plain, or translated when it is shown."""

from typing import TypeAlias

from django.utils.functional import Promise

Text: TypeAlias = str | Promise
