"""The codebook: what is coded, and the words that call for it."""

from .crosswalk import Category, Coded, Crosswalk, Rendering
from .load import Codebook, load
from .yaml_file import read_yaml

__all__ = ["Category", "Codebook", "Coded", "Crosswalk", "Rendering", "load", "read_yaml"]
