"""The reader's addresses. Those of items are the API's own without its prefix."""

from django.urls import path

from . import items, lists

app_name = "reader"
urlpatterns = [
    path("", lists.Front.as_view(), name="front"),
    path("search/", lists.Search.as_view(), name="search"),
    path("articles/<str:slug>/", items.Article.as_view(), name="article"),
    path("people/", lists.People.as_view(), name="people"),
    path("people/<str:slug>/", items.Person.as_view(), name="person"),
    path("events/", lists.Events.as_view(), name="events"),
    path("events/<str:slug>/", items.Event.as_view(), name="event"),
    path("network/", lists.Network.as_view(), name="network"),
    path("preview/", items.Preview.as_view(), name="preview"),
]
