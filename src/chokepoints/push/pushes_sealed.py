"""Payloads as a messenger makes them: an alert and a service push, in the clear or sealed for the app alone.

The fields in the clear are those that clients have been seen to read (push-dcupdate-old, push-dcupdate-android); the
later clients expect the rest encrypted in `p` (push-encrypted-p). They use a scheme of their own there; ours is
AES-256-GCM (NIST SP 800-38D), which hides as much. Source code shows what clients accepted, not how often it was sent.
"""

import base64
import json
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from chokepoints.errors import KitError
from chokepoints.push.pushes import ENCRYPTED, SERVICE, read_json

_NONCE = 12
#: What is sealed is filled up to a multiple of this, so that its size tells less.
_BLOCK = 256


def alert(text: str) -> dict[str, Any]:
    """An alert in the clear: the system shows the text."""
    return {"aps": {"alert": text, "sound": "default"}, "loc_key": "MESSAGE_TEXT"}


def service(centre: int, address: str) -> dict[str, Any]:
    """A service push in the clear: nothing to be seen, a data centre's number and its address `ip:port`."""
    return {"aps": {"content-available": 1}, "loc_key": SERVICE, "custom": {"dc": centre, "addr": address}}


class Seal:
    """A key that the app gave its provider; the gateway never has it."""

    def __init__(self) -> None:
        self._key = AESGCM(AESGCM.generate_key(256))

    def seal(self, payload: dict[str, Any], dressed: bool = False) -> dict[str, Any]:
        """The same payload with all but `aps` in `p`. An alert's text goes into `p` too: the app's extension shows it.

        With `dressed` a service push is given an alert to show, and looks like any other message.
        """
        aps = dict(payload.get("aps", {}))
        inside = json.dumps(payload).encode()
        inside = inside.ljust(-(-len(inside) // _BLOCK) * _BLOCK)
        if "alert" in aps or dressed:
            aps = {"alert": "New message", "sound": "default", "mutable-content": 1}
        nonce = secrets.token_bytes(_NONCE)
        sealed = nonce + self._key.encrypt(nonce, inside, None)
        return {"aps": aps, ENCRYPTED: base64.b64encode(sealed).decode()}

    def open(self, payload: bytes) -> dict[str, Any]:
        """What is inside a payload; one in the clear as it is. Raises KitError where the key does not fit."""
        read = read_json(payload)
        if not isinstance(read, dict):
            raise KitError("A payload is a JSON dictionary: this is none.")
        if ENCRYPTED not in read:
            return read
        try:
            sealed = base64.b64decode(read[ENCRYPTED], validate=True)
            inside = read_json(self._key.decrypt(sealed[:_NONCE], sealed[_NONCE:], None))
        except (InvalidTag, ValueError, TypeError):
            raise KitError("This payload was not sealed with this key.") from None
        return inside if isinstance(inside, dict) else {}
