"""The one figure style: told apart by colour-blind readers and without colour, readable at half width."""

import random
from itertools import combinations
from pathlib import Path
from threading import Event, Thread
from time import sleep

import numpy
import pytest
from lesson_panels import LESSONS, panels_of
from matplotlib import rcParams
from matplotlib.colors import to_rgb
from matplotlib.text import Text

from chokepoints.classroom.panel import Drawing
from chokepoints.classroom.state import start_state
from chokepoints.classroom.style import COLOURS, CONTRASTING, DPI, MARKERS, SMALLEST, new_figure, style

#: What a reader without one kind of cone sees, on linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.0.
BLINDNESS = {
    "none": numpy.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
#: sRGB to XYZ over the white point D65 (IEC 61966-2-1).
TO_XYZ = numpy.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = TO_XYZ @ numpy.ones(3)


def linear(colour: str) -> numpy.ndarray:
    """Linear RGB of a colour."""
    rgb = numpy.array(to_rgb(colour))
    return numpy.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb: numpy.ndarray) -> numpy.ndarray:
    """CIE L*a*b* of linear RGB."""
    ratio = TO_XYZ @ rgb.clip(0, 1) / WHITE
    f = numpy.where(ratio > (6 / 29) ** 3, numpy.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return numpy.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("kind", BLINDNESS)
def test_every_pair_of_colours_is_told_apart(kind: str) -> None:
    seen = {colour: lab(numpy.array(BLINDNESS[kind]) @ linear(colour)) for colour in COLOURS}
    for one, other in combinations(COLOURS, 2):
        # 2.3 is a just noticeable difference; this is many of them, for small marks far apart.
        assert numpy.linalg.norm(seen[one] - seen[other]) > 12, f"{one} and {other} look alike ({kind})"


def test_red_and_green_of_one_lightness_would_fail() -> None:
    red, green = (lab(numpy.array(BLINDNESS["deutan"]) @ linear(colour)) for colour in ("#B06030", "#808030"))
    assert numpy.linalg.norm(red - green) < 12


def test_a_marker_for_each_colour() -> None:
    assert len(MARKERS) == len(set(MARKERS)) == len(COLOURS) == len(set(COLOURS))


def test_the_first_colours_stand_out_on_white() -> None:
    """WCAG 2.2, 1.4.11: 3 to 1 for what is needed to understand a graphic."""
    contrast = [1.05 / (0.05 + float(linear(colour) @ TO_XYZ[1])) for colour in COLOURS]
    assert [ratio >= 3 for ratio in contrast] == [place < CONTRASTING for place in range(len(COLOURS))]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_pictures_can_be_read_at_half_width(lesson: Path) -> None:
    for panel in panels_of(lesson):
        drawing = Drawing(panel)
        drawing.draw(start_state(panel.controls, {}))
        assert drawing.size[0] <= 900, f"{panel.name} is wider than a page of Lab"
        words = [text for text in drawing.artists.figure.findobj(Text) if text.get_visible() and text.get_text()]
        assert words
        small = {text.get_text(): text.get_fontsize() for text in words if text.get_fontsize() < SMALLEST}
        assert not small, f"{panel.name}: too small at half width"
        legends = [axes.get_legend() for axes in drawing.artists.figure.axes if axes.get_legend()]
        for legend in legends:
            shapes = [
                (line.get_marker(), line.get_linestyle(), line.get_linewidth(), line.get_markerfacecolor() == "none")
                for line in legend.get_lines()
            ]
            assert len(set(shapes)) == len(shapes), f"{panel.name}: two entries of the legend differ by colour alone"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_readings_have_the_room_that_is_kept_for_them(lesson: Path) -> None:
    """Else what stands below jumps as the sentence grows: give the panel more `lines`, or the sentence fewer words."""
    for panel in panels_of(lesson):
        drawing, draw = Drawing(panel), random.Random(panel.name)
        for _ in range(40):
            state = {control.name: draw.choice(list(control.values())) for control in panel.controls}
            with style():  # without the picture, which takes ten times as long
                reading = panel.update(drawing.artists, **state)
            assert len(reading) <= 125 * panel.lines, f"{panel.name}, lines={panel.lines}: {reading}"


def test_lines_take_the_colours_of_the_kit() -> None:
    with style():
        axes = new_figure().add_subplot()
        assert [axes.plot([0, 1])[0].get_color() for _ in COLOURS] == list(COLOURS)


def test_the_smallest_text_is_seven_pixels_high_at_half_width() -> None:
    assert SMALLEST / 72 * DPI / 2 >= 6.9


def test_a_figure_has_the_size_it_is_asked_for() -> None:
    with style():
        assert new_figure(9, 3.5).get_size_inches().tolist() == [9, 3.5]


def test_two_threads_do_not_take_each_others_settings() -> None:
    """As where a slider is moved while a cell runs: JupyterLab gives widgets a thread of their own."""
    before, inside, entered = dict(rcParams), Event(), Event()

    def other() -> None:
        inside.wait(5)
        with style():
            entered.set()
            sleep(0.1)  # the first is gone before this one is

    thread = Thread(target=other)
    thread.start()
    with style():
        inside.set()
        assert not entered.wait(0.2), "a second thread draws meanwhile"
    thread.join()
    assert dict(rcParams) == before
