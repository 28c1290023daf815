"""A file may be called anything: its name is shown, and never a path to anywhere."""

import base64

import pytest

from dashboard.callbacks.upload import take_files
from dashboard.service.drafts import use_draft
from dashboard.service.plan_service import service_of

LIST = b"Account,Annual fee,Hours now\nOxfield Trust,9000,10\nPike Ventures,40000,5\n"
PAGES = ("plan.xlsx", "plan.csv", "plan.json", "own", "marked", "issues.csv")


@pytest.fixture(params=["..", ".", "", "/", "a/..", "C:\\", "\x00", "../../list.csv", "x" * 5000, "=1+1.csv"], ids=repr)
def name(request):
    return request.param


def test_a_file_is_planned_and_given_back_whatever_it_is_called(app, client, name):
    client.get("/")
    with client.session_transaction() as session:
        owner = session["workspace"]
    content = "data:;base64," + base64.b64encode(LIST).decode()
    take_files(service_of(app), owner, [content], [name])
    use_draft(service_of(app), owner)
    assert service_of(app).view(owner).plan.roster.names.tolist() == ["Oxfield Trust", "Pike Ventures"]
    for page in PAGES:
        assert client.get(f"/download/{page}").status_code in (200, 409), page
    assert client.get("/print").status_code == 200
