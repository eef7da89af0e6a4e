"""One line as two."""

from articles.text.layout.lines import Row


def cut(row: Row, at: int, text: str) -> list[Row]:
    """The row as two, parted at `row.text[at]`; whole where nobody can say where that is in the source,
    and where nothing would be left before it."""
    first, second = row.text[:at].rstrip(" |–-"), row.text[at:]
    above, below = row.span(0, len(first)), row.span(at)
    if not first or below.start < above.end:
        return [row]
    number = row.number + text.count("\n", row.start, above.end)
    begins = number + text.count("\n", above.end, below.start)
    return [
        Row(
            row.number,
            *above,
            first,
            row.gap,
            last=number,
            caseless=row.caseless,
            written=text[slice(*above)],
        ),
        Row(
            begins,
            *below,
            second,
            0,
            row.piped,
            last=row.last,
            caseless=row.caseless,
            written=text[slice(*below)],
        ),
    ]
