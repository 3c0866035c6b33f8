"""Which pieces are kept, and the two files that hold them: the tokenizer and the table of vectors."""

from __future__ import annotations

import gzip
import unicodedata
from pathlib import Path

import numpy as np
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from .weights import BLOCK, BLOCK_BYTES, Weights

SPECIAL = 4
# Arabic with the letters of Persian, Urdu, Pashto and Kurdish, Latin, and Cyrillic with Tajik; modifier letters stand in all.
SCRIPTS = frozenset({"ARABIC", "LATIN", "CYRILLIC", "MODIFIER"})
# Short vowels, marks of direction and tatweel: dropped, since hardly any text the encoder was trained on has them.
DROPPED = "[\\u0640\\u064b-\\u0652\\u0670\\u00ad\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]"
# Letters of Tajik that the encoder has no piece for, as Russian spells them or in the other case.
RESPELLED = {"ҷ": "дж", "Ҷ": "Дж", "Ӣ": "ӣ", "Ӯ": "ӯ"}
JOINERS = "[\\u200b-\\u200d]"  # spaces to the encoder, as it was trained


def kept(pieces: list[str]) -> list[int]:
    """Ids of the pieces all of whose letters are of ``SCRIPTS``, signs and digits included, in their order."""
    return [i for i, piece in enumerate(pieces) if i < SPECIAL or all(_read(c) for c in piece)]


def _read(character: str) -> bool:
    return not character.isalpha() or unicodedata.name(character, "?").split()[0] in SCRIPTS


def tokenizer(weights: Weights, ids: list[int]) -> Tokenizer:
    """A unigram tokenizer over the pieces ``ids``, whose rows are numbered anew from 0."""
    out = Tokenizer(models.Unigram([(weights.pieces[i], float(weights.scores[i])) for i in ids], unk_id=3))
    respelled = [normalizers.Replace(letter, other) for letter, other in RESPELLED.items()]
    out.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(DROPPED), ""),
            normalizers.Replace(Regex(JOINERS), " "),
            normalizers.NFKC(),
            *respelled,
        ]
    )  # type: ignore[assignment]  # its stubs know the getter only
    out.pre_tokenizer = pre_tokenizers.Metaspace()  # type: ignore[assignment]  # its stubs know the getter only
    return out


def write(weights: Weights, folder: Path, ids: list[int]) -> None:
    """Write ``pieces.json.gz`` and ``pieces.npy`` to ``folder``, of the pieces ``ids``."""
    folder.mkdir(parents=True, exist_ok=True)
    text = tokenizer(weights, ids).to_str()
    (folder / "pieces.json.gz").write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    blocks = weights.blocks["emb.word"].reshape(weights.shape.vocabulary, weights.shape.hidden // BLOCK, BLOCK_BYTES)
    np.save(folder / "pieces.npy", blocks[ids])
