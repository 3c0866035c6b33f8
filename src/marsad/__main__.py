"""``python -m marsad``."""

from .cli import main

main()
