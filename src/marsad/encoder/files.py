"""Where the files of the learned reader lie: in the package, or in a folder named by ``MARSAD_MODEL``."""

from __future__ import annotations

import os
from importlib.resources import as_file, files
from pathlib import Path

from ..errors import MarsadError

SETTING = "MARSAD_MODEL"


class ModelError(MarsadError):
    """A file of the learned reader is missing."""

    code = "model"
    exit_code = 19


def model_file(name: str) -> Path:
    """The path of a file of the model: in the folder that ``MARSAD_MODEL`` names, where it stands there, else the shipped one.

    Raises :class:`ModelError` where neither is there.
    """
    if (folder := os.environ.get(SETTING)) and (path := Path(folder) / name).exists():
        return path
    with as_file(files(__package__) / "model" / name) as path:
        if path.exists():
            return path
    raise ModelError(
        "no such file of the learned reader", where=name, remedy="install Marsad anew, or read with --no-model"
    )
