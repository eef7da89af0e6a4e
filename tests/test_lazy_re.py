"""Patterns of the rules, compiled when they are first asked."""

import pkgutil
import re
from importlib import import_module

import pytest

from articles import text
from articles.text import lazy_re


def test_a_pattern_answers_as_a_compiled_one():
    for written, flags, said in ((r"(?P<day>\d+)/\d+", 0, "ngày 13/7"), ("ẢNH", re.IGNORECASE, "Ảnh: H")):
        pattern, compiled = lazy_re.compile(written, flags), re.compile(written, flags)
        for ask in ("search", "match", "fullmatch", "findall", "split"):
            assert str(getattr(pattern, ask)(said)) == str(getattr(compiled, ask)(said))
        assert pattern.sub("-", said) == compiled.sub("-", said)
        assert pattern.pattern == written
    assert lazy_re.compile(rb"\w").findall(b"ab") == [b"a", b"b"]


def test_a_wrong_pattern_says_so_when_it_is_asked():
    pattern = lazy_re.compile("(")
    with pytest.raises(re.error):
        pattern.search("x")


def test_every_pattern_of_the_rules_can_be_compiled():
    found = 0
    for module in pkgutil.walk_packages(text.__path__, "articles.text."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, type(lazy_re.compile(""))):
                assert re.compile(value.pattern), (module.name, name)
                found += 1
    assert found > 200
