"""`python -m bench`: one line, one table. See bench/README.md."""

import argparse
import json
import os
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="What a request costs, as ratios.")
    parser.add_argument(
        "--articles", type=int, nargs="+", default=[10_000], metavar="N", help="measured at each size"
    )
    parser.add_argument(
        "--copied", type=int, default=1, metavar="TIMES",
        help="at the end measure lists among so many times as many live articles, the others copied by the database",
    )  # fmt: skip
    parser.add_argument(
        "--keep", action="store_true",
        help="use the database itself, and what an earlier run has left there, instead of a test database",
    )  # fmt: skip
    parser.add_argument("--rounds", type=int, default=9, help="the contenders take turns this often")
    parser.add_argument("--requests", type=int, default=100, help="requests of each contender in a turn")
    parser.add_argument(
        "--database-url", default="",
        help="a PostgreSQL server; a database test_NAME is made and dropped there",
    )  # fmt: skip
    parser.add_argument(
        "--server", choices=["gunicorn", "granian"], nargs="*", default=[], help="ask a worker over HTTP"
    )
    parser.add_argument("--files", type=int, default=0, help="measure the import, too, of so many files")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    return parser.parse_args()


def main() -> None:
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as directory:
        os.environ["BENCH_KEPT"] = directory
        os.environ["DATABASE_URL"] = given.database_url or f"sqlite:///{directory}/db.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = f"{directory}/test.sqlite3"
        real_name = str(connection.settings_dict["NAME"])
        if given.keep:
            call_command("migrate", verbosity=0)
        else:
            connection.creation.create_test_db(verbosity=0, autoclobber=True)
        found: list[dict[str, Any]] = []
        try:
            for figures in measure(given, Path(directory)):
                report(figures)
                found.append(figures)
                if given.json:
                    given.json.write_text(json.dumps(found, indent=1) + "\n")
        finally:
            if not given.keep:
                connection.creation.destroy_test_db(real_name, verbosity=0)


def measure(given: argparse.Namespace, kept: Path) -> Any:
    """Figures at each size, of its copies, and at the end of the import."""
    from django.db import connection

    from articles.models import LiveArticle

    from .copies import copy_articles
    from .data import generate
    from .imports import measure_imports
    from .measure import measure_deeds

    before = LiveArticle.objects.count() if given.keep else 0
    begun = time.process_time()
    # What an earlier run has left is measured as it is.
    for size in [before] if before else generate(given.articles, progress):
        rate = (
            0 if before else round((size - done_before(given.articles, size)) / (time.process_time() - begun))
        )
        yield from measure_size(given, kept, {"articles": size, "published_a_cpu_second": rate})
        yield {"articles": size, "database": connection.vendor, "deeds": measure_deeds(20)}
        begun = time.process_time()
    if given.copied > 1:
        copy_articles(given.copied)
        yield from measure_size(
            given, kept, {"articles": LiveArticle.objects.count(), "copied": given.copied}
        )
    if given.files:
        yield {"files": given.files, "imports": measure_imports(given.files, kept)}
    progress("")


def done_before(sizes: list[int], size: int) -> int:
    """How many articles there were before those that made it `size`."""
    return max((smaller for smaller in sizes if smaller < size), default=0)


def measure_size(given: argparse.Namespace, kept: Path, known: dict[str, Any]) -> Any:
    """The pages at the present size, by each way of asking."""
    from django.db import connection

    from .measure import measure_pages
    from .ways import InProcess, server

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    figures: dict[str, Any] = {**known, "database": connection.vendor, "python": sys.version.split()[0]}
    for name in given.server or [""]:
        with server(name) if name else nullcontext(InProcess()) as way:
            figures["way"] = way.label
            figures["pages"] = {}
            searched = "copied" not in known
            for page, rows in measure_pages(way, kept, given.rounds, given.requests, searched=searched):
                figures["pages"][page] = rows
                progress(f"{name} {page}")
        yield dict(figures)


def report(figures: dict[str, Any]) -> None:
    """One table in Markdown."""
    print()
    if imports := figures.get("imports"):
        from .imports import table

        print("\n".join(table(figures["files"], imports)))
        return
    title = f"### {figures['articles']:,} articles, {figures['database']}"
    if deeds := figures.get("deeds"):
        print(f"{title}: what an editor waits for\n")
        print("| what | CPU ms | wall ms |\n|---|--:|--:|")
        for name, cost in deeds.items():
            print(f"| {name} | {cost['cpu_ms']:,.1f} | {cost['p50']:,.1f} |")
        return
    print(f"{title}, {figures['way']}, Python {figures['python']}\n")
    if figures.get("published_a_cpu_second"):
        print(f"Generated and published: {figures['published_a_cpu_second']:,} articles a CPU second.\n")
    if copied := figures.get("copied"):
        print(f"One in {copied} came through the door; the others are copies of their live rows.\n")
    print("| page | queries | bytes | CPU ms | ÷ bare | plain DRF ÷ it | p50 ms | p95 ms | p99 ms |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for page, rows in figures["pages"].items():
        ours, plain = rows["newsroom"], rows.get("plain")
        print(
            f"| {page} | {ours['queries']} | {ours['bytes']:,} | {ours['cpu_ms']:.2f} "
            f"| {ratio(ours['cpu_ms'], rows['bare']['cpu_ms'])} "
            f"| {ratio(plain['cpu_ms'], ours['cpu_ms']) if plain else ''} "
            f"| {ours['p50']:.1f} | {ours['p95']:.1f} | {ours['p99']:.1f} |"
        )


def ratio(one: float, other: float) -> str:
    return f"{one / other:.1f}" if other else "–"


def progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")


if __name__ == "__main__":
    main()
