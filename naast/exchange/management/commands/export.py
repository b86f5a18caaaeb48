"""naast export --organisation SLUG --kind KIND --format json|csv|xlsx: a list on standard output."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.audit import log
from naast.exchange.export import FORMATS, export
from naast.exchange.vocabulary import KINDS
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

CANNOT = 2


class Command(BaseCommand):
    """Writes a list to standard output, or to a file."""

    help = "Write a list of volunteers, participants, matches or visits."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The words after the command."""
        parser.add_argument("--organisation", required=True, help="its short name in addresses")
        parser.add_argument("--kind", required=True, help=", ".join(KINDS))
        parser.add_argument("--format", default="csv", help=", ".join(FORMATS))
        parser.add_argument("--output", default="", help="a file; standard output otherwise")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the list."""
        organisation = Organisation.objects.filter(slug=options["organisation"]).first()
        with override(organisation.language if organisation else "en"):
            sentence = _wrong(organisation, options)
            if sentence or organisation is None:
                self.stderr.write(sentence)
                sys.exit(CANNOT)
            actor = Actor.system(organisation, reason="command line export")
            log.record(
                "list.exported", actor=actor, target=organisation, changes={"kind": options["kind"]}
            )
            pieces = export(actor, options["kind"], options["format"])
            if options["output"]:
                Path(options["output"]).write_bytes(b"".join(pieces))
                return
            self._write(pieces)

    def _write(self, pieces: Any) -> None:
        """Bytes go out as they are; a test's text stream gets text."""
        stream = getattr(self.stdout, "_out", self.stdout)
        raw = getattr(stream, "buffer", None)
        for piece in pieces:
            if raw is not None:
                raw.write(piece)
            else:
                stream.write(piece.decode("utf-8", "surrogateescape"))


def _wrong(organisation: Organisation | None, options: dict[str, Any]) -> str:
    if organisation is None:
        return _("There is no organisation “%(slug)s”.") % {"slug": options["organisation"]}
    if options["kind"] not in KINDS:
        return _("There is no kind of list “%(kind)s”. Choose one of: %(kinds)s.") % {
            "kind": options["kind"],
            "kinds": ", ".join(KINDS),
        }
    if options["format"] not in FORMATS:
        return _("There is no format “%(format)s”. Choose one of: %(formats)s.") % {
            "format": options["format"],
            "formats": ", ".join(FORMATS),
        }
    return ""
