"""What stands behind the doors of steps, texts for colleagues, cards, letters and promises."""

from typing import Any
from uuid import UUID

from naast.agreements.models import DocumentKind, InformationLetter, Version
from naast.core import clock
from naast.organisations.models import Membership
from naast.programmes.models import Engagement, Programme
from tests.agreeing import DocumentFactory, VersionFactory
from tests.conftest import Cast
from tests.talking import NotKeptFactory, taken

PREFIXES = (
    "prepare/steps/",
    "prepare/letters/",
    "prepare/cards/",
    "prepare/papers/",
    "mine/agreements-steps/",
    "mine/charter/",
    "mine/promises/",
    "mine/role-card/",
    "mine/cards/",
)
WORDS = {
    "agreements:step": {"step": "talk"},
    "agreements:print_card": {"kind": "role_participant"},
    "agreements:write_information": {"kind": "participant_before"},
}


def _published(cast: Cast, kind: str, programme: Programme) -> Version:
    document = DocumentFactory(
        organisation=cast.here, kind=kind, programme=programme, for_staff=True
    )
    made: Version = VersionFactory(document=document)
    return made


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """A step of Bea's, in a programme that the coach of the scene coaches; texts that are published."""
    coach = Membership.objects.get(organisation=cast.here, roles__function="coach")
    Programme.objects.filter(pk=programme.pk).update(coach=coach)
    engagement = Engagement.objects.get(programme=programme, person_id=cast.person_id("bea"))
    not_kept = NotKeptFactory(engagement=engagement, noted_by=cast.amal, state="talked")
    promises = DocumentFactory(organisation=cast.here, kind=DocumentKind.PROMISES)
    VersionFactory(document=promises)
    staff = VersionFactory(
        document=DocumentFactory(
            organisation=cast.here, kind=DocumentKind.HOUSE_RULES, for_staff=True
        )
    )
    letter = InformationLetter.objects.create(
        organisation=cast.here,
        person_id=cast.person_id("piet"),
        programme=programme,
        kind="information.participant_before",
        way=InformationLetter.Way.POST,
        language="nl",
        subject="Welkom",
        body="Dag Piet.",
        sent_on=clock.today(),
    )
    return {
        "not_kept_id": not_kept.pk,
        "step_id": taken(not_kept, "talk", days_ago=1, by=cast.amal).pk,
        "paper_step_id": taken(not_kept, "paper", days_ago=1, by=cast.amal).pk,
        "letter_id": letter.pk,
        "staff_text_id": staff.pk,
        "staff_document_id": staff.document_id,
        "role_card_id": _published(cast, DocumentKind.ROLE_PARTICIPANT, programme).pk,
        "mandate_id": _published(cast, DocumentKind.MANDATE, programme).pk,
    }


def special(made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """The texts that one page needs instead of the usual ones."""
    document = {"document_id": made["staff_document_id"]}
    pages = ("staff_of_document", "remind_staff", "slogans", "slogans_sheet")
    return {
        **{f"agreements:{name}": document for name in pages},
        "agreements:print_step": {"step_id": made["paper_step_id"]},
        "agreements:my_charter_text": {"version_id": made["staff_text_id"]},
        "agreements:understand_role_card": {"version_id": made["role_card_id"]},
        "agreements:understand_card": {"version_id": made["mandate_id"]},
    }
