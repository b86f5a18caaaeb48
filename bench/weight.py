"""Bytes of a first page load, compressed as a server would send them."""

import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

_ASSET = re.compile(r"""(?:href|src)=["']/?static/([^"'?]+)""")


def weigh(client: Client, url: str) -> dict[str, float]:
    """Bytes of the page with all it asks for, and of its scripts alone."""
    html = client.get(url).content
    total, script = len(gzip.compress(html)), 0
    for name in sorted(set(_ASSET.findall(html.decode()))):
        path = finders.find(name)
        if not isinstance(path, str):
            raise SystemExit(f"{url} asks for {name}, which does not exist")
        size = len(gzip.compress(Path(path).read_bytes()))
        total += size
        script += size if name.endswith(".js") else 0
    return {"bytes": total, "script_bytes": script}
