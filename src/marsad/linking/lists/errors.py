"""What can go wrong with a sanctions list, by kind."""

from __future__ import annotations

from marsad.errors import MarsadError


class ListError(MarsadError):
    """A sanctions list could not be read or taken."""

    code = "list"
    exit_code = 20


class TornListError(ListError):
    """A file that should be a sanctions list is cut off, or no XML."""

    code = "list-torn"


class ForeignListError(ListError):
    """A file is XML, but not the consolidated list of the UN Security Council."""

    code = "list-foreign"


class ListEntryError(ListError):
    """An entry of a list lacks its reference number, its name or its day, or shares its number with another."""

    code = "list-entry"


class OlderListError(ListError):
    """A list is older than the one in use."""

    code = "list-older"


class ShrunkenListError(ListError):
    """A list has half as many persons or entities as the one in use, or fewer."""

    code = "list-shrunken"


class LinkError(ListError):
    """A decision names an entry that is not on the list, or takes back one that was never made."""

    code = "link"
