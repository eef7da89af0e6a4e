"""An editor who saves while an import runs on SQLite: `python -m bench.editor FOLDER`.

Prints the number of saves, and their median and worst wait in milliseconds. Each is a request to the desk API through
the site's whole stack, the same action that the admin's form calls.
"""

import json
import subprocess
import sys
import time
from statistics import median

import django

PAUSE = 0.05
"""Seconds between a save and the next."""


def waits(folder: str, *options: str) -> list[float]:
    """Seconds of each save while `import_articles FOLDER` runs beside."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    from articles.actions.revise import revise
    from articles.models import Article

    editor = get_user_model().objects.create_superuser("editor")
    client = Client()
    client.force_login(editor)
    article = revise(Article(title="Bài của biên tập viên", body="<p>Một đoạn.</p>"), by=editor)
    address = f"/api/desk/articles/{article.pk}/"
    version = client.get(address).headers["ETag"]
    found = []
    importer = subprocess.Popen(
        [sys.executable, "-m", "django", "import_articles", folder, *options],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while importer.poll() is None:
        began = time.perf_counter()
        answer = client.patch(
            address,
            json.dumps({"dek": f"Lần {len(found)}"}),
            "application/json",
            headers={"If-Match": version},
        )
        found.append(time.perf_counter() - began)
        if answer.status_code != 200:
            raise SystemExit(f"A save was answered with {answer.status_code}: {answer.content!r}")
        version = answer.headers["ETag"]
        time.sleep(PAUSE)
    if importer.returncode:
        raise SystemExit("The import failed.")
    return found


if __name__ == "__main__":
    django.setup()
    seconds = waits(*sys.argv[1:])
    print(len(seconds), median(seconds) * 1000, max(seconds) * 1000)
