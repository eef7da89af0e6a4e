from django.contrib import admin
from django.urls import include, path

from articles.models import Article, Event, Person, Section, Topic

# A second admin site of the host's, which has the items and not all of what Newsroom registers.
items = admin.AdminSite(name="items")
for model in (Article, Event, Person, Section, Topic):
    items.register(model, type(admin.site.get_model_admin(model)))

urlpatterns = [
    path("admin/", admin.site.urls),
    path("items/", items.urls),
    path("news/api/", include("articles.urls")),
]
