"""What tells captions from paragraphs and from headlines: the weight of each sign that a line may show.

From logistic regressions, rounded; what their texts cannot show (credits, offices, words of single topics) is set by
hand. What the lines beside it say, figures and the past are weighed on 700 real articles that mark their captions.
"""

from typing import NamedTuple


class Weights(NamedTuple):
    """What adds to the log-odds that a line is a caption."""

    signs: dict[str, float]
    """Of each sign that `captions` looks for."""
    told: float
    """Times the share of its word pairs that other lines have too: stories tell again what their photos show."""
    words: str
    """The list of words with their weights."""
    most_words: float
    """What all words together add or take at most: of many small words each says less than alone."""


# A sentence is a caption and not a paragraph: from 106,734 lines (39,677 captions) of the VietNews corpus. Of the lines
# kept for the test it finds 52 in 100 captions with one paragraph of a single sentence in 100 wrong, 67 with two.
SENTENCE = Weights(
    signs={
        "any line": -2.0,
        "5 words": -0.8,
        "8 words": -0.1,
        "20 words": 0.1,
        "28 words": -0.3,
        "36 words": -1.0,
        "more words": -1.6,
        "no comma": 0.6,
        "a comma": -0.2,
        "two commas": -0.4,
        "more commas": -0.9,
        "no report": 0.7,
        "a report": -0.1,
        "two reports": -0.5,
        "more reports": -0.9,
        "narrates": -3.0,
        "opening": 1.8,
        "subject": 1.0,
        "person": 0.9,
        "name": 0.4,
        "portrait": 3.0,
        "office": 2.0,
        "names": 0.8,
        "verb": 0.5,
        "occasion": 0.4,
        "scene": 1.2,
        "where": 3.2,
        "of picture": 2.0,
        "opens paragraph": -1.0,
        "dated": -0.8,
        "two parts": -2.4,
        "quote": -1.9,
        "figures": -1.2,
        "past": -0.8,
        "points back": -2.0,
        "credited": -2.0,
    },
    told=3.8,
    words="caption_words",
    most_words=9.0,
)
# A line without an end is a caption and no headline: headlines do without the small words of a sentence. From 37,606
# lines (3,619 captions) of assembled pages; with 5 headlines in 100 wrong it finds 65 in 100 captions.
BARE = Weights(
    signs={
        "any line": 2.0,
        "5 words": -1.5,
        "8 words": -1.0,
        "20 words": -1.6,
        "28 words": -0.4,
        "36 words": 0.2,
        "more words": -0.4,
        "no comma": -1.0,
        "a comma": -0.7,
        "two commas": -0.1,
        "more commas": 0.3,
        "no report": -0.4,
        "a report": -0.5,
        "two reports": -0.5,
        "more reports": -0.1,
        "narrates": -1.0,
        "opening": 1.6,
        "subject": 1.4,
        "person": 0.7,
        "name": 0.0,
        "portrait": 3.0,
        "office": 2.3,
        "names": 0.0,
        "verb": 0.6,
        "occasion": 0.4,
        "scene": 0.6,
        "where": 2.8,
        "of picture": 1.6,
        "opens paragraph": -0.4,
        "dated": 0.0,
        "two parts": -2.6,
        "quote": -2.2,
        "figures": -0.8,
        "past": 0.0,
        "points back": 0.0,
        "credited": -2.2,
    },
    told=3.4,
    words="caption_words_bare",
    most_words=2.6,
)

# From which score on a line without an end is a caption and no subhead, by what the page has beside it. Weighed on
# 1,180 such lines (496 captions) of real articles: it finds 415 captions, and takes 50 others for some; 411, with 68,
# before it counted how far down a line stands. On sites kept for the test 38 lines come out anew, 29 of them rightly.
BESIDE = {
    "any line": 1.9,
    "doubtful": 2.0,  # In a list, where labels stand, or broken off.
    "capitals": -4.0,  # Times the share of its words that have one: captions name what they show.
    "a subhead": 0.6,  # For each other line that reads little like a caption: subheads are several.
    "a caption": -1.4,  # For each other one that surely is a caption.
    "a sentence": 0.6,  # The same for sentences: a house ends its captions all alike.
    "further down": 0.2,  # For each line beyond `NEAR_TOP`: photos stand near the top, and long stories have parts.
}
MOST_BESIDE, MOST_CAPITALS, MOST_DOWN = 4, 0.5, 12
"""So many lines of each kind count, so many of its words, and so many lines beyond."""
NEAR_TOP = 8
"""Lines from the first paragraph to one that is near it."""
