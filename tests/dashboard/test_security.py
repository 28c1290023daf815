"""Who is let in, what the cookie and the headers say, and that two browsers never meet."""

import re
import stat
import threading

import pytest

from dashboard.app import create_app
from dashboard.launch import access_for
from dashboard.security import SECRET_FILE, Access, host_of, is_address, secret_key


def test_every_answer_carries_the_security_headers(client):
    for path in ("/", "/health", "/_dash-layout", "/assets/theme.css", "/nothing"):
        answer = client.get(path)
        answer.close()
        headers = answer.headers
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["Referrer-Policy"] == "no-referrer", path
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        script = next(part for part in policy.split("; ") if part.startswith("script-src"))
        assert "unsafe" not in script
        assert "'sha256-" in script


def test_the_page_names_nothing_outside_this_machine(client):
    page = client.get("/").get_data(as_text=True)
    assert "http://" not in page
    assert "https://" not in page
    assert '<html lang="en">' in page


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8050", "10.0.0.7"])
def test_other_host_names_are_refused(client, host):
    assert client.get("/health", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8050", "[::1]:8050", "LOCALHOST:80"])
def test_this_machines_own_names_are_answered(client, host):
    assert client.get("/health", headers={"Host": host}).status_code == 200


def test_a_write_from_another_site_is_refused(client):
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert client.post("/_dash-update-component", json={}, headers=headers).status_code == 403


def test_the_cookie_cannot_be_read_by_scripts_nor_sent_from_elsewhere(client):
    cookie = client.get("/").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_a_forged_cookie_gets_a_workspace_of_its_own(app, client):
    client.get("/")
    with client.session_transaction() as session:
        first = session["workspace"]
    other = app.server.test_client()
    other.set_cookie("portfolio_workspace", "forged")
    other.get("/")
    with other.session_transaction() as session:
        assert session["workspace"] != first


def test_a_password_stands_before_everything_but_health(tmp_path):
    app = create_app(tmp_path, Access(password="open sesame"))
    client = app.server.test_client()
    assert client.get("/health").status_code == 200
    assert client.get("/_dash-layout").status_code == 401
    assert client.post("/_dash-update-component", json={}).status_code == 401
    assert client.get("/download/plan.csv").status_code == 401
    page = client.get("/", headers={"Accept": "text/html"})
    assert (page.status_code, page.location) == (302, "/login")
    assert client.post("/login", data={"password": "wrong"}).status_code == 401
    assert client.get("/_dash-layout").status_code == 401
    assert client.post("/login", data={"password": "open sesame"}).location == "/"
    assert client.get("/_dash-layout").status_code == 200


def test_a_new_password_closes_the_door_to_old_cookies(tmp_path):
    client = create_app(tmp_path, Access(password="first")).server.test_client()
    client.post("/login", data={"password": "first"})
    cookie = client.get_cookie("portfolio_workspace")
    again = create_app(tmp_path, Access(password="second")).server.test_client()
    again.set_cookie("portfolio_workspace", cookie.value)
    assert again.get("/_dash-layout").status_code == 401


def test_guessing_the_password_is_slowed_down(tmp_path):
    client = create_app(tmp_path, Access(password="open sesame")).server.test_client()
    statuses = [client.post("/login", data={"password": str(number)}).status_code for number in range(12)]
    assert statuses[:10] == [401] * 10
    assert statuses[-1] == 429
    assert client.post("/login", data={"password": "open sesame"}).status_code == 429


def test_workers_share_one_secret_that_only_the_owner_can_read(tmp_path):
    keys = []
    threads = [threading.Thread(target=lambda: keys.append(secret_key(tmp_path))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == 1
    assert len(keys[0]) == 32
    assert stat.S_IMODE((tmp_path / SECRET_FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [SECRET_FILE]


def test_listening_beyond_this_machine_needs_a_password():
    with pytest.raises(ValueError, match="password"):
        access_for("0.0.0.0", "")
    everywhere = access_for("0.0.0.0", "open sesame", ("planner.firm.example",))
    assert everywhere.answers("planner.firm.example")
    assert everywhere.answers("192.168.1.5")
    assert not everywhere.answers("evil.example")
    assert access_for("127.0.0.1", "").password == ""


@pytest.mark.parametrize(
    ("header", "name"), [("localhost:8050", "localhost"), ("[::1]:8050", "[::1]"), ("::1", "::1"), ("A.B", "a.b")]
)
def test_the_name_in_a_host_header(header, name):
    assert host_of(header) == name


def test_addresses_and_names_are_told_apart():
    assert is_address("[fe80::1]")
    assert not is_address("127.0.0.1.evil.example")


def test_scripts_do_not_hang_on_the_cookie_and_the_cookie_lives_on_from_each_visit(client):
    first = client.get("/")
    assert "portfolio_workspace" in first.headers["Set-Cookie"]
    script = re.search(r'src="(/_dash-component-suites/[^"]+)"', first.get_data(as_text=True))[1]
    found = client.get(script)
    assert found.status_code == 200
    assert "Set-Cookie" not in found.headers
    assert "Cookie" not in found.headers.get("Vary", "")
    assert "max-age" in found.headers["Cache-Control"]
    assert "Set-Cookie" in client.get("/_dash-layout").headers
    assert "Set-Cookie" not in client.get("/download/plan.csv").headers
