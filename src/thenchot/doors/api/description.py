"""Bản mô tả API — OpenAPI 3.1: every route with its right, its token and every way it may refuse."""

from typing import Any

from django.utils.translation import gettext
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from pydantic import TypeAdapter

from thenchot.doors.api import (
    attaching,
    cascades,
    committees,
    comparison,
    delegations,
    delivering,
    documents,
    drafting,
    figures,
    filing,
    finding,
    identity,
    instruments,
    memberships,
    merits,
    organizations,
    outgoing,
    people,
    positions,
    postings,
    reports,
    schemes,
    sittings,
    submissions,
)
from thenchot.doors.api.problems import MEDIA_TYPE, TITLES, Problem, ReasonOut, handle_problems

REFUSALS = {"get": (401, 403, 404, 422, 429), "post": (400, 401, 403, 409, 413, 422, 429)}
TOKEN = {"token": {"type": "http", "scheme": "bearer"}}
REFERENCE = "#/components/schemas/{model}"


class Api(NinjaAPI):
    """API — ninja's own description, with the refusals of every route beside its answer."""

    def get_openapi_schema(self, **asked: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**asked)
        for path in schema["paths"].values():
            for method, operation in path.items():
                for status in REFUSALS[method]:
                    operation["responses"][status] = _refusal(status)
        schema["components"]["securitySchemes"] = TOKEN
        schema["security"] = [{"token": []}]
        shapes = schema["components"]["schemas"]
        for model in (Problem, ReasonOut):
            said = TypeAdapter(model).json_schema(ref_template=REFERENCE)
            shapes[model.__name__] = {name: said[name] for name in said if name != "$defs"}
        return schema


def _refusal(status: int) -> dict[str, Any]:
    shape = {"$ref": REFERENCE.format(model="Problem")}
    return {"description": gettext(TITLES[status]), "content": {MEDIA_TYPE: {"schema": shape}}}


api = Api(
    title="Then Chốt",
    version="1",
    urls_namespace="api",
    docs_url=None,
)
handle_problems(api)
for area in (
    organizations, people, identity, instruments, documents, delegations, outgoing, attaching, delivering,
    cascades, finding, drafting, submissions, sittings, filing, memberships, merits, postings,
    positions,
    committees, comparison, schemes, figures, reports,
):  # fmt: skip
    api.add_router("", area.router)
