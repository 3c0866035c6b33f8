from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from marsad.cli.app import app
from marsad.cli.reference import commands, kinds, page

GROUP: Any = get_command(app)
COMMANDS: dict[str, Any] = dict(commands(GROUP))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name: str) -> None:
    text = COMMANDS[name].help or ""
    assert text.strip()
    assert f"      marsad {name}" in text.replace("\n  marsad", "\n      marsad")


@pytest.mark.parametrize(
    ("name", "parameter"),
    [(name, parameter) for name, command in COMMANDS.items() for parameter in command.params],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_every_option_has_help_with_an_example(name: str, parameter: Any) -> None:
    if parameter.name == "help":
        return
    assert parameter.help, f"{name} {parameter.name}"
    _, _, example = parameter.help.partition("Example: ")
    assert example, f"{name} {parameter.name}"
    if parameter.param_type_name == "option":
        assert example.split()[0] in [*parameter.opts, *parameter.secondary_opts], f"{name} {parameter.name}"


def test_the_reference_page_is_up_to_date() -> None:
    published = Path(__file__).parents[2] / "docs" / "commands.md"
    assert published.read_text(encoding="utf-8") == page()


def test_error_kinds_do_not_share_their_names() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(codes) == len(set(codes))
    assert not {0, 2, 9, 130} & {kind.exit_code for kind in kinds()}
