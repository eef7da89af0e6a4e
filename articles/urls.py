"""Mount with `path("api/", include("articles.urls"))`."""

from django.urls import include, path

app_name = "articles"
urlpatterns = [
    path("v1/", include("articles.api.public.urls")),
    path("desk/", include("articles.api.desk.urls")),
]
