"""Two things at the same moment, each on a connection of its own."""

import time
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from django.db import connection

from naast.core.errors import DomainError

# Long enough for the other one to read what it reads before this one writes, were there no lock.
PAUSE = 0.06
PAUSES = 5


class _InSlowMotion:
    """Waits before each of the first writes and after each of the first locks, so that what races always
    meets. Whoever stands further back in the row is a little slower: the same one always comes first."""

    def __init__(self, place: int) -> None:
        self.pause = PAUSE * (1 + place / 2)
        self.left = PAUSES

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            self._wait()
        done = execute(sql, params, many, context)
        if " UPDATE OF " in sql or sql.endswith(" UPDATE"):
            self._wait()
        return done

    def _wait(self) -> None:
        if self.left:
            self.left -= 1
            time.sleep(self.pause)


def at_once(*calls: Callable[[], object]) -> list[object]:
    """Run these together; what each gave, or the DomainError it raised. Anything else that goes wrong
    (two rows where one may be, a deadlock) is raised here."""
    start = Barrier(len(calls))
    results: list[object] = [None] * len(calls)

    def run(place: int, call: Callable[[], object]) -> None:
        connection.ensure_connection()
        start.wait(timeout=10)
        try:
            with connection.execute_wrapper(_InSlowMotion(place)):
                results[place] = call()
        except Exception as error:  # noqa: BLE001 -- another thread raises it
            results[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    for result in results:
        if isinstance(result, Exception) and not isinstance(result, DomainError):
            raise result
    return results


def refused(results: list[object]) -> int:
    """How many were refused."""
    return sum(isinstance(result, DomainError) for result in results)
