"""Fixtures of the rules about the code."""

from tests.architecture.scene import scene

__all__ = ["scene"]
