"""Linking: from names, as reports write them, to entities: groups, persons, places and entries of sanctions lists.

A link is a proposal with a score and its reasons.  It never changes what a report says.
"""
