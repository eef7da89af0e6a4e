"""`import_articles --explain FILE`: what each line was taken for, and why."""

from collections.abc import Callable

from articles.text.types import ParsedArticle, Structure


def explain(text: str, structure: Structure, *, say: Callable[[str], str] = str) -> str:
    """One line of output for each line of the source: number, kind, reason as `say` words it, the line's beginning."""
    shown = []
    for line in structure.lines:
        source = " ".join(text[line.span.start : line.span.end].split())
        if len(source) > 70:
            source = source[:69] + "…"
        shown.append(f"{line.number:4d}  {line.kind:<10}  {say(line.reason):<42}  {source}".rstrip())
    return "\n".join(shown)


def explain_article(article: ParsedArticle, *, say: Callable[[str], str] = str) -> str:
    """The same for a whole parsed article, with its encoding and warnings."""
    head = [f"encoding {article.encoding} ({article.encoding_confidence:.2f}), language {article.language}"]
    return "\n".join(
        [
            *head,
            *(f"warning: {say(warning)}" for warning in article.warnings),
            explain(article.text, article.structure, say=say),
        ]
    )
