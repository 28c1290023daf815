"""A dashboard that is served for real, and a headless Chromium beside it.

Where no Chromium is found these tests are skipped with that reason; in CI they fail instead.
"""

import base64
import threading
from pathlib import Path

import pytest
from werkzeug.serving import make_server

from dashboard.app import close, create_app
from dashboard.callbacks.upload import take_files, use_draft
from dashboard.security import EACH_LOAD, workspace_id
from dashboard.service.plan_service import service_of
from tests.serving import ARGUMENTS, find_chromium, free_port

HERE = Path(__file__).parent
MAX_MB = 3
PATIENCE = 60_000  # ms; a state that never comes is waited for as long, one that comes no longer than it takes


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def until(page, true):
    """Wait for what is seen from here, such as a request that is held back."""
    for _ in range(PATIENCE // 10):
        if true():
            return
        page.wait_for_timeout(10)
    raise AssertionError("waited in vain")


class Served:
    """A dashboard on a port of its own; `restart` gives it a new app on the same folder."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.start()
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self):
        self.app = create_app(self.folder, max_file_mb=MAX_MB)
        self.server = make_server("127.0.0.1", self.port, self.app.server, threaded=True)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def stop(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
        close(self.app)

    def restart(self):
        self.stop()
        self.start()

    def give(self, page, content, name):
        """Let the visitor of a page have dropped a file and used the list in it; a page shows it when it opens anew."""
        page.request.get(self.url + EACH_LOAD)
        cookies = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies(self.url))
        with self.app.server.test_request_context(headers={"Cookie": cookies}):
            visitor, service = workspace_id(), service_of(self.app)
        take_files(service, visitor, [f"data:;base64,{base64.b64encode(content).decode()}"], [name])
        use_draft(service, visitor)


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    served = Served(tmp_path_factory.mktemp("data"))
    yield served
    served.stop()


@pytest.fixture(scope="session")
def chromium():
    path = find_chromium()
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tab(chromium):
    """One tab for all tests: a new one would read and compile every script anew, twice what a whole test takes."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def open_page(served, chromium, tab):
    """Open a path as a new visitor, or as `other` in a second browser; no error may be said in the console."""
    tab.context.clear_cookies()
    said, asked, others = [], [], []
    listeners = {
        "console": lambda message: said.append(message.text) if message.type == "error" else None,
        "pageerror": lambda error: said.append(str(error)),
        "request": lambda request: asked.append(request.url),
    }

    def open_at(path="/", other=False):
        page = tab
        if other:
            others.append(chromium.new_context())
            page = others[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.set_viewport_size({"width": 1300, "height": 900})
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        for event, listener in listeners.items():
            page.on(event, listener)
        page.goto(served.url + path)
        return page

    yield open_at
    tab.unroute_all()
    tab.goto(served.url + "/health")  # ends what the page still asks for; it stays in this visitor's name
    tab.evaluate("sessionStorage.clear()")
    for event, listener in listeners.items():
        tab.remove_listener(event, listener)
    for other in others:
        other.close()
    assert said == []
    assert [url for url in asked if not url.startswith((served.url, "data:", "blob:"))] == []


@pytest.fixture
def open_with(open_page, served):
    """Open a path as a new visitor who uses a list already."""

    def open_at(content, name="clients.xlsx", path="/"):
        page = open_page("/health")
        served.give(page, content, name)
        page.goto(served.url + path)
        return page

    return open_at
