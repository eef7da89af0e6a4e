"""A field of the host's own in public documents, and a filter by it."""

from articles.extensions import PublicField


class Length(PublicField):
    name, filterable = "length", True
    description = "How long the article is: short or long."

    def value(self, item):
        return "long" if len(item.body) > 4000 else "short"
