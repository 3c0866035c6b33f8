"""Sanctions lists: what the UN Security Council's list says, and its states over time."""

from .changes import EntryChange, FieldChange, changes_between
from .entries import Birth, ListEntry, ListName, SanctionsList
from .packed import shipped_list
from .un_xml import read_un
from .using import Update, apply_update, list_in_use, read_update, stored_list

__all__ = [
    "Birth",
    "EntryChange",
    "FieldChange",
    "ListEntry",
    "ListName",
    "SanctionsList",
    "Update",
    "apply_update",
    "changes_between",
    "list_in_use",
    "read_un",
    "read_update",
    "shipped_list",
    "stored_list",
]
