"""Key escrow k of n: enough different holders restore the key exactly, fewer learn nothing and open nothing."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest
import shamirs
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.messenger.errors import AlteredShare, TooFewShares, WrongKey
from chokepoints.messenger.escrow import PRIME, Deposit, Escrow, Share, interpolate, open_deposit, restore, split
from chokepoints.messenger.secret import Secret


def enrolled(need: int = 3, holders: int = 5) -> Escrow:
    escrow = Escrow(need, holders)
    escrow.enrol("ada")
    escrow.deposit("ada", "something", b"the secret")
    return escrow


def test_every_choice_of_enough_holders_restores_the_key() -> None:
    escrow = enrolled()
    for size in (3, 4, 5):
        for chosen in combinations(escrow.shares("ada"), size):
            key = restore(chosen, 3, escrow.public("ada"))
            assert open_deposit(escrow.seal("ada", "x", b"y"), key) == b"y"


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_fewer_holders_never_do(data: st.DataObject) -> None:
    """Whatever the rule, k - 1 shares give another number than the key, and are refused."""
    holders = data.draw(st.integers(2, 9))
    need = data.draw(st.integers(2, holders))
    escrow = enrolled(need, holders)
    few = data.draw(st.permutations(escrow.shares("ada")))[: need - 1]
    with pytest.raises(TooFewShares, match=f"{need - 1} of the {need} share holders needed"):
        restore(few, need, escrow.public("ada"))
    whole = restore(escrow.shares("ada"), need, escrow.public("ada"))
    assert interpolate(few) != whole
    assert escrow.bring(["ada"], need - 1).secrets == {}
    assert escrow.bring(["ada"], need).secrets == {"something": b"the secret"}


def test_one_share_less_fits_every_secret_alike() -> None:
    """Shamir 1979: with k - 1 shares each secret is as likely as before. In a field of 7 the shares can be counted."""
    seen = {
        secret: Counter(shamirs.shares(secret, 3, modulus=7, threshold=2)[0].value for _ in range(1400))
        for secret in (1, 5)
    }
    for counted in seen.values():
        assert set(counted) == set(range(7))
        assert max(counted.values()) < 2 * min(counted.values())


def test_a_share_brought_twice_counts_once() -> None:
    escrow = enrolled()
    first, second = escrow.shares("ada")[:2]
    with pytest.raises(TooFewShares, match="2 of the 3"):
        restore([first, second, first], 3, escrow.public("ada"))


@pytest.mark.parametrize("holder", range(3))
def test_a_changed_share_is_noticed(holder: int) -> None:
    """Whichever bit it is: in five of them a key of X25519 may change without becoming another."""
    for bit in range(256):
        escrow = enrolled()
        shares = list(escrow.shares("ada")[:3])
        number = int.from_bytes(shares[holder].value.reveal(), "big") ^ (1 << bit)
        shares[holder] = Share("ada", shares[holder].holder, Secret((number % PRIME).to_bytes(33, "big")))
        with pytest.raises(AlteredShare, match="at least one of them was changed"):
            restore(shares, 3, escrow.public("ada"))


def test_shares_that_do_not_belong_together() -> None:
    escrow = enrolled()
    escrow.enrol("ben")
    ada, ben = escrow.shares("ada"), escrow.shares("ben")
    with pytest.raises(AlteredShare, match="of different keys: ada and ben"):
        restore([*ada[:2], ben[2]], 3, escrow.public("ada"))
    relabelled = Share("ada", 3, ben[2].value)
    with pytest.raises(AlteredShare, match="do not restore"):
        restore([*ada[:2], relabelled], 3, escrow.public("ada"))
    with pytest.raises(AlteredShare, match="Holder 3 brought two different shares"):
        restore([*ada, relabelled], 3, escrow.public("ada"))


def test_a_deposit_opens_for_its_user_and_under_its_label_alone() -> None:
    escrow = enrolled()
    escrow.enrol("ben")
    deposit = escrow.seal("ada", "this", b"secret")
    keys = {name: restore(escrow.shares(name), 3, escrow.public(name)) for name in ("ada", "ben")}
    with pytest.raises(WrongKey, match="does not open the deposit of ada about this"):
        open_deposit(deposit, keys["ben"])
    with pytest.raises(WrongKey, match="labelled that"):
        open_deposit(Deposit("ada", "that", deposit.sealed), keys["ada"])
    assert open_deposit(deposit, keys["ada"]) == b"secret"


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_an_altered_or_cut_deposit_opens_nothing(data: st.DataObject) -> None:
    escrow = enrolled()
    key = restore(escrow.shares("ada"), 3, escrow.public("ada"))
    deposit = escrow.seal("ada", "this", b"secret")
    sealed = bytearray(deposit.sealed)
    if data.draw(st.booleans()):
        del sealed[data.draw(st.integers(0, len(sealed) - 1)) :]
    else:
        sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(WrongKey):
        open_deposit(Deposit("ada", "this", bytes(sealed)), key)


@pytest.mark.parametrize("rule", [(0, 5), (6, 5), (1, 100)])
def test_a_rule_that_cannot_be_is_refused(rule: tuple[int, int]) -> None:
    with pytest.raises(KitError, match="of them to agree, not"):
        Escrow(*rule)


def test_the_modulus_is_a_prime_above_every_key() -> None:
    """Miller and Rabin's test with forty bases."""
    assert PRIME > 2**256
    assert all(_passes(PRIME, 2 + int(Random(base).random() * 2**64)) for base in range(40))
    assert not all(_passes(PRIME + 2, base) for base in range(2, 40))


def _passes(number: int, base: int) -> bool:
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    power = pow(base, odd, number)
    return power == 1 or any(pow(base, odd * 2**count, number) == number - 1 for count in range(twos))


def test_splitting_gives_each_holder_another_share() -> None:
    key = Secret.fresh()
    shares: Sequence[Share] = split("ada", key, 2, 4)
    assert [share.holder for share in shares] == [1, 2, 3, 4]
    assert len({share.value.reveal() for share in shares}) == 4
    assert interpolate(shares[2:]) == key
