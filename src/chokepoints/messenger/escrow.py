"""Key escrow, k of n: each user's access key is cut into shares, and k of the n holders together restore it.

A client seals whatever opens its messages to the access key's public half. Where a design has a lasting key, that key
is sealed once. A ratchet has none, so its client must seal every message beside the ratchet: the access key then opens
the past, which the ratchet by itself would not. That access of this kind reverses forward secrecy is said in the
abstract of Abelson et al., "Keys Under Doormats" (MIT-CSAIL-TR-2015-026). Whether holders may be brought together is
a question of law and is not modelled.

Shamir, "How to Share a Secret" (CACM 22:11, 1979): k - 1 shares leave every secret equally likely.
"""

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import shamirs
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from chokepoints.errors import KitError
from chokepoints.messenger.errors import AlteredShare, CannotOpen, TooFewShares, WrongKey
from chokepoints.messenger.secret import KEY_BYTES, Secret

#: The smallest prime above 2**256, so that a key of 32 bytes is one number below it.
PRIME = 2**256 + 297


@dataclass(frozen=True)
class Share:
    """One holder's part of one user's access key. Holders are numbered from 1."""

    person: str
    holder: int
    value: Secret


@dataclass(frozen=True)
class Deposit:
    """Something sealed to one user's access key. `about` says what it opens: a chat, a user, a session, a message."""

    person: str
    about: str
    sealed: bytes = field(repr=False)


def clamped(key: bytes) -> bytes:
    """A key as X25519 uses it (RFC 7748, section 5): five of its bits are fixed, whatever was drawn."""
    return bytes([key[0] & 248, *key[1:31], key[31] & 127 | 64])


def split(person: str, key: Secret, need: int, holders: int) -> tuple[Share, ...]:
    """Cut a key of 32 bytes into `holders` shares, of which `need` restore it (library: shamirs)."""
    parts = shamirs.shares(int.from_bytes(key.reveal(), "big"), holders, modulus=PRIME, threshold=need)
    return tuple(Share(person, part.index, Secret(part.value.to_bytes(33, "big"))) for part in parts)


def interpolate(shares: Sequence[Share]) -> Secret:
    """What a set of shares of different holders yields, right or wrong: nothing in the number tells which."""
    points = [shamirs.share(share.holder, int.from_bytes(share.value.reveal(), "big"), PRIME) for share in shares]
    number = int(shamirs.interpolate(points, threshold=len(points)))
    return Secret((number % 2 ** (8 * KEY_BYTES)).to_bytes(KEY_BYTES, "big"))


def restore(shares: Iterable[Share], need: int, public: bytes) -> Secret:
    """The access key from the shares of at least `need` different holders.

    Raises TooFewShares for fewer (one holder's share brought twice counts once), AlteredShare where shares are of
    different users, contradict one another, or do not restore the key whose public half is given.
    """
    by_holder: dict[int, Share] = {}
    for share in shares:
        if by_holder.setdefault(share.holder, share) != share:
            raise AlteredShare(f"Holder {share.holder} brought two different shares; one of them is not the true one.")
    people = {share.person for share in by_holder.values()}
    if len(people) > 1:
        raise AlteredShare(f"These shares are of different keys: {' and '.join(sorted(people))}.")
    if len(by_holder) < need:
        raise TooFewShares(f"{len(by_holder)} of the {need} share holders needed are here; the key is not restored.")
    key = interpolate(list(by_holder.values()))
    # A key that differs in the fixed bits alone has the same public half, so those are looked at as well.
    same = hmac.compare_digest(bytes(PrivateKey(key.reveal()).public_key), public)
    if not (same and hmac.compare_digest(clamped(key.reveal()), key.reveal())):
        raise AlteredShare("These shares do not restore the key: at least one of them was changed.")
    return key


def open_deposit(deposit: Deposit, key: Secret) -> bytes:
    """What a deposit holds. Raises WrongKey where the key is another or the deposit was changed."""
    try:
        raw = SealedBox(PrivateKey(key.reveal())).decrypt(deposit.sealed)
    except CryptoError:
        raise WrongKey(f"This key does not open the deposit of {deposit.person} about {deposit.about}.") from None
    about, _, secret = raw.partition(b"\0")
    if not hmac.compare_digest(about, deposit.about.encode()):
        raise WrongKey(f"This deposit is labelled {deposit.about}, but was made about something else.")
    return secret


class Escrow:
    """Share holders 1 to `holders`, and the deposits that users' clients made. `need` of the holders must agree."""

    def __init__(self, need: int = 3, holders: int = 5) -> None:
        if not 1 <= need <= holders <= 99:
            raise KitError(f"Escrow needs 1 to 99 holders and a number of them to agree, not {need} of {holders}.")
        self.need, self.holders = need, holders
        self._public: dict[str, bytes] = {}
        self._shares: dict[str, tuple[Share, ...]] = {}
        self._deposits: dict[str, list[Deposit]] = {}

    def __repr__(self) -> str:
        return f"Escrow({self.need} of {self.holders}, {len(self._shares)} users)"

    def enrol(self, person: str) -> None:
        """Make a user's access key and give each holder a share. The key itself is kept nowhere."""
        private = PrivateKey(clamped(bytes(PrivateKey.generate())))
        self._public[person] = bytes(private.public_key)
        self._shares[person] = split(person, Secret(bytes(private)), self.need, self.holders)
        self._deposits[person] = []

    def seal(self, person: str, about: str, secret: bytes) -> Deposit:
        """Something sealed to a user's access key: the client needs the public half alone."""
        box = SealedBox(PublicKey(self._public[person]))
        return Deposit(person, about, box.encrypt(about.encode() + b"\0" + secret))

    def deposit(self, person: str, about: str, secret: bytes) -> None:
        """Seal something to a user's access key and leave it with the escrow."""
        self._deposits[person].append(self.seal(person, about, secret))

    def shares(self, person: str) -> tuple[Share, ...]:
        """The holders' shares of one user's key, in the holders' order."""
        return self._shares[person]

    def public(self, person: str) -> bytes:
        """The public half of a user's access key, 32 bytes."""
        return self._public[person]

    def bring(self, people: Iterable[str], present: int) -> "Opened":
        """Bring the first `present` holders together, for some users' keys, and try every deposit of these users.

        With too few holders the number that their shares do yield is tried all the same: it opens nothing.
        """
        if not 0 <= present <= self.holders:
            raise KitError(f"There are {self.holders} share holders, so 0 to {self.holders} can come, not {present}.")
        keys, secrets, refusal = {}, {}, ""
        for person in people:
            shares = self._shares[person][:present]
            try:
                key = restore(shares, self.need, self._public[person])
            except TooFewShares as too_few:
                refusal = str(too_few)
                if not shares:
                    continue
                key = interpolate(shares)
            keys[person] = key
            for deposit in self._deposits[person]:
                try:
                    secrets[deposit.about] = open_deposit(deposit, key)
                except CannotOpen:
                    continue
        return Opened(keys, secrets, refusal)


@dataclass(frozen=True)
class Opened:
    """What share holders brought about: a key for each user, the deposits it opened by what they are about."""

    keys: dict[str, Secret]
    secrets: dict[str, bytes] = field(repr=False)
    refusal: str
