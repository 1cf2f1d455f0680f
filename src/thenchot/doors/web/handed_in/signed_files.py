"""Tệp của sổ đã nhập — many signed files at once, matched to papers of the register; then attached in one act."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.refusals import status_of
from thenchot.doors.access.uploads import (
    SIGNED_FILES as KEPT,
)
from thenchot.doors.access.uploads import (
    KeptUpload,
    drop_upload,
    keep_upload,
    upload_of,
)
from thenchot.doors.web.drafts import typist
from thenchot.doors.web.forms import Form, number_typed
from thenchot.doors.web.handed_in.registers import organ_or_404
from thenchot.doors.web.recording.attaching import LONGEST_NAME, NOT_DECLARED, OPEN
from thenchot.doors.web.recording.done import DONE
from thenchot.ground.basis.attached import MOST_BYTES, SECRET, keep_signed_file
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Misread, Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts.attaching import attach_signed_files
from thenchot.office.documents.reads.matching import (
    Matched,
    SignedFile,
    matched_files,
    own_sign_of,
)
from thenchot.office.documents.rules.naming import OwnSign
from thenchot.office.documents.words import Family, FileVerdict, Sign

FILES, MOST, CHOSEN, AT = "files", 100, "tep-", "at"
OTHER_BATCH = mark("Trang vừa gửi là của lượt tệp trước; đây là lượt đang giữ. Xem lại rồi chọn.")
REFUSED, SECRETS = "refused", "secrets"


@require_http_methods(["GET", "HEAD", "POST"])
def take_files(request: Request, organization: int) -> HttpResponse:
    """Nhận nhiều tệp — each judged; of one that bears a mark of secrecy not even the name stays."""
    organ, form, address = organ_or_404(request, organization), Form(), _address(organization)
    if request.method == "POST":
        if "drop" in request.POST:
            drop_upload(typist(request), address)
            return HttpResponseRedirect(address)
        form.reasons += _sent_faults(request)
        if not form.reasons:
            told = _judged(request)
            n = len(told[KEPT]) + len(told[REFUSED]) + told[SECRETS]
            keep_upload(typist(request), address, f"{n}", b"", **told)
            return HttpResponseRedirect(reverse("register_files_result", args=[organization]))
    with reading(request):
        context = {
            "form": form, "faults": form.faults(), "organ": organ, "organization": organization,
            "kept": upload_of(typist(request), address), "most": MOST,
            "largest": MOST_BYTES // 1024 // 1024,
            "next": reverse("register_files_result", args=[organization]),
        }  # fmt: skip
        status = 422 if form.reasons else 200
        return render(request, "web/register_files.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def attach_files(request: Request, organization: int) -> HttpResponse:
    """Xem trước và gắn — every file beside its paper; those ticked are attached in one act, or none."""
    organ, form = organ_or_404(request, organization), Form.typed(request.POST)
    address = _address(organization)
    kept = upload_of(typist(request), address)
    if kept is None or KEPT not in kept.told:
        return HttpResponseRedirect(address)
    with reading(request):
        files = [_file(each) for each in kept.told[KEPT]]
        found = matched_files(by=request.actor, organization=organization, files=files)
    other = request.POST.get(AT, _at(kept)) != _at(kept)
    if other:
        form.reasons.append(Reason(OTHER_BATCH))
    if other or request.method != "POST":
        chosen = {
            place: each.line.id
            for place, each in enumerate(found)
            if each.line and each.verdict is FileVerdict.MATCHED
        }
        status = 422 if other else 200
        return _page(request, organization, organ, form, kept, found, chosen, status)
    chosen = _chosen(request, found)
    wanted = [_with(found[place].file, line) for place, line in chosen.items()]
    once = attach_signed_files.once(
        form.key,
        body={
            "at": _at(kept),
            "files": [(e.file_sha256, e.number) for e in wanted],
        },
    )
    try:
        done = once(request.actor, request.day, organization=organization, files=wanted)
    except Refused as refusal:
        names = [each.name for each in wanted]
        form.refused([_of_file(each, names) for each in refusal.reasons])
        status = status_of(refusal)
        return _page(request, organization, organ, form, kept, found, chosen, status)
    drop_upload(typist(request), address)
    where = f"{reverse('outgoing_list')}?don-vi={organization}&{DONE}={done.entry}"
    return HttpResponseRedirect(where)


def _page(
    request: Request, organization: int, organ: str, form: Form, kept: KeptUpload,
    found: Sequence[Matched], chosen: Mapping[int, int], status: int,
) -> HttpResponse:  # fmt: skip
    rows = [(place, each, chosen.get(place, 0)) for place, each in enumerate(found)]
    of = {verdict: [row for row in rows if row[1].verdict is verdict] for verdict in FileVerdict}
    refused = [(each["name"], Reason(each["text"], each["values"])) for each in kept.told[REFUSED]]
    refused += [(each.file.name, each.why) for _, each, _ in of[FileVerdict.REFUSED] if each.why]
    idle = [
        *of[FileVerdict.UNMATCHED], *of[FileVerdict.HAS_FILE], *of[FileVerdict.SAME_FILE],
    ]  # fmt: skip
    context: dict[str, Any] = {
        "form": form, "faults": form.faults(), "organ": organ, "organization": organization, "at": _at(kept),
        "matched": of[FileVerdict.MATCHED], "asked": of[FileVerdict.ASKED], "idle": idle,
        "refused": refused, "secrets": kept.told[SECRETS], "total": len(rows) + len(kept.told[REFUSED]),
        "verdicts": [(each, len(of[each])) for each in FileVerdict if of[each]],
    }  # fmt: skip
    with reading(request):
        return render(request, "web/register_files_result.html", context, status=status)


def _at(kept: KeptUpload) -> str:
    """Lượt nào — places on the page are of the batch kept at that moment."""
    return kept.saved_at.isoformat()


def _sent_faults(request: Request) -> list[Reason]:
    sent = request.FILES.getlist(FILES)
    if not sent:
        return [Reason(mark("Hãy chọn tệp."), field=FILES)]
    if not request.POST.get(OPEN):
        return [Reason(NOT_DECLARED, field=FILES)]
    if len(sent) > MOST:
        text = mark("Mỗi lượt không quá {most} tệp; ở đây có {n}.")
        return [Reason(text, {"most": MOST, "n": len(sent)}, field=FILES)]
    return []


def _judged(request: Request) -> dict[str, Any]:
    """Xét từng tệp — what is kept, as JSON: names, SHA-256, numbers printed; reasons of the others."""
    kept, refused, secrets = [], [], 0
    for sent in request.FILES.getlist(FILES):
        name = tidy_name(str(sent.name))[-LONGEST_NAME:]
        try:
            digest, first = keep_signed_file(sent.chunks(), str(sent.name))
        except Misread as fault:
            if fault.reason.text == SECRET:
                secrets += 1
            else:
                why = {"text": fault.reason.text, "values": dict(fault.reason.values)}
                refused.append({"name": name, **why})
            continue
        kept.append({"name": name, "digest": digest, "own": _told(own_sign_of(first))})
    return {KEPT: kept, REFUSED: refused, SECRETS: secrets}


def _told(own: OwnSign | None) -> dict[str, str] | None:
    if own is None:
        return None
    sign, day = own.sign, own.issued_on.isoformat() if own.issued_on else ""
    return {
        "number": sign.number, "year": sign.year, "type": sign.type_abbreviation,
        "organ": sign.organ, "form": sign.form.value, "day": day,
    }  # fmt: skip


def _file(told: Mapping[str, Any]) -> SignedFile:
    own = told["own"]
    if own is None:
        return SignedFile(told["name"], told["digest"])
    sign = Sign(own["number"], own["year"], own["type"], own["organ"], Family.of(own["form"]))
    day = date.fromisoformat(own["day"]) if own["day"] else None
    return SignedFile(told["name"], told["digest"], OwnSign(sign, day))


def _with(file: SignedFile, line: int) -> SignedFile:
    return SignedFile(file.name, file.file_sha256, file.own, line)


def _chosen(request: Request, found: Sequence[Matched]) -> dict[int, int]:
    """Tệp đã chọn — by place, the line each goes to; only lines that were offered for it."""
    sent = {
        place: number_typed(str(request.POST.get(f"{CHOSEN}{place}", "")))
        for place in range(len(found))
    }
    return {
        place: line
        for place, line in sent.items()
        if line in {each.id for each in found[place].offered}
    }


def _of_file(fault: Reason, names: Sequence[str]) -> Reason:
    """Của tệp nào — a reason of a row, under the name of its file."""
    place, _, field = fault.field.partition(".")
    if not place.isdecimal():
        return fault
    text = mark("«{name}»: {why}")
    return Reason(text, {"name": names[int(place) - 1], "why": fault}, fault.clause, field)


def _address(organization: int) -> str:
    return reverse("register_files", args=[organization])
