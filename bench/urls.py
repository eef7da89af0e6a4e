from django.urls import include, path

from . import contenders

urlpatterns = [
    path("api/", include("articles.urls")),
    path("plain/articles/", contenders.PlainArticles.as_view({"get": "list"})),
    path("plain/articles/<slug:slug>/", contenders.PlainArticles.as_view({"get": "retrieve"})),
    path("bare/<str:what>/", contenders.bare),
]
