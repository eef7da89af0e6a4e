"""`python -m bench`: one line, one table. See bench/README.md."""

import argparse
import gc
import json
import os
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from statistics import median
from typing import Any

LABELS = {"newsroom": "this API", "plain": "plain REST framework", "bare": "bare Django view"}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="What a request costs, as ratios.")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=9, help="the contenders take turns this often")
    parser.add_argument("--requests", type=int, default=100, help="requests of each contender in a turn")
    parser.add_argument(
        "--database-url",
        default="",
        help="a PostgreSQL server; a database test_NAME is made and dropped there",
    )
    parser.add_argument("--server", action="store_true", help="ask a gunicorn worker over HTTP")
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
        from django.db import connection

        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = f"{directory}/test.sqlite3"
        real_name = str(connection.settings_dict["NAME"])
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            figures = measure(given, Path(directory))
        finally:
            connection.creation.destroy_test_db(real_name, verbosity=0)
    report(figures)
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1) + "\n")


def measure(given: argparse.Namespace, kept: Path) -> dict[str, Any]:
    """Figures of each page and contender: SQL queries, bytes, CPU milliseconds of one request."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from .data import generate
    from .ways import InProcess, gunicorn

    began = time.process_time()
    generate(given.articles, progress)
    generated = time.process_time() - began
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")

    here = InProcess()
    pages = addresses(given.articles)
    figures: dict[str, Any] = {
        "articles": given.articles,
        "database": connection.vendor,
        "python": sys.version.split()[0],
        "published_a_cpu_second": round(given.articles / generated),
        "pages": {page: {} for page in pages},
    }
    with gunicorn() if given.server else nullcontext(here) as way:
        figures["way"] = way.label
        for page, paths in pages.items():
            # Asked by the way that is measured: addresses in the answer depend on it.
            (kept / page).write_bytes(way.ask(paths["newsroom"]))
            for name, path in paths.items():
                here.ask(path)
                with CaptureQueriesContext(connection) as sent:
                    here.ask(path)
                figures["pages"][page][name] = {"queries": len(sent), "bytes": len(way.ask(path))}
            progress(page)
            for name, seconds in take_turns(given, way, paths).items():
                figures["pages"][page][name]["cpu_ms"] = round(seconds * 1000, 3)
    progress("")
    return figures


def addresses(articles: int) -> dict[str, dict[str, str]]:
    from articles.models import LiveArticle

    newest = LiveArticle.objects.order_by("-newest", "-id").values_list("slug", flat=True)
    slug = newest[articles // 2]
    return {
        "list": {"newsroom": "/api/v1/articles/", "plain": "/plain/articles/", "bare": "/bare/list/"},
        "detail": {
            "newsroom": f"/api/v1/articles/{slug}/",
            "plain": f"/plain/articles/{slug}/",
            "bare": "/bare/detail/",
        },
    }


def take_turns(given: argparse.Namespace, way: Any, paths: dict[str, str]) -> dict[str, float]:
    """CPU seconds of one request, median of the rounds. Each round goes through all, starting elsewhere."""
    spent: dict[str, list[float]] = {name: [] for name in paths}
    names = list(paths)
    for turn in range(given.rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            gc.collect()
            before = way.cpu()
            for _ in range(given.requests):
                way.ask(paths[name])
            spent[name].append((way.cpu() - before) / given.requests)
    return {name: median(seconds) for name, seconds in spent.items()}


def report(figures: dict[str, Any]) -> None:
    print(
        f"{figures['articles']:,} articles, {figures['database']}, {figures['way']}, "
        f"Python {figures['python']}; generated and published: "
        f"{figures['published_a_cpu_second']:,} articles a CPU second"
    )
    print(f"{'':24} {'queries':>8} {'bytes':>8} {'CPU ms':>8} {'÷ bare':>8} {'÷ this API':>11}")
    for page, rows in figures["pages"].items():
        print(page)
        for name, label in LABELS.items():
            row, ours, bare = rows[name], rows["newsroom"]["cpu_ms"], rows["bare"]["cpu_ms"]
            print(
                f"  {label:22} {row['queries']:8} {row['bytes']:8,} {row['cpu_ms']:8.2f} "
                f"{ratio(row['cpu_ms'], bare):>8} {ratio(row['cpu_ms'], ours):>11}"
            )


def ratio(one: float, other: float) -> str:
    return f"{one / other:.1f}" if other else "–"


def progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")


if __name__ == "__main__":
    main()
