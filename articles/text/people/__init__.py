"""Who a story names: names, the offices around them, and every later mention tied to one person.

In the order they work, each knowing only those before it:

`heads`, `names`, `organisations`: what opens a role, what may be a name, what opens the name of a body.
`phrase_ends`, `reading`, `complement_…`, `complements`: the words between an office and the name, read one by one.
`roles`: one office or form of address, whole. `appointments`, `whose`, `kin`, `brackets`, `trailing`: those behind a
name; `alone`: those of somebody else.
`evidence`, `rolls`, `naming`, `untitled`: names that no office leads to. `chains`: offices one behind the other.
`mentions`: the walk over a story that finds all of it. `respelling`: stories in capitals or without accents.
`short_forms`, `positions`, `merging`: mentions put together into people. `find` is what others call.
Beside them: `tagger`, more suggestions from a trained model; `alike_names`, names of a collection that may be one.
"""
