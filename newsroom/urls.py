from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("newsroom.reader.urls")),
    path("admin/", admin.site.urls),
    path("api/", include("articles.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]
