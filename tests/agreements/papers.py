"""Papers for tests: texts in force, and copies made and signed through the services."""

from datetime import date
from typing import Any

from django.utils import timezone

from naast.agreements.inputs import Witnessed
from naast.agreements.models import Asks, Copy, DocumentKind, Signature, Version
from naast.agreements.services import preparing, signing
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.programmes.models import Engagement, Programme
from tests.agreeing import DocumentFactory, VersionFactory, clause
from tests.conftest import Cast
from tests.factories import EngagementFactory

LIMITS = clause("own_limits", "{own_limits}", heading="Eigen grenzen", part="B")


def in_force(
    house: Organisation,
    kind: str = DocumentKind.CHARTER,
    *,
    asks: str = Asks.SIGNATURE,
    programme: Programme | None = None,
    text: list[dict[str, Any]] | None = None,
    **fields: Any,
) -> Version:
    """A text that holds from today."""
    document = DocumentFactory(
        organisation=house,
        kind=kind,
        name=f"Tekst {kind}",
        asks=asks,
        programme=programme,
        **fields,
    )
    version: Version = VersionFactory(document=document, text=text)
    return version


def newer(version: Version, text: str, *, asks_again: bool = True) -> Version:
    """The next version of the same document."""
    made: Version = VersionFactory(
        document=version.document,
        number=version.number + 1,
        asks_again=asks_again,
        text=[clause("own-1", text)],
    )
    return made


def takes_part(cast: Cast, person: Person | None = None, **fields: Any) -> Engagement:
    """Bea, or somebody else, takes part in a programme."""
    who: dict[str, Any] = {"person": person}
    if person is None:
        who = {"person": Person.objects.get(pk=cast.person_id("bea"))}
    engagement: Engagement = EngagementFactory(organisation=cast.here, **who, **fields)
    return engagement


def made(cast: Cast, engagement: Engagement) -> list[Copy]:
    """What Amal makes for somebody, oldest first."""
    preparing.prepare(actor=cast.actor("amal"), engagement_id=engagement.pk)
    return list(Copy.objects.filter(person=engagement.person, state="open").order_by("pk"))


def one(cast: Cast, **fields: Any) -> Copy:
    """One open copy of Bea, of one text in force."""
    in_force(cast.here, **fields)
    (copy,) = made(cast, takes_part(cast))
    return copy


def signed(cast: Cast, copy: Copy) -> Copy:
    """Signed by Bea on her screen and by Amal, where that is asked."""
    its: dict[str, Any] = {"copy_id": copy.pk, "checksum": copy.checksum}
    signing.sign_own(actor=cast.actor("bea"), **its)
    if copy.version.document.asks == Asks.SIGNATURE:
        signing.sign_for_us(actor=cast.actor("amal"), **its)
    copy.refresh_from_db()
    return copy


def on_paper(copy: Copy, day: date | None = None, **fields: Any) -> Witnessed:
    """Signed on paper today, kept in the blue folder."""
    usual: dict[str, Any] = {"kept_at": "Blauwe map", "printed": copy.checksum[:12]}
    return Witnessed(
        how=Signature.How.ON_PAPER, signed_on=day or timezone.localdate(), **(usual | fields)
    )
