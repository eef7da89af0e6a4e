"""`openapi/*.json` are what the APIs say of themselves. After a change that is meant:

WRITE_OPENAPI=1 python -m pytest -n 0 tests/test_openapi_snapshot.py
"""

import json
import os
from pathlib import Path

import pytest

from articles.api.desk.openapi import document as desk
from articles.api.desk.urls import urlpatterns as of_desk
from articles.api.public.openapi import document as public
from articles.api.public.urls import urlpatterns as of_public

FOLDER = Path(__file__).resolve().parent.parent / "openapi"
DOCUMENTS = {
    "public.json": (public, of_public, "https://news.example/api/v1/"),
    "desk.json": (desk, of_desk, "https://news.example/api/desk/"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_committed_document_is_the_present_one(name, settings):
    settings.ARTICLES = {}
    make, patterns, base = DOCUMENTS[name]
    text = json.dumps(make(base, patterns), ensure_ascii=False, indent=1) + "\n"
    path = FOLDER / name
    if os.environ.get("WRITE_OPENAPI"):
        path.write_text(text)
    assert path.read_text() == text, f"{name} is old. {__doc__}"
