"""Schemathesis over the public OpenAPI document: no answer is a fault of ours, each is what the document says.

`SCHEMATHESIS_EXAMPLES` sets how many requests each operation gets; the suite asks few of each.
"""

import os
from typing import Any

import hypothesis
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests import live_rows as make

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "8"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture
def archive(db):
    """Something of everything, so that answers are not all empty."""
    son, park = make.person("Bùi Thanh Sơn", countries=("Việt Nam",)), make.person("Park Jin")
    talks = make.event("Hội đàm", date="2024-05-02", place="Hà Nội", people=(son, park))
    make.event("Lễ", date="XXXX-09-02", kind="ceremony")
    for number in range(5):
        make.article(
            f"Bài {number}", body="Hai bên trao đổi.", people=(son, park)[: number % 3], events=(talks,)[: number % 2],
            section=make.section("Thời sự"), topics=(make.topic("Kinh tế"),), agencies=("TTXVN",),
            date=["2024-05-02", "2024-05", None, "XXXX-05-01", "2023/2024"][number],
        )  # fmt: skip
    make.withdraw(make.article("Rút"), notice="Rút bài.")
    make.old_slug("person", "bui-son", son.id)


@pytest.fixture
def application():
    """The site as a server sees it, whose requests leave the test's connection open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_answers_are_what_the_document_says(archive, application):
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    asked = 0
    for result in schema.get_all_operations():
        operation = result.ok()

        @hypothesis.settings(
            max_examples=EXAMPLES, deadline=None, database=None, derandomize=True,
            suppress_health_check=list(hypothesis.HealthCheck),
            phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        )  # fmt: skip
        @hypothesis.given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            nonlocal asked
            asked += 1
            case.call_and_validate(checks=CHECKS)

        ask()
    assert asked >= EXAMPLES * 20
