"""That what test_lessons.py looks for is found where it is: else those tests would pass whatever they see."""

import pytest
from breaking import Window, pages_in
from breaking_looks import cut, faint, overlaps, see_through
from lab import Lab, write_notebook
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

BAD = """
from IPython.display import HTML, display
display(HTML('''
<p style="color:#767676;background:#ffffff">enough</p>
<p style="color:#777777;background:#ffffff">not quite</p>
<p style="color:#000000;background:#ffffff;opacity:0.4">weak</p>
<div style="background:#000000"><p><span style="color:#333333">on the ground of another</span></p></div>
<p style="color:#949494;background:#ffffff;font-size:24px">large enough</p>
<p style="color:#999999;background:#ffffff;font-size:24px">large and too faint</p>
<p style="width:3000px">much too wide</p>
<figure class="chokepoints-panel">
<div style="width:60px;overflow:hidden;white-space:nowrap">cut off in the middle</div>
<img class="chokepoints-picture" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">
</figure>
<div class="chokepoints-controls" style="height:100px">
<button style="height:30px">first</button><button style="height:30px;margin-left:-20px">second</button>
<select style="width:40px"><option>long option</option></select>
<div class="noUi-target" style="width:40px">slider</div>
</div>
<img src="http://192.0.2.1/picture.png"><link rel="stylesheet" href="https://fonts.example/x.css">
'''))
"""


def test_what_is_bad_is_found(browser: Browser, lab: Lab) -> None:
    window = Window(browser)
    notebook = pages_in(window, lab).open(write_notebook(lab, "bad", BAD))
    notebook.run_all()
    texts = {one.partition(": ")[2] for one in faint(notebook.page, ".jp-RenderedHTML")}
    assert texts == {"not quite", "weak", "on the ground of another", "large and too faint"}
    assert faint(notebook.page, ".nothing") == ["no text at all"]
    assert cut(notebook.page) == [
        "p goes beyond its cell: much too wide",
        "cut off: cut off in the middle",
        "option cut off: long option",
        "too short to aim at: slider",
    ]
    assert overlaps(notebook.page) == ["first <> second"]
    assert see_through(notebook.page) == 1
    notebook.page.evaluate(
        "() => { try { new WebSocket('ws://192.0.2.2/x') } catch {} fetch('//[::1]/').catch(() => 0) }"
    )
    notebook.page.wait_for_timeout(200)
    notebook.close()
    asked = {url.partition("//")[2].partition("/")[0] for url in window.elsewhere()}
    assert asked == {"192.0.2.1", "fonts.example", "192.0.2.2", "[::1]"}
