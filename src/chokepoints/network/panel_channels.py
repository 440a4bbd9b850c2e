"""Panel: the ways to learn a new address, by who holds them, and which a block or a refusal leaves."""

from itertools import pairwise

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Switch
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.network.channels import BLOCKS, CUT, IN_PART, LEFT, Standing, holder, left, ways

_WAYS = ways()
#: Option -> the companies that refuse; "all four" are all that the table names.
_REFUSING = {
    "nobody": (),
    "Google": ("google",),
    "Apple": ("apple",),
    "Apple and Google": ("apple", "google"),
    "all four": tuple(sorted({slug for way in _WAYS for slug in way.gatekeepers})),
}
#: Names that fit beside a picture; what a way carries stands in the reading.
_SHORT = {
    "appspot-front": "App Engine at Google",
    "azure-config": "file at Microsoft",
    "cloudflare-doh-txt": "DNS record at Cloudflare",
    "cloudkit": "cloud database at Apple",
    "google-doh-txt": "DNS record at Google",
    "help-getconfig": "asking a server",
    "mtproxy": "relay of a friend",
    "push-dc-update": "silent push",
    "seed-addresses": "app update",
    "vpn": "VPN app",
}
_NAMES = {
    way.slug: _SHORT.get(way.slug, way.slug.replace("-", " ")) + (" (unverified)" if way.basis == "unverified" else "")
    for way in _WAYS
}
_SAID = dict(
    zip(
        BLOCKS,
        (
            "nothing",
            BLOCKS[1],
            "addresses, relays and DNS over HTTPS",
            "addresses, relays, DNS over HTTPS and VPNs",
            "addresses, relays, DNS over HTTPS, VPNs and the companies' own services",
        ),
        strict=True,
    )
)
#: How each standing is drawn: by its shape and its colour.
_LOOKS = {LEFT: ("o", COLOURS[0]), IN_PART: ("D", COLOURS[4]), CUT: ("X", COLOURS[1])}
_BY_NAME = {_NAMES[way.slug]: way for way in _WAYS}


def _setup() -> Artists:
    figure = new_figure(height=4.7, left=0.405, right=0.985, bottom=0.02, top=0.86)
    axes = figure.add_subplot()
    axes.set_xlim(0, 1)
    axes.set_ylim(len(_WAYS) - 0.5, -0.5)
    axes.set_yticks(range(len(_WAYS)), list(_BY_NAME), fontsize=11)
    axes.xaxis.set_visible(False)
    axes.grid(visible=False)
    axes.tick_params(axis="y", length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    artists = Artists(figure)
    artists.axes = axes
    for place in _edges():
        axes.plot([-0.68, 1], [place - 0.5] * 2, color="#BBBBBB", linewidth=1, clip_on=False)
    for first, end in pairwise(_edges()):
        axes.text(-0.68, (first + end - 1) / 2, holder(_WAYS[first]), va="center", fontsize=11)
    for x, words, side in ((-0.68, "Held by", "left"), (-0.015, "Way", "right")):
        axes.text(x, -0.95, words, ha=side, va="center", fontsize=11, fontweight="bold")
    artists.count = artists.move(axes.text(0.02, -0.95, "", va="center", fontsize=11, fontweight="bold"))
    artists.marks = {}
    for state, (marker, colour) in _LOOKS.items():
        marks = axes.plot([], [], marker, color=colour, markersize=11, label=state)[0]
        artists.marks[state] = artists.move(marks)
    ring = axes.plot([], [], "o", markersize=19, markerfacecolor="none", color="black", markeredgewidth=1.5)[0]
    artists.ring = artists.move(ring)
    artists.words = [artists.move(axes.text(0.09, place, "", va="center", fontsize=11)) for place in range(len(_WAYS))]
    figure.legend(*axes.get_legend_handles_labels(), loc="upper right", ncols=len(_LOOKS), fontsize=11,
                  handletextpad=0.1, columnspacing=1)  # fmt: skip
    return artists


def _edges() -> list[int]:
    """Where the group of each holder begins, and the end."""
    kept = [way.gatekeepers for way in _WAYS]
    return [place for place in range(len(kept)) if not place or kept[place] != kept[place - 1]] + [len(kept)]


def _update(artists: Artists, *, blocks: str, refuses: str, ended: bool, way: str) -> str:
    found = left(blocks, _REFUSING[refuses], fronting_ended=ended)
    for state, marks in artists.marks.items():
        places = [place for place, one in enumerate(found) if one.state == state]
        marks.set_data([0.045] * len(places), places)
    for one, words in zip(found, artists.words, strict=True):
        words.set_text(one.state + (f": {one.why}" if one.why else ""))
    artists.count.set_text(f"{_count(found)} of {len(found)} left")
    artists.ring.set_data([0.045], [list(_BY_NAME).index(way)])
    return _reading(found, blocks, refuses, ended, way)


def _count(found: tuple[Standing, ...]) -> int:
    return sum(one.state != CUT for one in found)


def _reading(found: tuple[Standing, ...], blocks: str, refuses: str, ended: bool, way: str) -> str:
    row = _BY_NAME[way]
    fronting = "has ended" if ended else "goes on"
    verb = "refuse" if len(_REFUSING[refuses]) > 1 else "refuses"
    return (
        f"The network blocks {_SAID[blocks]}, {refuses} {verb}, domain fronting {fronting}: {_what_is_left(found)} "
        f"Ringed, {way}: {row.carries}; depends on: {row.depends_on}. State: {row.status_2018}."
    )


def _what_is_left(found: tuple[Standing, ...]) -> str:
    there = [one for one in found if one.state != CUT]
    if not there:
        return f"none of {len(found)} ways is left."
    names = ", ".join(_NAMES[one.way.slug] + (" (in part)" if one.state == IN_PART else "") for one in there)
    gates = sum(bool({"apple", "google"} & set(one.way.gatekeepers)) for one in there)
    count = f"{len(there)} of {len(found)} ways {'is' if len(there) == 1 else 'are'} left"
    through = "all" if gates == len(there) else str(gates) if gates else "none"
    return f"{count}: {names}. Through Apple or Google: {through}."


ways_to_learn = Panel(
    name="network-ways-to-learn",
    title="Ten ways to learn a new address, and who holds them",
    setup=_setup,
    update=_update,
    controls=(
        Choice("blocks", "The network blocks", BLOCKS, BLOCKS[1]),
        Choice("refuses", "Who refuses", tuple(_REFUSING), "nobody"),
        Switch("ended", "Domain fronting has ended"),
        Choice("way", "Ringed way", tuple(_BY_NAME), _NAMES.get("push-dc-update", next(iter(_BY_NAME)))),
    ),
    lines=5,
    assumptions=(
        Assumption("Ways, holders and what each depends on are the table's; the clients' code shows what they "
                   "accepted, not how often a way was used.", "channels.csv"),
        Assumption("What each block cuts is our reading of what a way depends on; each block holds those before it, "
                   "and is taken to be complete.", "assumed"),
        Assumption("A list is asked of a server at an address that the client knows; over a relay or a VPN it could "
                   "be asked as well, which is counted as the relay or the VPN.", "assumed"),
        Assumption("The code asks Google's DNS behind the name www.google.com: a block of it that spares the rest "
                   "may be hard.", "fronting-google-code"),
        Assumption("The companies' own services are blocked for everybody, whatever they are used for; what that "
                   "costs is not in this picture.", "assumed"),
        Assumption("Fronting ends at all companies at once; that Microsoft's file was closed rests on the agency's "
                   "head.", "fronting-google, ms-config-file"),
        Assumption("Of what Apple and Google hold each holds the part of its own phones. Who holds a way need not be "
                   "willing, able or bound to refuse; VPNs also come from elsewhere, and installed apps stay.",
                   "assumed"),
        Assumption("The relay has no source: it is not verified.", "channels.csv"),
    ),
)  # fmt: skip
