"""Checks that were asked and seen, what was reported, and what is insured: a little in every state."""

from datetime import timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from naast.checks.models import CheckKind, CheckRecord, Policy, Statement
from naast.checks.services import insurance, reports
from naast.checks.services.checks import Seen, ask_check, see_check
from naast.checks.services.nightly import find_who_needs
from naast.checks.services.reports import Filed
from naast.core import clock
from naast.desk.demo.houses import HOUSES
from naast.desk.demo.season import Season
from naast.organisations.models import Country, Organisation
from naast.people.models import Person
from naast.programmes.models import Engagement

LANGUAGE_PRACTICE = "language_practice"
RISKS = ("liability", "liability_volunteers", "bodily_damage", "material_damage", "disease")
# Answers of the first volunteers, and how many days ago it was done (None: still to do).
ANSWERS = {
    Country.BELGIUM: (("rva", 4), ("ocmw", None), ("no", None), ("rva", 30), ("rather_not", None)),
    Country.NETHERLANDS: (("municipality", None), ("uwv", 12), ("no", None), ("reception", None)),
}


def fill(season: Season, volunteers: list[Person]) -> None:
    """The register of insurance, the checks of who works with children or one to one, and a few answers."""
    house = Organisation.objects.get(pk=season.actor.organisation_id)
    _insure(season, house)
    _report(season, house, volunteers)
    if house.country == Country.NETHERLANDS:
        _certificates(season, volunteers)
    else:
        _extracts(season)
    find_who_needs(season.actor, house, clock.now())


def _insure(season: Season, house: Organisation) -> None:
    first = season.house is HOUSES[0]
    insurance.keep_policy(
        actor=season.actor,
        terms=insurance.Terms(
            kind=Policy.Kind.OWN,
            insurer="Verzekeringen De Paraplu",
            number="VRW-000-123",
            risks=RISKS,
            from_on=season.ago(330),
            # The first house has to renew within six weeks; nothing follows yet.
            until_on=season.ago(-40 if first else -200),
        ),
    )
    if house.country == Country.NETHERLANDS:
        insurance.keep_policy(
            actor=season.actor,
            terms=insurance.Terms(
                kind=Policy.Kind.MUNICIPAL,
                insurer="Gemeente Eindeloos",
                risks=(),
                from_on=season.ago(500),
                cover=Policy.Cover.BASIS,
            ),
        )
    if first:
        _free_insurance(season)


def _free_insurance(season: Season) -> None:
    """For the feast of the neighbours, which volunteers organise on their own."""
    insurance.keep_policy(
        actor=season.actor,
        terms=insurance.Terms(
            kind=Policy.Kind.FREE,
            insurer="Gratis Vrijwilligersverzekering",
            number="ERK-0000",
            risks=("liability", "legal_aid", "bodily_damage"),
            from_on=season.ago(300),
        ),
    )
    rows = [
        insurance.plan_activity(
            actor=season.actor,
            name=name,
            starts_at=season.moment(season.ago(-days), 14),
            hours=Decimal(hours),
        )
        for name, days, hours in (("Burenfeest", 9, 40), ("Wandeling met soep", 2, 12))
    ]
    insurance.register_activity(actor=season.actor, activity_id=rows[0].pk)


def _report(season: Season, house: Organisation, volunteers: list[Person]) -> None:
    for person, (answer, days) in zip(volunteers, ANSWERS[Country(house.country)], strict=False):
        reports.answer_question(actor=season.actor, person_id=person.pk, answer=answer, agrees=True)
        if days is not None:
            reports.note_done(actor=season.actor, person_id=person.pk, done_on=season.ago(days))
    form, years = (
        ("C45F", 1) if house.country == Country.BELGIUM else ("vrijwilligersverklaring", 2)
    )
    reports.keep_statement(
        actor=season.actor,
        filed=Filed(
            form=form,
            work="Gezelschap en wandelen",
            filed_on=season.today - relativedelta(years=years, months=10),
            decision=Statement.Decision.NO if form == "C45F" else Statement.Decision.GRANTED,
            programmes=tuple(each.pk for each in season.programmes[:2]),
        ),
    )


def _extracts(season: Season) -> None:
    """In the language programme volunteers also read with children: an extract is shown before the start."""
    programme = next((each for each in season.programmes if each.preset == LANGUAGE_PRACTICE), None)
    if programme is None:
        return
    programme.contact_with_minors = True
    programme.save(update_fields=["contact_with_minors"])
    here = Engagement.objects.filter(programme=programme).open().order_by("id")
    people = [each.person for each in here.select_related("person")]
    for number, person in enumerate(people[3:]):
        outcome = CheckRecord.Outcome.TALK if number == 1 else CheckRecord.Outcome.OK
        _see(season, person, CheckKind.EXTRACT, 20 + number, outcome=outcome)
    for person in people[2:3]:
        ask_check(actor=season.actor, person_id=person.pk, kind=CheckKind.EXTRACT)


def _certificates(season: Season, volunteers: list[Person]) -> None:
    """The VOG: most are in order, one ends soon, one ended, one was asked."""
    for person in volunteers[2:4]:
        ask_check(actor=season.actor, person_id=person.pk, kind=CheckKind.VOG)
    for number, person in enumerate(volunteers[4:]):
        days = {0: 3 * 365 - 30, 1: 3 * 365 + 20}.get(number, 60 + 9 * number)
        _see(season, person, CheckKind.VOG, days, profile="Zorg voor mensen")


def _see(season: Season, person: Person, kind: CheckKind, days: int, **fields: str) -> None:
    seen_on = season.ago(days)
    seen = Seen(
        kind=kind,
        seen_on=seen_on,
        issued_on=seen_on - timedelta(days=9),
        outcome=fields.get("outcome", CheckRecord.Outcome.OK),
        profile=fields.get("profile", ""),
    )
    see_check(actor=season.actor, person_id=person.pk, seen=seen)
