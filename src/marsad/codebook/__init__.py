"""The codebook: what is coded, and the words that call for it."""

from .crosswalk import Coded, Crosswalk, Rendering
from .load import Codebook, load
from .yaml_file import read_yaml

__all__ = ["Codebook", "Coded", "Crosswalk", "Rendering", "load", "read_yaml"]
