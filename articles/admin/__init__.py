"""The desk in the Django admin: one module a model. State is written by `articles.actions` alone."""

from . import article, audit, event, person, source, taxonomy, timetable, webhook  # noqa: F401  (registers the models)
