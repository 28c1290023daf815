"""The samples planned once, and an app of its own for each test that needs one."""

import pytest

from dashboard.app import create_app
from dashboard.service.plan_service import PlanService
from dashboard.state.store import Store
from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from sample_workbooks import sample_path


@pytest.fixture(scope="session")
def firm():
    """Four partners, ratings, today's hours, locks."""
    return make_plan(read_roster(sample_path("advisory_firm")))


@pytest.fixture(scope="session")
def crm():
    """A plain export: no ratings, no hours of today, one person each."""
    return make_plan(read_roster(sample_path("crm_export")))


@pytest.fixture
def service(tmp_path):
    store = Store(tmp_path)
    yield PlanService(store)
    store.close()


@pytest.fixture
def app(tmp_path):
    return create_app(tmp_path, max_file_mb=2)


@pytest.fixture
def client(app):
    return app.server.test_client()
