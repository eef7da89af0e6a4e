"""Events in English stories, where the event word stands last in the name. Invented sentences."""

import pytest

from articles.text.parse import parse

REST = (
    "The two sides agreed to continue the work on trade, investment and exchanges between the people of the two "
    "countries, which they said had been going well."
)


def told(*sentences):
    page = "\n".join(("August 21, 2024", "Leaders talk", *sentences, REST, ""))
    return [
        f"{'' if e.sure else '?'}{e.kind} | {e.name} | {e.date} | {e.place} | {', '.join(e.participants)}"
        for e in parse(page.encode()).events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The 12th Lao-Peru Political, Security and Defence Dialogue took place in Lima on August 19.",
            "dialogue | 12th Lao-Peru Political, Security and Defence Dialogue | 2024-08-19 | Lima | ",
        ),
        (
            "Foreign Minister Ta Van Kha co-chaired the 9th meeting of the Lao-Peru Committee in Lima on August 19.",
            "conference | 9th meeting of the Lao-Peru Committee | 2024-08-19 | Lima | Ta Van Kha",
        ),
        (
            "An ASEAN senior officials' meeting (SOM) opened in Singapore on July 31 to make preparations.",
            "conference | ASEAN senior officials' meeting | 2024-07-31 | Singapore | ",
        ),
        (
            "A workshop on climate change was held in Lima on August 20.",
            "conference | Workshop on climate change | 2024-08-20 | Lima | ",
        ),
        (
            "Foreign Minister Ta Van Kha hosted a welcome ceremony for Ambassador Anders Lund in Lima on August 20.",
            "ceremony | Welcome ceremony for Ambassador Anders Lund | 2024-08-20 | Lima | Ta Van Kha",
        ),
        (
            "Foreign Minister Ta Van Kha left Hanoi on August 20 for an official visit to Peru.",
            "visit | Ta Van Kha pays an official visit to Peru | 2024-08-20 | Peru | Ta Van Kha",
        ),
        (
            "Foreign Minister Ta Van Kha on August 20 received visiting Ambassador Anders Lund.",
            "meeting | Ta Van Kha received Anders Lund | 2024-08-20 |  | Ta Van Kha, Anders Lund",
        ),
    ],
)
def test_one_event(text, expected):
    assert told(text) == [expected]


def test_the_summit_beside_which_they_met_is_not_dated_by_the_meeting():
    text = "Foreign Minister Ta Van Kha met Ambassador Anders Lund on May 13 on the sidelines of the Lima Summit held."
    assert told(text)[-1] == "?conference | Lima Summit | None |  | "


def test_a_bare_word_dates_the_event_told_of_before():
    found = told(
        "Foreign Minister Ta Van Kha hosted a welcome ceremony for Ambassador Anders Lund, who came with officials.",
        "Minister Ta Van Kha hosted the ceremony on August 20 morning, and it was attended by many of them.",
    )
    assert found == ["ceremony | Welcome ceremony for Ambassador Anders Lund | 2024-08-20 |  | Ta Van Kha"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Anders Lund's official visit to Peru from August 3 to 5 was his first.",
            [
                "visit | Anders Lund pays an official visit to Peru | 2024-08-03/2024-08-05 | Peru | Anders Lund"
            ],
        ),
        (
            "Peruvian President Anna Holt is on a three-day state visit to Laos.",
            ["?visit | Anna Holt pays a state visit to Laos | None | Laos | Anna Holt"],
        ),
        # The days of a visit are not those of the talks during it.
        (
            "As part of his visit to Laos from August 10 to 13, Foreign Minister Tom Holt met President Som Vi.",
            [
                "?visit | Tom Holt pays a visit to Laos | 2024-08-10/2024-08-13 | Laos | Tom Holt",
                "?meeting | Tom Holt met Som Vi | None |  | Tom Holt, Som Vi",
            ],
        ),
        (
            "Lao President Som Vi held talks with Peruvian President Anna Holt on August 20 during her visit to Laos "
            "from August 19 to 21.",
            [
                "talks | Talks Som Vi – Anna Holt | 2024-08-20 |  | Som Vi, Anna Holt",
            ],
        ),
        # `On` is no surname, nor is `'s` a part of a name.
        (
            "On August 20, Minister Anna Holt paid a courtesy call on President Som Vi.",
            ["meeting | Anna Holt paid a courtesy call on Som Vi | 2024-08-20 |  | Anna Holt, Som Vi"],
        ),
        (
            "Minister Anna Holt had a telephone conversation with Minister Som Vi on August 20.",
            ["phone_call | Phone talks Anna Holt – Som Vi | 2024-08-20 |  | Anna Holt, Som Vi"],
        ),
        # What is to come, or whose visit a pronoun tells, is left to the editor.
        (
            "Next week will see President Anna Holt's visit to Laos from June 5-7.",
            ["?visit | Anna Holt pays a visit to Laos | 2024-06-05/2024-06-07 | Laos | Anna Holt"],
        ),
        (
            "As part of her visit to Laos on June 5-7, President Anna Holt met farmers.",
            ["?visit | Anna Holt pays a visit to Laos | 2024-06-05/2024-06-07 | Laos | Anna Holt"],
        ),
    ],
)
def test_visits_told_by_a_noun_and_what_takes_place_during_them(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Lao Embassy in Peru held a reception in Lima on August 19 to mark the 70th anniversary of Laos's "
            "National Day (August 21).",
            "?anniversary | 70th anniversary of Laos's National Day | 2024-08-19 |  | ",
        ),
        (
            "The Lao Embassy in Peru on August 19 organised a ceremony to celebrate the 70th anniversary of National "
            "Day (August 21).",
            "?anniversary | Ceremony to celebrate the 70th anniversary of National Day | 2024-08-19 |  | ",
        ),
    ],
)
def test_an_anniversary_is_kept_on_the_day_when_it_is_held(text, expected):
    assert told(text) == [expected]


def test_the_year_of_what_is_kept_is_not_that_of_the_reception():
    text = "The Lao Embassy held a reception on January 22 to mark the 70th anniversary of ties (January 30, 1950)."
    page = "\n".join(("Embassy marks 70 years", text, REST, ""))
    assert [event.date for event in parse(page.encode()).events] == ["XXXX-01-22"]
