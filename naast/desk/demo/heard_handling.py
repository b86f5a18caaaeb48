"""The demo's part of handling signals: taken up, advised, decided, answered and closed; one about a coordinator, which
goes round them; all invented."""

from datetime import timedelta

from naast.core import clock
from naast.desk.demo.season import Season
from naast.organisations.actors import Actor
from naast.organisations.models import Country, Function, Membership
from naast.people.models import Person
from naast.signals.inputs import Noticed
from naast.signals.inputs_handling import Advised, Decided
from naast.signals.models import Signal
from naast.signals.policies.reading import visible_to
from naast.signals.services import agenda, calamities, deciding, handling, raising
from naast.signals.states import AnswerWay, Kind, Level, State
from naast.signals.states_handling import Advice, AfterTalk, Outcome, Told

ANSWER = "Dank je dat je dit vertelde. We gingen langs, en er komt nu iemand mee kijken."


def fill(season: Season, active: list[Person]) -> None:
    """A little in every state, for the contact person and for the coordinator."""
    contact = season.of(Function.SAFEGUARDING)
    if not contact.roles.filter(function=Function.SAFEGUARDING).exists():
        return
    actor = season.as_member(contact, Function.SAFEGUARDING)
    _about_a_coordinator(season)
    waiting = list(visible_to(actor).filter(state=State.NEW, handler=None).order_by("id")[:12])
    by_kind = {signal.kind: signal for signal in reversed(waiting) if signal.colleague_id is None}
    if Kind.WORRY in by_kind:
        _decided(season, actor, by_kind[Kind.WORRY])
    if Kind.BOUNDARY in by_kind:
        _made_safe(season, actor, by_kind[Kind.BOUNDARY])
    if Kind.NEED in by_kind:
        _closed(season, by_kind[Kind.NEED])


def _about_a_coordinator(season: Season) -> None:
    """A volunteer of the cast tells something about who coordinates here: neither they nor their peers read it."""
    teller = (
        Membership.objects.filter(
            organisation_id=season.actor.organisation_id, roles__function=Function.VOLUNTEER
        )
        .exclude(roles__function=Function.COORDINATOR)
        .order_by("pk")
        .first()
    )
    if teller is None:
        return
    raising.raise_signal(
        actor=season.as_member(teller, Function.VOLUNTEER),
        noticed=Noticed(
            kind=Kind.BOUNDARY,
            saw="In de gang werd hardop over mijn ziekte gepraat.",
            level=Level.CONSULT,
            seen_on=season.ago(1),
            aspect="against_me",
            only_contact_person=True,
            colleague=season.staff[0],
        ),
    )


def _decided(season: Season, actor: Actor, signal: Signal) -> None:
    """Advice was asked, it is decided, and a week later the reporter should have heard. In the Netherlands somebody
    sees a calamity in it, which is reported."""
    is_dutch = season.house.country == Country.NETHERLANDS
    handling.take_up(actor=actor, signal_id=signal.pk)
    handling.set_level(
        actor=actor,
        signal_id=signal.pk,
        level=Level.TODAY,
        reason="Al drie weken, en niemand ging.",
    )
    advice = Advised(
        asked=Advice.VEILIG_THUIS if is_dutch else Advice.HELPLINE_1712,
        asked_on=season.today,
        facts="Post van drie weken, een lege koelkast, de deur bleef dicht.",
        advice="Ga vandaag met twee langs, en vraag wat iemand nodig heeft.",
    )
    deciding.note_advice(actor=actor, signal_id=signal.pk, given=advice)
    if is_dutch:
        calamities.note_calamity(actor=actor, signal_id=signal.pk)
        calamities.report_calamity(
            actor=actor,
            signal_id=signal.pk,
            reported_to="De toezichthouder van de gemeente",
            reported_at=clock.now() - timedelta(minutes=5),
        )
    decision = Decided(
        outcome=Outcome.ELSEWHERE,
        words="De huisarts gaat langs, wij bellen elke dag.",
        decided_on=season.today,
        told=Told.YES,
        after_talk=AfterTalk.HELP,
        passed_to="De huisarts",
        passed_on=season.today,
        for_organisation="Dat iemand het ziet, en dat het niet blijft liggen.",
        for_volunteer="Niet alleen aan de deur staan.",
        for_participant="Eten, en iemand die aanbelt.",
    )
    deciding.decide(actor=actor, signal_id=signal.pk, given=decision)
    agenda.put_on_agenda(
        actor=actor,
        signal_id=signal.pk,
        text="Hoe merken we sneller dat iemand de deur niet meer opendoet?",
        is_checked=True,
    )


def _made_safe(season: Season, actor: Actor, signal: Signal) -> None:
    """Taken up, with a first measure and its day."""
    handling.take_up(actor=actor, signal_id=signal.pk)
    handling.note_measure(
        actor=actor,
        signal_id=signal.pk,
        words="Twee vrijwilligers gaan samen, tot er gepraat is.",
        due_on=season.ago(-2),
    )


def _closed(season: Season, signal: Signal) -> None:
    """The coordinator looked after it, answered and closed it."""
    actor = season.as_member(season.staff[0], Function.COORDINATOR)
    if not visible_to(actor).filter(pk=signal.pk).exists():
        return
    handling.take_up(actor=actor, signal_id=signal.pk)
    decision = Decided(
        outcome=Outcome.SUPPORT,
        words="Een vrijwilliger met een auto rijdt op marktdag.",
        decided_on=season.today,
        told=Told.YES,
    )
    deciding.decide(actor=actor, signal_id=signal.pk, given=decision)
    deciding.answer(
        actor=actor,
        signal_id=signal.pk,
        words=ANSWER,
        way=AnswerWay.PHONE,
        answered_on=season.today,
    )
    deciding.close(actor=actor, signal_id=signal.pk)
