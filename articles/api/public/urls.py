"""The public API's addresses, mounted at `v1/`."""

from django.urls import URLPattern, path

from . import (
    changes,
    details,
    fallback,
    feeds,
    graph,
    lists,
    openapi,
    related,
    searching,
    sitemaps,
    terms,
    timeline,
)

urlpatterns: list[URLPattern] = [
    path("", terms.Index.as_view(), name="index"),
    path("articles/", lists.ArticleList.as_view(), name="article-list"),
    path("articles/<str:slug>/", details.ArticleDetail.as_view(), name="article-detail"),
    path("articles/<str:slug>/editions/", details.ArticleEditions.as_view(), name="article-editions"),
    path("articles/<str:slug>/related/", related.Related.as_view(), name="article-related"),
    path("people/", lists.PersonList.as_view(), name="person-list"),
    path("people/<str:slug>/", details.PersonDetail.as_view(), name="person-detail"),
    path("people/<str:slug>/editions/", details.PersonEditions.as_view(), name="person-editions"),
    path("people/<str:slug>/timeline/", timeline.Timeline.as_view(), name="person-timeline"),
    path("events/", lists.EventList.as_view(), name="event-list"),
    path("events/<str:slug>/", details.EventDetail.as_view(), name="event-detail"),
    path("events/<str:slug>/editions/", details.EventEditions.as_view(), name="event-editions"),
    path("sections/", terms.SectionList.as_view(), name="section-list"),
    path("topics/", terms.TopicList.as_view(), name="topic-list"),
    path("search/", searching.Search.as_view(), name="search"),
    path("search/suggest/", searching.Suggest.as_view(), name="suggest"),
    path("graph/", graph.Graph.as_view(), name="graph"),
    path("changes/", changes.ChangeList.as_view(), name="changes"),
    path("feeds/articles.rss", feeds.RSSFeed.as_view(), name="feed-rss"),
    path("feeds/articles.atom", feeds.AtomFeed.as_view(), name="feed-atom"),
    path("feeds/articles.json", feeds.JSONFeedView.as_view(), name="feed-json"),
    path("sitemap.xml", sitemaps.SitemapIndex.as_view(), name="sitemap"),
    path("sitemap-<slug:plural>-<int:number>.xml", sitemaps.Sitemap.as_view(), name="sitemap-file"),
    path("news-sitemap.xml", sitemaps.NewsSitemap.as_view(), name="news-sitemap"),
]
# Handed over, not imported there: the document is of these addresses, its own among them.
urlpatterns += [
    path("openapi.json", openapi.OpenAPI.as_view(patterns=urlpatterns), name="openapi"),
    path("docs/", openapi.Docs.as_view(patterns=urlpatterns), name="docs"),
    path("<path:rest>", fallback.Fallback.as_view(), name="fallback"),
]
