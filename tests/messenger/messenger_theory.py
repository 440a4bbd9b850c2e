"""What each order must open in each design, worked out from who wrote when: no key and no ciphertext is looked at.

Every function returns the numbers of the messages that open. `moment` is the number of the first message after it.
"""

from collections.abc import Iterable
from itertools import count

from chokepoints.messenger import Conversation, Kind, Message

Numbers = frozenset[int]
#: One ciphertext between two devices: its place in time, who encrypted it and for whom.
Event = tuple[int, str, str]


def aimed(conversation: Conversation) -> tuple[Message, ...]:
    """The messages to which at least one target is a party."""
    return tuple(
        message
        for message in conversation.messages
        if not set(conversation.targets).isdisjoint(conversation.parties(message))
    )


def expected(
    design: str, kind: Kind, conversation: Conversation, moment: int, enough: bool = True, rotate: int | None = 100
) -> Numbers:
    """The numbers that an order opens by decryption. `enough`: whether enough share holders come."""
    mine = aimed(conversation)
    every = frozenset(message.number for message in conversation.messages)
    whole = frozenset(message.number for message in mine)
    later = frozenset(number for number in whole if number >= moment)
    match kind:
        case Kind.METADATA | Kind.SCAN:
            return frozenset()
        case Kind.PARTICIPANT:
            return participant(later)
        case Kind.SHARES:
            return shares(whole, enough)
        case Kind.RECORDS | Kind.FUTURE | Kind.ALL_KEYS if design != "cloud":
            return operator_without_keys()
        case Kind.RECORDS:
            return cloud_key(whole - later)
        case Kind.FUTURE:
            return cloud_key(later)
        case Kind.ALL_KEYS:
            return cloud_key(every)
    assert kind in (Kind.USER_KEY, Kind.DEVICE)
    if design in ("cloud", "static"):
        return cloud_key(whole) if design == "cloud" else static_key(whole)
    if design == "ratchet":
        return ratchet_copy(conversation, moment, with_sessions=kind is Kind.DEVICE)
    return group_copy(conversation, moment, rotate, with_ratchet=kind is Kind.DEVICE)


def reported(conversation: Conversation, moment: int, listed: Iterable[str] | None = None) -> Numbers:
    """The numbers that scanning devices report: written from the moment on, with a text that is on the list.

    The list that is assumed holds the texts of messages 0, 20, 40 and so on. Texts are compared, not digests: that no
    two texts have one digest is the collision resistance of SHA-256 (FIPS 180-4). No design, key or target matters.
    """
    texts = {message.text for message in conversation.messages if message.number % 20 == 0}
    texts = texts if listed is None else set(listed)
    return frozenset(
        message.number for message in conversation.messages if message.number >= moment and message.text in texts
    )


def cloud_key(reached: Numbers) -> Numbers:
    """A symmetric storage key, or a login to whoever holds it, opens all that the order reaches.

    Source: libsodium documentation, "Secret-key cryptography": the same key is used to encrypt and to decrypt.
    """
    return reached


def operator_without_keys() -> Numbers:
    """The operator holds neither message keys nor private keys, so what it holds opens nothing.

    Source: Double Ratchet, section 1 (two parties, a secret shared by them); NaCl, crypto_box (keys of sender and
    receiver). The server's own key is a third one, made apart from these.
    """
    return frozenset()


def static_key(whole: Numbers) -> Numbers:
    """A private key opens both directions of every pair that it is one end of, at any time.

    Source: NaCl, crypto_box: crypto_box_beforenm(pk, sk) gives the same key at both ends and for all messages.
    """
    return whole


def participant(later: Numbers) -> Numbers:
    """A device to which clients encrypt from the moment on opens what follows and nothing earlier.

    Source: Megolm specification, "The Megolm ratchet algorithm": the ratchet is shared from a point onwards and cannot
    be wound back. For other designs: nothing was encrypted to the device before it was there.
    """
    return later


def shares(whole: Numbers, enough: bool) -> Numbers:
    """k holders restore the key exactly; k - 1 know nothing about it.

    Source: Shamir, "How to Share a Secret", CACM 22:11 (1979): (k, n) threshold scheme, conditions 1 and 2.
    """
    return whole if enough else frozenset()


def ratchet_copy(conversation: Conversation, moment: int, with_sessions: bool) -> Numbers:
    """What copies of the targets' double-ratchet state open: see `followed`. A message opens with any of its copies."""
    events = [
        (message.number, message.writer, person)
        for message in conversation.messages
        for person in conversation.parties(message)
        if person != message.writer
    ]
    return frozenset(
        number for target in conversation.targets for number, _, _ in followed(events, moment, target, with_sessions)
    )


def followed(events: Iterable[Event], moment: int, target: str, with_sessions: bool) -> set[Event]:
    """Which ciphertexts to `target` its state of the moment opens: none earlier, later ones until it heals.

    Forward secrecy: a message key is deleted after use and a chain does not run back (Double Ratchet, section 2.2;
    "Forward security" in section 2.1). Break-in recovery (section 2.1, 2.3): a device makes a new ratchet key pair when
    it first writes after having received a new one from the other side. Once it does so after the moment, the copy
    lacks that private key, and from the peer's next message on, nothing opens. Until then all that the peer writes
    opens. Without session state only a session that the peer starts later opens, from its first message, since its
    one-time key is among those copied (Olm specification, "Creating an inbound session from a pre-key message").
    """
    opened: set[Event] = set()
    pairs: dict[str, list[Event]] = {}
    for event in events:
        if target in event[1:]:
            pairs.setdefault(event[2] if event[1] == target else event[1], []).append(event)
    for stream in pairs.values():
        if not with_sessions and stream[0][0] < moment:
            continue
        has_key = {stream[0][1]: False, stream[0][2]: False}
        healed = False
        for event in stream:
            time, writer, reader = event
            if not has_key[writer]:
                has_key[writer], has_key[reader] = True, False
                healed |= writer == target and time >= moment
            if reader == target and time >= moment and not healed:
                opened.add(event)
    return opened


def group_copy(conversation: Conversation, moment: int, rotate: int | None, with_ratchet: bool) -> Numbers:
    """What the targets' Megolm sessions of the moment open, and those that reach their copied ratchets later.

    A session opens from the earliest state that the member kept to its end: no backward secrecy, partial forward
    secrecy (Megolm specification, "Limitations"). The next session's key arrives over the pairwise double ratchet,
    so a copied device gets it only where `followed` says so.
    """
    session_of, shared = sessions(conversation, rotate)
    known = set()
    for target in conversation.targets:
        mine = [
            (time, session, writer, reader) for time, session, writer, reader in shared if target in (writer, reader)
        ]
        known |= {session for time, session, _, _ in mine if time < moment}
        if with_ratchet:
            # Two sessions may be shared with one person in one message's time, never by one writer: events are unique.
            by_event = {(time, writer, reader): session for time, session, writer, reader in mine}
            known |= {by_event[event] for event in followed(by_event, moment, target, with_sessions=True)}
    return frozenset(number for number, session in session_of.items() if session in known)


def sessions(conversation: Conversation, rotate: int | None) -> tuple[dict[int, int], list[tuple[int, int, str, str]]]:
    """Which Megolm session each message is in, and when each session was shared, by whom and with whom.

    A writer starts one a chat, and a new one after `rotate` messages or a week (Matrix, m.room.encryption).
    """
    names = count()
    current: dict[tuple[str, str], tuple[int, int, int]] = {}
    session_of, shared = {}, []
    for message in conversation.messages:
        place = (message.chat, message.writer)
        session, since, written = current.get(place, (-1, 0, 0))
        stale = rotate is not None and (written >= rotate or message.minute - since >= 7 * 24 * 60)
        if session < 0 or stale:
            session, since, written = next(names), message.minute, 0
            shared += [
                (message.number, session, message.writer, person)
                for person in conversation.parties(message)
                if person != message.writer
            ]
        current[place] = (session, since, written + 1)
        session_of[message.number] = session
    return session_of, shared
