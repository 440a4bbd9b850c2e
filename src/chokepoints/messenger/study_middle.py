"""Study code: a data centre that puts itself between the two devices of a secret chat. The key pictures show it."""

from cryptography.hazmat.primitives.asymmetric import dh

from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_keys import KEY_BYTES, Direction, key_id, open_secret, seal_secret
from chokepoints.messenger.study_wire import NUMBERS


class Middle:
    """Makes a key with each device instead of letting them make one, then opens and encrypts anew what they send."""

    def __init__(self) -> None:
        self._private = NUMBERS.parameters().generate_private_key()
        self._keys: dict[Direction, Secret] = {}

    @property
    def half(self) -> bytes:
        """The half of the exchange that both devices get as if it were the other's: 256 bytes."""
        return self._private.public_key().public_numbers().y.to_bytes(KEY_BYTES)

    @property
    def print_for_beginner(self) -> int:
        """The key print that the beginner's device expects, so that its check finds nothing."""
        return int.from_bytes(key_id(self._keys[Direction.TO_SERVER]), "little", signed=True)

    def towards_beginner(self, g_a: bytes) -> Secret:
        """The key shared with the device that began, from its half."""
        return self._shared(g_a, Direction.TO_SERVER)

    def towards_other(self, g_b: bytes) -> Secret:
        """The key shared with the other device, from its half."""
        return self._shared(g_b, Direction.TO_CLIENT)

    def pass_on(self, data: bytes, from_beginner: bool) -> bytes:
        """Open a message with the writer's key and encrypt it with the reader's. Raises CannotOpen."""
        writes, reads = Direction.TO_SERVER, Direction.TO_CLIENT
        if not from_beginner:
            writes, reads = reads, writes
        return seal_secret(self._keys[reads], open_secret(self._keys[writes], data, writes), writes)

    def _shared(self, half: bytes, side: Direction) -> Secret:
        public = dh.DHPublicNumbers(int.from_bytes(half), NUMBERS).public_key()
        self._keys[side] = Secret(self._private.exchange(public).rjust(KEY_BYTES, b"\0"))
        return self._keys[side]
