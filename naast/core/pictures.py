"""A picture from a phone made small, upright and silent about where it was taken (ADR 0019). Pure."""

from io import BytesIO
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from naast.core.errors import DomainError

LARGEST_FILE = 12 * 1024 * 1024
MOST_POINTS = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP")


class NotAPicture(DomainError):
    """The file can't be read as a picture."""


def small(file: BinaryIO, *, side: int) -> bytes:
    """The picture as JPEG, at most `side` points wide and high. Nothing else of the file is kept.

    Raises NotAPicture for what can't be read as a picture, or has more than 40 million points.
    """
    try:
        with Image.open(file, formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_POINTS:
                raise NotAPicture(_("This picture is too large. Choose a smaller one."))
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except Image.DecompressionBombError as error:
        raise NotAPicture(_("This picture is too large. Choose a smaller one.")) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise NotAPicture(
            _("We can’t read this as a picture. Choose a photo in JPEG, PNG or WebP.")
        ) from error
    upright.thumbnail((side, side))
    made = BytesIO()
    upright.save(made, "JPEG", quality=82, optimize=True)
    return made.getvalue()
