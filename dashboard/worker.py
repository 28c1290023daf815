"""For Celery: `celery -A dashboard.worker worker` runs the long work of a dashboard that shares the data folder."""

from __future__ import annotations

from dashboard.app import create_app
from dashboard.background import BACKGROUND

app = create_app()
celery_app = app.server.extensions[BACKGROUND].handle
