"""What volunteers call the things they do: the same words in another guise are the same thing. Pure."""

from collections.abc import Iterator

# Several things of one visit, as they stand in «something else».
BETWEEN = ";"


def key_of(words: str) -> str:
    """How words are compared: «  Strijken. » and «strijken» are one."""
    return " ".join(words.casefold().split()).strip(" .,;:!?«»\"'")


def things_in(other_activity: str) -> Iterator[str]:
    """Each thing that was told of under «something else», in the words that were used."""
    for words in other_activity.split(BETWEEN):
        if key_of(words):
            yield words.strip()
