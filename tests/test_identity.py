"""Ids that say what they are of."""

from uuid import uuid5

import pytest

from articles.actions.identity import NAMESPACE, identity


@pytest.mark.parametrize("parts", [("a",), ("Việt Nam", 3), ("", ""), tuple(range(40))])
def test_an_id_is_the_one_that_rfc_9562_makes_of_its_parts(parts: tuple[object, ...]) -> None:
    assert identity("person", *parts) == uuid5(NAMESPACE, "\x1f".join(["person", *map(str, parts)]))
