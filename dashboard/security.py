"""Who may talk to the dashboard, and what a browser may do with it.

Host names are checked against a list (a page elsewhere cannot reach us by DNS rebinding), writes must come from
our own pages, a password stands in front when the dashboard is reachable from other machines, and every answer
carries a content security policy: nothing is fetched from anywhere else, no inline script runs but Dash's own.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import secrets
import threading
import time
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from flask import Flask, Response, abort, jsonify, redirect, render_template, request, session

from dashboard.state.store import private_file

if TYPE_CHECKING:
    from dash import Dash
    from werkzeug.wrappers import Response as BaseResponse

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
SECRET_FILE: Final = "cookie.key"
COOKIE: Final = "portfolio_workspace"
OPEN_PATHS: Final = ("/health", "/login")
STATIC: Final = ("/assets/", "/_dash-component-suites/")
"""What is the same for everybody: served without a look at the cookie, so that browsers can keep it."""
EACH_LOAD: Final = "/_dash-layout"
"""Asked for whenever the dashboard is opened or loaded again."""
TRIES_A_MINUTE: Final = 10
log = logging.getLogger(__name__)


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


@dataclass(eq=False)
class Door:
    """Counts wrong passwords, so that guessing is slow."""

    tries: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def may_try(self) -> bool:
        with self.lock:
            now = time.monotonic()
            self.tries[:] = [then for then in self.tries if now - then < 60]
            self.tries.append(now)
            return len(self.tries) <= TRIES_A_MINUTE


def secret_key(folder: Path) -> bytes:
    """The key that signs cookies, kept with the data and shared by all workers."""
    path = folder / SECRET_FILE
    fresh = folder / f".{SECRET_FILE}.{os.getpid()}.{secrets.token_hex(4)}"
    if not path.exists():
        private_file(fresh, secrets.token_bytes(32))
        try:
            os.link(fresh, path)  # whole or not at all, and only the first worker's
        except FileExistsError:
            pass
        except OSError:
            private_file(path, fresh.read_bytes())
        finally:
            fresh.unlink()
    return path.read_bytes()


def protect(server: Flask, access: Access) -> None:
    """Checks before every request; the cookie's manners; the login page where a password is asked for."""
    server.config.update(
        SESSION_COOKIE_NAME=COOKIE,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=90 * 86_400,
    )
    door = Door()

    @server.before_request
    def check_request() -> BaseResponse | None:
        if not access.answers(host_of(request.host)):
            abort(403, "This address is not one the planner answers to.")
        if request.method not in {"GET", "HEAD", "OPTIONS"} and not same_origin(request):
            abort(403, "This request did not come from the planner's own page.")
        if access.password and not _is_open(request.path) and not _let_in(access.password):
            if request.method == "GET" and "text/html" in request.headers.get("Accept", ""):
                return redirect("/login")
            abort(401, "Log in first.")
        if not _is_open(request.path) and "workspace" not in session:
            session.permanent = True
            session["workspace"] = secrets.token_urlsafe(24)
        if request.path == EACH_LOAD:
            session.modified = True  # the cookie lives on from each visit
        return None

    @server.route("/health")
    def health() -> Response:
        return jsonify(status="ok")

    @server.route("/login", methods=["GET", "POST"])
    def login() -> BaseResponse | str | tuple[str, int]:
        if not access.password:
            return redirect("/")
        if request.method == "GET":
            return render_template("login.html", wrong="")
        if not door.may_try():
            return render_template("login.html", wrong="Too many tries. Wait a minute, then try again."), 429
        if not hmac.compare_digest(request.form.get("password", "").encode(), access.password.encode()):
            return render_template("login.html", wrong="That is not the password."), 401
        session.permanent = True
        session["door"] = _mark(access.password)
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


def _let_in(password: str) -> bool:
    return hmac.compare_digest(str(session.get("door", "")), _mark(password))


def _mark(password: str) -> str:
    """What the signed cookie carries instead of the password: a new password closes the door again."""
    return hashlib.pbkdf2_hmac("sha256", password.encode(), b"client-portfolio-planner", 50_000).hex()
