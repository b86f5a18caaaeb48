"""naast demo: load the three invented organisations, once."""

from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from naast.desk.demo.build import build


class Command(BaseCommand):
    """Loads the demo into an empty or demo database; a second call changes nothing."""

    help = "Load the demo: three invented organisations with a season of life."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Build it and say where to go. Places first, so that people stand on the map."""
        call_command("load_places", verbosity=0, stdout=StringIO())
        made = build()
        self.stdout.write("The demo is loaded." if made else "The demo stands already.")
        self.stdout.write(f"Open {settings.BASE_URL} and choose somebody of the cast.")
