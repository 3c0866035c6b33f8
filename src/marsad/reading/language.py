"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "ku", "ps", "ru", "tg", "tr", "ur", "uz")
_SAMPLE = 300
_LETTERS = re.compile(r"[^\W\d_]")
_ARTICLES = re.compile(r"\b[وف]?[بك]?(?:ال|لل)\w")
_WORDS = re.compile(r"\w+")
# Letters that Persian, Urdu, Pashto and Kurdish write and Arabic does not.
_NOT_ARABIC = re.compile("[\u0679-\u06a9\u06af-\u06d5\u067e]")


def guess_language(text: str) -> str | None:
    """ISO 639-1 code of the language of ``text``'s beginning, None where it has no letters.

    Plain Arabic prose is told by its articles, which spares loading the model (a second); the rest is
    py3langid's, among the languages in which reports on the subject come.
    """
    sample = text[: 2 * _SAMPLE].strip()[:_SAMPLE]
    if not _LETTERS.search(sample):
        return None
    words = len(_WORDS.findall(sample))
    if len(_ARTICLES.findall(sample)) >= max(2, words / 20) and not _NOT_ARABIC.search(sample):
        return "ar"
    return str(_identifier().classify(sample)[0])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
