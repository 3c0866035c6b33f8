"""Names across scripts: whether two spellings may name one person or one body, with reasons, and an index of many names.

Arabic, Persian, Urdu, Latin and Cyrillic spellings are read into parts (given names, kunya, patronymics, nisba); parts are
compared by how likely one spelling renders the other, and weighed by how rare the part is.
"""

from .bodies import compare_bodies
from .comparison import Comparison, PartScore, Verdict
from .index import Hit, NameIndex
from .persons import compare_persons

__all__ = ["Comparison", "Hit", "NameIndex", "PartScore", "Verdict", "compare_bodies", "compare_persons"]
