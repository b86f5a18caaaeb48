"""The demo's part of accountability: breaches in every state, the house's own words in the register, an assessment
that was signed, firms, and an administrator who read along; all invented."""

from datetime import timedelta

from naast.accountability.inputs import ActivityWords, Facts, ProcessorWords, Report, Told
from naast.accountability.services import breaches, papers, sessions
from naast.accountability.states import DataKind, Encrypted, Happened, NotTold, Risk, Whose
from naast.accountability.texts import questions
from naast.core import clock
from naast.desk.demo.season import Season
from naast.organisations import staff_sessions
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Role
from naast.people.models import Person

ANSWERS = {
    "why": "Mensen die weinig anderen zien, vinden hier iemand die langskomt. Vrijwilligers weten waar ze aan toe zijn.",
    "needed": "We vragen geen rijksregisternummer en geen diagnose. Vorig jaar schrapten we drie velden.",
    "basis": "Voor wensen van deelnemers vragen we toestemming, en we leggen uit waarom.",
    "asked": "Vier deelnemers en vijf vrijwilligers lazen mee. Ze wilden kunnen zien wie hun dossier opent.",
    "wrong": "Iemand leest een wens die niet voor hem is. Een lijst raakt kwijt op de bus.",
    "measures": "Lijsten blijven op het scherm. Elke maand kijkt een collega wie wat mag openen.",
    "left": "Een telefoon kan gestolen worden. Dat dragen we: er staat niets op zonder aanmelden.",
    "officer": "Een jurist van de koepel las mee.",
}


def fill(season: Season, active: list[Person]) -> None:
    """A little in every state, so that every page has something to show."""
    actor = season.as_member(season.staff[0], Function.COORDINATOR)
    _breaches(actor)
    _papers(actor)
    _firms(actor)
    _read_along(season)


def _facts(hours: int, story: str, **more: object) -> Facts:
    given: dict[str, object] = {
        "aware_at": clock.now() - timedelta(hours=hours),
        "happened": Happened.SEEN,
        "story": story,
        "which": (DataKind.CONTACT, DataKind.PLANNING),
        "whose": (Whose.PARTICIPANTS,),
        "encrypted": Encrypted.NO,
        "people_count": 6,
    }
    return Facts(**(given | more))  # type: ignore[arg-type]  # a mapping of what is given


def _breaches(actor: Actor) -> None:
    """One somebody just told of, one whose clock runs, one that was handled, one that was none."""
    breaches.notice(actor=actor, words="Een bezoeker zag misschien de planning op het scherm.")
    running = breaches.notice(
        actor=actor, words="De brief voor mevrouw lag bij de buren in de bus."
    )
    breaches.take_up(actor=actor, breach_id=running.pk)
    breaches.write_facts(
        actor=actor,
        breach_id=running.pk,
        facts=_facts(5, "Twee omslagen werden verwisseld. De buur gaf de brief open terug."),
    )
    _handled(actor)
    nothing = breaches.notice(
        actor=actor, words="Is de nieuwsbrief naar de verkeerde lijst gegaan?"
    )
    breaches.nothing_leaked(
        actor=actor, breach_id=nothing.pk, words="Nee: het was een proef met verzonnen adressen."
    )


def _handled(actor: Actor) -> None:
    done = breaches.notice(actor=actor, words="De tablet van het onthaal is weg.")
    breaches.take_up(actor=actor, breach_id=done.pk)
    lost = _facts(
        3,
        "De tablet bleef liggen op de trein. Alles erop is versleuteld en de toegang is afgesloten.",
        happened=Happened.LOST,
        encrypted=Encrypted.YES,
        measures="Afgemeld vanop afstand. Een nieuw wachtwoord voor iedereen van het onthaal.",
    )
    breaches.write_facts(actor=actor, breach_id=done.pk, facts=lost)
    breaches.weigh(
        actor=actor, breach_id=done.pk, risk=Risk.RISK, words="Klein, maar we willen zeker zijn."
    )
    sent = Report(
        sent_at=clock.now(), words="Het formulier ingevuld met wat we weten.", reference="2026-0000"
    )
    breaches.report(actor=actor, breach_id=done.pk, told=sent)
    breaches.answer_people(actor=actor, breach_id=done.pk, told=Told(not_told=NotTold.ENCRYPTED))
    breaches.close(
        actor=actor, breach_id=done.pk, lessons="De tablet blijft voortaan op het onthaal liggen."
    )


def _papers(actor: Actor) -> None:
    papers.write_activity(
        actor=actor,
        code="together",
        words=ActivityWords(
            basis="consent",
            basis_words="We vragen toestemming bij het eerste gesprek, in gewone woorden.",
        ),
    )
    papers.keep_own_activity(
        actor=actor,
        words=ActivityWords(
            title="Nieuwsbrief",
            purpose="Vertellen wat er leeft in huis.",
            basis="consent",
            people="Wie zich inschreef.",
            receivers="De firma die de mails verstuurt.",
            term="Tot iemand zich uitschrijft.",
        ),
    )
    made = papers.begin_assessment(actor=actor)
    given = {each.code: ANSWERS[each.code] for each in questions()}
    papers.answer_assessment(actor=actor, assessment_id=made.pk, answers=given)
    papers.sign_assessment(actor=actor, assessment_id=made.pk)
    papers.begin_assessment(actor=actor)
    papers.decide_field(
        actor=actor,
        field="people.VolunteerProfile.professional_past",
        decision="keep",
        why="Bij het eerste gesprek vertellen mensen er graag over.",
    )


def _firms(actor: Actor) -> None:
    clouds = papers.keep_processor(
        actor=actor,
        words=ProcessorWords(
            name="Wolkenbewaarders",
            does="Houdt de servers draaiende en maakt reservekopieën.",
            place="België",
            gets="Alles, versleuteld waar het gevoelig is.",
            kept_where="Map 4, bij het onthaal",
        ),
    )
    papers.keep_processor(
        actor=actor,
        words=ProcessorWords(
            name="Schijvenhuis", does="Bewaart de reservekopieën.", place="Ierland"
        ),
        through_id=clouds.pk,
    )


def _read_along(season: Season) -> None:
    """Where somebody is administrator and nothing else: a session that was ended."""
    coordinators = Role.objects.filter(function=Function.COORDINATOR).values("membership_id")
    only = Membership.objects.filter(
        organisation_id=season.actor.organisation_id, roles__function=Function.ADMINISTRATOR
    ).exclude(pk__in=coordinators)
    for member in only[:1]:
        actor = season.as_member(member, Function.ADMINISTRATOR)
        made = sessions.open_session(
            actor=actor,
            reason="asked",
            words="Een lijst toonde iemand twee keer. Een coördinator vroeg om mee te kijken.",
            minutes=15,
        )
        staff_sessions.end_session(actor=actor, session_id=made.pk)
