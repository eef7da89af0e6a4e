"""The site's addresses: the reader at the root, the admin, the API, and what browsers ask for by themselves."""

from django.conf import settings
from django.conf.urls.static import static as served
from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.views.generic import RedirectView, TemplateView

from articles.api.public.fallback import Fallback

from .reader.page import Missing


class Favicon(RedirectView):
    """The site's icon under the address that browsers try by themselves."""

    def get_redirect_url(self, *args: object, **kwargs: object) -> str:
        return static("newsroom/icon.svg")


urlpatterns = [
    path("", include("newsroom.reader.urls")),
    path("admin/", admin.site.urls),
    path("api/", include("articles.urls")),
    path("api/", RedirectView.as_view(pattern_name="articles:index")),
    # A program that asks there reads no page.
    path("api/<path:rest>", Fallback.as_view(), name="missing"),
    path("i18n/", include("django.conf.urls.i18n")),
    # Browsers ask for it on pages that name no icon, the admin's among them.
    path("favicon.ico", Favicon.as_view()),
    path(
        "robots.txt",
        TemplateView.as_view(
            template_name="robots.txt",
            content_type="text/plain",
            extra_context={"sitemap": bool(settings.ARTICLES.get("FRONTEND_URLS"))},
        ),
    ),
]
# While developing; a deployment's proxy serves the photos.
urlpatterns += served(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
urlpatterns.append(path("<path:rest>", Missing.as_view(), name="missing"))
