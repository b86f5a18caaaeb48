"""`naast nightly`: what the house does by itself every night."""

from typing import Any

from django.core.management.base import BaseCommand

from naast.companionship.services.quiet import ask_quiet_ones
from naast.core import clock, drafts


class Command(BaseCommand):
    """Run this once a night (cron or a timer); running it twice does nothing twice."""

    help = "Ask quiet matches how they are, and drop drafts nobody came back for."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line with what was done."""
        asked = ask_quiet_ones(clock.now())
        dropped = drafts.forget_old()
        self.stdout.write(f"quiet matches asked: {asked}; old drafts dropped: {dropped}")
