"""All tables: the desk (editors'), the door (what passed to the public) and the live side (what the public reads)."""

from .article import Article, Photo
from .audit import AuditEntry
from .base import Item, State
from .credentials import CreationKey, PreviewToken, Token
from .edition import Edition, Reference, Rewrite
from .erased import Erased
from .event import Event
from .importing import HeldFile, ImportedFile, ImportRun, RunState
from .kinds import ITEM_MODELS, find_item
from .links import Coverage, Mention, Participation
from .live import (
    Change,
    EditionHeader,
    LiveAgency,
    LiveArticle,
    LiveAttribute,
    LiveCoverage,
    LiveEvent,
    LiveMention,
    LiveParticipation,
    LivePerson,
    LivePosition,
    LiveSearch,
    LiveSection,
    LiveState,
    LiveTagging,
    LiveTally,
    LiveTopic,
    OldSlug,
    Tombstone,
)
from .merge import Distinct, Merge
from .person import OtherName, Person, Position
from .presence import Presence
from .revision import Revision
from .schedule import Schedule, Stage, Submission
from .source import Band, Source, Suggestion
from .taxonomy import Section, Topic
from .webhook import Delivery, Webhook

__all__ = [
    "ITEM_MODELS",
    "Article",
    "AuditEntry",
    "Band",
    "Change",
    "Coverage",
    "CreationKey",
    "Delivery",
    "Distinct",
    "Edition",
    "EditionHeader",
    "Erased",
    "Event",
    "HeldFile",
    "ImportRun",
    "ImportedFile",
    "Item",
    "LiveAgency",
    "LiveArticle",
    "LiveAttribute",
    "LiveCoverage",
    "LiveEvent",
    "LiveMention",
    "LiveParticipation",
    "LivePerson",
    "LivePosition",
    "LiveSearch",
    "LiveSection",
    "LiveState",
    "LiveTagging",
    "LiveTally",
    "LiveTopic",
    "Mention",
    "Merge",
    "OldSlug",
    "OtherName",
    "Participation",
    "Person",
    "Photo",
    "Position",
    "Presence",
    "PreviewToken",
    "Reference",
    "Revision",
    "Rewrite",
    "RunState",
    "Schedule",
    "Section",
    "Source",
    "Stage",
    "State",
    "Submission",
    "Suggestion",
    "Token",
    "Tombstone",
    "Topic",
    "Webhook",
    "find_item",
]
