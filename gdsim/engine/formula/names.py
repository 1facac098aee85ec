"""Names in a formula: what they mean, and what else a person may have meant."""

from __future__ import annotations

from typing import NoReturn

from gdsim.engine.formula.table import CONSTANTS, FUNCTIONS
from gdsim.engine.formula.tokens import Token, fail
from gdsim.engine.text import N_

__all__ = ["example", "known", "unknown"]

_ALIASES = {alias: name for name, f in FUNCTIONS.items() for alias in f.aliases}


def known(name: str, names: tuple[str, ...]) -> str:
    """`name` as it is defined: exactly, by an alias, or by ignoring case if that is unique."""
    vocabulary = (*names, *CONSTANTS, *FUNCTIONS)
    if name in vocabulary:
        return name
    if name == "π":
        return "pi"
    lower = name.lower()
    same = [each for each in vocabulary if each.lower() == lower]
    if len(same) == 1:
        return same[0]
    return _ALIASES.get(lower, name)


def unknown(token: Token, names: tuple[str, ...], called: bool) -> NoReturn:
    """Refuse a name, with what was probably meant; `called`: a bracket follows it."""
    product = _as_product(token.text, names)
    if product and not (called and product.rpartition("*")[2] not in FUNCTIONS):
        fail(
            token,
            N_("unknown name “{name}”: did you mean {meant}?"),
            name=token.text,
            meant=product,
        )
    pool = (*FUNCTIONS, *_ALIASES) if called else (*names, *CONSTANTS, *FUNCTIONS)
    import difflib  # only a misspelt name needs it

    close = difflib.get_close_matches(token.text.lower()[:30], pool, 1, 0.6)
    if close:
        fail(
            token,
            N_("unknown name “{name}”: did you mean {meant}?"),
            name=token.text[:30],
            meant=close[0],
        )
    if called:
        fail(token, N_("unknown function “{name}”"), name=token.text[:30])
    fail(
        token,
        N_("unknown name “{name}”; the variables are {names}"),
        name=token.text[:30],
        names=", ".join(names),
    )


def _as_product(text: str, names: tuple[str, ...]) -> str:
    """“wb” → “w*b”, “w2” → “w*2”, “wsin” → “w*sin”; "" if it cannot be cut up so."""
    vocabulary = sorted((*names, *CONSTANTS, *FUNCTIONS), key=len, reverse=True)
    parts: list[str] = []
    rest = text[:30]
    while rest:
        piece = next((name for name in vocabulary if rest.lower().startswith(name.lower())), "")
        if not piece and parts:
            piece = rest if rest.isdigit() else ""
        if not piece:
            return ""
        parts.append(piece)
        rest = rest[len(piece) :]
    return "*".join(parts) if len(parts) > 1 else ""


def example(name: str, names: tuple[str, ...]) -> str:
    """What could stand between the brackets of `name`."""
    first = names[0] if names else "2"
    if FUNCTIONS[name].arity == 1:
        return first
    return f"{first}, {names[1] if len(names) > 1 else 0}"
