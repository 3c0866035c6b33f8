"""Serving: the store over HTTP, as an API and as pages."""

from .app import create_app
from .settings import Settings

__all__ = ["Settings", "create_app"]
