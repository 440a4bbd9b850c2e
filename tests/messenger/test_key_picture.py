"""The key picture on a published key, and the emoji that a man in the middle cannot make agree."""

import numpy as np
import pytest
from cryptography.hazmat.primitives import hashes
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.messenger.key_picture import (
    COLOURS,
    EMOJI,
    PUBLISHED_KEY,
    Comparison,
    compare,
    count_agreements,
    key_picture,
    later_key_picture,
)
from chokepoints.messenger.secret import Secret


def pairs_of_bits(digest: bytes) -> str:
    """Each byte's bits from the lowest up, taken in twos: written out with text, to check the shifts."""
    bits = "".join(format(byte, "08b")[::-1] for byte in digest)
    return "".join(str(int(bits[at : at + 2][::-1], 2)) for at in range(0, len(bits), 2))


def digest(algorithm: hashes.HashAlgorithm, data: bytes) -> bytes:
    made = hashes.Hash(algorithm)
    made.update(data)
    return made.finalize()


def test_the_picture_of_the_published_key() -> None:
    # SHA-1 of the key, which the published example leads to as well (its middle and last eight bytes name the key).
    first = bytes.fromhex("02e23ebc3a797cf0c55c9f0b91094ce16ee2ee73")
    assert digest(hashes.SHA1(), PUBLISHED_KEY.reveal()) == first
    picture = key_picture(PUBLISHED_KEY)
    assert picture.shape == (8, 8)
    assert "".join(map(str, picture.ravel())) == pairs_of_bits(first[:16])
    assert picture[0].tolist() == [2, 0, 0, 0, 2, 0, 2, 3]  # 02 is 2,0,0,0; e2 is 2,0,2,3


def test_the_later_picture_adds_sha_256() -> None:
    raw = PUBLISHED_KEY.reveal()
    expected = digest(hashes.SHA1(), raw)[:16] + digest(hashes.SHA256(), raw)[:20]
    picture = later_key_picture(PUBLISHED_KEY)
    assert picture.shape == (12, 12)
    assert "".join(map(str, picture.ravel())) == pairs_of_bits(expected)
    np.testing.assert_array_equal(picture.ravel()[:64], key_picture(PUBLISHED_KEY).ravel())


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=256, max_size=256), st.integers(0, 8 * 256 - 1))
def test_one_bit_changes_the_picture(raw: bytes, bit: int) -> None:
    altered = (int.from_bytes(raw) ^ 1 << bit).to_bytes(256)
    one, other = key_picture(Secret(raw)), key_picture(Secret(altered))
    assert set(np.unique(one)) <= set(range(len(COLOURS)))
    assert (one != other).sum() >= 16, "of 64 cells, three quarters differ on average"
    later = later_key_picture(Secret(raw), Secret(altered))
    np.testing.assert_array_equal(later.ravel()[:64], one.ravel())
    assert (later != later_key_picture(Secret(raw))).any()


class TestEmoji:
    def test_without_a_man_in_the_middle_they_agree(self) -> None:
        assert count_agreements(200, middle=False) == 200

    def test_with_one_they_never_do(self) -> None:
        # By chance once in 2^42 exchanges.
        assert count_agreements(200, middle=True) == 0

    @pytest.mark.parametrize("middle", [False, True])
    def test_what_is_seen(self, middle: bool) -> None:
        seen = compare(middle)
        assert [len(side) for side in seen.emoji] == [7, 7]
        assert all(0 <= number < 64 for side in seen.emoji for number in side)
        assert all(1000 <= number <= 9191 for side in seen.numbers for number in side)
        assert (seen.numbers[0] == seen.numbers[1]) is (seen.names()[0] == seen.names()[1]) is not middle

    def test_every_exchange_is_a_new_one(self) -> None:
        assert len({compare(False).emoji[0] for _ in range(50)}) == 50

    def test_the_numbers_are_taken_from_the_same_bits(self) -> None:
        """Matrix: emoji take 6 bits each, numbers 13 bits each plus 1000, from the same bytes."""
        seen = compare(False)
        bits = "".join(format(number, "06b") for number in seen.emoji[0])
        assert [int(bits[at : at + 13], 2) + 1000 for at in (0, 13, 26)] == list(seen.numbers[0])

    def test_64_names(self) -> None:
        assert len(set(EMOJI)) == 64
        swapped = Comparison(((0,) * 7, (63,) * 7), ((1000,) * 3, (9191,) * 3))
        assert swapped.names() == (("dog",) * 7, ("pin",) * 7)
        assert not swapped.agree

    @pytest.mark.parametrize("runs", [0, -1, 1.5, "3", True])
    def test_a_number_of_runs_that_is_none(self, runs: object) -> None:
        with pytest.raises(KitError, match="no number of runs"):
            count_agreements(runs, middle=True)  # type: ignore[arg-type]
