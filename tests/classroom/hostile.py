"""Objects that lie, fail, stay, or say yes to everything, for the tests of `check`."""

import contextlib
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

Do = Callable[[], Any]
SPECIAL = """
__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __bool__ __float__ __int__ __len__ __iter__ __next__ __getitem__ __repr__
__str__ __hash__ __index__ __complex__ __abs__ __contains__ __call__ __format__ __length_hint__ __reversed__ __add__
__sub__ __mul__ __truediv__ __radd__ __rsub__ __neg__ __round__ __array__ __dir__ __sizeof__ __copy__ __deepcopy__
__reduce__ __reduce_ex__ __fspath__ __bytes__ __await__ __enter__ __exit__ __get__
"""


def forever() -> None:
    while True:
        with contextlib.suppress(Exception):
            time.sleep(0.01)


def leave() -> None:
    raise SystemExit(3)


class Odd(BaseException):
    """An exception that cannot be looked at."""

    args = property(lambda self: 1 / 0)  # type: ignore[assignment]
    __class__ = property(lambda self: 1 / 0)  # type: ignore[assignment]

    def __str__(self) -> str:
        raise SystemExit

    __repr__ = __str__


def odd() -> None:
    raise Odd


def agree() -> bool:
    return True


#: What a method of a hostile object may do, by name.
DEEDS: dict[str, Do] = {"endless": forever, "exit": leave, "error": lambda: 1 / 0, "odd": odd, "yes": agree}


def acting(do: Do) -> Callable[..., Any]:
    """A method that does this whatever it is called with."""
    return lambda *_args, **_more: do()


def meta(do: Do) -> type:
    """A metaclass whose own methods act too: type(x) == str, x in types, isinstance and hash ask it."""
    names = (
        "__eq__",
        "__ne__",
        "__instancecheck__",
        "__subclasscheck__",
        "__len__",
        "__iter__",
        "__contains__",
        "__bool__",
    )
    body: dict[str, Any] = {name: acting(do) for name in names}
    body |= {"__hash__": lambda cls: 0, "__name__": property(acting(do)), "__module__": property(acting(do))}
    return type("Meta", (type,), body)


def thing(do: Do, base: type = object, value: tuple[Any, ...] = (), *, metaclass: bool = False) -> Any:
    """An object of a class that acts at every touch; of a subclass of `base`, holding `value`, where one is given."""
    body: dict[str, Any] = {name: acting(do) for name in SPECIAL.split()}
    body |= {"__getattr__": acting(do), "__getattribute__": acting(do), "__class__": property(acting(do))}
    return (meta(do) if metaclass else type)("Hostile", (base,), body)(*value)


def things(do: Do) -> list[Any]:
    """Hostile objects of every sort, and plain collections that hold them."""
    bare, strange = thing(do), thing(do, metaclass=True)
    return [
        bare,
        strange,
        type(bare),
        type(strange),
        thing(do, str, ("zz",)),
        thing(do, int, (987,)),
        thing(do, float, (98.7,)),
        thing(do, list, (["zz", 987],)),
        thing(do, tuple, (("zz", 987),)),
        thing(do, dict, ({"zz": 987},)),
        thing(do, set, ({"zz"},)),
        thing(do, frozenset, ({"zz"},)),
        thing(do, bytes, (b"zz",)),
        thing(do, date, (1999, 9, 9)),
        thing(do, Decimal, ("98.7",)),
        thing(do, Fraction, (987, 10)),
        [bare],
        [bare, strange],
        (strange, "zz"),
        {"zz": bare},
        {"zz": [strange, 987]},
        [("zz", bare)],
        iter([bare]),
        map(str, [bare]),
        acting(do),
        lambda *_: bare,
        lambda *_: [strange],
        lambda *_: {"zz": strange},
        lambda *_: thing(do, int, (987,)),
    ]
