"""Searching a store by words and by meaning, in any language that the encoder reads."""

from .finding import Hit, search
from .indexing import index_sentences

__all__ = ["Hit", "index_sentences", "search"]
