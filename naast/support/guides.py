"""The guide of each kind of talk: what it is for, its blocks, and open questions beside each block. All wording
is ours. GRROW (goal, reality, resources, options, will) is a way of talking of Jef Clement; it is a hook to hold
on to, no list to tick off (S1-264, S1-275, S3-22; instruments B2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.support.states import TalkKind

WILL = "will"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a talk, with open questions: nobody has to ask them all."""

    code: str
    title: Text
    prompts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """One kind of talk. `before` is what to think of beforehand; `to_group` says that a group may help further."""

    about: Text
    blocks: tuple[Block, ...]
    before: tuple[Text, ...] = ()
    to_group: bool = False


VISION = Block(
    "vision",
    _("What we stand for"),
    (
        _("When did you last think: this is why I do it?"),
        _("Where did you let somebody find their own way, and what did that bring?"),
    ),
)
HOW_IT_GOES = Block(
    "how",
    _("How it goes"),
    (
        _("What gave you energy lately?"),
        _("What do you keep thinking about when you are home?"),
        _("What would you like to tell that nobody asked yet?"),
    ),
)
NEXT = Block(
    "next",
    _("How we go on"),
    (_("What will be different when we talk again?"), _("What do you need from us for that?")),
)
GRROW = (
    Block(
        "goal",
        _("Goal: what would you like?"),
        (
            _("What would you like to be different?"),
            _("How would you notice that it worked?"),
            _("What makes this worth it for you?"),
        ),
    ),
    Block(
        "reality",
        _("Reality: how is it now?"),
        (
            _("What happens now, step by step?"),
            _("When does it go a little better already?"),
            _("What bothers you, and what no longer does?"),
        ),
    ),
    Block(
        "resources",
        _("Resources: who or what can help?"),
        (
            _("Who could stand beside you in this?"),
            _("What do you know or do that helps here?"),
            _("What helped you before, somewhere else?"),
        ),
    ),
    Block(
        "options",
        _("Options: what could you do?"),
        (
            _("What could you do? And what else?"),
            _("What would a good friend do?"),
            _("What would you try if it did not have to work at once?"),
        ),
    ),
    Block(
        WILL,
        _("Will: what will you do?"),
        (
            _("Which of these do you choose?"),
            _("What is the first small step, and when?"),
            _("Who may know, and who helps?"),
        ),
    ),
)
TUNING = (
    Block(
        "expectations",
        _("What we expect of each other"),
        (
            _("What do you hope to get from each other?"),
            _("What did you expect that turned out otherwise?"),
        ),
    ),
    Block(
        "roles",
        _("Roles and tasks"),
        (
            _("Who does what now, and is that what you agreed?"),
            _("Where do you get in each other’s way, and where is there a gap?"),
        ),
    ),
    Block(
        "experiences",
        _("Experiences"),
        (
            _("What went well together lately?"),
            _("What did you see that the other could not see?"),
        ),
    ),
    Block(
        "knowledge",
        _("Knowledge that is needed"),
        (
            _("What would you like to know or be able to do?"),
            _("Who in the team could show it?"),
        ),
    ),
)
GUIDES: Mapping[str, Guide] = {
    TalkKind.OPEN: Guide(
        _("No plan and no list: a talk as long as you like."), (HOW_IT_GOES, VISION, NEXT)
    ),
    TalkKind.GETTING_GOING: Guide(
        _("After the first weeks: does it feel right, and who helps?"),
        (
            Block(
                "start",
                _("The first weeks"),
                (
                    _("What was as you expected, and what was not?"),
                    _("Who made you feel welcome?"),
                    _("What would you have liked to know before?"),
                ),
            ),
            Block(
                "help",
                _("What helps you"),
                (
                    _("What do you need to feel sure of yourself here?"),
                    _("When would you like somebody beside you, and when rather not?"),
                ),
            ),
            VISION,
            NEXT,
        ),
        before=(
            _("Read together what helps this person: they chose it themselves."),
            _("Agree small steps, and say out loud which ones went well."),
            _("Ask how they like to hear something: in words, on paper, or shown."),
            _("Say who is near, by name, and at which moments."),
            _("Check that a task leaves time to breathe: stopping or changing is always possible."),
        ),
    ),
    TalkKind.GRROW: Guide(
        _("Five questions to think aloud. Ask, listen, and leave the answers to the other."),
        (*GRROW, VISION),
    ),
    TalkKind.TUNING: Guide(
        _("With the volunteer and somebody of the team: do we still mean the same?"),
        (*TUNING, VISION),
    ),
    TalkKind.VISION: Guide(
        _("For who has been here for years: what do we do it for, then and now?"),
        (
            VISION,
            Block(
                "then",
                _("Then and now"),
                (
                    _("What has changed since you began, in the work and in you?"),
                    _("What do you do now that we never agreed? How did that come about?"),
                    _("What should new people learn from you?"),
                ),
            ),
            NEXT,
        ),
    ),
    TalkKind.THRESHOLD: Guide(
        _("When study or work is on the horizon and the step is big: one step at a time."),
        (
            Block(
                "doubt",
                _("What holds you back, what pulls"),
                (
                    _("What would you like to do, if you dared?"),
                    _("What is the hardest part of the step?"),
                ),
            ),
            Block(
                "step",
                _("The next step"),
                (
                    _("What is the smallest step that still counts?"),
                    _("Who goes along, or calls afterwards?"),
                ),
            ),
            VISION,
        ),
    ),
    TalkKind.INVOLVEMENT: Guide(
        _("For who gives a great deal, or asks why staff decide as they do. Both may be right."),
        (
            Block(
                "involved",
                _("What you care about"),
                (
                    _("What touches you most in this?"),
                    _("What would you decide, and what would it ask of the others?"),
                ),
            ),
            Block(
                "limit",
                _("Where it ends"),
                (
                    _("What is yours to do here, and what is not?"),
                    _("How do you notice that it becomes too much?"),
                    _("What can the professional carry that you can’t?"),
                ),
            ),
            VISION,
            NEXT,
        ),
        to_group=True,
    ),
    TalkKind.INCIDENT: Guide(
        _("After something hard, within two weeks. First the person, then what happened."),
        (
            Block(
                "person",
                _("How are you?"),
                (
                    _("How have you been since?"),
                    _("With whom could you talk about it?"),
                    _("What do you need now?"),
                ),
            ),
            Block(
                "what",
                _("What happened"),
                (
                    _("What happened, in your own words?"),
                    _("What did you do that helped?"),
                    _("What would you want others to know?"),
                ),
            ),
            VISION,
            NEXT,
        ),
        to_group=True,
    ),
    TalkKind.YEARLY: Guide(
        _("Once a year, with coffee: what was it like, and do you want to go on?"),
        (
            Block(
                "year",
                _("The past year"),
                (
                    _("What are you proud of?"),
                    _("What did you learn, and what did you teach others?"),
                    _("What would you rather not do again?"),
                ),
            ),
            Block(
                "why",
                _("Why you do it"),
                (
                    _("What brought you here, and is that still so?"),
                    _("What do you get here, and what do you miss?"),
                ),
            ),
            VISION,
            Block(
                "on",
                _("Going on"),
                (
                    _("Go on, do something else, or do less? All three are fine."),
                    _("What do you look forward to?"),
                ),
            ),
        ),
    ),
}


def guide_of(kind: str) -> Guide:
    """The guide of this kind of talk; the open talk for one that is no longer known."""
    return GUIDES.get(kind, GUIDES[TalkKind.OPEN])


# What may be asked or said with a short word about one's own authority and others (S1-138, S1-190).
SHORT_PROMPTS: Mapping[str, Text] = {
    "well": _("What did you see that worked? Say it as exactly as you can."),
    "vision": _("What did they leave to the other? Or: what would you have left open?"),
    "listening": _("When did the other begin to talk? What did they do just before?"),
    "closeness": _("What felt near, and what felt too near?"),
    "limits": _("Where did they say stop, and how was that?"),
    "authority": _(
        "People listened because of what they lived through and how they talk with others. When was that?"
    ),
    "working_together": _("What did the two of you solve together?"),
    "hard": _("What was hard, and who was near?"),
}
