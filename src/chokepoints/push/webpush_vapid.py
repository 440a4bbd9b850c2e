"""Voluntary application server identification (RFC 8292): who signed a request to a push service.

The token is a JSON Web Token (RFC 7519) under ES256, the one algorithm that the scheme has. Its times are the real
world's, in seconds since 1970, because real clients sign them; everything else about a push runs on the model clock.
"""

import json
import re
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from chokepoints.push.webpush_crypto import public_key, unbase64url

#: A token may be valid for no longer than this, in seconds (RFC 8292 2).
LONGEST_VALIDITY = 24 * 3600
_SCHEME = "vapid"
#: A contact address that can be shown: printable ASCII behind one of the two schemes of RFC 8292 2.1.
_CONTACT = re.compile(r"(mailto:|https:)[!-~]{1,200}")


class NotIdentified(Exception):
    """Credentials that are missing (401) or wrong (403), and why (RFC 8292 4.2)."""

    def __init__(self, status: HTTPStatus, words: str) -> None:
        super().__init__(words)
        self.status = status


@dataclass(frozen=True, slots=True)
class Identity:
    """Who signed: the `key` (65 bytes), and the `contact` that goes with it, which nobody has checked; it may be ""."""

    contact: str
    key: bytes = field(repr=False)


def identify(authorization: str | None, origin: str, now: float, only: bytes | None = None) -> Identity | None:
    """Who sent a request, from its Authorization header; None where it does not say.

    `origin` is the push service's own (scheme, host, port), `now` in seconds since 1970, `only` the key that the
    subscription is restricted to, if any. Raises NotIdentified.
    """
    scheme, _, rest = (authorization or "").strip().partition(" ")
    if scheme.lower() != _SCHEME:
        if only is not None:
            raise NotIdentified(HTTPStatus.UNAUTHORIZED, "This subscription takes signed pushes only (vapid).")
        return None
    parameters = _parameters(rest)
    if "t" not in parameters or "k" not in parameters:
        raise _wrong("It needs a token, t, and a key, k.")
    try:
        raw = unbase64url(parameters["k"])
        key = public_key(raw)
    except ValueError:
        raise _wrong("The key k is no point of P-256 in base64url.") from None
    claims = _claims(parameters["t"], key)
    _in_time(claims.get("exp"), now)
    audience = claims.get("aud")
    if origin not in (audience if isinstance(audience, list) else [audience]):
        raise _wrong(f"The token's aud does not name this service, {origin}.")
    if only is not None and raw != only:
        raise _wrong("The subscription belongs to another key.")
    contact = claims.get("sub")
    return Identity(contact if isinstance(contact, str) and _CONTACT.fullmatch(contact) else "", raw)


def _wrong(words: str) -> NotIdentified:
    return NotIdentified(HTTPStatus.FORBIDDEN, f"The vapid credentials are not valid. {words}")


def _parameters(text: str) -> dict[str, str]:
    """Parameters of an Authorization header by small names (RFC 9110 11.2); unknown ones stay unread."""
    found: dict[str, str] = {}
    for part in text.split(","):
        name, sign, value = part.partition("=")
        name = name.strip().lower()
        if sign and name in found:
            raise _wrong(f"It has more than one {name}.")
        found[name] = value.strip().strip('"')
    return found


def _claims(token: str, key: ec.EllipticCurvePublicKey) -> dict[str, Any]:
    """The claims of a token that this key has signed. Nothing of an unsigned token is used but its algorithm."""
    try:
        head, body, signature = token.split(".")
        header, signed = _object(head), unbase64url(signature)
        if header.get("alg") != "ES256" or "crit" in header:
            raise _wrong("The token is not signed with ES256.")
        if len(signed) != 64:
            raise _wrong("A signature of ES256 has 64 bytes.")
        pair = encode_dss_signature(int.from_bytes(signed[:32], "big"), int.from_bytes(signed[32:], "big"))
        key.verify(pair, f"{head}.{body}".encode(), ec.ECDSA(SHA256()))
        return _object(body)
    except InvalidSignature:
        raise _wrong("The key k did not sign the token t.") from None
    except (ValueError, RecursionError):  # the second from JSON nested a thousand deep
        raise _wrong("The token t is no JSON Web Token.") from None


def _object(text: str) -> dict[str, Any]:
    read = json.loads(unbase64url(text))
    if not isinstance(read, dict):
        raise ValueError("no object")
    return read


def _in_time(expiry: object, now: float) -> None:
    if not isinstance(expiry, int | float) or isinstance(expiry, bool):
        raise _wrong("The token's exp is no number.")
    if not expiry <= now + LONGEST_VALIDITY:  # so written, it refuses a NaN too, which Python's JSON reads
        raise _wrong("The token is valid for more than 24 hours.")
    if not expiry >= now:
        raise _wrong("The token has expired.")
