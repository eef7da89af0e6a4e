"""Two others that answer the same: REST framework as its tutorial has it, a view without any work to do."""

import os
from functools import cache
from pathlib import Path

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from rest_framework import pagination, serializers, viewsets

from articles.models import Article, Coverage, Mention, Photo, Section, Topic
from articles.text.html import from_body, plain_text


@cache
def kept(what: str) -> bytes:
    """The answer of this API that the benchmark keeps under this name, in a file a server can read, too."""
    return Path(os.environ["BENCH_KEPT"], what).read_bytes()


def bare(request: HttpRequest, what: str) -> HttpResponse:
    return HttpResponse(kept(what), content_type="application/json")


class TermSerializer(serializers.ModelSerializer):
    class Meta:
        model = Section
        fields = ["slug", "name"]


class TopicSerializer(TermSerializer):
    class Meta(TermSerializer.Meta):
        model = Topic


class MentionSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="person.id")
    slug = serializers.CharField(source="person.slug")
    name = serializers.CharField(source="person.name")

    class Meta:
        model = Mention
        fields = ["id", "slug", "name", "role"]


class CoverageSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="event.id")
    slug = serializers.CharField(source="event.slug")
    name = serializers.CharField(source="event.name")
    date = serializers.CharField(source="event.date")

    class Meta:
        model = Coverage
        fields = ["id", "slug", "name", "date"]


class PhotoSerializer(serializers.ModelSerializer):
    class Meta:
        model = Photo
        fields = ["caption", "credit", "alternative_text", "after_paragraph", "file"]


class ListedArticleSerializer(serializers.ModelSerializer):
    type = serializers.ReadOnlyField(default="article")
    section = TermSerializer()
    topics = TopicSerializer(many=True)
    images = PhotoSerializer(many=True, source="photos")
    people = MentionSerializer(many=True, source="mentions")
    events = CoverageSerializer(many=True, source="coverage")
    edition = serializers.IntegerField(source="live_edition")

    class Meta:
        model = Article
        fields = [
            "id", "type", "slug", "language", "title", "dek", "date", "dateline", "byline", "agencies",
            "section", "topics", "images", "people", "events", "edition", "first_published_at",
            "last_published_at",
        ]  # fmt: skip


class ArticleSerializer(ListedArticleSerializer):
    body_html = serializers.SerializerMethodField()
    body_text = serializers.SerializerMethodField()

    class Meta(ListedArticleSerializer.Meta):
        fields = [*ListedArticleSerializer.Meta.fields, "body_html", "body_text"]

    def get_body_html(self, article: Article) -> str:
        return from_body(article.body)

    def get_body_text(self, article: Article) -> str:
        return plain_text(from_body(article.body))


class Pages(pagination.PageNumberPagination):
    page_size = 20


class PlainArticles(viewsets.ReadOnlyModelViewSet):
    """Well written, with all that it touches fetched beforehand: nothing here is slow on purpose."""

    queryset = (
        Article.objects.filter(live_edition__isnull=False)
        .select_related("section")
        .prefetch_related(
            "topics",
            "photos",
            Prefetch("mentions", Mention.objects.select_related("person")),
            Prefetch("coverage", Coverage.objects.select_related("event")),
        )
        .order_by("-date", "-id")
    )
    lookup_field = "slug"
    pagination_class = Pages
    authentication_classes = ()
    permission_classes = ()

    def get_serializer_class(self) -> type[serializers.ModelSerializer]:
        return ListedArticleSerializer if self.action == "list" else ArticleSerializer
