"""For Celery: `celery -A dashboard.service.worker worker` runs the long work of a dashboard sharing the data folder.

`app` is what Celery looks for: its own app, on which the dashboard's background callbacks are registered as tasks.
"""

from __future__ import annotations

from dashboard.app import create_app
from dashboard.service.background import BACKGROUND

app = create_app().server.extensions[BACKGROUND].handle
