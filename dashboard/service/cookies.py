"""The cookie that says which workspace a browser has: signed, one for each data folder, valid whatever clocks do.

Browsers keep cookies by host and not by port, so the name tells dashboards with different data folders apart. The
signature has no time in it: a clock that was set back makes no cookie invalid. A browser counts the cookie's life
by its own clock (`Max-Age`).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature, URLSafeSerializer

if TYPE_CHECKING:
    from flask import Flask, Request, Response
    from flask.sessions import SessionMixin

COOKIE: Final = "portfolio_workspace"
"""The name of an older version's cookie, whatever its folder; ours begins like it."""
LIFE: Final = 400 * 86_400
"""Seconds; browsers keep no cookie for longer."""


class FolderCookies(SecureCookieSessionInterface):
    """Sessions in a cookie that is signed with the data folder's key and named after it."""

    def get_cookie_name(self, app: Flask) -> str:
        return cookie_name(_key(app))

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """The session that the browser's cookie holds; a new one where it holds none of ours."""
        kept = request.cookies.get(self.get_cookie_name(app))
        if kept:
            try:
                return self.session_class(_serializer(app).loads(kept))
            except BadSignature:
                pass
        return self._former(app, request) or self.session_class()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie where something in it changed."""
        if session.accessed:
            response.vary.add("Cookie")
        if session.modified:
            response.set_cookie(
                self.get_cookie_name(app),
                _serializer(app).dumps(dict(session)),
                max_age=LIFE,
                httponly=True,
                samesite="Strict",
            )

    def _former(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of an older version's cookie, so that an update loses nobody's work."""
        serializer, kept = self.get_signing_serializer(app), request.cookies.get(COOKIE)
        if serializer is None or not kept:
            return None
        try:
            session = self.session_class(serializer.loads(kept))
        except BadSignature:
            return None
        session.modified = True
        return session


def cookie_name(key: bytes) -> str:
    """The name of the cookie of the data folder that has this key."""
    return f"{COOKIE}_{hashlib.sha256(b'name of the cookie' + key).hexdigest()[:12]}"


def _serializer(app: Flask) -> URLSafeSerializer:
    return URLSafeSerializer(_key(app), salt="workspace", signer_kwargs={"digest_method": hashlib.sha256})


def _key(app: Flask) -> bytes:
    key = app.secret_key
    return key if isinstance(key, bytes) else str(key).encode()
