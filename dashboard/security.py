"""Who may talk to the dashboard, and what a browser may do with it.

Host names are checked against a list (a page elsewhere cannot reach us by DNS rebinding), writes must come from
our own pages, a password stands in front when the dashboard is reachable from other machines, and every answer
carries a content security policy: nothing is fetched from anywhere else, no inline script runs but Dash's own.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from flask import Flask, Response, abort, jsonify, redirect, render_template, request, session

from dashboard.service.cookies import FolderCookies
from dashboard.service.login_throttle import LoginThrottle, visitor_at

if TYPE_CHECKING:
    from dash import Dash
    from werkzeug.wrappers import Response as BaseResponse

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
ICON: Final = "/favicon.ico"
"""Asked for beside the first page that a browser opens, before it has a cookie: a visitor made for it would take the
place of that page's."""
OPEN_PATHS: Final = ("/health", "/login", ICON)
OWN: Final = "/assets/"
STATIC: Final = (OWN, "/_dash-component-suites/")
"""What is the same for everybody: served without a look at the cookie, so that browsers can keep it."""
VERSION: Final = "m"
"""Our scripts and styles are asked for by the time at which each was written: what is there then never changes."""
FOR_GOOD: Final = "public, max-age=31536000, immutable"
EACH_LOAD: Final = "/_dash-layout"
"""Asked for whenever the dashboard is opened or loaded again."""


@dataclass(frozen=True)
class Access:
    """Who may come in.

    Attributes:
        hosts: names this machine answers to.
        password: asked for before anything is shown; "" for none, on this machine alone.
        any_address: whether any bare address is answered too; rebinding needs a name, so an address is safe.
    """

    hosts: frozenset[str] = LOOPBACK
    password: str = ""
    any_address: bool = False

    def answers(self, host: str) -> bool:
        """Whether requests for that host name are answered."""
        return host in self.hosts or (self.any_address and is_address(host))


def protect(server: Flask, access: Access) -> None:
    """Checks before every request; the cookie's manners; the login page where a password is asked for."""
    server.session_interface = FolderCookies()
    throttle = LoginThrottle()
    mark = _mark(access.password) if access.password else ""

    @server.before_request
    def check_request() -> BaseResponse | None:
        if not access.answers(host_of(request.host)):
            abort(403, "This address is not one the planner answers to.")
        if request.method not in {"GET", "HEAD", "OPTIONS"} and not same_origin(request):
            abort(403, "This request did not come from the planner's own page.")
        if access.password and not _is_open(request.path) and not _let_in(mark):
            if request.method == "GET" and "text/html" in request.headers.get("Accept", ""):
                return redirect("/login")
            abort(401, "Log in first.")
        if not _is_open(request.path) and "workspace" not in session:
            session["workspace"] = secrets.token_urlsafe(24)
        if request.path == EACH_LOAD:
            session.modified = True  # the cookie lives on from each visit
        return None

    @server.route("/health")
    def health() -> Response:
        return jsonify(status="ok")

    @server.route(ICON)
    def icon() -> BaseResponse:
        return redirect("/assets/logo.svg")

    @server.route("/login", methods=["GET", "POST"])
    def login() -> BaseResponse | str | tuple[str, int]:
        if not access.password:
            return redirect("/")
        if request.method == "GET":
            return render_template("login.html", wrong="")
        visitor = str(session.get("known") or visitor_at(request.remote_addr or ""))
        if not throttle.may_try(visitor):
            return render_template("login.html", wrong="Too many tries. Wait a minute, then try again."), 429
        if not hmac.compare_digest(request.form.get("password", "").encode(), access.password.encode()):
            return render_template("login.html", wrong="That is not the password."), 401
        throttle.forget(visitor)
        session["door"] = mark
        session["known"] = session.get("known") or secrets.token_urlsafe(12)
        return redirect("/")


def add_headers(app: Dash) -> None:
    """Security headers on every answer; call it once all callbacks are registered (their scripts are hashed)."""
    scripts = " ".join(["'self'", *app.csp_hashes()])
    policy = "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )

    server: Flask = app.server

    @server.after_request
    def set_headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        if not request.path.startswith(STATIC):
            response.headers["Cache-Control"] = "no-store"
        elif request.path.startswith(OWN) and VERSION in request.args and response.status_code == HTTPStatus.OK:
            response.headers["Cache-Control"] = FOR_GOOD
        return response


def workspace_id() -> str:
    """The workspace of the browser that asks."""
    return str(session["workspace"])


def host_of(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host[: host.find("]") + 1].lower()
    return host.rsplit(":", 1)[0].lower() if host.count(":") == 1 else host.lower()


def same_origin(asked: object) -> bool:
    """Whether a writing request comes from one of our own pages (or from no page at all, such as a script)."""
    headers = asked.headers  # type: ignore[attr-defined]
    site = headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("Origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("Host", "").lower()


def is_address(host: str) -> bool:
    """Whether a host is a bare IP address, with or without the brackets of IPv6."""
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    return host in LOOPBACK or host.startswith("127.")


def _is_open(path: str) -> bool:
    return path in OPEN_PATHS or path.startswith(STATIC)


def _let_in(mark: str) -> bool:
    return hmac.compare_digest(str(session.get("door", "")), mark)


def _mark(password: str) -> str:
    """What the signed cookie carries instead of the password: a new password closes the door again.

    Slow on purpose, so that it is worked out once and not for every request.
    """
    return hashlib.pbkdf2_hmac("sha256", password.encode(), b"client-portfolio-planner", 50_000).hex()
