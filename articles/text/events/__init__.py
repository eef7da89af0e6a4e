"""What a story tells as happening: kind, name, day, place and participants.

In the order they work, each knowing only those before it:

`words`, `drafts`: the event words of the lexicon; an event as one sentence tells it, and those told so far.
`offices`, `sentences`, `pronouns`: who stands in a sentence, by name, by office or as `ông` or `hai bên`, and who does
something.
`places`, `days`: which place and which of the sentence's dates are the event's own.
`marks`, `names`, `composed`, `references`: the name as written, over its marks; made of kind and people; bare words
that point back to it.
`bodies`, `groups`: those who hold or meet without a person's name.
`goals`, `aims`: where a visit goes, and what any verb is aimed at. `doers`: who does it.
`nouns`, `exchanges`, `verbs`: events told by a noun (`chuyến thăm …`, `cuộc gặp giữa A và B`) and by what people do
(`A hội đàm với B`).
`holding`, `named`: events with a name of their own, and those known by who holds them. `english`, `english_visits`:
the same in English.
`company`: who else was there. `merging`: tellings put together into events. `leads`: the day of what the title alone
names. `find` walks the sentences, and is what others call.
"""
