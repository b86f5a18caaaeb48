"""Papers of the volunteers of an invented house: most signed, some in every other state."""

from collections import defaultdict
from datetime import timedelta
from itertools import cycle

from naast.agreements.models import Asks, Copy, CopyState, DocumentKind, Question, Signature
from naast.agreements.services import preparing
from naast.agreements.services.copies import months_after
from naast.core import clock
from naast.desk.demo.season import Season
from naast.messaging.models import Message
from naast.people.models import Person

QUESTIONS = (
    ("Ik werk soms in het weekend. Mag ik dan ook niet bellen?", ""),
    ("Wat als ik eens te laat ben?", "Bel even. Dat is nooit een probleem."),
    ("Krijg ik de bus terugbetaald, ook als ik vroeger vertrek?", ""),
)
WAYS = (
    (Signature.How.ON_SCREEN, ""),
    (Signature.How.ON_PAPER, "Blauwe map, kast op het bureau"),
    (Signature.How.READ_ALOUD, ""),
    (Signature.How.ON_SCREEN, ""),
)
A_YEAR = 365
# How somebody's papers stand, one volunteer after another; the first one is of the cast.
SIGNED, TO_SIGN, FOR_US, SOON, PAST, ASKED = "signed", "to sign", "for us", "soon", "past", "asked"
SPREAD = (SOON, SIGNED, TO_SIGN, SIGNED, FOR_US, SIGNED, PAST, SIGNED, ASKED, SIGNED)


def fill(season: Season, volunteers: list[Person]) -> None:
    """Everybody gets their papers; then half a year of signing. After the insurance: the texts name it."""
    for programme in season.programmes:
        preparing.prepare_everybody(programme.pk)
    # What went out long ago does not go out again.
    Message.objects.filter(
        organisation_id=season.actor.organisation_id, mailed_at__isnull=True
    ).update(mailed_at=clock.now(), read_at=clock.now())
    _sign(season, _by_person(season, volunteers))


def _by_person(season: Season, volunteers: list[Person]) -> dict[Person, list[Copy]]:
    """The papers of the active volunteers, the first of the cast first."""
    rows = Copy.objects.filter(
        organisation_id=season.actor.organisation_id, person__in=volunteers
    ).select_related("version__document", "person")
    found: dict[Person, list[Copy]] = defaultdict(list)
    for copy in rows.defer("content").order_by("person_id", "pk"):
        found[copy.person].append(copy)
    return found


def _sign(season: Season, papers: dict[Person, list[Copy]]) -> None:
    signed: list[Copy] = []
    signatures: list[Signature] = []
    questions = cycle(QUESTIONS)
    for stands, copies in zip(cycle(SPREAD), papers.values(), strict=False):
        for copy in copies:
            is_agreement = copy.version.document.kind == DocumentKind.AGREEMENT
            if stands in (ASKED, SOON) and is_agreement:
                _ask(season, copy, *next(questions))
                continue
            if stands == TO_SIGN:
                continue
            signatures += _signatures(season, copy, stands)
            signed.append(copy)
    Signature.objects.bulk_create(signatures)
    Copy.objects.bulk_update(
        signed,
        [
            "created_at",
            "first_read_at",
            "frozen_at",
            "own_signature",
            "our_signature",
            "state",
            "signed_on",
            "holds_until",
        ],
    )


def _ask(season: Season, copy: Copy, words: str, answer: str) -> None:
    Question.objects.create(
        organisation_id=copy.organisation_id,
        copy=copy,
        words=words,
        answer=answer,
        answered_by=season.staff[0] if answer else None,
        answered_at=clock.now() - timedelta(hours=5) if answer else None,
    )


def _signatures(season: Season, copy: Copy, stands: str) -> list[Signature]:
    """Write on the copy when it was signed; gives its signatures."""
    document = copy.version.document
    days = season.chance.randint(20, 290)
    if document.renew_months and stands in (SOON, PAST):
        days = A_YEAR - 20 if stands == SOON else A_YEAR + 25
    day = season.ago(days)
    copy.created_at = season.moment(day - timedelta(days=6))
    copy.first_read_at = season.moment(day - timedelta(days=2))
    copy.frozen_at = season.moment(day)
    waits_for_us = stands == FOR_US and document.kind == DocumentKind.AGREEMENT
    if not waits_for_us:
        copy.state, copy.signed_on = CopyState.SIGNED, day
        copy.holds_until = months_after(day, document.renew_months)
    how, kept_at = season.chance.choice(WAYS)
    made: list[Signature] = []
    if document.asks != Asks.NOTHING:
        by_us = season.staff[0] if how != Signature.How.ON_SCREEN else None
        own = Signature(party=Signature.Party.PERSON, how=how, name=copy.person.name)
        own.written_by, own.kept_at = by_us, kept_at
        copy.own_signature = own
        made.append(own)
    if document.asks == Asks.SIGNATURE and not waits_for_us:
        our_way = how if how == Signature.How.ON_PAPER else Signature.How.ON_SCREEN
        ours = Signature(party=Signature.Party.ORGANISATION, how=our_way, kept_at=kept_at)
        ours.name, ours.written_by = season.staff[0].user.name, season.staff[0]
        copy.our_signature = ours
        made.append(ours)
    for each in made:
        each.organisation_id, each.copy, each.checksum = copy.organisation_id, copy, copy.checksum
        each.signed_on = day
    return made
