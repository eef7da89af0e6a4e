"""The reader's addresses. Those of items are the API's own without its prefix."""

from django.urls import path

from . import views

app_name = "reader"
urlpatterns = [
    path("", views.Front.as_view(), name="front"),
    path("search/", views.Search.as_view(), name="search"),
    path("articles/<str:slug>/", views.Article.as_view(), name="article"),
    path("people/", views.People.as_view(), name="people"),
    path("people/<str:slug>/", views.Person.as_view(), name="person"),
    path("events/", views.Events.as_view(), name="events"),
    path("events/<str:slug>/", views.Event.as_view(), name="event"),
    path("network/", views.Network.as_view(), name="network"),
    path("preview/", views.Preview.as_view(), name="preview"),
]
