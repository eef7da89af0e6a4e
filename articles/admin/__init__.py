"""The desk in the Django admin: one module a model. State is written by `articles.actions` alone."""

from . import (  # noqa: F401  (registers the models)
    article,
    audit,
    event,
    imports,
    merges,
    names,
    person,
    previewing,
    source,
    taxonomy,
    timetable,
    token,
    webhook,
)
