"""What every step of a match does in the same way: lock, check, change, write down."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Match, MatchStep
from naast.companionship.policies import matches as policies
from naast.companionship.queries.backing import missing_for_start
from naast.companionship.queries.ready import arranged
from naast.companionship.states import BACKED_STATES, GATED_BY_WHAT_WAITED, GATED_STEPS, MATCH
from naast.core import clock
from naast.core.errors import DomainError
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.programmes.services import require_ready, require_what_waited


class NotBacked(DomainError):
    """Somebody who must stand behind this match is not named yet, or a condition is missing."""


class WordsMissing(DomainError):
    """This change needs a reason or a note."""


def locked(rows: QuerySet[Match], match_id: UUID) -> Match:
    """The match with its two people and programme, locked until the transaction ends.

    Raises Match.DoesNotExist.
    """
    return (
        rows.select_for_update(of=("self",), no_key=True)
        .select_related(
            "programme__coordinator__user",
            "participant__user",
            "volunteer__user",
            "coach__user",
            "fallback",
            "request__coordinator__user",
        )
        .get(pk=match_id)
    )


def lock(actor: Actor, match_id: UUID) -> Match:
    """A match this actor may see, locked. Raises Match.DoesNotExist."""
    return locked(policies.visible_to(actor), match_id)


def take(match: Match, step: str, *, actor: Actor, note: str = "", **changes: Any) -> None:
    """Take one step of the state table on a locked match, with these other changes.

    Raises NotAllowed, StateConflict, NotBacked (S1-98, S1-33, S3-28), or StillNeeded when the volunteer is
    not ready to begin (S0-44). A planned meeting may be moved by who is not: to a day on which they are.
    """
    policies.can_take(actor, match, step).require()
    source = match.state
    target = MATCH.target(step, source=source)
    if target in BACKED_STATES:
        require_backing(match)
    if target != source:
        _require_readiness(match, step)
    match.state = target
    if target != source:
        changes["state_since"] = clock.now()
    save(match, state=target, **changes)
    write_down(match, step, actor=actor, source=source, note=note)


def _require_readiness(match: Match, step: str) -> None:
    """Raises StillNeeded."""
    require = {
        **dict.fromkeys(GATED_STEPS, require_ready),
        **dict.fromkeys(GATED_BY_WHAT_WAITED, require_what_waited),
    }.get(step)
    if require is not None:
        require(person_id=match.volunteer_id, programme=match.programme, arranged=arranged(match))


def require_backing(match: Match) -> None:
    """Raises NotBacked with everything that is still missing, in one sentence."""
    missing = missing_for_start(match)
    if missing:
        raise NotBacked(
            _("This match can’t run yet. Still missing: %(what)s.")
            % {"what": ", ".join(str(each) for each in missing)}
        )


def save(match: Match, **changes: Any) -> None:
    """Change these fields and nothing else."""
    for name, value in changes.items():
        setattr(match, name, value)
    match.save(update_fields=list(changes))


def write_down(
    match: Match, name: str, *, actor: Actor, source: str | None = None, note: str = ""
) -> MatchStep:
    """One line in the history of the match, and one in the history of the house."""
    source = match.state if source is None else source
    line = MatchStep.objects.create(
        organisation_id=match.organisation_id,
        match=match,
        name=name,
        from_state=source,
        to_state=match.state,
        user_id=actor.user_id,
        note=note,
    )
    log.record(
        "match.step-taken",
        actor=actor,
        target=match,
        changes={"step": name, "from": source, "to": match.state},
    )
    return line


def require_words(text: str, sentence: Text) -> None:
    """Raises WordsMissing with this sentence when the text is empty."""
    if not text.strip():
        raise WordsMissing(str(sentence))
