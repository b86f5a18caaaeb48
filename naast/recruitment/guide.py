"""What a talk with a candidate is about (pure): opening and closing lines, prompts, the sheet to prepare.

A talk and no exam: the lines help whoever leads it, nothing in them has to be asked or filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.recruitment.models import Talk


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to ask or tell. `hint` is for who leads the talk; notes keep its `code`. Of a prompt
    that `keeps_no_words` only what was arranged is written down, never the story. What is agreed stands in
    a `section` of the facts; with `only_there` no note is kept beside it."""

    code: str
    asks: Text
    hint: Text = ""
    keeps_no_words: bool = False
    section: str = ""
    only_there: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A few prompts that belong together."""

    title: Text
    prompts: tuple[Prompt, ...]


# Before anything else: people who were turned away before are tense (S1-238, S1-20).
OPENING: tuple[Text, ...] = (
    _("Welcome, coffee or tea first. Show where the coat goes and where the toilet is."),
    _("«Good that you are here. This is no exam: we see together what suits you.»"),
    _("«You may ask me as much as I ask you. You may skip any question.»"),
    _("Somebody is nervous? Say that this is normal, take more time, walk a little together."),
    _("Did somebody come along? Welcome both. The candidate decides what is talked about."),
    _("«I write down a few words. You may read what I share with you, and add to it.»"),
)
CLOSING: tuple[Text, ...] = (
    _("«What are you taking home from this talk? What did I not ask?»"),
    _("Say what happens next, by which day, and who calls whom. Write it down for them."),
    _("«Take your time. You choose freely: yes, no and later are all good answers.»"),
    _("«Is there something we don’t have? Then we look together for another place.»"),
    _("Thank them for coming, and walk along to the door."),
)
WHY = Prompt(
    "why_here",
    _("Why do you want to volunteer, and why with us?"),
    _("Let them tell it in their own words. We come back to it in later talks."),
)
# The four questions of a coaching talk, from the first talk on (S1-261).
COACHING = (
    Prompt(
        "goal", _("What do you hope for? When would you say: this was worth it?"), _("The goal.")
    ),
    Prompt("how", _("How would you like to go about it? What is a first step?"), _("The way.")),
    Prompt(
        "helps",
        _("What helps you? What can you do well, and who is there for you?"),
        _("Strengths and people to lean on."),
    ),
    Prompt(
        "in_the_way",
        _("What could get in the way? What do we do then?"),
        _("Ask it lightly: everybody has something."),
    ),
)
ROLE = (
    Prompt(
        "own_words",
        _("How would you tell a friend what you are going to do here?"),
        _("So you hear what came across. What would they rather not do?"),
    ),
    Prompt(
        "limits",
        _("What are your limits? Where do you say: up to here?"),
        _("Closeness, phone, money, evenings, stairs… Ours too."),
        section="practical",
    ),
    Prompt(
        "availability",
        _("When can you free yourself, how often, and for how long?"),
        _("Trust takes time. An honest «three months» is better than a polite «for years»."),
        section="practical",
    ),
)
PAST = (
    Prompt(
        "hat",
        _("What work did or do you do? Which hat do you wear here?"),
        _(
            "Knowledge is welcome. A nurse who volunteers does not nurse: talk about where that gets hard."
        ),
    ),
    Prompt(
        "own_loss",
        _("Is this a place that means something to you? Did you lose somebody here or like this?"),
        _(
            "With care, and only if they like. Don’t write the reason: only what you agree, such as «later» or «another ward»."
        ),
        keeps_no_words=True,
    ),
    Prompt(
        "own_interest",
        _(
            "Do you, or does somebody close to you, have something to gain here: a place, a discount, a job?"
        ),
        _("No shame in it. It is better said now. They declare the sentence below, then we go on."),
        section="declared",
        only_there=True,
    ),
)
WITH_US = (
    Prompt(
        "intervision",
        _("Tell: volunteers here meet to talk about what they go through. Coming is part of it."),
        _("Say how often, and ask whether that can be done."),
        section="declared",
    ),
    Prompt(
        "barriers",
        _("What stands in the way that we could arrange together?"),
        _("Transport, childcare, costs, language, papers. We arrange, they need not ask."),
        section="practical",
    ),
    Prompt(
        "growth",
        _("Tell how somebody grows here, step by step."),
        _("Nobody has to be able to do everything at the start."),
    ),
)
TRAINING = Prompt(
    "training",
    _("How was the training? What stays with you, what would you like to practise?"),
    _(
        "The training is part of getting to know each other: note what you saw, not how well they did."
    ),
)
# Comes first from the training on, for a talk in between (S1-189).
IN_TRAINING = Chapter(_("The training"), (TRAINING,))
CHAPTERS: tuple[Chapter, ...] = (
    Chapter(_("First of all"), (WHY,)),
    Chapter(_("Where somebody wants to go"), COACHING),
    Chapter(_("The task, in their own words"), ROLE),
    Chapter(_("What they bring along"), PAST),
    Chapter(_("With us"), WITH_US),
)
PROMPTS: Mapping[str, Prompt] = {
    prompt.code: prompt for chapter in (*CHAPTERS, IN_TRAINING) for prompt in chapter.prompts
}


def chapters_for(*, in_training: bool) -> tuple[Chapter, ...]:
    """The guide for somebody before or since their training."""
    return (IN_TRAINING, *CHAPTERS) if in_training else CHAPTERS


# After a loss only what was agreed is kept, as one of these (S1-194).
AGREED_AFTER_LOSS: Mapping[str, Text] = {
    "no_matter": _("It can start now"),
    "later": _("Rather later: take time first"),
    "elsewhere": _("Rather in another place or ward"),
    "support": _("With somebody close by to turn to"),
}
# Said aloud and declared, on paper or here (S0-11).
NO_ADVANTAGE = _(
    "I volunteer without any advantage for myself or my family: no discount, no place sooner, no job in return."
)

# --- for the candidate (S1-255) -------------------------------------------------------------------
WE_TALK_ABOUT: tuple[Text, ...] = (
    _("Why you would like to volunteer, and why with us"),
    _("What you like to do and what you do well"),
    _("What you would do here, and what not"),
    _("When you can come, how often, and for how long"),
    _("What helps you, and what could get in the way"),
    _("How you grow here, step by step"),
)
YOU_MAY_ASK: tuple[Text, ...] = (
    _("What does a usual day or visit look like?"),
    _("Who is there for me when something happens?"),
    _("Are my costs paid back? Am I insured?"),
    _("May I try first? May I stop?"),
    _("What do you expect of me, and what may I expect of you?"),
    _("Whatever else you would like to know"),
)
YOU_MAY_BRING: tuple[Text, ...] = (
    _("A friend, somebody of your family, your mentor or counsellor"),
    _("Somebody who speaks your language"),
    _("A paper with what you want to say"),
)
# So that nobody expects something else (S1-20).
GOOD_TO_KNOW: tuple[Text, ...] = (
    _("It is a talk, not an exam. You can’t fail."),
    _("You need no diploma and no CV."),
    _("Does this not suit you? Then we look together for something else that does."),
    _("You decide freely, also later, and you need not give a reason."),
)
# How each kind of talk goes, in the letter and on the candidate's page.
HOW_IT_GOES: Mapping[Talk.Kind, Text] = {
    Talk.Kind.FIRST: _(
        "We drink a coffee and get to know each other. It is no exam: you tell what you like, we tell what we do, and you may ask anything."
    ),
    Talk.Kind.TOUR: _(
        "Somebody who volunteers here shows you around. You look, you ask, and you need not decide anything."
    ),
    Talk.Kind.SECOND: _(
        "We talk about how you see it now. You tell what you would like, we tell what is possible, and we agree on the next step."
    ),
    Talk.Kind.TRIAL: _(
        "You come along with somebody who knows the way. You see how it feels. Afterwards we talk about it together."
    ),
    Talk.Kind.OTHER: _("We talk for a while about how it is going and what you need."),
}
