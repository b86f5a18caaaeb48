"""Every pair of colours that meets on a page reads well, in light and in dark (WCAG 2.2 AA)."""

import re
from pathlib import Path

import pytest

import naast.core

SHEET = (Path(naast.core.__file__).parent / "static" / "naast" / "naast.css").read_text()
TEXT = 4.5
EDGE = 3.0

# (what stands in front, what it stands on, least ratio)
PAIRS = [
    *[
        ("ink", ground, TEXT)
        for ground in (
            "paper", "surface", "sunken", "teal-soft", "leaf-soft", "coral-soft",
            "tint-1", "tint-2", "tint-3", "tint-4",
        )
    ],
    *[("muted", ground, TEXT) for ground in ("paper", "surface", "sunken")],
    *[("teal", ground, TEXT) for ground in ("paper", "surface", "sunken", "teal-soft")],
    *[("teal-deep", ground, TEXT) for ground in ("paper", "surface", "sunken")],
    ("on-teal", "teal", TEXT),
    ("on-teal", "teal-deep", TEXT),
    *[("amber-ink", ground, TEXT) for ground in ("amber-soft", "surface")],
    *[("coral-ink", ground, TEXT) for ground in ("coral-soft", "surface", "paper")],
    *[("leaf-ink", ground, TEXT) for ground in ("leaf-soft", "surface")],
    *[("edge", ground, EDGE) for ground in ("surface", "paper", "sunken")],
]  # fmt: skip


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})\b", block))


def palettes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(
        r":root \{\s*color-scheme.*?\}|:root \{\s*--paper: #1.*?\}", SHEET, re.S
    )
    return {"light": tokens(light), "dark": tokens(dark)}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 for black to 1 for white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(front: str, back: str) -> float:
    lighter, darker = sorted((luminance(front), luminance(back)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_ratio_is_that_of_the_standard() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_each_pair_of_colours_reads_well(scheme: str, front: str, back: str, least: float) -> None:
    palette = palettes()[scheme]

    assert ratio(palette[front], palette[back]) >= least


def test_light_and_dark_name_the_same_colours() -> None:
    assert palettes()["light"].keys() == palettes()["dark"].keys()


def test_every_token_in_use_is_defined() -> None:
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", SHEET))
    defined = set(re.findall(r"--([a-z0-9-]+):", SHEET))

    assert used - defined == set()
