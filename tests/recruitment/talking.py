"""What the tests of talks share: a candidate with their link, and moments to come."""

from datetime import datetime, timedelta

from django.test import Client
from django.urls import reverse

from naast.core import clock
from naast.core.public_forms import stamp
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.recruitment import links
from naast.recruitment.models import Application
from naast.recruitment.services.talks import Plan
from tests.conftest import Cast


def visitor(house: Organisation) -> Actor:
    """The candidate behind their own link."""
    return Actor.visitor(house, reason="own link")


def days_on(days: int, hour: int = 10) -> datetime:
    """A whole hour, some days from now."""
    return (clock.now() + timedelta(days=days)).replace(
        hour=hour, minute=0, second=0, microsecond=0
    )


def plan(cast: Cast, *moments: datetime, kind: str = "first_talk", host: str = "nele") -> Plan:
    """A talk of an hour in the house."""
    return Plan(
        kind=kind,
        host_id=getattr(cast, host).pk,
        where="Kerkstraat 1",
        minutes=60,
        moments=moments or (days_on(3), days_on(4), days_on(5)),
    )


def mine(application: Application, page: str, **more: object) -> str:
    """The address of a page behind the candidate's own link."""
    token = links.token_of(application)
    house = application.organisation.slug
    return reverse(f"public:{page}", kwargs={"house": house, "token": token, **more})


def send(address: str, **data: object) -> int:
    """The status of a public form that a person sends."""
    return Client().post(address, {"opened": stamp(is_second=True), **data}).status_code


def letters(application: Application) -> list[str]:
    """The kinds of letters this candidate got, in order."""
    rows = Message.objects.filter(about_id=application.pk, user__isnull=True).order_by("id")
    return list(rows.values_list("kind", flat=True))
