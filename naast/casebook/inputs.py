"""What the services take in."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CaseText:
    """A case or exercise as somebody wrote it."""

    title: str
    language: str
    situation: str
    form: str = "case"
    themes: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    settings: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    helps: list[str] = field(default_factory=list)
    roles: list[dict[str, str]] = field(default_factory=list)
    minutes: int | None = None
    document: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class SheetText:
    """A sheet as somebody wrote it."""

    title: str
    language: str
    lead: str
    means: str
    helps: list[str] = field(default_factory=list)
    better_not: list[str] = field(default_factory=list)
    too_heavy: list[str] = field(default_factory=list)
    pass_on: list[str] = field(default_factory=list)
    say: list[str] = field(default_factory=list)
    avoid: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking our set: how many are new, and how many became newer."""

    added: int
    renewed: int
