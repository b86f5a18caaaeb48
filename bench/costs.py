"""A year of payments against the law: a million rows, beside reading the same file with the csv module alone."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ROWS, PEOPLE = 1_000_000, 20_000
HEADINGS = "person,date,kind,amount,km,hours,vehicle,birth_date,task,organisation,proof,declaration"
# Run in a process of its own, for both alike. Its own peak: `ru_maxrss` also counts what the bench held when it
# started this process.
CHECK = """
import csv, os, sys, time
import django
django.setup()
from django.core.management import call_command
started = time.process_time()
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for _row in csv.reader(file):
        pass
floor = time.process_time() - started
started = time.process_time()
sys.stdout = open(os.devnull, "w")
try:
    call_command("expenses", "check", sys.argv[1], "--jurisdiction", "BE", "--json")
except SystemExit:
    pass
seconds = time.process_time() - started
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:")).split()[1]
print(floor, seconds, peak, file=sys.stderr)
"""


def write(path: Path, rows: int = ROWS) -> None:
    """Lump sums, kilometres and gifts of many people over four years, in no order."""
    chance = random.Random(5)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADINGS + "\n")
        for _row in range(rows):
            who, year = chance.randrange(PEOPLE), chance.randint(2022, 2025)
            day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            kind = chance.choice(("lump_sum,%s,,", "travel,,%d,", "gift,15.00,,"))
            if "%" in kind:
                kind %= chance.randint(2, 35)
            file.write(f"Persoon {who},{day},{kind},,,buddy,De Brug,,\n")


def measure(folder: Path) -> dict[str, Any]:
    """Seconds of processor time for both in one run, their ratio, and the most memory in MB."""
    path = folder / "payments.csv"
    write(path)
    done = subprocess.run(  # noqa: S603 -- our own command on our own file
        [sys.executable, "-c", CHECK, str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    floor, seconds, kilobytes = done.stderr.split()[-3:]
    return {
        "rows": ROWS,
        "check_seconds": float(seconds),
        "floor_seconds": float(floor),
        "ratio": float(seconds) / float(floor),
        "megabytes": int(kilobytes) / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
