"""What the one whom an order reaches would answer, design by design, in its own words.

The words are ours and follow from the design alone; what is then opened is counted elsewhere and never taken from
here. They say what is done and what is not, without a view on whether the order is lawful or wise.
"""

from chokepoints.messenger.outcome import Answer

MET, PART, NOT = Answer.MET, Answer.PART, Answer.NOT

_NO_KEYS = "The keys are made on users' devices and never reach us."
_METADATA = "We hand over the headers: who wrote to whom, when and how much. They hold no text."
_NO_ESCROW = "No keys were deposited, so there are no shares to bring together."
_SHARES = "Operator: we hold no share. What the holders restore, and what it opens, lies with them."
_CIPHERTEXT = "We hand over the stored ciphertexts of the users named. " + _NO_KEYS
_SCAN = "It looks at everyone's messages, named or not, and whoever edits the list decides what is found."
_KEEP = "From now on we keep every ciphertext of the users named and hand it over. " + _NO_KEYS

#: By design and order: how far it can be met, and the words. The key is (design, order).
ANSWERS: dict[tuple[str, str], tuple[Answer, str]] = {
    ("cloud", "records"): (MET, "We hand over what is stored of the users named, decrypted with the keys we hold."),
    ("cloud", "user key"): (
        MET,
        "Users hold no keys; we do. We hand over the storage keys of every chat of the users named, "
        "which are also those of the people they write to.",
    ),
    ("cloud", "all keys"): (MET, "We hand over the storage keys of all chats. They open every user's messages."),
    ("cloud", "future traffic"): (MET, "From now on we keep what the users named write and receive, and decrypt it."),
    ("cloud", "silent participant"): (
        MET,
        "We serve the chats of the users named to one more login from now on. Users' devices are not involved, "
        "and nothing on them shows it.",
    ),
    ("cloud", "device"): (
        MET,
        "A seized device carries a login, to which we serve its user's chats, old and new, until the user ends it.",
    ),
    ("cloud", "scan on the device"): (
        MET,
        "Where users run a client that we ship, it can compare each text with the list before it leaves the device. "
        f"We hold the keys and could compare on our server as well. {_SCAN}",
    ),
    ("static", "records"): (PART, _CIPHERTEXT),
    ("static", "user key"): (
        PART,
        "We cannot: each user's key is on the user's own device. It must be asked of the user; since it never "
        "changes, it opens all that the user wrote and received.",
    ),
    ("static", "all keys"): (NOT, f"{_NO_KEYS} We can give the key of our server, which opens no message."),
    ("static", "future traffic"): (PART, _KEEP),
    ("static", "silent participant"): (
        MET,
        "We can list one more device among those of the users named; clients then encrypt to it too. A client that "
        "shows the list of devices, or says when a key is new, shows this to the users and those they write to.",
    ),
    ("static", "device"): (MET, "The device holds its user's one key. We have no part in it."),
    ("static", "scan on the device"): (
        MET,
        "Where users run a client that we ship, it can compare each text with the list before it is encrypted. The "
        f"encryption is not touched, and users' keys stay on their devices. {_SCAN}",
    ),
    ("ratchet", "records"): (PART, _CIPHERTEXT),
    ("ratchet", "user key"): (
        PART,
        "The key that lasts is on the user's device and only says who is who. The keys of past messages do not exist "
        "any more, for us or for the user. One-time keys not yet used go with it and open how a later session begins.",
    ),
    ("ratchet", "all keys"): (
        NOT,
        f"{_NO_KEYS} Nor do we hold past keys: each is deleted on the device after one use.",
    ),
    ("ratchet", "future traffic"): (PART, _KEEP),
    ("ratchet", "silent participant"): (
        MET,
        "We can list one more device among those of the users named; clients then run a ratchet with it too. A client "
        "that shows the list of devices, or says when one is added, shows this to the users and those they write to.",
    ),
    ("ratchet", "device"): (
        MET,
        "The device holds the state of its ratchets, not the keys of past messages. We have no part in it.",
    ),
    ("ratchet", "scan on the device"): (
        MET,
        "Where users run a client that we ship, it can compare each text with the list before it is encrypted. The "
        f"encryption is not touched, and each key is still deleted after one use. {_SCAN}",
    ),
    ("group", "records"): (PART, _CIPHERTEXT),
    ("group", "user key"): (
        PART,
        "We cannot: session keys are on the devices of a chat's members. Members can export those they hold.",
    ),
    ("group", "all keys"): (NOT, f"{_NO_KEYS} We relay session keys between devices, but only encrypted."),
    ("group", "future traffic"): (PART, _KEEP),
    ("group", "silent participant"): (
        MET,
        "We can add a member to the chats of the users named; clients then share each session with it from the next "
        "message on. A client that shows the members of a chat shows this to all of them.",
    ),
    ("group", "device"): (
        MET,
        "The device holds the session keys of its user's chats, from the first message that it could read. "
        "We have no part in it.",
    ),
    ("group", "scan on the device"): (
        MET,
        "Where users run a client that we ship, it can compare each text with the list before it is encrypted for the "
        f"group. The encryption is not touched, and session keys stay on members' devices. {_SCAN}",
    ),
}


def answer(design: str, order: str, escrow: bool, keeps: bool) -> tuple[Answer, str]:
    """How far an order can be met in a design, and the words for it.

    `escrow`: whether keys were deposited. `keeps`: whether the operator stores ciphertexts after delivery.
    """
    if order == "metadata":
        return MET, _METADATA
    if order == "shares":
        return (MET, _SHARES) if escrow else (NOT, _NO_ESCROW)
    found, said = ANSWERS[design, order]
    if order == "records" and not keeps:
        return NOT, "We delete each message once it is delivered; at this moment nothing is stored."
    return found, said
