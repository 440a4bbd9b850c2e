"""The kit stays small and quick. `make measure` prints the same measurements."""

import measure
import pytest

pytestmark = pytest.mark.alone

BUSY = "import time\nwhile time.process_time() < 0.2: pass"


def test_the_package_is_imported_at_once() -> None:
    assert measure.import_time() < 0.1


def test_panels_add_little_to_what_draws_them() -> None:
    assert measure.panels_time() <= 0.2


def test_a_kernel_with_a_panel_is_small() -> None:
    assert 20 < measure.kernel_memory() < 150


def test_the_measurements_can_see_a_difference() -> None:
    """A slow import and a large kernel would be found."""
    assert measure.beyond(BUSY, "pass", tries=3) > 0.1
    with pytest.raises(RuntimeError, match="could not be shown"):
        measure.kernel_memory("1 / 0")
    assert measure.kernel_memory("kept = bytearray(b'x' * 200_000_000)") > 150
