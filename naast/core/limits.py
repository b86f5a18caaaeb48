"""How often one visitor may send a public form. Counted in memory, or where RATE_LIMIT_STORAGE says."""

from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from limits import parse
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter


@lru_cache(maxsize=4)
def _limiter(address: str) -> MovingWindowRateLimiter:
    return MovingWindowRateLimiter(storage_from_string(address))


# Who has one address of the newer kind has as many as fit in this network.
ONE_HOME = 64


def visitor(request: HttpRequest) -> str:
    """Where a request came from: the last address that our own proxy added, or the connection's."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return _home(forwarded.split(",")[-1].strip())
    return _home(str(request.META.get("REMOTE_ADDR", "")))


def _home(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return str(ip_network((found, ONE_HOME), strict=False))
    return address


def allows(request: HttpRequest, *, what: str, rate: str) -> bool:
    """Count one try of this visitor; False once there are more than `rate` («10/hour»). Addresses are
    forgotten with the window and written nowhere."""
    limiter = _limiter(settings.RATE_LIMIT_STORAGE)
    return bool(limiter.hit(parse(rate), what, visitor(request)))


def forget_all() -> None:
    """Start counting anew (tests)."""
    _limiter(settings.RATE_LIMIT_STORAGE).storage.reset()
