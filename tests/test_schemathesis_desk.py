"""Schemathesis over the desk's OpenAPI document, as somebody who may do everything: no answer is a fault of ours."""

from collections import Counter
from typing import Any

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from articles.actions.tokens import issue_token
from articles.api.desk.openapi import document
from articles.api.desk.urls import urlpatterns
from articles.models import Source, Suggestion, Token
from tests.desk import EVERYTHING
from tests.factories import make_article, make_event, make_person, make_user
from tests.test_schemathesis import EXAMPLES, application  # noqa: F401  (a fixture)

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture
def ids(db) -> dict[str, list[str]]:
    """Ids of things that are there, by the first part of the path."""
    son, park = make_person("Bùi Thanh Sơn", positions=[("Bộ trưởng", "Việt Nam")]), make_person("Park Jin")
    talks = make_event("Hội đàm", people=[son])
    article = make_article("Một", people=[son], events=[talks])
    source = Source.objects.create(
        article=article, sha256="0" * 64, name="a.txt", size=1, encoding="utf-8", text="x"
    )
    suggestion = Suggestion.objects.create(
        article=article, source=source, kind="person", value={"name": "A"}, evidence=[]
    )
    return {
        "articles": [str(article.pk)], "people": [str(son.pk), str(park.pk)], "events": [str(talks.pk)],
        "suggestions": [str(suggestion.pk)],
    }  # fmt: skip


def test_answers_are_what_the_document_says(ids, application):  # noqa: F811
    user = make_user(*EVERYTHING)
    _token, secret = issue_token(user, by=None, name="Máy quét", scopes=Token.Scope.values)
    told = {"Authorization": f"Bearer {secret}"}
    described = document("http://localhost/api/desk/", urlpatterns)
    # Ids and versions out of thin air find nothing: some have to be there.
    for path, methods in described["paths"].items():
        for operation in methods.values():
            for parameter in operation["parameters"]:
                if parameter["name"] == "pk" and (there := ids.get(path.split("/")[1])):
                    parameter["schema"] = {"enum": there}
                if parameter["name"] == "If-Match":
                    parameter["schema"] = {"enum": ["*", '"1"', '"x"']}
    schema = schemathesis.openapi.from_dict(described)
    statuses: Counter[int] = Counter()
    for result in schema.get_all_operations():
        operation = result.ok()

        @hypothesis.settings(
            max_examples=max(2, EXAMPLES // 3), deadline=None, database=None, derandomize=True,
            suppress_health_check=list(hypothesis.HealthCheck),
            phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        )  # fmt: skip
        @hypothesis.given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            response = case.call(headers=told, app=application)
            statuses[response.status_code] += 1
            case.validate_response(response, checks=CHECKS, headers=told)

        ask()
    assert {200, 400, 403, 409} <= set(statuses), statuses
