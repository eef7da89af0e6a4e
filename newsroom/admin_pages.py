"""The admin, whose pages are loaded where somebody may look at them: not by commands that write and show nothing."""

from django.contrib.admin.apps import AdminConfig, SimpleAdminConfig

from .environment import management_command

WITHOUT_PAGES = {"import_articles", "publish_articles", "publish_due", "deliver_webhooks"}
"""Loading the pages takes as long as reading fifteen files."""


class PagesOnDemand(AdminConfig):
    """`django.contrib.admin`, as ever but for those commands."""

    default = False
    default_site = "newsroom.admin_site.Desk"

    def ready(self) -> None:
        if management_command() in WITHOUT_PAGES:
            SimpleAdminConfig.ready(self)
        else:
            super().ready()
