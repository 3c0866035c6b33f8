"""What can go wrong with accounts."""

from __future__ import annotations

from marsad.errors import MarsadError


class TeamError(MarsadError):
    """Something about the accounts of a team does not go."""

    code = "team"
    exit_code = 40


class AccountError(TeamError):
    """A name or a role that no account can have."""

    code = "account"


class UnknownAccountError(TeamError):
    """No account has the name given."""

    code = "unknown-account"


class AccountExistsError(TeamError):
    """Another account has the name given, or one that differs from it in case or width alone."""

    code = "account-exists"


class PasswordError(TeamError):
    """A password that is too short, too long, among the commonest, or made of the account's name."""

    code = "password"


class LastAdminError(TeamError):
    """The last admin would be disabled or lose the role: nobody could give it back."""

    code = "last-admin"


class NoAdminError(TeamError):
    """A team is to be served, and no account is there to administer it."""

    code = "no-admin"


class ExposedError(TeamError):
    """The server would be reached from other machines and ask nobody who they are."""

    code = "exposed"
