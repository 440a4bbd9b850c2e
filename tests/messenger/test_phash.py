"""The perceptual hash: against its definition, against changes of pictures, and against other pictures."""

from collections.abc import Callable
from itertools import combinations
from math import cos, pi
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.messenger.phash import (
    BITS,
    THRESHOLD,
    Count,
    HashList,
    Match,
    distance,
    false_alarms,
    false_pairs,
    phash,
    still_found,
)
from chokepoints.messenger.pictures import (
    CHANGES,
    SIDE,
    Picture,
    add_noise,
    alike,
    brighten,
    crop,
    jpeg,
    made,
    made_many,
    mirror,
    rescale,
    rotate,
)

HASHES = st.integers(0, 2**BITS - 1)
PICTURES = made_many(60)
#: The hashes of the first two pictures.
PINNED = ["e54bd906c43a15f5", "e13e91c53ee0911f"]
THRESHOLDS = [0, 4, 10, 16, 24, 32, 64]


def by_definition(picture: Picture) -> int:
    """The hash of a picture of 32 x 32, by the sums of the cosine transform as they are written in Zauner's thesis."""
    levels = picture.tolist()
    column = [[cos(pi * (2 * place + 1) * wave / 64) for place in range(32)] for wave in range(9)]
    values = [
        sum(levels[y][x] * column[down][y] * column[across][x] for y in range(32) for x in range(32))
        for down in range(1, 9)
        for across in range(1, 9)
    ]
    middle = median(values)
    return int("".join("1" if value > middle else "0" for value in values), 2)


@pytest.mark.parametrize("seed", range(3))
def test_the_hash_is_what_its_definition_says(seed: int) -> None:
    small = rescale(made(seed), 1 / 3)
    assert small.shape == (32, 32)
    assert phash(small) == by_definition(small)
    assert phash(small).bit_count() == BITS // 2


def test_pictures_are_the_same_on_every_machine() -> None:
    assert [f"{phash(made(seed)):016x}" for seed in (0, 1)] == PINNED


@given(one=HASHES, other=HASHES, third=HASHES)
def test_distance_counts_bits(one: int, other: int, third: int) -> None:
    apart = distance(one, other)
    assert apart == sum(a != b for a, b in zip(f"{one:064b}", f"{other:064b}", strict=True)) == distance(other, one)
    assert (apart == 0) == (one == other)
    assert apart <= distance(one, third) + distance(third, other)


def test_packing_and_scaling_are_found_cutting_and_mirroring_are_not() -> None:
    found = still_found(PICTURES)
    assert set(found) == set(CHANGES)
    for change in ("unchanged", "JPEG, quality 75", "half the size", "twice the size"):
        assert found[change].share > 0.95, f"{change}: {found[change]}"
    for change in ("15 % cut off", "mirrored"):
        assert found[change].share < 0.05, f"{change}: {found[change]}"
    assert found["15 % cut off"].share <= found["5 % cut off"].share < found["unchanged"].share
    assert found["turned by 10 degrees"].share < found["turned by 2 degrees"].share


def test_what_is_found_is_counted_picture_by_picture() -> None:
    some, changes = PICTURES[:15], {name: CHANGES[name] for name in ("5 % cut off", "turned by 2 degrees")}
    for threshold in (0, 6, 12):
        counted = {
            name: Count(sum(distance(phash(one), phash(change(one))) <= threshold for one in some), len(some))
            for name, change in changes.items()
        }
        assert still_found(some, threshold, changes) == counted
    assert still_found(some, 0, {"unchanged": CHANGES["unchanged"]})["unchanged"] == Count(15, 15)


def test_a_wider_threshold_finds_more_and_matches_more_falsely() -> None:
    cut = {"5 % cut off": CHANGES["5 % cut off"]}
    found = [still_found(PICTURES, threshold, cut)["5 % cut off"].found for threshold in THRESHOLDS]
    wrong = [count.found for count in false_pairs(PICTURES, THRESHOLDS).values()]
    for counts in (found, wrong):
        assert counts == sorted(counts)
        assert counts[0] < counts[-1]
    assert false_pairs(PICTURES, [64])[64] == Count(60 * 59 // 2, 60 * 59 // 2)


def test_false_pairs_are_counted_pair_by_pair() -> None:
    some = alike(3, 25)
    apart = [distance(phash(one), phash(other)) for one, other in combinations(some, 2)]
    for threshold, count in false_pairs(some, THRESHOLDS).items():
        assert count == Count(sum(bits <= threshold for bits in apart), 300)


def test_pictures_of_one_kind_match_falsely_far_more_often() -> None:
    """What pictures drawn by lot understate: half of a form or a place is the same in every picture of it."""
    by_lot, of_a_kind = (false_pairs(some, [THRESHOLD])[THRESHOLD] for some in (PICTURES, alike(3, 60)))
    assert by_lot.share < 0.001
    assert of_a_kind.share > 0.01
    assert len({one.tobytes() for one in alike(3, 60)}) == 60


def test_false_alarms_grow_with_the_list() -> None:
    threshold = 22
    counts = []
    for size in (1, 10, 30):
        listed = HashList.of(PICTURES[:size])
        count = false_alarms(PICTURES[30:], listed, [threshold])[threshold]
        assert count == Count(sum(listed.find(phash(one), threshold) is not None for one in PICTURES[30:]), 30)
        counts.append(count.found)
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
    assert false_alarms(PICTURES, HashList(()), [64]) == {64: Count(0, 60)}


def test_the_nearest_entry_is_found_the_first_of_several() -> None:
    listed = HashList((0b1111, 0b0011, 0b0011, 2**64 - 1))
    assert listed.find(0b0111, 1) == Match(0, 1)
    assert listed.find(0b0011, 0) == Match(1, 0)
    assert listed.find(2**63, 0) is None
    assert listed.find(2**64 - 2, 1) == Match(3, 1)
    assert HashList(()).find(0, 64) is None


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), name=st.sampled_from(list(CHANGES)))
def test_changes_give_pictures_and_leave_the_original(seed: int, name: str) -> None:
    original = made(seed)
    changed = CHANGES[name](original)
    assert changed.dtype == np.uint8
    assert changed.ndim == 2
    assert np.array_equal(original, made(seed))
    assert (name == "unchanged") == (changed.shape == original.shape and np.array_equal(changed, original))


def test_changes_do_what_they_say() -> None:
    one = made(7)
    assert one.shape == (SIDE, SIDE)
    assert np.array_equal(crop(one, 0.25), one[24:, 24:])
    assert mirror(one)[0, 0] == one[0, -1]
    for same in (mirror(mirror(one)), crop(one, 0), brighten(one, 0), add_noise(one, 0), rotate(one, 0)):
        assert np.array_equal(same, one)
    assert np.array_equal(rotate(one, 90), np.rot90(one))
    assert rescale(one, 0.5).shape == (48, 48)
    assert np.array_equal(brighten(one, 1), np.minimum(one.astype(int) * 2, 255))
    error = {quality: float(np.abs(jpeg(one, quality).astype(int) - one).mean()) for quality in (95, 20)}
    assert 0 < error[95] < error[20] < 20
    spread = float(np.std(add_noise(np.full((96, 96), 128, np.uint8), 10).astype(float)))
    assert spread == pytest.approx(10, rel=0.05)


def test_what_cannot_be_is_said_in_a_sentence() -> None:
    for wrong in (np.zeros((96, 96)), np.zeros((9, 96), np.uint8), np.zeros((32, 32, 3), np.uint8), "a"):
        with pytest.raises(KitError, match=r"^A picture .*\.$"):
            phash(wrong)  # type: ignore[arg-type]
    with pytest.raises(KitError, match="number of 64 bits"):
        distance(-1, 0)
    with pytest.raises(KitError, match="number of 64 bits"):
        HashList((2**64,))
    with pytest.raises(KitError, match="from 0 to 64, not 65"):
        HashList(()).find(0, 65)
    with pytest.raises(KitError, match="from 0 to 64, not -1"):
        false_pairs(PICTURES[:2], [-1])
    calls: tuple[Callable[[], Picture], ...] = (
        lambda: made(-1),
        lambda: jpeg(PICTURES[0], 0),
        lambda: crop(PICTURES[0], 0.6),
        lambda: rescale(PICTURES[0], 0.1),
        lambda: brighten(PICTURES[0], -2),
        lambda: add_noise(PICTURES[0], -1),
    )
    for call in calls:
        with pytest.raises(KitError, match=r"not -?[\d.]+\.$|has \(10, 10\)\.$"):
            call()
