"""`naast shortlist REQUEST [--json]`: who could stand beside a participant, as the page shows it."""

import json
from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.audit import log
from naast.companionship.models import Request
from naast.companionship.policies import requests as policies
from naast.companionship.queries.requests import get_request
from naast.companionship.queries.shortlist import Sheet, Shown, sheet_for
from naast.organisations.actors import Actor


class Command(BaseCommand):
    """Prints words and sentences; no figure or ranking of persons."""

    help = "Who could stand beside this participant, and why: the same as the page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The request by its id, and the form of the answer."""
        parser.add_argument("request", help="the id of the request (the last part of its address)")
        parser.add_argument(
            "--json", action="store_true", help="one JSON object on standard output"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit status 1 with one sentence when the request does not exist or looks for nobody."""
        wish = _wish(options["request"])
        actor = Actor.system(wish.organisation, reason="naast shortlist")
        with override(wish.organisation.language):
            found = get_request(actor, wish.pk)
            if found is None:
                raise CommandError(_("There is no such request."))
            decision = policies.can_search(actor, found)
            if not decision:
                raise CommandError(str(decision.reason))
            log.looked("request.read", actor=actor, target=found.participant)
            sheet = sheet_for(found)
            if options["json"]:
                self.stdout.write(json.dumps(as_dict(sheet), ensure_ascii=False, indent=2))
            else:
                self._print(sheet)

    def _print(self, sheet: Sheet) -> None:
        for each in sheet.shown:
            self.stdout.write(f"{each.name}: {each.word}")
            for heading, sentences in (
                (_("What connects"), each.reasons),
                (_("To talk about"), each.to_talk_about),
                (_("Still to ask"), each.still_to_ask),
            ):
                for sentence in sentences:
                    self.stdout.write(f"  {heading}: {sentence}")
        if not sheet.shown:
            self.stdout.write(_("Nobody could stand beside now."))
        for reason in sheet.left_out:
            self.stdout.write(
                _("Left out, %(count)s: %(why)s") % {"count": reason.count, "why": reason.sentence}
            )
        self.stdout.write(_("Looked at: %(count)s") % {"count": sheet.looked_at})


def _wish(given: str) -> Request:
    try:
        return Request.objects.select_related("organisation").get(pk=UUID(given))
    except (ValueError, Request.DoesNotExist) as error:
        raise CommandError(_("There is no such request.")) from error


def as_dict(sheet: Sheet) -> dict[str, Any]:
    """The shortlist as JSON: words, reasons, points, questions, and who is left out with why."""
    return {
        "request": str(sheet.request.pk),
        "programme": sheet.request.programme.name,
        "looked_at": sheet.looked_at,
        "of": sheet.total if sheet.total is not None else sheet.looked_at,
        "blocked_by": [str(sentence) for sentence in sheet.blocked_by],
        "candidates": [_candidate(each) for each in sheet.shown],
        "more": sheet.more,
        "excluded": [
            {"code": reason.code, "count": reason.count, "sentence": reason.sentence}
            for reason in sheet.left_out
        ],
    }


def _candidate(each: Shown) -> dict[str, Any]:
    return {
        "volunteer": each.person_id,
        "name": each.name,
        "word": each.word_code,
        "said": each.word,
        "reasons": each.reasons,
        "to_talk_about": each.to_talk_about,
        "still_to_ask": each.still_to_ask,
    }
