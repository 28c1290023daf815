"""Who is let in, what the cookie and the headers say, and that two browsers never meet."""

import re
import threading
import time

import pytest
from flask.sessions import SecureCookieSessionInterface

from dashboard.app import create_app
from dashboard.launch import access_for
from dashboard.security import Access, host_of, is_address
from dashboard.service.cookies import COOKIE, cookie_name
from dashboard.state.store import FORMER_KEY, Store


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
    other.set_cookie(cookie_name(app.server.secret_key), "forged")
    other.get("/")
    with other.session_transaction() as session:
        assert session["workspace"] != first


def test_the_icon_that_a_browser_asks_for_on_its_own_makes_nobody_a_visitor(client):
    icon = client.get("/favicon.ico")
    assert icon.location == "/assets/logo.svg"
    assert "Set-Cookie" not in icon.headers
    assert "Set-Cookie" in client.get("/").headers


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
    app = create_app(tmp_path, Access(password="first"))
    client, name = app.server.test_client(), cookie_name(app.server.secret_key)
    client.post("/login", data={"password": "first"})
    again = create_app(tmp_path, Access(password="second")).server.test_client()
    again.set_cookie(name, client.get_cookie(name).value)
    assert again.get("/_dash-layout").status_code == 401


def test_guessing_the_password_is_slowed_down(tmp_path):
    client = create_app(tmp_path, Access(password="open sesame")).server.test_client()
    statuses = [client.post("/login", data={"password": str(number)}).status_code for number in range(12)]
    assert statuses[:10] == [401] * 10
    assert statuses[-1] == 429
    assert client.post("/login", data={"password": "open sesame"}).status_code == 429


def test_wrong_guesses_never_lock_out_another_visitor(tmp_path):
    server = create_app(tmp_path, Access(password="open sesame")).server
    known = server.test_client()
    known.post("/login", data={"password": "open sesame"})
    guesser = server.test_client()
    for number in range(12):
        guesser.post("/login", data={"password": str(number)})
    elsewhere = server.test_client().post(
        "/login", data={"password": "open sesame"}, environ_base={"REMOTE_ADDR": "192.0.2.7"}
    )
    assert elsewhere.status_code == 302
    assert known.post("/login", data={"password": "open sesame"}).status_code == 302


def test_a_password_is_hashed_once_and_not_for_every_request(tmp_path, monkeypatch):
    client = create_app(tmp_path, Access(password="open sesame")).server.test_client()
    client.post("/login", data={"password": "open sesame"})
    monkeypatch.setattr("hashlib.pbkdf2_hmac", lambda *_: pytest.fail("the password was hashed for a request"))
    assert client.get("/_dash-layout").status_code == 200
    assert server_refuses(client)


def server_refuses(client) -> bool:
    """Whether a browser without a cookie is still asked for the password."""
    return client.application.test_client().get("/_dash-layout").status_code == 401


def test_workers_share_one_key_that_a_restart_finds_again(tmp_path):
    keys = []

    def start() -> None:
        store = Store(tmp_path)
        keys.append(store.secret_key())
        store.close()

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    start()
    assert len(set(keys)) == 1
    assert len(keys[0]) == 32


def test_the_key_and_the_cookie_of_an_older_version_are_taken_over(tmp_path):
    (tmp_path / FORMER_KEY).write_bytes(b"k" * 32)
    app = create_app(tmp_path)
    assert app.server.secret_key == b"k" * 32
    former = SecureCookieSessionInterface().get_signing_serializer(app.server).dumps({"workspace": "mine"})
    client = app.server.test_client()
    client.set_cookie(COOKIE, former)
    client.get("/")
    client.delete_cookie(COOKIE)
    client.get("/")
    with client.session_transaction() as session:
        assert session["workspace"] == "mine"


def test_an_empty_key_file_is_set_aside_and_the_dashboard_starts(tmp_path):
    (tmp_path / FORMER_KEY).write_bytes(b"")
    assert create_app(tmp_path).server.test_client().get("/").status_code == 200
    assert not (tmp_path / FORMER_KEY).exists()
    assert len(list(tmp_path.glob(f"{FORMER_KEY}.broken-*"))) == 1


def test_a_clock_that_was_set_back_takes_nobodys_workspace_away(client, monkeypatch):
    client.get("/")
    with client.session_transaction() as session:
        mine = session["workspace"]
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - 86_400)
    answer = client.get("/")
    assert "Set-Cookie" not in answer.headers
    with client.session_transaction() as session:
        assert session["workspace"] == mine


def test_dashboards_with_different_folders_do_not_replace_each_others_cookie(tmp_path):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    names = [create_app(folder).server.test_client().get("/").headers["Set-Cookie"].split("=")[0] for folder in folders]
    assert names[0] != names[1]
    again = create_app(folders[0]).server.test_client().get("/").headers["Set-Cookie"]
    assert again.startswith(f"{names[0]}=")
    assert "Max-Age=34560000" in again


def test_listening_beyond_this_machine_needs_a_password():
    with pytest.raises(ValueError, match="password"):
        access_for("0.0.0.0", "")
    everywhere = access_for("0.0.0.0", "open sesame", ("planner.firm.example",))
    assert everywhere.answers("planner.firm.example")
    assert everywhere.answers("192.168.1.5")
    assert not everywhere.answers("evil.example")
    assert access_for("127.0.0.1", "").password == ""


def test_a_further_name_on_this_machine_alone_is_answered_and_needs_a_password():
    with pytest.raises(ValueError, match="password"):
        access_for("127.0.0.1", "", ("planner.firm.example",))
    behind_a_proxy = access_for("127.0.0.1", "open sesame", ("Planner.firm.example",))
    assert behind_a_proxy.answers("planner.firm.example")
    assert behind_a_proxy.answers("localhost")
    assert not behind_a_proxy.answers("192.168.1.5")


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


def test_own_scripts_and_styles_are_kept_for_good_under_the_address_of_their_version_alone(client):
    page = client.get("/").get_data(as_text=True)
    versions = re.findall(r'(?:src|href)="(/assets/[^"]+[?]m=[^"]+)"', page)
    assert {address.split("?")[0].rsplit(".")[-1] for address in versions} == {"css", "js"}
    for address, kept in ((versions[0], True), (versions[0].split("?")[0], False), ("/assets/none.js?m=1", False)):
        with client.get(address) as answer:
            assert ("immutable" in answer.headers.get("Cache-Control", "")) == kept, address
