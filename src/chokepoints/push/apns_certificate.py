"""Provider certificates of APNs: the provider shows who it is as the connection begins, and sends no token.

The subject's UID is the topic that the certificate is good for, as clients read it (aioapns takes its topic from it),
and an extension says whether it is for the real service or for trying out (the names of extensions as open clients
have them). Pushes for calls take a certificate of their own, with .voip at the end of its UID. One that this authority
did not sign ends the handshake. Apple's reasons are BadCertificate and BadCertificateEnvironment; for which faults is
ours: one that was revoked or names no topic, and one for trying out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ssl import CERT_OPTIONAL, SSLContext

import trustme
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from chokepoints.errors import KitError
from chokepoints.push.apns import Reason
from chokepoints.push.apns_token import Signed

#: Extensions of Apple's certificates: for trying out, and for the real service.
SANDBOX, PRODUCTION = (x509.ObjectIdentifier(f"1.2.840.113635.100.6.3.{end}") for end in (1, 2))
_NULL = b"\x05\x00"
_LASTS = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class ProviderCertificate:
    """A certificate and its private key, both in `pem`, good for one topic."""

    topic: str
    pem: bytes = field(repr=False)
    serial: int = field(repr=False)

    @contextmanager
    def file(self) -> Iterator[str]:
        """Its path, as long as the block lasts: clients take a file. Only its owner may read it."""
        with trustme.Blob(self.pem).tempfile() as path:
            yield path


class Certificates:
    """The authority that signs the certificates of a gateway's providers; it stays in memory."""

    def __init__(self) -> None:
        self._authority = trustme.CA()
        self._revoked: set[int] = set()

    def ask_for_one(self, context: SSLContext) -> None:
        """Let a server ask its clients for a certificate; they need not show one."""
        self._authority.configure_trust(context)
        context.verify_mode = CERT_OPTIONAL

    def issue(self, topic: str, sandbox: bool = False) -> ProviderCertificate:
        """A new certificate for one topic, with `sandbox` one for trying out. Raises KitError where none is named."""
        if not isinstance(topic, str) or not 0 < len(topic) <= 255:
            raise KitError(f"{topic!r} is no topic: write one such as 'org.example.messenger'.")
        return self._sign([x509.NameAttribute(NameOID.USER_ID, topic)], SANDBOX if sandbox else PRODUCTION)

    def revoke(self, certificate: ProviderCertificate) -> None:
        """It proves nothing from now on, on connections that begin."""
        self._revoked.add(certificate.serial)

    def check(self, shown: bytes | None) -> Signed | Reason | None:
        """What a certificate proves, or why it proves nothing; None where none was shown.

        `shown` is in DER, and its signature has been checked in the handshake.
        """
        if shown is None:
            return None
        read = x509.load_der_x509_certificate(shown)
        topics = [str(one.value) for one in read.subject.get_attributes_for_oid(NameOID.USER_ID)]
        if read.serial_number in self._revoked or len(topics) != 1:
            return Reason.BAD_CERTIFICATE
        if PRODUCTION not in {extension.oid for extension in read.extensions}:
            return Reason.BAD_CERTIFICATE_ENVIRONMENT
        return Signed("", frozenset(topics), 0.0, topics[0])

    def _sign(self, names: list[x509.NameAttribute[str]], use: x509.ObjectIdentifier) -> ProviderCertificate:
        key, serial, now = generate_private_key(SECP256R1()), x509.random_serial_number(), datetime.now(UTC)
        common = x509.NameAttribute(NameOID.COMMON_NAME, "Push services of this kit")
        signer = load_pem_private_key(self._authority.private_key_pem.bytes(), password=None)
        made = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([*names, common]))
            .issuer_name(x509.load_pem_x509_certificate(self._authority.cert_pem.bytes()).subject)
            .public_key(key.public_key())
            .serial_number(serial)
            .not_valid_before(now - timedelta(hours=1))
            .not_valid_after(now + _LASTS)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
            .add_extension(x509.UnrecognizedExtension(use, _NULL), critical=False)
            .sign(signer, SHA256())  # type: ignore[arg-type]
        )
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + made.public_bytes(Encoding.PEM)
        return ProviderCertificate("".join(name.value for name in names), pem, serial)
