"""What requests would otherwise wait for, done while the server starts: names and lists loaded, sentences read."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

from marsad.catalogue import load
from marsad.errors import MarsadError
from marsad.linking.candidates import candidates_of
from marsad.linking.lists import list_in_use
from marsad.searching import index_sentences
from marsad.storing import Query
from marsad.storing.events import Selection, events_page

from .answers.codebook import whole_codebook
from .answers.events import event_page
from .served import ServedStore


def warm(served: ServedStore, *, index: bool) -> Thread:
    """Load what answers need in a thread; with ``index`` read the sentences that search by meaning does not know yet, too."""

    def run() -> None:
        # What cannot be loaded is told to whoever asks for it.
        with suppress(MarsadError):
            load()
            whole_codebook()
            for event, _ in events_page(served.store, Selection(), 1):
                event_page(served, event.id, Query())
            candidates_of(list_in_use(served.store))
            if index:
                for _ in index_sentences(served.store):
                    pass

    thread = Thread(target=run, name="warming", daemon=True)
    thread.start()
    return thread
