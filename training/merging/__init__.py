"""Tunes and measures how claims of many reports are put together into events."""
