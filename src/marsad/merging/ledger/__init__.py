"""The figure ledger: every figure told of an event, how each stands, and best, low and high under a named rule."""

from .entry import Entry, Ledger, Value
from .ledger import ledger_of, tolls, tolls_by_rule
from .rules import DEFAULT_RULE, RULES, Rule, UnknownRuleError, rule_named

__all__ = [
    "DEFAULT_RULE",
    "RULES",
    "Entry",
    "Ledger",
    "Rule",
    "UnknownRuleError",
    "Value",
    "ledger_of",
    "rule_named",
    "tolls",
    "tolls_by_rule",
]
