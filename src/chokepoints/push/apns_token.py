"""Provider tokens of APNs: JWT signed with ES256 (RFC 7519, RFC 7518 3.4), as unpatched clients make them.

A token names its key (`kid`), its team (`iss`) and when it was made (`iat`). It is good for an hour and may not be
renewed on one connection within 20 minutes (Apple, Establishing a token-based connection to APNs). A provider's key is
made when it registers and stays in memory.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from chokepoints.errors import KitError
from chokepoints.push.apns import Reason, Refused
from chokepoints.push.pushes import VOIP

LASTS = 3600
RENEWED = 20 * 60
#: How far the clock of a provider may go ahead, in seconds: ours.
_AHEAD = 300
_KEPT = 1000
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class ProviderKey:
    """What a provider is given to sign its tokens with: the private key in PEM, and the two names of ten letters."""

    key: str = field(repr=False)
    key_id: str
    team_id: str
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signed:
    """Who a provider has proved to be: its team, the topics it may push to, when its token was made (seconds, Unix).

    `only` is the topic of a certificate; a token has none of its own.
    """

    team_id: str
    topics: frozenset[str]
    made: float
    only: str = ""


def topics_of(given: object) -> frozenset[str]:
    """The topics that are named; one alone needs no list. Raises KitError where none is, or something else."""
    named = tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (given,)
    if not named or not all(isinstance(topic, str) and topic for topic in named):
        raise KitError("A provider pushes to at least one topic: write one such as 'org.example.messenger'.")
    return frozenset(named)


class Providers:
    """The keys of the providers that have registered with a gateway."""

    def __init__(self) -> None:
        self._keys: dict[str, tuple[EllipticCurvePublicKey, ProviderKey]] = {}
        self._checked: dict[str, Signed] = {}

    def register(self, topics: str | Iterable[str]) -> ProviderKey:
        """A new key for a provider that may push to these topics. Raises KitError where none is named."""
        named = topics_of(topics)
        private = generate_private_key(SECP256R1())
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        key_id, team_id = ("".join(secrets.choice(_LETTERS) for _ in range(10)) for _ in range(2))
        key = ProviderKey(pem, key_id, team_id, named)
        self._keys[key_id] = private.public_key(), key
        return key

    def check(self, token: str, unix_now: float) -> Signed:
        """Check signature and age of a token. Raises Refused."""
        signed = self._checked.get(token) or self._verify(token)
        if signed.made > unix_now + _AHEAD:
            raise Refused(Reason.INVALID_PROVIDER_TOKEN)
        if signed.made < unix_now - LASTS:
            raise Refused(Reason.EXPIRED_PROVIDER_TOKEN)
        return signed

    def _verify(self, token: str) -> Signed:
        try:
            public, key = self._keys[_key_id(token)]
            options: Any = {"require": ["iss", "iat"], "verify_iat": False, "verify_aud": False, "verify_exp": False}
            claims = jwt.decode(token, public, algorithms=["ES256"], options=options)
        except (jwt.PyJWTError, KeyError, ValueError, RecursionError):
            raise Refused(Reason.INVALID_PROVIDER_TOKEN) from None
        made = claims["iat"]
        if claims["iss"] != key.team_id or isinstance(made, bool) or not isinstance(made, int):
            raise Refused(Reason.INVALID_PROVIDER_TOKEN)
        if len(self._checked) >= _KEPT:
            self._checked.pop(next(iter(self._checked)))
        topics = key.topics | {topic + VOIP for topic in key.topics}  # a token is good for all of an app
        self._checked[token] = Signed(key.team_id, topics, made)
        return self._checked[token]


def _key_id(token: str) -> str:
    named = jwt.get_unverified_header(token).get("kid")
    if not isinstance(named, str):
        raise ValueError("The token names no key.")
    return named


class Session:
    """What one connection remembers of its provider: its certificate, and the token that it used last.

    `shown` is what a certificate that was shown proves, or why it proves nothing; None where none was.
    """

    def __init__(self, providers: Providers, shown: Signed | Reason | None = None) -> None:
        self._providers, self._shown = providers, shown
        self._token = ""
        self._signed: Signed | None = None

    @property
    def trusted(self) -> bool:
        """Whether a valid token or certificate has been seen."""
        return self._signed is not None or isinstance(self._shown, Signed)

    def check(self, header: str | None, unix_now: float) -> Signed:
        """Check the field `authorization` of a request, or the certificate where there is none. Raises Refused.

        That a token counts where there are both is ours.
        """
        if header is None and self._shown is not None:
            if isinstance(self._shown, Reason):
                raise Refused(self._shown)
            return self._shown
        scheme, _, token = (header or "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Refused(Reason.MISSING_PROVIDER_TOKEN)
        signed = self._providers.check(token, unix_now)
        if self._signed and token != self._token and signed.made - self._signed.made < RENEWED:
            raise Refused(Reason.TOO_MANY_PROVIDER_TOKEN_UPDATES)
        self._token, self._signed = token, signed
        return signed
