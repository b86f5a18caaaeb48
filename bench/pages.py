"""Server time of a page against its floor: its own SQL run bare plus an empty view."""

import statistics
import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client

RUNS = 15
Query = tuple[str, Any]


def timed(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median seconds of `work`, after one run to warm up."""
    work()
    taken = []
    for _run in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def queries_of(client: Client, url: str) -> list[Query]:
    """Every statement the page sends, with its parameters."""
    seen: list[Query] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        response = client.get(url)
    if response.status_code != 200:
        raise SystemExit(f"{url} answered {response.status_code}")
    return seen


def _bare(queries: list[Query]) -> None:
    with connection.cursor() as cursor:
        for sql, params in queries:
            cursor.execute(sql, params)
            if cursor.description is not None:
                cursor.fetchall()


def measure(client: Client, url: str, empty_url: str) -> dict[str, float]:
    """Seconds of the page and of its floor, the ratio, and how many queries the page costs."""
    queries = queries_of(client, url)
    frame = {sql for sql, _params in queries_of(client, empty_url)}
    own = [query for query in queries if query[0] not in frame and _reads(query[0])]
    page = timed(lambda: client.get(url))
    floor = timed(lambda: _bare(own)) + timed(lambda: client.get(empty_url))
    return {
        "page_seconds": page,
        "floor_seconds": floor,
        "ratio": page / floor,
        "queries": len(queries),
    }


def _reads(sql: str) -> bool:
    return sql.lstrip().upper().startswith(("SELECT", "WITH"))
