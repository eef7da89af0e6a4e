"""The app itself: what is registered when Django starts."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Registers the system checks, and gives live rows their verb `search`.
        from . import checks, search  # noqa: F401
        from .search.unmigrated import make_index

        post_migrate.connect(make_index, sender=self)

        if apps.is_installed("django.contrib.auth"):
            # Without it the check E008 has to be heard, not an import that fails.
            from .actions.watch_permissions import watch_permissions

            watch_permissions()
