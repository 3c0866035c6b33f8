"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes hangs on what else the machine does; speed is measured in benchmarks/.
settings.register_profile("untimed")
settings.load_profile("untimed")
