"""Presets: complete programmes written from the sources, as data, and what reads them."""

from naast.programmes.presets.loader import (
    ContactPlan,
    Entry,
    OnCall,
    Preset,
    PresetTask,
    Words,
    preset_named,
    presets,
)

__all__ = [
    "ContactPlan",
    "Entry",
    "OnCall",
    "Preset",
    "PresetTask",
    "Words",
    "preset_named",
    "presets",
]
