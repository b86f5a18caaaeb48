"""naast load_places: read the list of Belgian and Dutch places into our own table, once."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from naast.people import place_list


class Command(BaseCommand):
    """May be run again at any time: a filled table stays as it is, unless --again is given."""

    help = "Read the list of places, so that distances between people are known."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--again", action="store_true", help="read the list again")
        parser.add_argument("--country", choices=place_list.COUNTRIES, help="only this country")

    def handle(self, *_args: Any, **options: Any) -> None:
        for country in [options["country"]] if options["country"] else place_list.COUNTRIES:
            known = place_list.load(country, again=options["again"])
            self.stdout.write(
                _("%(country)s: %(count)d names of places are known.")
                % {"country": country, "count": known}
            )
