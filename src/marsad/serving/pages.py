"""The built pages: files of one folder, and the first page for every address that the browser side makes up."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_FOR_EVER = "public, max-age=31536000, immutable"


class Pages(StaticFiles):
    """Serves ``folder``; files under assets/ have their hash in their names and never change."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, html=True, check_dir=False)
        self.first = folder / "index.html"

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or the first page where ``path`` names none and may be one that the browser side makes up."""
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404 or not _made_up(scope["path"]) or not self.first.is_file():
                raise
            response = FileResponse(self.first)
        response = self._packed(response, scope)
        response.headers["Cache-Control"] = _FOR_EVER if path.startswith("assets/") else "no-cache"
        return response

    def _packed(self, response: Response, scope: Scope) -> Response:
        """The file as it was packed when the pages were built, for a browser that takes it so."""
        if not isinstance(response, FileResponse) or "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
            return response
        packed = Path(f"{response.path}.gz")
        if not packed.is_file():
            return response
        headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return FileResponse(packed, media_type=response.media_type, headers=headers)


def _made_up(path: str) -> bool:
    """Whether ``path`` may be a page's: ids in it may have dots, files lie in assets/ or right below the root."""
    first, slash, _ = path.lstrip("/").partition("/")
    return first not in ("api", "assets") and bool(slash or not PurePosixPath(first).suffix)
