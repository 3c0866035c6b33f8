"""Named entities: ANERcorp (CC BY-SA 4.0), NewsFANE Gold (CC BY-SA 3.0) and the Wojood sample (MIT).

ANERcorp and NewsFANE annotate much of the same newswire.  Its sentences are told by their letters alone, so that a sentence
held out of one file is held out of all.  Where both label a sentence, ANERcorp gives the names and NewsFANE the kinds.
"""

from __future__ import annotations

import random
import re
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np

from marsad.encoder.heads import heads

from ..examples import NOT_LABELLED, Example, example, tags, words_of

Token = tuple[str, str]
BLOCK = 20  # neighbouring sentences are of one article more often than not, so they are held out together
HELD_OUT_OF_TEN = 1
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"})
_NAMES = {"PERS": "person", "LOC": "place", "ORG": "organization"}
_WOJOOD_KINDS = {"PERS": "person", "GPE": "place", "LOC": "place", "FAC": "site", "NORP": "people", "OCC": "role"}
_KINDS = {
    **dict.fromkeys(["Nation", "Population-Center", "State-or-Province", "GPE-Cluster", "Continent", "Water-Body"], "place"),
    **dict.fromkeys(["County-or-District", "Land-Region-Natural"], "place"),
    **dict.fromkeys(["Building-Grounds", "Path", "Airport", "Subarea-Facility", "Plant"], "site"),
    **dict.fromkeys(["Politician", "Athlete", "Artist", "Other_PER", "Religious_PER", "Scientist", "Businessperson"], "person"),
    **dict.fromkeys(["Lawyer", "Engineer", "Police"], "person"),
    **dict.fromkeys(["Sports", "Commercial", "Educational", "Medical-Science", "Religious_ORG", "Entertainment"], "organization"),
    "Group": "people", "Government": "government", "Non-Governmental": "organization", "Media": "media",
}  # fmt: skip
_OF_KIND = {
    "person": "person", "place": "place", "organization": "organization", "group": "organization",
    "armed force": "organization",
}  # fmt: skip
# What NewsFANE names and ANERcorp often leaves out or labels otherwise, in the 2,812 sentences that both label (of 130
# governments 111, of 179 media 57, of 376 peoples 321, of 134 buildings 30 and 58 under other kinds): nothing is learned of
# their names.
_DISPUTED = {"people", "government", "media", "site"}
# NewsFANE has one type each for what government and other bodies are; their words tell forces and armed groups apart.
_LEAD = r"^[وبلفك]{0,2}"
_FORCES = re.compile(_LEAD + r"(ال|ل)?(جيش|قوات|شرط[ةه]|حرس|بحري[ةه]|قوة|فرق[ةه]|كتيب[ةه]|لواء)\b")
_GROUPS = re.compile(
    _LEAD + r"(ال|ل)?(حزب الله|حماس|قاعد[ةه]|طالبان|حرك[ةه]|جماع[ةه]|تنظيم|كتائب|جيش المهدي|جبه[ةه]|جند|ميليشي\w+)\b"
)


def sentences(path: Path) -> list[list[Token]]:
    """Sentences of a file with a token and its label a line, further columns passed over."""
    out: list[list[Token]] = [[]]
    for line in path.read_text("utf-8").splitlines():
        cells = line.split()
        if len(cells) >= 2 and cells[0] != "$#$":
            out[-1].append((cells[0], cells[-1] if "anercorp" in path.name else cells[1]))
        elif out[-1]:
            out.append([])
    return [s for s in out if s]


def key(tokens: list[Token]) -> str:
    """The letters of a sentence, spelling levelled, by which it is known in any file."""
    return re.sub(r"[\W_ـ]", "", "".join(t for t, _ in tokens).translate(_LETTERS))


def held_out(folder: Path) -> list[list[Token]]:
    """The development sentences: one of ten blocks of ANERcorp, drawn by a checksum of its place."""
    every = sentences(folder / "anercorp_train.txt")
    return [s for i, s in enumerate(every) if _drawn(i)]


def held_out_kinds(folder: Path) -> list[Example]:
    """The development sentences that NewsFANE labels too, with its kinds."""
    keys = {key(s) for s in held_out(folder)}
    made = (_kinds(s, "", alone=False) for s in sentences(folder / "newsfane_train.tsv") if key(s) in keys)
    return [one for one in made if one is not None]


def _drawn(position: int) -> bool:
    return zlib.crc32(f"block {position // BLOCK}".encode()) % 10 < HELD_OUT_OF_TEN


def examples(folder: Path) -> list[Example]:
    """Training examples: nothing that stands in a held-out sentence, or nearly does, in any file."""
    apart = held_out(folder)
    keys = {key(s) for s in apart}
    shingles = {g for k in keys for g in _shingles(k)}
    named = [s for i, s in enumerate(sentences(folder / "anercorp_train.txt")) if not _drawn(i)]
    known = {key(s): _names(s, f"anercorp {i // BLOCK}") for i, s in enumerate(named) if key(s) not in keys}
    out = list(known.values())
    for i, tokens in enumerate(sentences(folder / "newsfane_train.tsv")):
        of = key(tokens)
        if of in keys or len(_shingles(of) & shingles) > 2:
            continue
        out += _joined(known.get(of), _kinds(tokens, f"newsfane {i // BLOCK}", alone=of not in known))
    for path in sorted(folder.glob("wojood_sample_*.txt")):
        out += [_wojood(s, path.stem) for s in sentences(path)]
    return [e for e in out if e is not None]


def _joined(named: Example | None, fine: Example | None) -> list[Example | None]:
    """What to add for a sentence of NewsFANE: nothing where ANERcorp's own example of it can take its kinds, word by word."""
    if named is None or fine is None or len(named.firsts) != len(fine.firsts):
        return [fine]
    named.kinds = fine.kinds
    return []


def _shingles(letters: str) -> set[str]:
    return {letters[i : i + 30] for i in range(0, len(letters) - 30, 10)}


def labelled(tokens: list[Token]) -> tuple[str, list[tuple[str, int, int]]]:
    """The text of a sentence, particles set apart in the file joined on again, and its (label, start, end)."""
    text, spans = "", []
    glue = False
    for i, (token, label) in enumerate(tokens):
        if text and not glue:
            text += " "
        start = len(text)
        text += token
        # A particle alone, not one letter of an initialism that is spelled out, belongs onto the word after it.
        glue = token in ("و", "ف", "ب", "ل", "ك") and label == "O" and i + 1 < len(tokens) and len(tokens[i + 1][0]) > 2
        if label.startswith("B-"):
            spans.append((label[2:], start, len(text)))
        elif label.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], spans[-1][1], len(text))
    return text, spans


def _made(tokens: list[Token], group: str) -> tuple[Example, list[tuple[str, int, int]]] | None:
    text, spans = labelled(tokens)
    made = example(text, group)
    if made is None:
        return None
    return made, [(label, *words_of(made, a, b)) for label, a, b in spans]


def _names(tokens: list[Token], group: str) -> Example | None:
    if (found := _made(tokens, group)) is None:
        return None
    made, spans = found
    order = heads().names
    made.names = tags(len(made.firsts), [(order.index(_NAMES[k]), a, b) for k, a, b in spans if k in _NAMES])
    return made


def _kinds(tokens: list[Token], group: str, alone: bool) -> Example | None:
    if (found := _made(tokens, group)) is None:
        return None
    made, spans = found
    fine = [(_fine(made, _KINDS[k], a, b), a, b) for k, a, b in spans if k in _KINDS]
    known = heads()
    made.kinds = tags(len(made.firsts), [(known.kinds.index(k), a, b) for k, a, b in fine])
    if alone:
        made.names = tags(
            len(made.firsts), [(known.names.index(_OF_KIND[k]), a, b) for k, a, b in fine if k in _OF_KIND]
        )
        for kind, a, b in fine:
            if kind in _DISPUTED:
                made.names[a:b] = NOT_LABELLED
    return made


def _fine(made: Example, kind: str, first: int, last: int) -> str:
    if kind not in ("government", "organization") or first >= last:
        return kind
    words = made.text[made.words[first][0] : made.words[last - 1][1]]
    if _FORCES.match(words):
        return "armed force"
    return "group" if _GROUPS.match(words) else kind


def _wojood(tokens: list[Token], group: str) -> Example | None:
    """Roles and peoples; its other kinds follow other rules (a country counts as an organization) and are masked."""
    if (found := _made(tokens, group)) is None:
        return None
    made, spans = found
    order = heads().kinds
    mapped = [(order.index(_WOJOOD_KINDS[k]), a, b) for k, a, b in spans if k in _WOJOOD_KINDS]
    made.kinds = tags(len(made.firsts), mapped)
    unsure = np.zeros(len(made.firsts), bool)
    for kind, a, b in spans:
        unsure[a:b] |= kind not in _WOJOOD_KINDS and kind in ("ORG", "EVENT", "LAW", "WEBSITE")
    made.kinds[unsure & (made.kinds == 0)] = NOT_LABELLED
    return made


def stripped(example_: Example, share: float, source: random.Random) -> Example:
    """The example itself, or in ``share`` of cases one with hamzas and final ya written as careless texts write them."""
    if source.random() >= share:
        return example_
    text = example_.text.translate(str.maketrans("أإآ", "ااا"))
    again = example(text, example_.group)
    if again is None or len(again.firsts) != len(example_.firsts):
        return example_
    return replace(example_, ids=again.ids, firsts=again.firsts)
