"""The core curriculum: themes written by us as data, which an organisation adds to its courses in one step."""

from naast.learning.curriculum.loader import Theme, Words, theme_named, themes

__all__ = ["Theme", "Words", "theme_named", "themes"]
