"""Pages of the roof."""

from naast.desk.views.start import home

__all__ = ["home"]
