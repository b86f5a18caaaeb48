"""The case bank of the demo: our starter set, one case of their own, and sheets chosen for programmes."""

from dataclasses import replace

from naast.casebook import services
from naast.casebook.cards import VERSION
from naast.casebook.inputs import CaseText
from naast.casebook.models import CardsRead, Case, Sheet
from naast.core import clock
from naast.desk.demo.season import Season
from naast.people.models import Person

# What volunteers of a programme made from this preset read beforehand.
SHEETS = {
    "buddy": ("poverty", "mental"),
    "home_visits": ("lonely", "older"),
    "home_administration": ("debts", "low_literacy"),
    "ward": ("older", "dementia"),
    "palliative": ("seriously_ill", "grief"),
    "language_practice": ("newcomers",),
    "circle": ("circle",),
}
OWN = CaseText(
    title="De sleutel onder de mat",
    language="nl",
    situation="Mia is zestig en verstrooid. Ze vraagt of jij haar sleutel wilt bewaren, voor het geval ze "
    "zichzelf buitensluit. Je woont om de hoek, en je zou het voor elke buurvrouw doen.",
    themes=["boundaries", "closeness"],
    groups=["older"],
    settings=["home"],
    questions=["Wat is er handig aan? Wat kan er misgaan?", "Wie zou die sleutel kunnen bewaren?"],
    helps=["Zoek samen een oplossing die niet van jou alleen afhangt."],
    document="do_dont",
)


def fill(season: Season, volunteers: list[Person]) -> None:
    """The set, one of their own, one put aside, and a few volunteers who read the cards."""
    boss = season.staff[0]
    actor = replace(
        season.actor, user_id=boss.user_id, membership_id=boss.pk, person_id=boss.person_id
    )
    services.take_starter_set(actor=actor)
    services.write_case(actor=actor, text=OWN)
    aside = Case.objects.get(organisation_id=actor.organisation_id, code="same_work")
    services.show_case(actor=actor, case_id=aside.pk, is_shown=False)
    here = dict(
        Sheet.objects.filter(organisation_id=actor.organisation_id).values_list("code", "pk")
    )
    for programme in season.programmes:
        ids = [here[code] for code in SHEETS.get(programme.preset, ())]
        services.choose_sheets(actor=actor, programme_id=programme.pk, sheet_ids=ids)
    CardsRead.objects.bulk_create(
        CardsRead(
            organisation_id=actor.organisation_id,
            person=person,
            version=VERSION,
            read_on=clock.today(),
        )
        for person in volunteers[::3]
    )
