"""Shared by the tests of Web Push: the published examples, signed tokens of any kind, and requests as bytes.

The examples stand in RFC 8291 5 and Appendix A and in RFC 8292 2.4; their keys are published and open nothing else.
"""

import base64
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from chokepoints.loopback.http_line import Request
from chokepoints.push.webpush_crypto import Keys, encrypt

ORIGIN, TODAY = "https://push.example.net", 1_800_000_000.0


def plain(text: str) -> bytes:
    """Base64url by the standard library alone."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def coded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


TEXT = b"When I grow up, I want to be a watermelon"
SECRET = plain("BTBZMqHH6r4Tts7J_aSIgg")
AGENT_PRIVATE = plain("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")
AGENT_PUBLIC = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
SERVER_PRIVATE = plain("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")
SERVER_PUBLIC = plain("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")
SALT = plain("DGv6ra1nlYgDCS1FRnbzlw")
SHARED = plain("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs")
MATERIAL = plain("S4lYMb_L0FxCeq0WhDx813KgSYqU26kOyzWUdsXYyrg")
KEY, NONCE = plain("oIhVW04MRdy2XN9CiKLxTg"), plain("4h_95klXJ5E_qnoN")
BODY = plain(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
    "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
    "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)

#: The example's token is valid until 2016-01-23T04:36:08Z.
TOKEN_END = 1_453_523_768
TOKEN = (
    "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1"
    "YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2"
    "L9OkSSHzvoD1oA"
)
TOKEN_KEY = "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"
EXAMPLE = f"vapid t={TOKEN}, k={TOKEN_KEY}"


class Signer:
    """A signing key, and tokens that say whatever a test wants."""

    def __init__(self) -> None:
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.raw = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.key = coded(self.raw)

    def token(self, claims: object = None, head: object = None, **more: Any) -> str:
        """A signed token; `more` changes the usual claims, None takes one out."""
        usual = {"aud": ORIGIN, "exp": TODAY + 3600, "sub": "mailto:ops@messenger.example"} | more
        said = {name: value for name, value in usual.items() if value is not None} if claims is None else claims
        return self.signed(json.dumps(head or {"typ": "JWT", "alg": "ES256"}), json.dumps(said))

    def signed(self, head: str, body: str) -> str:
        """A signed token of two texts, whatever they are."""
        text = f"{coded(head.encode())}.{coded(body.encode())}"
        r, s = decode_dss_signature(self.private.sign(text.encode(), ec.ECDSA(SHA256())))
        return f"{text}.{coded(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"

    def header(self, **more: Any) -> str:
        return f"vapid t={self.token(**more)}, k={self.key}"


def push(
    target: str, keys: Keys, text: bytes = b"hello", *, body: bytes | None = None, method: str = "POST", **fields: str
) -> Request:
    """A request as the service reads it; `fields` add to TTL 60 and the encoding, an empty value takes one away."""
    sealed = encrypt(text, keys.public) if body is None else body
    headers = {"ttl": "60", "content-encoding": "aes128gcm"} | {
        name.replace("_", "-"): value for name, value in fields.items()
    }
    return Request(method, target, tuple((name, value) for name, value in headers.items() if value), sealed)


def wire(request: Request) -> bytes:
    """The request as HTTP/1.1."""
    lines = [f"{request.method} {request.target} HTTP/1.1", "Host: push.example.net"]
    lines += [f"{name}: {value}" for name, value in request.headers]
    lines += [f"Content-Length: {len(request.body)}", "", ""]
    return "\r\n".join(lines).encode("latin-1") + request.body
