"""From what went wrong to what HTTP says of it, as RFC 9457 has problems told."""

from __future__ import annotations

from http import HTTPStatus
from math import ceil

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from marsad.errors import MarsadError

from .models.shared import Problem


class RequestError(Exception):
    """A request that cannot be answered as it stands; no command ends with it.  ``code`` and ``status`` are HTTP's side of it."""

    code, status = "request", 400

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what)


class BadCursorError(RequestError):
    """A cursor is none, or belongs to another list."""

    code = "cursor"


class BadQueriesError(RequestError):
    """Queries for reconciliation that are none."""

    code = "queries"


class TooManyQueriesError(RequestError):
    """A batch is larger than the service takes at once."""

    code, status = "too-large", 413


class UnknownError(RequestError):
    """Nothing has the name given."""

    code, status = "unknown", 404


class SignedOutError(RequestError):
    """Nobody is signed in, or not any more."""

    code, status = "signed-out", 401


class WrongPasswordError(RequestError):
    """Name and password do not belong together; which of the two is wrong is not told."""

    code, status = "sign-in", 401


class TooOftenError(RequestError):
    """More was asked than a limit allows; ``seconds`` is how long to wait."""

    code, status = "too-often", 429

    def __init__(self, seconds: float) -> None:
        self.seconds = ceil(seconds)
        super().__init__(f"too often: wait {self.seconds} s", remedy="wait as long as Retry-After says")


class ForbiddenError(RequestError):
    """The account's role does not cover this."""

    code, status = "role", 403


# By the code of the error; what is not named here is the server's own fault.
STATUS = {
    "rule": 400,
    "codebook": 400,
    "unknown-name": 404,
    "ruling": 409,
    "judging": 409,
    "coding": 422,
    "store-conflict": 409,
    "link": 404,
    "account": 422,
    "password": 422,
    "unknown-account": 404,
    "account-exists": 409,
    "last-admin": 409,
    "store-locked": 503,
    "store-full": 507,
    "too-large": 413,
    "unsupported": 415,
    "encrypted": 422,
    "empty": 422,
    "noise": 422,
    "torn": 422,
    "encoding": 422,
    "unreadable": 422,
    "malformed": 422,
    "reading": 422,
}


def problem(status: int, detail: str, code: str, where: str | None = None, remedy: str | None = None) -> Response:
    """The answer that tells of a problem."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, code=code, where=where, remedy=remedy)
    return JSONResponse(told.model_dump(), status, media_type="application/problem+json")


def refused(error: RequestError) -> Response:
    """The answer to a request that cannot be answered as it stands, with the headers that belong to its status."""
    answer = problem(error.status, error.what, error.code, error.where, error.remedy)
    if isinstance(error, TooOftenError):
        answer.headers["Retry-After"] = str(error.seconds)
    if error.status == 401:
        # RFC 9110, 15.5.2 wants a challenge; browsers ask nobody for a scheme that they don't know.
        answer.headers["WWW-Authenticate"] = 'Cookie realm="marsad"'
    return answer


def handle(app: FastAPI) -> None:
    """Have every error answered by :func:`problem`."""
    app.add_exception_handler(MarsadError, _marsad)
    app.add_exception_handler(RequestError, _request)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


async def _marsad(_request: Request, error: Exception) -> Response:
    assert isinstance(error, MarsadError)
    return problem(STATUS.get(error.code, 500), error.what, error.code, error.where, error.remedy)


async def _request(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestError)
    return refused(error)


async def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return problem(422, first["msg"], "parameter", where, "see /api/v1/openapi.json")


async def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, str(error.detail), "http")
