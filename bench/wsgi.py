"""What gunicorn serves when the benchmark asks over HTTP."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
