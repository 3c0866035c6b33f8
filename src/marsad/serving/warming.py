"""What requests would otherwise wait for, done while the server starts: names and lists loaded, sentences read, rows made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from threading import Event, Thread
from time import monotonic

from marsad.catalogue import load
from marsad.errors import MarsadError
from marsad.linking.candidates import candidates_of
from marsad.linking.lists import list_in_use
from marsad.publishing.codebooks import COMPARED
from marsad.searching import index_sentences
from marsad.storing import Query
from marsad.storing.events import Selection, events_page

from .answers.codebook import whole_codebook
from .answers.columns import packed_columns
from .answers.events import event_page
from .answers.rows import rows_of_events
from .served import ServedStore

_EVENTS = 10
# Rows of other codebooks take a minute of a processor for 100,000 events: after each few the thread rests so many times as long
# as they took, since answers are made by the same processors.
_REST = 9


@contextmanager
def warming(served: ServedStore, *, index: bool) -> Iterator[Thread]:
    """Load what answers need in a thread, and make the rows of other codebooks; with ``index`` read the sentences that search by
    meaning does not know yet, too.

    The thread has ended, at the next group of reports or events, when the block has: nothing uses the store after that.
    """
    ending = Event()
    thread = Thread(target=warm, args=(served, ending), kwargs={"index": index}, name="warming")
    thread.start()
    try:
        yield thread
    finally:
        ending.set()
        thread.join()


def warm(served: ServedStore, ending: Event, *, index: bool) -> None:
    """Load what answers need, step by step, until ``ending`` is set."""
    # What cannot be loaded is told to whoever asks for it.
    with suppress(MarsadError):
        for step in _steps(served, index=index):
            if ending.is_set():
                return
            step()
        # Sentences that were read make another state of the store: what is remembered of it comes after them.
        for codebook in COMPARED:
            for step in _rows(served, codebook):
                began = monotonic()
                step()
                if ending.wait(_REST * (monotonic() - began)):
                    return


def _steps(served: ServedStore, *, index: bool) -> Iterator[Callable[[], object]]:
    yield load
    yield whole_codebook
    yield lambda: packed_columns(served)
    for event, _ in events_page(served.store, Selection(), 1):
        yield partial(event_page, served, event.id, Query())
    yield lambda: candidates_of(list_in_use(served.store))
    if index:
        for _ in index_sentences(served.store):
            yield lambda: None


def _rows(served: ServedStore, codebook: str) -> Iterator[Callable[[], object]]:
    """The rows of a codebook, some events at a time, so that the thread can end between."""
    after = None
    while found := events_page(served.store, Selection(), _EVENTS, after=after):
        yield partial(rows_of_events, served, Selection(), [event for event, _ in found], codebook)
        after = found[-1][1]
