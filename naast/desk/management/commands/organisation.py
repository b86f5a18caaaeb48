"""naast organisation create SLUG: an organisation with its first programme and coordinator."""

from argparse import ArgumentParser
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email, validate_slug

from naast.core.errors import DomainError
from naast.desk.founding import found_organisation
from naast.organisations.models import Country
from naast.organisations.services import NewOrganisation
from naast.programmes.presets import preset_named, presets

NOT_DONE = 2


class Command(BaseCommand):
    """Makes organisations; everything else about them is done on the pages."""

    help = "Make an organisation: naast organisation create SLUG --name … --country BE|NL --language nl|fr|en"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One action for now: create."""
        actions = parser.add_subparsers(dest="action", required=True)
        create = actions.add_parser("create", help="make an organisation")
        create.add_argument("slug", help="short name in addresses, for instance de-brug")
        create.add_argument("--name", required=True)
        create.add_argument(
            "--country", required=True, choices=[code for code, _label in Country.choices]
        )
        create.add_argument(
            "--language", default="nl", choices=[code for code, _name in settings.LANGUAGES]
        )
        create.add_argument(
            "--preset", default="buddy", choices=[preset.slug for preset in presets()]
        )
        create.add_argument("--coordinator-name", default="Coordinator")
        create.add_argument(
            "--coordinator-email", help="who signs in first; without it coordinator@SLUG.example"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make it, or say in one sentence why not (exit status 2)."""
        email = options["coordinator_email"] or f"coordinator@{options['slug']}.example"
        try:
            validate_slug(options["slug"])
            validate_email(email)
            founded = found_organisation(
                NewOrganisation(
                    slug=options["slug"],
                    name=options["name"],
                    country=options["country"],
                    language=options["language"],
                ),
                coordinator_name=options["coordinator_name"],
                coordinator_email=email,
                preset=preset_named(options["preset"]),
            )
        except (DomainError, ValidationError) as error:
            sentence = error.messages[0] if isinstance(error, ValidationError) else str(error)
            raise CommandError(sentence, returncode=NOT_DONE) from error
        call_command("load_places", country=options["country"], stdout=StringIO())
        self.stdout.write(
            f"{founded.organisation.name} stands at {settings.BASE_URL}/o/{founded.organisation.slug}/today/ "
            f"with the programme {founded.programme.name}. "
            f"{founded.coordinator.user.email} signs in with a code sent by mail."
        )
