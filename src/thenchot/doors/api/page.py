"""Trang API — every route with its right, its members and an example, read off the description itself."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.access.roles import RIGHTS
from thenchot.doors.api.description import api
from thenchot.doors.api.routes import RIGHT
from thenchot.ground.plain.labels import Labelled


@dataclass(frozen=True, slots=True)
class Member:
    """Mục — its name, whether it must be said, its form in a few words."""

    name: str
    required: bool
    form: str


@dataclass(frozen=True, slots=True)
class Route:
    """Địa chỉ — method, path, what it is for, the right asked, what is sent."""

    method: str
    path: str
    term: str
    right: Labelled
    members: list[Member]


@require_safe
def api_page(request: Request) -> HttpResponse:
    """Các địa chỉ của API, theo khu vực."""
    schema = api.get_openapi_schema()
    areas: dict[str, list[Route]] = {}
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            route = _route(schema, method, path, operation)
            areas.setdefault(operation["tags"][0], []).append(route)
    address = request.build_absolute_uri("/").rstrip("/")
    return render(request, "api/api.html", {"areas": areas, "address": address})


def _route(schema: Any, method: str, path: str, operation: Any) -> Route:
    shapes = schema["components"]["schemas"]
    sent = [
        Member(each["name"], each.get("required", False), _form(each["schema"], shapes))
        for each in operation["parameters"]
    ]
    if "requestBody" in operation:
        body = _named(operation["requestBody"]["content"]["application/json"]["schema"], shapes)
        required = body.get("required", [])
        sent += [
            Member(name, name in required, _form(shape, shapes))
            for name, shape in body["properties"].items()
        ]
    return Route(method.upper(), path, operation["summary"], RIGHTS[operation[RIGHT]], sent)


def _named(shape: Any, shapes: Any) -> Any:
    return shapes[str(shape["$ref"]).rpartition("/")[2]]


def _form(shape: Any, shapes: Any) -> str:
    """The form of a member: the words of a closed list, the members of a row, else its type."""
    if "$ref" in shape:
        shape = _named(shape, shapes)
    if "enum" in shape:
        return " | ".join(shape["enum"])
    if "anyOf" in shape:
        return " / ".join(_form(each, shapes) for each in shape["anyOf"])
    if shape.get("type") == "array":
        return f"[{_form(shape['items'], shapes)}]"
    if shape.get("type") == "object":
        return f"{{{', '.join(shape['properties'])}}}"
    return str(shape.get("format") or shape.get("type", ""))
