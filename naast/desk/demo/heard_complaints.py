"""The demo's part of complaints: one in each state, about things that go wrong everywhere; all invented."""

from datetime import timedelta
from typing import Any

from naast.complaints.inputs import Answer, ForSomebody, HouseTerms, NewComplaint, TalkPlan, Told
from naast.complaints.models import Complaint, MediatedTalk
from naast.complaints.services import filing, handling, outcomes, talks
from naast.complaints.states import About, Content, Hat, NoTalk, Side, View, Yes
from naast.core import clock
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.parting.inputs import SeenInput
from naast.people.models import Person

ANSWER = "We spraken af zonder het op te schrijven. Zo wist niemand van wie wat was."
AGREED = "Nele belt elke eerste maandag. Wat verandert, staat dezelfde dag op de kaart."
WENT_WELL = "Beiden bleven aan tafel, ook toen het even stil werd."
VIEWS = {
    Side.REPORTER: "Ik stond twee keer voor een dichte deur. Ik voelde me niet meer welkom.",
    Side.OTHER: "Ik dacht dat de planning dat doorgaf. Nu ik dit hoor, had ik zelf moeten bellen.",
}


def fill(season: Season, active: list[Person]) -> None:
    """A complaint in every state, for who listens in this house."""
    admin = season.as_member(season.staff[0], Function.COORDINATOR)
    terms = HouseTerms(
        confirm_days=5,
        answer_weeks=6,
        look_back_weeks=6,
        appeal_name="Raad voor het Goede Gesprek (verzonnen)",
        appeal_address="Pleinstraat 1, 0000 Ergens",
        appeal_phone="000 00 00 01",
    )
    outcomes.change_terms(actor=admin, terms=terms)
    receiver, function = _who_listens(season)
    house = _House(season, receiver, season.as_member(receiver, function))
    house.of_the_cast(_of_cast(season, "volunteer"), _of_cast(season, "participant"))
    house.of_family()
    house.of_the_coordinator(admin)
    house.by_hearsay()
    house.withdrawn()


def _who_listens(season: Season) -> tuple[Membership, Function]:
    for function in (Function.MEDIATOR, Function.SAFEGUARDING):
        for member in season.staff:
            if member.roles.filter(function=function).exists():
                return member, function
    return season.staff[0], Function.COORDINATOR


def _of_cast(season: Season, hat: str) -> Person:
    """Somebody who signs in as this."""
    rows = Person.objects.filter(
        organisation_id=season.actor.organisation_id,
        user__isnull=False,
        **{f"{hat}__isnull": False},
    )
    return rows.order_by("pk")[0]


class _House:
    """Tells and takes along the way the complaints of one house."""

    def __init__(self, season: Season, receiver: Membership, actor: Actor) -> None:
        self.season, self.receiver, self.actor = season, receiver, actor
        self.professional = season.of(Function.PROFESSIONAL)
        if self.professional.pk == receiver.pk:
            self.professional = season.staff[0]

    def told(self, facts: str, *, whom: Person | None = None, **fields: object) -> Complaint:
        """By one of the cast themselves, or written down for family."""
        usual: dict[str, object] = {
            "about": About.PROFESSIONAL.value,
            "hat": Hat.VOLUNTEER.value,
            "other_member_id": self.professional.pk,
            "may_be_named": True,
        }
        is_first_hand = bool(fields.pop("is_first_hand", True))
        seen = SeenInput(
            seen_on=self.season.ago(6),
            is_first_hand=is_first_hand,
            seen_by="" if is_first_hand else "Een buurvrouw",
            facts=facts,
        )
        new = NewComplaint(**(usual | fields), seen=seen, receiver_id=self.receiver.pk)  # type: ignore[arg-type]  # each is what the field of that name takes
        if whom is None:
            family = ForSomebody(name="Dochter van een bewoner, belt liefst na zes uur")
            return filing.write_down(actor=self.actor, new=new, whom=family)
        own = self.season.as_person(whom, Function.VOLUNTEER)
        return filing.tell_complaint(actor=own, new=new)

    def shared(self, complaint: Complaint, words: str) -> None:
        """Heard, and the other side is asked."""
        handling.confirm(actor=self.actor, complaint_id=complaint.pk)
        handling.share(actor=self.actor, complaint_id=complaint.pk, words=words)

    def heard(self, complaint: Complaint) -> None:
        """Both said how they see it."""
        for side, words in VIEWS.items():
            told = Told(side=side, how=View.WRITTEN_DOWN, words=words)
            handling.write_view_down(actor=self.actor, complaint_id=complaint.pk, told=told)

    def planned(self, complaint: Complaint, *, is_over: bool, yes: tuple[Side, ...] = ()) -> None:
        """A talk within a week; or one that was yesterday, with a yes of both."""
        plan = TalkPlan(
            starts_at=clock.now() + timedelta(days=6),
            place="Buurthuis, kamer boven",
            mediator_id=self.receiver.pk,
        )
        talks.plan(actor=self.actor, complaint_id=complaint.pk, plan=plan)
        for side in yes:
            told = Told(side=side, how=Yes.YES)
            talks.note_answer(actor=self.actor, complaint_id=complaint.pk, told=told)
        if is_over:
            moment = self.season.moment(self.season.ago(1))
            MediatedTalk.objects.filter(complaint=complaint).update(starts_at=moment)

    def answered(self, complaint: Complaint) -> None:
        """With an answer, after the talk."""
        self.planned(complaint, is_over=True, yes=tuple(Side))
        talks.hold(
            actor=self.actor,
            complaint_id=complaint.pk,
            words="Beiden zegden wat ze zagen. Het werd rustiger na een tas koffie.",
        )
        self.heard(complaint)
        answer = Answer(
            outcome=ANSWER,
            agreed=AGREED,
            went_well=WENT_WELL,
            look_back_on=self.season.ago(-42),
        )
        outcomes.answer(actor=self.actor, complaint_id=complaint.pk, answer=answer)

    def of_the_cast(self, volunteer: Person, participant: Person) -> None:
        """What those who sign in told themselves, and what is about one of them."""
        self.told("De sleutel van het lokaal lag er weer niet.", whom=volunteer)
        waits = self.told("Mijn uren werden veranderd zonder iets te vragen.", whom=volunteer)
        self.shared(waits, "Uren die veranderden zonder overleg.")
        self.planned(waits, is_over=False, yes=(Side.OTHER,))
        back = self.told("Twee keer stond ik voor een dichte deur.", whom=volunteer)
        self.shared(back, "Twee bezoeken die niet doorgingen zonder bericht.")
        self.answered(back)
        Complaint.objects.filter(pk=back.pk).update(look_back_on=self.season.today)
        asked = self.told(
            "Er werd over mij gepraat terwijl ik erbij zat.",
            whom=participant,
            about=About.VOLUNTEER.value,
            hat=Hat.PARTICIPANT.value,
            other_member_id=None,
            other_id=volunteer.pk if volunteer.pk != participant.pk else None,
            may_be_named=False,
        )
        handling.confirm(actor=self.actor, complaint_id=asked.pk)
        if volunteer.pk != participant.pk:
            handling.share(
                actor=self.actor,
                complaint_id=asked.pk,
                words="Iemand hoorde over zich praten, en vond dat naar.",
            )

    def of_family(self) -> None:
        """Written down for somebody without an account: heard; talked about; without a talk; closed."""
        family: dict[str, Any] = {
            "hat": Hat.FAMILY.value,
            "about": About.PRACTICE.value,
            "other_member_id": None,
        }
        heard = self.told("Op zondag weet niemand wie er komt.", **family)
        to_share = self.told("Het bezoekuur begon drie keer te laat.", hat=Hat.FAMILY.value)
        for made in (heard, to_share):
            handling.confirm(actor=self.actor, complaint_id=made.pk)
        talked = self.told("Mijn moeder werd aangesproken met een koosnaam.", hat=Hat.FAMILY.value)
        self.shared(talked, "Over hoe we mensen aanspreken.")
        self.planned(talked, is_over=True, yes=tuple(Side))
        alone = self.told("Er werd geroepen in de gang.", hat=Hat.FAMILY.value)
        self.shared(alone, "Over een luide woordenwisseling in de gang.")
        self.heard(alone)
        handling.no_talk(
            actor=self.actor,
            complaint_id=alone.pk,
            reason=NoTalk.DOES_NOT_WANT,
            words="De dochter wil graag antwoord, en geen gesprek.",
        )
        closed = self.told("De foto hing er zonder iets te vragen.", hat=Hat.FAMILY.value)
        self.shared(closed, "Over een foto aan het prikbord.")
        self.answered(closed)
        Complaint.objects.filter(pk=closed.pk).update(look_back_on=self.season.ago(2))
        for side in Side:
            told = Told(side=side, how=Content.YES)
            outcomes.note_how_it_is(actor=self.actor, complaint_id=closed.pk, told=told)
        outcomes.close(actor=self.actor, complaint_id=closed.pk)

    def of_the_coordinator(self, admin: Actor) -> None:
        """One that a coordinator was chosen to listen to."""
        if admin.membership_id == self.receiver.pk:
            return
        other, self.receiver = self.receiver, self.season.staff[0]
        self.told("Het formulier is te lang voor mijn vader.", hat=Hat.FAMILY.value,
                  about=About.DECISION.value, other_member_id=None)  # fmt: skip
        self.receiver = other

    def by_hearsay(self) -> None:
        """What nobody saw themselves: one to look at still, and one that ended with words to both."""
        for number in range(2):
            made = self.told(
                f"Er zou iets gezegd zijn in de keuken ({number + 1}).",
                hat=Hat.FAMILY.value,
                is_first_hand=False,
            )
            self.shared(made, "Over iets wat in de keuken gezegd zou zijn.")
            if number:
                handling.cannot(
                    actor=self.actor,
                    complaint_id=made.pk,
                    words="Niemand hoorde het zelf. Zo kunnen we er niet naar kijken.",
                    other_words="Er was een vraag, en niemand hoorde het zelf. Er blijft niets van.",
                )

    def withdrawn(self) -> None:
        """Taken back."""
        made = self.told("De koffie was op.", hat=Hat.FAMILY.value)
        handling.note_withdrawal(actor=self.actor, complaint_id=made.pk)
