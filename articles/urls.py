"""Mount with `path("api/", include("articles.urls"))`."""

from django.urls import URLPattern

app_name = "articles"
urlpatterns: list[URLPattern] = []
