"""What never reaches the log: the secret word of a personal link."""

import logging
import re
from collections.abc import Mapping
from typing import Any

# A word that we signed (django.core.signing): what it says, sometimes when, and the signature.
SIGNED = re.compile(r"[\w.-]+(?::|%3A)(?:[\w-]{5,8}(?::|%3A))?[\w-]{43}", re.IGNORECASE)


class WithoutLinks(logging.Filter):
    """Puts … in the place of every signed word: who reads the log can't open somebody's own page."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every line stays; only its words change."""
        if isinstance(record.msg, str):
            record.msg = _hidden(record.msg)
        if isinstance(record.args, Mapping):
            record.args = {name: _hidden(value) for name, value in record.args.items()}
        elif record.args:
            record.args = tuple(_hidden(value) for value in record.args)
        return True


def _hidden(value: Any) -> Any:
    return SIGNED.sub("…", value) if isinstance(value, str) else value
