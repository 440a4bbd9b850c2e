"""The kit stays small and quick. `make measure` prints the same measurements."""

import measure
import pytest

BUSY = "import time\nwhile time.process_time() < 0.2: pass"


@pytest.mark.alone
def test_the_package_is_imported_at_once() -> None:
    assert measure.import_time() < 0.1


@pytest.mark.alone
def test_panels_add_little_to_what_draws_them() -> None:
    """As `measure.panels_time`, with fewer tries: nothing else runs meanwhile, neither here nor in the other tests."""
    assert measure.beyond(f"{measure.DRAWING}\nimport {measure.PANELS}", measure.DRAWING, tries=3) <= 0.2


@pytest.mark.alone
def test_a_slow_import_would_be_found() -> None:
    assert measure.beyond(BUSY, "pass", tries=3) > 0.1


def test_a_kernel_with_a_panel_is_small() -> None:
    assert 20 < measure.kernel_memory() < 150


def test_a_large_kernel_would_be_found() -> None:
    with pytest.raises(RuntimeError, match="could not be shown"):
        measure.kernel_memory("1 / 0")
    assert measure.kernel_memory("kept = bytearray(b'x' * 200_000_000)") > 150
