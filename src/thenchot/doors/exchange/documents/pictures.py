"""Trang của tệp — a page of the file of a paper as a picture, so that it is read beside the thread."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe
from typst import TypstError, compile

from thenchot.doors.access.middleware import Request
from thenchot.ground.basis.attached import kept_file, pages_pictured
from thenchot.ground.basis.reads.instruments import paper_page

ACROSS, DENSITY = "210mm", 110.0
PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#let told = sys.inputs
#if told.kind == "pdf" [#image(told.place, format: "pdf", page: int(told.page), width: eval(told.across))]
#if told.kind != "pdf" [#image(told.place, format: told.kind, width: eval(told.across))]
"""


@require_safe
def paper_picture(request: Request, instrument: int, page: int) -> HttpResponse:
    """Ảnh của một trang — of a PDF or an image within sight; 404 where there is no such page."""
    found = paper_page(by=request.actor, paper=instrument)
    made = picture(found.file_sha256, page) if found else None
    if made is None:
        raise Http404
    return HttpResponse(made, content_type="image/png")


def picture(digest: str, page: int) -> bytes | None:
    """Ảnh một trang — as PNG; None where there is no such page or it cannot be drawn."""
    held = kept_file(digest)
    if held is None or not 1 <= page <= pages_pictured(digest):
        return None
    place, kind = held
    told = {"place": f"/{place.name}", "kind": str(kind), "page": str(page), "across": ACROSS}
    try:
        made = compile(  # type: ignore[call-overload]  # the stubs want one type of all paths
            PAGE, root=str(place.parent), format="png", ppi=DENSITY, sys_inputs=told
        )
    except TypstError:
        return None
    return made if isinstance(made, bytes) else None
