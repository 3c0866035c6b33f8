"""The figure ledger: every figure told of an event, how each stands, and best, low and high under a named rule."""

from .ledger import Entry, Ledger, Value, ledger_of, tolls
from .rules import DEFAULT_RULE, RULES, Rule, UnknownRuleError

__all__ = ["DEFAULT_RULE", "RULES", "Entry", "Ledger", "Rule", "UnknownRuleError", "Value", "ledger_of", "tolls"]
