"""When: partial dates, as people type them and as running text tells them.

`edtf` is the value that all of them end in. In running text, in the order they work: `days` (figures, ranges, lists),
`relative_days` (`hôm qua`, weekdays) and `english` read a date at a token; `years` says which year one without it
falls in; `find` walks a story and is what others call. `typed_dates` reads what an editor types into a field.
"""
