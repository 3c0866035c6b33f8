"""Calling parsers of foreign formats: their log kept down for the call, their errors turned into Marsad's."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import MarsadError, TornError


@contextmanager
def parsing(where: str, what: str, *loggers: str) -> Iterator[None]:
    """Run a parser on bytes that may be hostile: whatever it raises becomes a :class:`TornError` about
    ``what``.

    Its ``loggers`` and warnings are silent meanwhile, and as they were afterwards.
    """
    before = [(logging.getLogger(name), logging.getLogger(name).level) for name in loggers]
    for logger, _ in before:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except MarsadError:
        raise
    except Exception as error:
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise TornError(
            f"{what} that is damaged or cut off: {reason}",
            where=where,
            remedy="fetch it again, or save it anew",
        ) from error
    finally:
        for logger, level in before:
            logger.setLevel(level)
