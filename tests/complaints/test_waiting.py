"""What waits: on the desk, on the homes, at night; and what goes at the end of its term."""

from datetime import date, timedelta

import pytest
import time_machine

from naast.complaints import attention, home, keeping
from naast.complaints.models import Complaint, MediatedTalk, Observation
from naast.complaints.personal_data import OF_OTHER, OF_REPORTER
from naast.complaints.queries import around
from naast.complaints.queries.figures import FEWER, figures_of
from naast.complaints.services import filing, handling, nightly, outcomes, safety, talks
from naast.complaints.showing import next_of
from naast.complaints.states import About, Content, Yes
from naast.core import clock, drafts
from naast.core.errors import NotAllowed, StateConflict
from naast.core.personal_data import personal_fields, places
from naast.messaging.models import Message, Reminder
from naast.organisations.models import Function, Membership
from naast.people.models import Person
from naast.privacy.queries.somebody import somebody
from naast.privacy.queries.telling import left_out, told_to
from naast.signals.models import Signal
from naast.signals.states import Path
from tests.complaining import Way, answer, listener, plan, seen, told
from tests.conftest import Cast
from tests.factories import actor_of, member
from tests.hearing import away

ROOM = "complaints."


def kinds(cast: Cast, name: str) -> set[str]:
    """What stands on somebody's desk; what there is a sign for is what there are items for."""
    actor, now = cast.actor(name), clock.now()
    signs = {key for key, rows in attention.signs(actor, now=now).items() if rows.exists()}
    items = attention.items(actor, now=now)
    assert {item.kind for item in items} == {key.replace(".", "-") for key in signs}
    assert all(item.owner_id == actor.membership_id for item in items)
    assert not any("Piet" in item.headline or "Bea" in item.headline for item in items)
    return {key.split(".")[1] for key in signs}


def asked(cast: Cast, name: str, hat: str) -> list[str]:
    """The pages that a home asks somebody to open."""
    actor, now = cast.actor(name), clock.now()
    there = {key for key, rows in home.signs(actor, hat, now=now).items() if rows.exists()}
    asks = home.asks(actor, hat, now=now, there=there)
    assert asks == home.asks(actor, hat, now=now)
    return sorted(there)


def test_the_desk_of_who_was_chosen_says_what_comes_next_and_no_other_desk(cast: Cast) -> None:
    listener(cast, Function.COORDINATOR, name="Els")
    way = Way(cast.amal, told(cast, cast.amal))
    assert kinds(cast, "amal") == {"to-confirm"}
    way.planned(suits=False)
    assert kinds(cast, "amal") == set()
    no = talks.answer_plan(actor=cast.actor("bea"), complaint_id=way.pk, suits=False)
    assert no.other_yes == Yes.NO
    assert kinds(cast, "amal") == {"does-not-suit"}
    with time_machine.travel(clock.now() + timedelta(weeks=5, days=1)):
        assert kinds(cast, "amal") == {"does-not-suit", "to-hold", "term-near"}
    assert kinds(cast, "chris") == kinds(cast, "nele") == set()
    els = actor_of(Membership.objects.get(user__name="Els"))
    assert not attention.items(els, now=clock.now())


def test_a_day_to_look_back_comes_to_the_desk(cast: Cast) -> None:
    Way(cast.amal, told(cast, cast.amal)).answered()
    assert kinds(cast, "amal") == set()
    with time_machine.travel(clock.now() + timedelta(weeks=6)):
        assert kinds(cast, "amal") == {"to-look-back"}


def test_a_coordinator_on_the_other_side_hears_of_it_when_it_was_shared(cast: Cast) -> None:
    mia = listener(cast)
    complaint = told(
        cast, mia, other_id=None, other_member_id=cast.amal.pk, about=About.COORDINATOR
    )
    way = Way(mia, complaint).confirmed()
    assert kinds(cast, "amal") == set()
    handling.share(actor=way.actor, complaint_id=way.pk, words="Hierover.")
    assert kinds(cast, "amal") == {"my-view"}
    talks.plan(actor=way.actor, complaint_id=way.pk, plan=plan(mia))
    assert kinds(cast, "amal") == {"my-view", "my-yes"}


def test_each_of_the_two_is_asked_what_is_theirs_to_answer(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).confirmed()
    assert asked(cast, "piet", "participant") == [home.VIEW]
    assert asked(cast, "bea", "volunteer") == []
    handling.share(actor=way.actor, complaint_id=way.pk, words="Hierover.")
    assert asked(cast, "bea", "volunteer") == [home.VIEW]
    way.heard()
    talks.plan(actor=way.actor, complaint_id=way.pk, plan=plan(mia))
    assert asked(cast, "bea", "volunteer") == asked(cast, "piet", "participant") == [home.DAY]
    talks.answer_plan(actor=cast.actor("bea"), complaint_id=way.pk, suits=True)
    talks.answer_plan(actor=cast.actor("piet"), complaint_id=way.pk, suits=True)
    way.came()
    talks.hold(actor=way.actor, complaint_id=way.pk, words="Beiden aan tafel.")
    outcomes.answer(actor=way.actor, complaint_id=way.pk, answer=answer())
    assert asked(cast, "bea", "volunteer") == []
    with time_machine.travel(clock.now() + timedelta(weeks=6)):
        assert asked(cast, "bea", "volunteer") == [home.BACK]
        outcomes.say_how_it_is(
            actor=cast.actor("bea"), complaint_id=way.pk, content=Content.DID_NOT_WANT
        )
        assert asked(cast, "bea", "volunteer") == []
        assert asked(cast, "piet", "participant") == [home.BACK]
    assert asked(cast, "nele", "professional") == []


def test_who_told_it_is_asked_to_choose_again(cast: Cast) -> None:
    mia = listener(cast)
    complaint = told(cast, mia)
    handling.step_aside(actor=actor_of(mia), complaint_id=complaint.pk)
    assert asked(cast, "piet", "participant") == [home.CHOICE]
    assert asked(cast, "bea", "volunteer") == []


def test_who_is_no_longer_here_hears_nothing_of_it(cast: Cast) -> None:
    mia = listener(cast)
    complaint = told(cast, mia)
    mia.ended_on = clock.today()
    mia.save()
    before = Message.objects.filter(user=mia.user).count()
    filing.withdraw(actor=cast.actor("piet"), complaint_id=complaint.pk)
    assert Message.objects.filter(user=mia.user).count() == before


def test_a_coordinator_who_told_it_is_asked_on_the_desk(cast: Cast) -> None:
    mia = listener(cast)
    complaint = told(cast, mia, by="amal", other_id=cast.person_id("bea"))
    assert kinds(cast, "amal") == set()
    handling.step_aside(actor=actor_of(mia), complaint_id=complaint.pk)
    assert kinds(cast, "amal") == {"my-choice"}


def tonight() -> list[Message]:
    """What the night tells, twice in a row: the second time nothing."""
    before = set(Message.objects.values_list("pk", flat=True))
    nightly.run(clock.now())
    assert nightly.run(clock.now()) == {"reminders of complaints": 0}
    return list(Message.objects.exclude(pk__in=before))


def test_the_night_reminds_of_days_that_were_promised(cast: Cast) -> None:
    mia = listener(cast)
    way, start = Way(mia, told(cast, mia)), clock.now()
    assert tonight() == []
    with time_machine.travel(start + timedelta(days=10)):
        assert [each.user for each in tonight()] == [mia.user]
    way.planned(in_hours=24)
    assert {each.user for each in tonight()} == {mia.user, cast.bea.user, cast.piet.user}
    with time_machine.travel(start + timedelta(days=36)):
        assert [each.user for each in tonight()] == [mia.user]
    assert not any("Piet" in each.body or "Bea" in each.body for each in Message.objects.all())


def test_who_stands_in_is_reminded_as_well_and_never_one_of_the_two(cast: Cast) -> None:
    mia, ann = listener(cast), listener(cast, name="Ann")
    told(cast, mia)
    soon = clock.now() + timedelta(days=10)
    with time_machine.travel(soon):
        away(mia, ann)
        assert {each.user for each in tonight()} == {mia.user, ann.user}
    told(cast, mia, other_id=None, other_member_id=ann.pk, seen=seen(facts="Over Ann."))
    with time_machine.travel(soon + timedelta(days=1)):
        assert {each.user for each in tonight()} == {mia.user}


def test_nobody_is_reminded_of_a_talk_that_does_not_suit(cast: Cast) -> None:
    mia = listener(cast)
    Way(mia, told(cast, mia)).planned(suits=False, in_hours=24)
    assert tonight() == []


def test_a_day_that_went_by_without_a_yes_of_both_asks_for_another(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).planned(suits=False)
    talk = MediatedTalk.objects.get()
    before, after = (talk.starts_at + timedelta(minutes=each) for each in (-1, 1))
    assert next_of(way.now, talk, now=before) is None
    waits = next_of(way.now, talk, now=after)
    assert waits is not None
    assert waits.page == "plan_talk"


def test_the_night_asks_both_to_look_back(cast: Cast) -> None:
    mia = listener(cast)
    Way(mia, told(cast, mia)).answered()
    with time_machine.travel(clock.now() + timedelta(weeks=6)):
        assert {each.user for each in tonight()} == {cast.bea.user, cast.piet.user}


def test_two_years_after_it_is_over_everything_of_it_goes(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).answered()
    open_one = told(cast, mia, seen=seen(facts="Iets anders."))
    Complaint.objects.filter(pk=way.pk).update(state="closed", closed_on=date(2024, 3, 1))
    Reminder.objects.create(
        organisation=cast.here, kind=nightly.KIND, subject_id=way.pk, step="answer"
    )
    drafts.keep(mia.user_id, f"complaint-answer:{way.pk}", {"words": "Half"})
    due = keeping.COMPLAINTS.due(cast.here.pk, date(2024, 3, 2))
    assert [row.pk for row in due] == [way.pk]
    assert not keeping.COMPLAINTS.due(cast.here.pk, date(2024, 3, 1)).exists()
    assert not keeping.COMPLAINTS.due(cast.elsewhere.pk, date(2024, 3, 2)).exists()
    assert keeping.erase([way.pk]) == 1
    assert Complaint.objects.get() == open_one
    assert Observation.objects.get().complaint == open_one
    assert not MediatedTalk.objects.exists()
    assert not Reminder.objects.exists()
    assert not drafts.kept(mia.user_id, f"complaint-answer:{way.pk}")


def told_fields(cast: Cast, name: str) -> set[str]:
    """The fields of complaints, talks and observations in somebody's own copy."""
    who = somebody(Person.objects.get(pk=cast.person_id(name)))
    assert not any(part.place.model.startswith(ROOM) for part in told_to(who, is_own=False))
    titles = {place.title for place in places() if place.model.startswith(ROOM)}
    assert titles.isdisjoint(title for title, _why in left_out(who, is_own=True))
    parts = [part for part in told_to(who, is_own=True) if part.place.model.startswith(ROOM)]
    return {field for part in parts for names in part.fields.values() for field in names}


def test_a_copy_holds_ones_own_words_and_nothing_before_it_was_shared(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia)).confirmed()
    assert told_fields(cast, "bea") == set()
    assert "reporter_view" in told_fields(cast, "piet")
    handling.share(actor=way.actor, complaint_id=way.pk, words="Hierover.")
    assert {"other_view", "shared_words"} <= told_fields(cast, "bea")
    assert not {"reporter_view", "other_words", "named_on", "facts"} & told_fields(cast, "bea")


def closed(cast: Cast, mia: Membership, number: int, **fields: object) -> None:
    """So many that are over."""
    for each in range(number):
        made = told(cast, mia, seen=seen(facts=f"{fields} {each}"))
        Complaint.objects.filter(pk=made.pk).update(
            state="closed",
            closed_on=clock.today(),
            confirmed_on=made.confirm_by,
            answered_on=made.answer_by,
            **fields,
        )


def test_figures_of_a_year_hold_no_number_under_three(cast: Cast) -> None:
    mia, year = listener(cast), clock.today().year
    closed(cast, mia, 3, about=About.VOLUNTEER)
    closed(cast, mia, 2, about=About.COORDINATOR, appealed_on=clock.today())
    told(cast, mia, seen=seen(facts="Nog open."))
    shown = figures_of(cast.actor("amal"), year=year)
    assert shown.total == 5
    assert dict(shown.about) == {
        About.VOLUNTEER.label: 3,
        **{each.label: FEWER for each in About if each != About.VOLUNTEER},
    }
    assert [number for _words, number in shown.ended] == [5, FEWER, FEWER]
    assert [number for _words, number in shown.kept] == [5, 5, FEWER, FEWER, FEWER, FEWER]
    before = figures_of(actor_of(member(cast.here, Function.BOARD)), year=year - 1)
    assert before.total == FEWER
    assert figures_of(cast.actor("chris"), year=year).total == FEWER
    for name in ("bea", "nele"):
        with pytest.raises(NotAllowed):
            figures_of(cast.actor(name), year=year)


def test_a_day_later_than_promised_is_counted_as_late(cast: Cast) -> None:
    mia = listener(cast)
    closed(cast, mia, 3)
    late = clock.today() + timedelta(days=100)
    Complaint.objects.update(confirmed_on=late, answered_on=late)
    kept = [
        number for _words, number in figures_of(cast.actor("amal"), year=clock.today().year).kept
    ]
    assert kept[:3] == [FEWER, FEWER, 3]


def test_somebody_who_is_not_safe_becomes_a_signal_for_the_contact_person(cast: Cast) -> None:
    mia = listener(cast)
    way = Way(mia, told(cast, mia))
    safety.pass_on(actor=way.actor, complaint_id=way.pk, words="Iemand is bang.", is_now=True)
    signal = Signal.objects.get()
    assert (signal.path, signal.told_to_me, signal.may_name) == (
        Path.SAFEGUARDING,
        "Iemand is bang.",
        False,
    )
    assert cast.person_id("piet") not in (signal.reporter_id, signal.about_id)
    assert way.now.signalled_on == clock.today()
    with pytest.raises(StateConflict):
        safety.pass_on(actor=way.actor, complaint_id=way.pk, words="Nog eens.")


def test_nobody_finds_names_who_does_not_listen(cast: Cast) -> None:
    assert around.volunteers_named(cast.actor("nele"), "bea") == []


def test_every_personal_field_of_a_complaint_is_somebodys() -> None:
    assert personal_fields(Complaint) == OF_REPORTER | OF_OTHER
