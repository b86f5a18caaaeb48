"""Making the papers of somebody: each text in force, filled in for one person. Many people cost as many queries
as one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django_tasks import task

from naast.agreements.contents import CannotFill, Content
from naast.agreements.filling import PLACEHOLDERS, names_in
from naast.agreements.models import Copy, CopyState, Document, DocumentKind, Version
from naast.agreements.policies import copies as policies
from naast.agreements.queries.copies import CARDS, asked_again_since
from naast.agreements.queries.documents import all_in_force
from naast.agreements.queries.sources import Sources
from naast.agreements.services import telling
from naast.agreements.services.rendering import render_from
from naast.audit import log
from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.programmes.models import Engagement, Programme
from naast.programmes.policies import engagements_visible_to
from naast.programmes.queries import with_everything

A_BATCH = 200
# Who a copy is for, and of which document: person, document, engagement.
Place = tuple[UUID, UUID, UUID | None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What came of it: how many papers were made or filled in anew, and, by the name of a document, what
    nobody filled in yet."""

    made: int = 0
    lacking: dict[str, list[Text]] = field(default_factory=dict)


@transaction.atomic
def prepare(*, actor: Actor, engagement_id: UUID) -> Prepared:
    """Make everything that one person has to read or sign for one programme. What is signed and still holds
    stays; an open copy is filled in anew with what is known today. Raises Engagement.DoesNotExist or
    NotAllowed."""
    policies.can_prepare(actor).require()
    rows = engagements_visible_to(actor).open()
    engagement = rows.select_related("person").get(pk=engagement_id)
    prepared = _prepare([engagement.pk], actor)
    log.record(
        "papers.prepared",
        actor=actor,
        target=engagement.person,
        changes={"engagement": str(engagement_id), "made": prepared.made},
    )
    return prepared


@transaction.atomic
def prepare_programme(*, actor: Actor, programme_id: UUID) -> None:
    """The same for everybody who takes part in a programme, as after a new version: in the background, in
    batches. Raises Programme.DoesNotExist or NotAllowed."""
    policies.can_prepare(actor).require()
    programme = Programme.objects.get(organisation_id=actor.organisation_id, pk=programme_id)
    log.record("papers.asked-of-everybody", actor=actor, target=programme)
    transaction.on_commit(partial(make_for_programme.enqueue, str(programme.pk)))


def prepare_where_it_holds(actor: Actor, document: Document) -> None:
    """The same in every running programme where this text holds, after a version that asks again. Call inside
    the transaction that published it."""
    if not document.for_volunteers or document.kind in CARDS:
        return
    running = Programme.objects.filter(
        organisation_id=document.organisation_id, status=Programme.Status.ACTIVE
    )
    if document.programme_id is not None:
        running = running.filter(pk=document.programme_id)
    log.record("papers.asked-of-everybody", actor=actor, target=document)
    for programme_id in running.order_by("pk").values_list("pk", flat=True):
        transaction.on_commit(partial(make_for_programme.enqueue, str(programme_id)))


@task()
def make_for_programme(programme_id: str) -> None:
    """In the background: see `prepare_everybody`."""
    prepare_everybody(UUID(programme_id))


def prepare_everybody(programme_id: UUID) -> Prepared:
    """What the task does: one batch after another, each a transaction of its own, so that one that stops
    halfway goes on where it was."""
    programme = Programme.objects.select_related("organisation").get(pk=programme_id)
    actor = Actor.system(programme.organisation, reason=f"papers of programme {programme_id}")
    rows = Engagement.objects.open().filter(programme=programme).order_by("pk")
    made = 0
    lacking: dict[str, list[Text]] = {}
    batch = list(rows.values_list("pk", flat=True)[:A_BATCH])
    while batch:
        prepared = _prepare(batch, actor)
        made += prepared.made
        lacking |= prepared.lacking
        batch = list(rows.filter(pk__gt=batch[-1]).values_list("pk", flat=True)[:A_BATCH])
    log.record("papers.prepared", actor=actor, target=programme, changes={"made": made})
    return Prepared(made, lacking)


def prepare_who_started(organisation_id: UUID) -> int:
    """What a night does for one organisation: whoever started in a running programme and has no papers since
    gets them. Answers with how many were made. What was taken back is not made again."""
    organisation = Organisation.objects.get(pk=organisation_id)
    actor = Actor.system(organisation, reason="papers of who started")
    rows = _without_papers(organisation_id).order_by("pk")
    made = 0
    batch = list(rows.values_list("pk", flat=True)[:A_BATCH])
    while batch:
        made += _prepare(batch, actor).made
        batch = list(rows.filter(pk__gt=batch[-1]).values_list("pk", flat=True)[:A_BATCH])
    if made:
        log.record("papers.prepared", actor=actor, target=organisation, changes={"made": made})
    return made


def _without_papers(organisation_id: UUID) -> QuerySet[Engagement]:
    """Open engagements of running programmes for which nothing was made since they began."""
    own = Copy.objects.filter(engagement=OuterRef("pk"))
    since = Copy.objects.filter(
        engagement__isnull=True,
        person=OuterRef("person"),
        created_at__gte=OuterRef("created_at"),
    )
    running = Engagement.objects.open().filter(
        organisation_id=organisation_id, programme__status=Programme.Status.ACTIVE
    )
    return running.filter(~Exists(own), ~Exists(since))


@transaction.atomic
def _prepare(engagement_ids: Sequence[UUID], actor: Actor) -> Prepared:
    """One batch: a constant number of queries."""
    # Two coordinators may make the papers of one person at once: the second finds them made.
    locked = Person.objects.filter(
        organisation_id=actor.organisation_id, engagements__in=engagement_ids
    ).order_by("pk")
    list(locked.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    engagements = list(
        with_everything(Engagement.objects.open())
        .select_related("person__user", "programme__organisation")
        .filter(organisation_id=actor.organisation_id, pk__in=engagement_ids)
        .order_by("pk")
    )
    desk = _Desk(actor, engagements)
    for engagement in engagements:
        for version in desk.in_force[engagement.programme_id]:
            desk.lay_out(engagement, version)
    desk.put_away()
    return Prepared(len(desk.new) + len(desk.changed), dict(desk.lacking))


class _Desk:
    """Everything one batch needs, read once, and what it makes."""

    def __init__(self, actor: Actor, engagements: Sequence[Engagement]) -> None:
        self.actor = actor
        self.today = clock.today()
        self.house = Organisation.objects.get(pk=actor.organisation_id)
        self.in_force = _to_sign(actor.organisation_id, engagements)
        versions = {each.pk: each for group in self.in_force.values() for each in group}
        self.about_the_work = {each.pk for each in versions.values() if is_about_the_work(each)}
        documents = [each.document_id for each in versions.values()]
        self.sources = Sources(actor.organisation_id, self.today)
        self.asks = {key: each.number for key, each in asked_again_since(documents).items()}
        self.there = _living(actor, engagements, documents)
        self.new: list[Copy] = []
        self.made: set[UUID] = set()
        self.changed: list[Copy] = []
        self.old: list[Copy] = []
        self.lacking: dict[str, list[Text]] = {}

    def lay_out(self, engagement: Engagement, version: Version) -> None:
        """Make the copy, fill it in anew, or leave it when nothing is to be done."""
        scope = engagement if self._is_for_one(engagement, version) else None
        place = (engagement.person_id, version.document_id, scope.pk if scope else None)
        copies = self.there[place]
        if any(self._still_holds(each, version) for each in copies):
            return
        open_one = next((each for each in reversed(copies) if each.state == CopyState.OPEN), None)
        # What the person last said, also when they took their limits away.
        newest = open_one or next(reversed(copies), None)
        limits = newest.own_limits if newest is not None else ""
        content = self._fill_in(version, engagement, scope, limits)
        if content is None:
            return
        if open_one is not None and open_one.version_id == version.pk:
            self._fill_in_anew(open_one, content)
            return
        if open_one is not None:
            self.old.append(open_one)
        made = self._copy(version, engagement.person, scope, content)
        made.own_limits = limits
        self.new.append(made)
        self.made.add(made.pk)
        copies.append(made)

    def _is_for_one(self, engagement: Engagement, version: Version) -> bool:
        """Whether the copy belongs to this engagement alone. The law says other things where it is not
        volunteering, so those words are not for the person wherever they help (S1-57)."""
        return version.pk in self.about_the_work or not engagement.is_volunteering

    def _still_holds(self, copy: Copy, version: Version) -> bool:
        """Signed, and nothing since asks again; or half signed: then the text stays as it is."""
        if copy.state == CopyState.OPEN:
            is_newest = copy.version_id == version.pk
            return is_newest and (copy.frozen_at is not None or copy.pk in self.made)
        return copy.version.number >= self.asks.get(copy.version.document_id, 0)

    def _fill_in(
        self, version: Version, engagement: Engagement, scope: Engagement | None, own_limits: str
    ) -> Content | None:
        try:
            user = engagement.person.user
            return render_from(
                self.sources,
                version=version,
                language=user.language if user else self.house.language,
                person=engagement.person,
                engagement=scope,
                own_limits=own_limits,
            )
        except CannotFill as error:
            self.lacking[version.document.name] = error.names
            return None

    def _fill_in_anew(self, copy: Copy, content: Content) -> None:
        if copy.checksum != content.checksum:
            copy.content, copy.checksum = content.as_json(), content.checksum
            copy.language = content.language
            self.changed.append(copy)

    def _copy(
        self, version: Version, person: Person, scope: Engagement | None, content: Content
    ) -> Copy:
        return Copy(
            organisation_id=self.actor.organisation_id,
            version=version,
            person=person,
            engagement=scope,
            language=content.language,
            content=content.as_json(),
            checksum=content.checksum,
            made_by_id=self.actor.membership_id,
        )

    def put_away(self) -> None:
        """Write what was made, in as many statements whatever the number, and tell who has to read."""
        Copy.objects.filter(pk__in=[each.pk for each in self.old]).update(state=CopyState.REPLACED)
        Copy.objects.bulk_update(self.changed, ["content", "checksum", "language"])
        Copy.objects.bulk_create(self.new)
        telling.tell_to_read(self.actor, self.house, self.new)


def _to_sign(
    organisation_id: UUID, engagements: Iterable[Engagement]
) -> defaultdict[UUID | None, list[Version]]:
    """Programme → what its volunteers get as a paper: no cards, nothing for others alone."""
    found: defaultdict[UUID | None, list[Version]] = defaultdict(list)
    programme_ids = {each.programme_id for each in engagements}
    for programme_id, version in all_in_force(organisation_id, programme_ids):
        document = version.document
        if document.for_volunteers and document.kind not in CARDS:
            found[programme_id].append(version)
    return found


def _living(
    actor: Actor, engagements: Iterable[Engagement], documents: Sequence[UUID]
) -> defaultdict[Place, list[Copy]]:
    """The open and signed copies of these people, by their place. Locked: somebody may sign one meanwhile,
    and then it stays as it is."""
    rows = Copy.objects.filter(
        organisation_id=actor.organisation_id,
        person_id__in={each.person_id for each in engagements},
        version__document_id__in=documents,
        state__in=(CopyState.OPEN, CopyState.SIGNED),
    )
    found: defaultdict[Place, list[Copy]] = defaultdict(list)
    rows = rows.select_related("version").defer("content").order_by("pk")
    for copy in rows.select_for_update(of=("self",), no_key=True):
        found[copy.person_id, copy.version.document_id, copy.engagement_id].append(copy)
    return found


def is_about_the_work(version: Version) -> bool:
    """Whether a copy of it belongs to one programme, and not to the person wherever they help: it is a text of
    that programme, an agreement, or it asks for something that only a programme can fill in."""
    document = version.document
    if document.programme_id is not None or document.kind == DocumentKind.AGREEMENT:
        return True
    words = [
        clause["text"] + clause["heading"]
        for text in version.texts.all()
        for clause in text.clauses
    ]
    asked = names_in(" ".join(words))
    return any(PLACEHOLDERS[each].needs_programme for each in asked if each in PLACEHOLDERS)
