"""What the import is measured against, each in a process of its own: `python -m bench.rivals WAY PATH`.

`floor` writes the rows that an import left in the database PATH into the one of `DATABASE_URL` by plain
`bulk_create`, and prints the CPU seconds of the writing. `naive` reads the folder PATH with the same parser and
saves row by row, as a first script would.
"""

import sys
import time
from pathlib import Path

import django


def floor(database: str) -> float:
    """The same rows by `bulk_create`, in one transaction."""
    from django.apps import apps
    from django.db import connections, transaction

    models = apps.get_app_config("articles").get_models(include_auto_created=True)
    here = connections["default"]
    connections.databases["filled"] = {**here.settings_dict, "NAME": database}
    tables = [(model, list(model._base_manager.using("filled"))) for model in models]
    for model, _rows in tables:
        model._base_manager.all().delete()
    began = time.process_time()
    with transaction.atomic(), here.constraint_checks_disabled():
        # Keys are checked at the end: the order of the tables is then of no matter.
        for model, rows in tables:
            model._base_manager.using("default").bulk_create(rows, batch_size=500)
    return time.process_time() - began


def naive(folder: str) -> float:
    """A row at a time, people and events looked up by name."""
    from articles.actions.reading import reader
    from articles.files import read_files
    from articles.models import Article, Coverage, Event, Mention, Person, Photo, Section, Source
    from articles.text.fold import slugify
    from articles.text.html import from_paragraphs

    began = time.process_time()
    read = reader()
    for raw in read_files([Path(folder)], max_bytes=5_000_000):
        found = read(raw)
        parsed = found.parsed
        if parsed is None:
            continue
        structure = parsed.structure
        section = None
        if structure.section:
            section, _new = Section.objects.get_or_create(
                slug=slugify(structure.section), defaults={"name": structure.section}
            )
        article = Article.objects.create(
            title=structure.title or "", dek=structure.dek, language=parsed.language, section=section,
            body=from_paragraphs(paragraph.text for paragraph in structure.paragraphs),
            date=(structure.published or "")[:10], dateline=structure.dateline,
            byline=list(structure.byline), agencies=list(structure.agencies),
        )  # fmt: skip
        Source.objects.create(
            article=article, sha256=found.sha256, name=raw.name, size=found.size, encoding=parsed.encoding,
            text=parsed.text,
        )  # fmt: skip
        for rank, caption in enumerate(structure.captions):
            Photo.objects.create(article=article, rank=rank, caption=caption.caption, credit=caption.credit)
        for rank, person in enumerate(parsed.people):
            known, _new = Person.objects.get_or_create(name=person.name)
            Mention.objects.get_or_create(
                article=article, person=known, defaults={"role": person.role, "rank": rank}
            )
        for rank, event in enumerate(parsed.events):
            reported, _new = Event.objects.get_or_create(
                name=event.name, event_kind=event.kind, date=event.date or ""
            )
            Coverage.objects.get_or_create(article=article, event=reported, defaults={"rank": rank})
    return time.process_time() - began


if __name__ == "__main__":
    django.setup()
    print({"floor": floor, "naive": naive}[sys.argv[1]](sys.argv[2]))
