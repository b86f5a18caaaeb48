"""The agreements of one engagement to pick from: what was signed, our texts, the task package (S0-12). Reads
only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from naast.agreements.contents import CannotFill, Clause, Content
from naast.agreements.inputs_steps import Agreement
from naast.agreements.models import Copy, CopyState, NotKept, Version
from naast.agreements.queries.documents import all_in_force
from naast.agreements.queries.sources import Sources
from naast.agreements.services.rendering import render_from
from naast.agreements.wording import clauses_of, wording
from naast.core import clock
from naast.programmes.models import Engagement, Task

About = NotKept.About
# Enough of a sentence to recognise it by; the whole is kept.
LONGEST_LABEL = 110


@dataclass(frozen=True, slots=True)
class Pick:
    """One agreement to choose: its value in a form, the group it stands in, how it reads, and what is kept."""

    value: str
    group: str
    label: str
    agreement: Agreement


def picks_for(engagement: Engagement, *, language: str) -> list[Pick]:
    """Everything somebody agreed to for this engagement, what they signed first. The engagement carries its
    person and its programme with the tasks. The queries don’t grow with the number of texts."""
    signed = _signed_copies(engagement)
    return [
        *_signed(signed),
        *_texts(engagement, signed, language),
        *_tasks(engagement),
        *_not_done(engagement),
    ]


def _signed_copies(engagement: Engagement) -> list[Copy]:
    rows = Copy.objects.filter(person_id=engagement.person_id, state=CopyState.SIGNED)
    here = rows.select_related("version").order_by("-id")
    return [each for each in here if each.engagement_id in (None, engagement.pk)]


def _signed(copies: Sequence[Copy]) -> Iterator[Pick]:
    for copy in copies:
        content = Content.from_json(copy.content)
        for clause in content.clauses:
            reference = f"{copy.pk}:{clause.code}"
            yield _clause(clause, content.title, About.COPY, reference, str(copy.pk))


def _texts(engagement: Engagement, signed: Sequence[Copy], language: str) -> Iterator[Pick]:
    known = {copy.version.document_id for copy in signed}
    sources = Sources(engagement.organisation_id, clock.today())
    place = engagement.programme_id
    for there, version in all_in_force(engagement.organisation_id, [place]):
        document = version.document
        if there != place or document.pk in known or not document.for_volunteers:
            continue
        title, clauses = _filled(version, engagement, language, sources)
        for clause in clauses:
            yield _clause(clause, title, About.TEXT, f"{version.pk}:{clause.code}")


def _filled(
    version: Version, engagement: Engagement, language: str, sources: Sources
) -> tuple[str, Sequence[Clause]]:
    """As the volunteer would read it; as it was written when something is not filled in yet."""
    try:
        content = render_from(
            sources,
            version=version,
            language=language,
            person=engagement.person,
            engagement=engagement,
        )
    except CannotFill:
        text = wording(version.texts.all(), language, language)
        return text.title, clauses_of(text)
    return content.title, content.clauses


def _clause(clause: Clause, group: str, about: str, reference: str, copy_id: str = "") -> Pick:
    words = f"{clause.heading}: {clause.text}" if clause.heading else clause.text
    agreement = Agreement(about, reference, words, copy_id)
    return _pick(group, clause.heading or clause.text, agreement)


def _tasks(engagement: Engagement) -> Iterator[Pick]:
    for task in engagement.programme.tasks.all():
        words = f"{task.name} ({Task.Who(task.who).label})"
        yield _pick(str(About.TASK.label), words, Agreement(About.TASK, str(task.pk), words))


def _not_done(engagement: Engagement) -> Iterator[Pick]:
    for sentence in engagement.programme.not_done:
        reference = sha256(sentence.encode()).hexdigest()[:40]
        agreement = Agreement(About.NOT_DONE, reference, sentence)
        yield _pick(str(About.NOT_DONE.label), sentence, agreement)


def _pick(group: str, label: str, agreement: Agreement) -> Pick:
    short = label if len(label) <= LONGEST_LABEL else f"{label[:LONGEST_LABEL]}…"
    value = f"{NotKept.About(agreement.about).value}:{agreement.reference}"
    return Pick(value, group, short, agreement)
