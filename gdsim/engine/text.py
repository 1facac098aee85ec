"""Marking of texts for translation.

The engine knows no language but English and imports no toolkit. Every text
that a person may read is a literal inside ``N_("...")``, so that a script can
collect all of them; the window looks the translation up by that literal.
"""


def N_(text: str) -> str:
    """Return `text` unchanged; the call marks the literal for translation."""
    return text


class Term(str):
    """A marked text given to an error as a value: it is translated with the sentence.

    Plain strings in an error are a person's own words (a name, a path) and stay as they are.
    """

    __slots__ = ()
