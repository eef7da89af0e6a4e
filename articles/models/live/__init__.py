"""The live side: every table that public code may read, and nothing that it may not.

Only the door (`articles.actions.door`) writes these tables. Rows carry their finished public document as JSON
text, so that a list is one indexed query and a join of strings. A link row exists only while both ends are live.
"""

from .indexes import LiveAttribute, LivePosition, LiveSearch, LiveTally
from .items import (
    LIVE_MODELS,
    PLURALS,
    LiveArticle,
    LiveEvent,
    LiveItem,
    LivePerson,
    LiveSection,
    LiveTerm,
    LiveTopic,
    public_address,
)
from .links import LiveAgency, LiveCoverage, LiveLink, LiveMention, LiveParticipation, LiveTagging
from .log import Change, EditionHeader, LiveState, OldSlug, Tombstone

__all__ = [
    "LIVE_MODELS",
    "PLURALS",
    "Change",
    "EditionHeader",
    "LiveAgency",
    "LiveArticle",
    "LiveAttribute",
    "LiveCoverage",
    "LiveEvent",
    "LiveItem",
    "LiveLink",
    "LiveMention",
    "LiveParticipation",
    "LivePerson",
    "LivePosition",
    "LiveSearch",
    "LiveSection",
    "LiveState",
    "LiveTagging",
    "LiveTally",
    "LiveTerm",
    "LiveTopic",
    "OldSlug",
    "Tombstone",
    "public_address",
]
