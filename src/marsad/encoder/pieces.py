"""Text → the pieces that the encoder reads, and which of them begins each word."""

from __future__ import annotations

import gzip
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from .files import model_file

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FIRST, PAD, LAST, UNKNOWN = 0, 1, 2, 3
# Beyond this many pieces a passage is cut: nearly all sentences of news are shorter, and the cost grows with the square.
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a part of one, as the encoder reads it.

    ``ids`` are the rows of the table of pieces, the opening and the closing mark included.  ``words[i]`` is the position in
    ``ids`` of the first piece of word ``first_word + i``.
    """

    ids: tuple[int, ...]
    words: tuple[int, ...]
    first_word: int = 0


@cache
def tokenizer() -> Tokenizer:
    """The shipped unigram tokenizer of multilingual-e5-small, cut down to the scripts that Marsad reads."""
    from tokenizers import Tokenizer

    packed = model_file("pieces.json.gz").read_bytes()
    return Tokenizer.from_str(gzip.decompress(packed).decode("utf-8"))


def passages(text: str, starts: Sequence[int], offset: int = 0, first_word: int = 0) -> list[Passage]:
    """Cut ``text`` into passages of at most ``LONGEST`` pieces.

    ``starts`` are the offsets of its words, in order, counted from ``offset``, where the text begins; the words are numbered from
    ``first_word``.  A word of which no piece is left (tatweel alone) counts from the piece after it.
    """
    encoded = tokenizer().encode(text, add_special_tokens=False)
    if not encoded.ids:
        return []
    begins = [a for a, _ in encoded.offsets]
    places = [max(0, bisect_right(begins, start - offset) - 1) for start in starts]
    cuts, room = [0], LONGEST - 2
    for before, at in pairwise([*places, len(begins)]):
        if at - cuts[-1] > room and before > cuts[-1]:
            cuts.append(before)
    out = []
    for begin, end in pairwise([*cuts, len(begins)]):
        ids = encoded.ids[begin : min(end, begin + room)]
        inside = [i for i, p in enumerate(places) if begin <= p < end]
        words = tuple(min(places[i] - begin + 1, len(ids)) for i in inside)
        out.append(Passage((FIRST, *ids, LAST), words, first_word + (inside[0] if inside else 0)))
    return out
