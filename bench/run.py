"""make bench: prints a table, writes bench/results.json. Everything is a ratio taken in one run."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 10_000, 100_000)
# One open application for so many volunteers: 5,000 with the largest size.
CANDIDATE_OF = 20
# A house in which everybody stands beside somebody: a million visits.
VOLUNTEERS, VISITS_EACH = 10_000, 100
AIMS = {
    "page": 6.0,
    "queries": 12,
    "growth": 1.3,
    "shortlist": 2.0,
    "import": 3.0,
    "costs": 4.0,
    "costs_mb": 500,
}
FIRST_LOAD, SCRIPT = 60 * 1024, 25 * 1024


def prepare(folder: Path) -> None:
    """Django on an empty SQLite file in `folder`."""
    sys.path.insert(0, str(ROOT))
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    os.environ["NAAST_VAR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django  # noqa: PLC0415 -- needs the environment above
    from django.core.management import call_command  # noqa: PLC0415 -- idem
    from django.template import Template  # noqa: PLC0415 -- idem
    from django.test.utils import setup_test_environment  # noqa: PLC0415 -- idem

    django.setup()
    render = Template._render  # type: ignore[attr-defined]  # Django's own name
    setup_test_environment(debug=False)
    # Only the mail box and host names of a test: templates render as in production.
    Template._render = render  # type: ignore[attr-defined]  # Django's own name
    call_command("migrate", verbosity=0)


def measure_pages(sizes: tuple[int, ...]) -> tuple[dict[str, Any], Any]:
    """Each page at each size."""
    from django.db import connection  # noqa: PLC0415 -- needs django.setup()
    from django.test import Client  # noqa: PLC0415 -- idem

    from bench import house, pages  # noqa: PLC0415 -- idem

    founded = house.found()
    request = house.open_request(founded)
    client = Client()
    client.force_login(founded.coordinator.user)
    base = "/o/bench/"
    results: dict[str, Any] = {}
    done = 0
    for size in sizes:
        volunteer = house.fill(founded, volunteers=size, start=done)[0]
        candidate = house.candidates(
            founded, until=size // CANDIDATE_OF, start=done // CANDIDATE_OF
        )[0]
        done = size
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        urls = {
            "desk": f"{base}today/",
            "volunteer list": f"{base}people/volunteers/",
            "search": f"{base}search/?q=ba",
            "volunteer card": f"{base}people/volunteers/{volunteer.pk}/",
            "participant file": f"{base}people/participants/{request.participant_id}/",
            "shortlist": f"{base}requests/{request.pk}/shortlist/",
            "candidates": f"{base}candidates/",
            "candidate board": f"{base}candidates/board/",
            "candidate": f"{base}candidates/{candidate.pk}/",
        }
        for name, url in urls.items():
            results.setdefault(name, {})[size] = pages.measure(client, url, f"{base}empty/")
    return results, client


def measure_beside() -> tuple[dict[str, Any], dict[str, Any]]:
    """The pages that look at everybody, with 10,000 volunteers and a million visits; and what privacy asks there."""
    from django.db import connection  # noqa: PLC0415 -- needs django.setup()
    from django.test import Client  # noqa: PLC0415 -- idem

    from bench import house, keeping, pages  # noqa: PLC0415 -- idem

    founded = house.found("beside")
    volunteer = house.beside_each_other(founded, volunteers=VOLUNTEERS, visits=VISITS_EACH)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client()
    client.force_login(founded.coordinator.user)
    base = "/o/beside/"
    urls = {
        "desk": f"{base}today/",
        "week": f"{base}today/week/",
        "load": f"{base}alongside/load/",
        "support": f"{base}alongside/support/",
        "tasks of a quarter": f"{base}alongside/shifts/",
        "thanks": f"{base}alongside/thanks/",
        "volunteer card": f"{base}people/volunteers/{volunteer.pk}/",
    }
    beside = {name: pages.measure(client, url, f"{base}empty/") for name, url in urls.items()}
    return beside, {"copy": keeping.copy_of_one(volunteer), "night": keeping.night(founded)}


def report(results: dict[str, Any]) -> None:
    """The table for people."""
    for name, sizes in results["pages"].items():
        smallest = min(sizes)
        for size, row in sizes.items():
            growth = row["page_seconds"] / sizes[smallest]["page_seconds"]
            print(
                f"{name:18} {size:>7} volunteers  x{row['ratio']:.2f} of floor (aim {AIMS['page']:.0f})  "
                f"{row['queries']:>3} queries (aim {AIMS['queries']})  growth {growth:.2f} (aim {AIMS['growth']})"
            )
    for name, row in results["beside"].items():
        print(
            f"{name:18} {VOLUNTEERS * VISITS_EACH:>7} visits      x{row['ratio']:.2f} of floor (aim {AIMS['page']:.0f})  "
            f"{row['queries']:>3} queries (aim {AIMS['queries']})  x{row['page_seconds'] / results['pages']['desk'][min(results['pages']['desk'])]['page_seconds']:.2f} of a small desk"
        )
    print(
        f"shortlist engine   x{results['shortlist']['full']:.2f} of plain NumPy (aim {AIMS['shortlist']:.0f})"
    )
    print(
        f"import 10,000 rows x{results['import']['ratio']:.2f} of openpyxl alone (aim {AIMS['import']:.0f})"
    )
    copy, night = results["privacy"]["copy"], results["privacy"]["night"]
    desk = results["beside"]["desk"]["page_seconds"]
    print(
        f"copy of a person   {copy['rows']} visits x{copy['export_seconds'] / copy['floor_seconds']:.2f} of plain JSON\n"
        f"night              {night['went']} of {night['rows']} rows in {night['batches']} batches, "
        f"the longest x{night['longest_batch_seconds'] / desk:.2f} of a desk (aim 1)"
    )
    costs = results["costs"]
    print(
        f"{costs['rows']} payments x{costs['ratio']:.2f} of the csv module alone (aim {AIMS['costs']:.0f}), "
        f"{costs['megabytes']:.0f} MB at most (aim {AIMS['costs_mb']})"
    )
    for name, row in results["first_load"].items():
        print(
            f"first load {name:8} {row['bytes'] / 1024:.1f} KB (aim {FIRST_LOAD // 1024}), "
            f"script {row['script_bytes'] / 1024:.1f} KB (aim {SCRIPT // 1024})"
        )


def main() -> None:
    """Measure all, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--output", type=Path, default=ROOT / "bench" / "results.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        from django.test import Client  # noqa: PLC0415 -- needs django.setup()

        from bench import costs, lists, matching_floor, weight  # noqa: PLC0415 -- idem

        measured, client = measure_pages(tuple(options.sizes))
        beside, privacy = measure_beside()
        results = {
            "pages": measured,
            "beside": beside,
            "privacy": privacy,
            "shortlist": matching_floor.measure(),
            "import": lists.measure(folder),
            "costs": costs.measure(folder),
            "first_load": {
                "sign-in": weight.weigh(Client(), "/accounts/login/"),
                "desk": weight.weigh(client, "/o/bench/today/"),
            },
        }
    report(results)
    options.output.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
