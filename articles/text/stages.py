"""The stages of the parser, each of which a house may replace by a class or function of its own.

    ARTICLES = {"STAGES": {"people": "project.finders.People"}}

A replacement takes what the stage takes and answers what it answers; a class is made once a process, without
arguments, and its instance called. One that raises an error costs its file, not the import. `lexicon/README.md` shows
one.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, Protocol

from articles.text.events.find import find_events
from articles.text.layout.structure import structure
from articles.text.people.find import find_people
from articles.text.types import FoundEvent, FoundPerson, StageFailed, Structure


class StructureStage(Protocol):
    """Takes the page apart."""

    def __call__(self, text: str, *, sections: Collection[str] = ()) -> Structure: ...


class PeopleStage(Protocol):
    """Finds the people of a story. `known`: the collection's own, name as written → the name to use."""

    def __call__(
        self, text: str, structure: Structure, *, known: Mapping[str, str] | None = None
    ) -> tuple[FoundPerson, ...]: ...


class EventsStage(Protocol):
    """Finds the events of a story, given its people."""

    def __call__(
        self, text: str, structure: Structure, people: tuple[FoundPerson, ...]
    ) -> tuple[FoundEvent, ...]: ...


class Stages(NamedTuple):
    """What `parse` calls, one after another."""

    structure: StructureStage = structure
    people: PeopleStage = find_people
    events: EventsStage = find_events


NAMES = ("structure", "people", "events")

LONGEST = 300
"""Characters of an error that are told."""


@cache
def stages(replaced: Iterable[tuple[str, str]] = ()) -> Stages:
    """The stages with those in `replaced`, pairs of a stage's name and a dotted path, put in.

    Raises `LookupError` for a stage that is not there and for a path that leads to nothing callable.
    """
    return Stages(**{name: _naming_itself(stage(name, path), path) for name, path in replaced})


def _naming_itself(call: Callable[..., Any], path: str) -> Callable[..., Any]:
    """A stage of the house that says which one it is where it fails."""

    def calling(*args: Any, **kwargs: Any) -> Any:
        try:
            return call(*args, **kwargs)
        except Exception as error:
            said = " ".join(f"{type(error).__name__} {error}".split())[:LONGEST]
            raise StageFailed(f"The stage {path} failed: {said}. Mend it, and try the file again.") from error

    return calling


def stage(name: str, path: str) -> Callable[..., Any]:
    """What stands at the dotted path, ready to be called; see `stages` for errors."""
    if name not in NAMES:
        raise LookupError(f"There is no stage {name!r}. Known: {', '.join(NAMES)}.")
    module, _, attribute = path.rpartition(".")
    try:
        found = getattr(import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise LookupError(f"The stage {name!r} cannot be had from {path!r}: {error}.") from error
    try:
        made = found() if isinstance(found, type) else found
    except TypeError as error:
        raise LookupError(f"The stage {name!r} cannot be made of {path!r}: {error}.") from error
    if not callable(made):
        raise LookupError(f"The stage {name!r} from {path!r} cannot be called.")
    return made
