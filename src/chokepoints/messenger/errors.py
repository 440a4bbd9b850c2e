"""What can go wrong with a message, a key or a share: one class, one sentence each, and nothing is opened."""

from chokepoints.errors import KitError


class CannotOpen(KitError):
    """A ciphertext stayed closed. Every subclass says why in one sentence."""


class WrongKey(CannotOpen):
    """The key at hand is not the one that this message was encrypted for."""


class CutMessage(CannotOpen):
    """The ciphertext has another length than its header says."""


class AlteredMessage(CannotOpen):
    """The key fits, but the ciphertext or its header is not what was sent."""


class ReplayedMessage(CannotOpen):
    """The same ciphertext reached the same device before."""


class KeyGone(CannotOpen):
    """The key of this message is not in the state at hand: deleted after use, or made later."""


class AccessRefused(CannotOpen):
    """The operator's service does not serve this message to this login."""


class TooFewShares(KitError):
    """Fewer different share holders than the escrow's rule asks for."""


class AlteredShare(KitError):
    """Shares that do not belong together, or of which one was changed."""
