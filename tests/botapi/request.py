"""Raw parameters of a request: from the query, a form, a multipart form with files, or JSON."""

import json
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from .errors import misuse
from .reading import Upload


async def raw_parameters(request: Request) -> dict[str, Any]:
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    found: dict[str, Any] = dict(request.query_params)
    if kind == "application/json":
        found.update(_json_object(await request.body()))
    elif kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        async with request.form() as form:
            found.update(await _fields(form))
    return _attached(found)


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body or b"{}")
    except ValueError as error:
        raise misuse("the body is not JSON") from error
    if not isinstance(found, dict):
        raise misuse("the body is not a JSON object")
    return {name: value for name, value in found.items() if value is not None}


async def _fields(form: FormData) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in form.multi_items():
        if name in found:
            raise misuse(f"parameter {name!r} was sent twice")
        found[name] = value
        if isinstance(value, UploadFile):
            found[name] = Upload(value.filename or name, await value.read())
    return found


def _attached(found: dict[str, Any]) -> dict[str, Any]:
    """A value attach://<field> stands for the file sent in that field."""
    prefix = "attach://"
    attached = {
        name: value.removeprefix(prefix)
        for name, value in found.items()
        if isinstance(value, str) and value.startswith(prefix) and value.removeprefix(prefix) in found
    }
    rest = {name: value for name, value in found.items() if name not in attached.values()}
    return rest | {name: found[field] for name, field in attached.items()}
