from __future__ import annotations

from sqlalchemy import text

from marsad.storing import Store
from marsad.storing.event_tables import RULED


def test_the_index_of_rulings_is_on_the_condition_that_asks_for_them(store: Store) -> None:
    with store.reading() as connection:
        made = connection.execute(text("select sql from sqlite_master where name = 'ix_decisions_ruled'")).scalar_one()
    assert str(made).lower().endswith(f"where {str(RULED).replace('decisions.', '')}")
