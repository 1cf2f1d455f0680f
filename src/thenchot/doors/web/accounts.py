"""Trang quản trị tài khoản — who holds what; opening, giving, taking, each with its reason."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.doors.access.actor import account_named
from thenchot.doors.access.acts.accounts import (
    close_account,
    end_typing_for,
    give_link,
    let_type_for,
    open_account,
)
from thenchot.doors.access.acts.grants import (
    decide_proposal,
    end_grant,
    grant_role,
    propose_grant,
)
from thenchot.doors.access.acts.tokens import end_token
from thenchot.doors.access.drafts import drop_draft
from thenchot.doors.access.middleware import TYPING_FOR, Request, reading
from thenchot.doors.access.reads.accounts import accounts, proposals_waiting
from thenchot.doors.access.reads.tokens import rights_to_give, tokens_of
from thenchot.doors.access.reads.who_sees import who_sees
from thenchot.doors.access.refusals import status_of
from thenchot.doors.access.roles import ROLES
from thenchot.doors.access.rules import day_faults, given_reason_faults
from thenchot.doors.access.sign_in.links import link_word_for
from thenchot.doors.access.words import Right
from thenchot.doors.web.drafts import restored, typist
from thenchot.doors.web.forms import (
    AccountForm,
    Form,
    GrantForm,
    ReasonForm,
    TokenForm,
    TypingForm,
    number_typed,
)
from thenchot.doors.web.listing import number
from thenchot.ground.basis.acts.act import Act, Done
from thenchot.ground.basis.reads.parameters import personnel_switches
from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark

MOST = 2**62


@require_safe
def account_list(request: Request) -> HttpResponse:
    """Các tài khoản, các đề nghị đang chờ."""
    return _list(request, ReasonForm(), 200)


@require_safe
def role_list(request: Request) -> HttpResponse:
    """Các vai, mỗi vai một đoạn."""
    return render(request, "web/roles.html", {"roles": list(ROLES.values())})


@require_safe
def who_sees_page(request: Request, person: int) -> HttpResponse:
    """Ai xem được hồ sơ này, và vì sao?"""
    found = who_sees(by=request.actor, person=small(person), on=request.day)
    if not found:
        raise Http404
    return render(request, "web/who_sees.html", {"found": found})


@require_safe
def who_sees_found(request: Request) -> HttpResponse:
    """Tới trang ấy — from the number typed on the page of tasks."""
    return HttpResponseRedirect(reverse("who_sees", args=[number(request, "ho-so", 0)]))


@require_http_methods(["GET", "HEAD", "POST"])
def new_account(request: Request) -> HttpResponse:
    """Mở tài khoản; rồi tới trang của tài khoản ấy."""
    if not request.actor.may(Right.MANAGE):
        raise Http404
    sent = request.method == "POST"
    form = AccountForm.typed(request.POST) if sent else restored(request, AccountForm())
    if request.method == "POST":
        done = attempted(
            request, form, open_account, username=form.username, printed_name=form.printed_name,
            person=_typed_number(form, "person", PERSON), **days_of(request, form), reason=form.reason,
        )  # fmt: skip
        if done:
            drop_draft(typist(request), request.path)
            return HttpResponseRedirect(reverse("account", args=[done.answer]))
    return _page(request, form, "web/new_account.html", {})


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: Request, account: int) -> HttpResponse:
    """Một tài khoản: vai đã giao, giao thêm; đề nghị khi vai cần hai người."""
    form = GrantForm.typed(request.POST) if request.method == "POST" else GrantForm()
    if request.method == "POST":
        asked = {
            "account": small(account), "role": form.role, "unit": _typed_number(form, "unit", UNIT),
            "reason": form.reason, **days_of(request, form),
        }  # fmt: skip
        proposing = "propose" in request.POST
        if attempted(request, form, propose_grant if proposing else grant_role, **asked):
            where = reverse("accounts") if proposing else reverse("account", args=[account])
            return HttpResponseRedirect(where)
    return account_page(request, account, form)


@require_POST
def typing(request: Request, account: int) -> HttpResponse:
    """Giao nhập thay."""
    form = TypingForm.typed(request.POST)
    principal = account_named(form.principal)
    if principal is None:
        days = days_of(request, form)
        form.reasons.append(Reason(mark("Không có tài khoản tên này."), field="principal"))
        form.refused([*given_reason_faults(form.reason), *day_faults(**days)])
        return account_page(request, account, GrantForm(), typing=form)
    if attempted(
        request, form, let_type_for, deputy=small(account), principal=principal,
        **days_of(request, form), reason=form.reason,
    ):  # fmt: skip
        return HttpResponseRedirect(reverse("account", args=[account]))
    return account_page(request, account, GrantForm(), typing=form)


@require_POST
def end(request: Request, account: int, what: str) -> HttpResponse:
    """Thu quyền, thôi nhập thay, thu khóa truy cập, đóng tài khoản."""
    form = ReasonForm.typed(request.POST)
    ending: dict[str, tuple[Act[Any], str, str]] = {
        "vai": (end_grant, "grant", form.which),
        "nhap-thay": (end_typing_for, "acting", form.which),
        "tai-khoan": (close_account, "account", str(account)),
        "khoa": (end_token, "token", form.which),
    }
    if what not in ending:
        raise Http404
    act, name, which = ending[what]
    asked: dict[str, Any] = {name: number_typed(which), "reason": form.reason}
    if attempted(request, form, act, **asked):
        where = reverse("accounts") if act is close_account else reverse("account", args=[account])
        return HttpResponseRedirect(where)  # a closed one may have left for history
    return account_page(request, account, GrantForm(), ending=form, what=what)


@require_POST
def link(request: Request, account: int) -> HttpResponse:
    """Cấp đường dẫn đặt mật khẩu — shown once, to be handed over on paper."""
    form = ReasonForm.typed(request.POST)
    done = attempted(request, form, give_link, account=small(account), reason=form.reason)
    if done and done.replayed:  # every address has its own line in the journal
        text = mark("Phiếu này đã cấp một đường dẫn; muốn cấp lại, hãy bấm lần nữa.")
        form.reasons, form.status = [Reason(text)], 409
    elif done:
        word = link_word_for(account)
        address = request.build_absolute_uri(reverse("one_time_link", args=[word]))
        with reading(request):
            return render(request, "web/link_given.html", {"address": address})
    return account_page(request, account, GrantForm(), ending=form, what="duong-dan")


@require_POST
def decide(request: Request, proposal: int) -> HttpResponse:
    """Trả lời đề nghị — by the second administrator."""
    form = ReasonForm.typed(request.POST)
    form.which, agreed = str(proposal), "agree" in request.POST
    if attempted(
        request, form, decide_proposal, proposal=small(proposal), agreed=agreed, reason=form.reason
    ):
        return HttpResponseRedirect(reverse("accounts"))
    return _list(request, form, 422)


@require_POST
def type_for(request: Request) -> HttpResponse:
    """Nhập thay ai — for this session; an empty choice is oneself again."""
    chosen = request.POST.get("principal", "")
    if not chosen:
        request.session.pop(TYPING_FOR, None)
    elif chosen.isdecimal() and int(chosen[:18]) in request.actor.types_for:
        request.session[TYPING_FOR] = int(chosen)
    else:
        raise Http404
    return HttpResponseRedirect("/")


def attempted(request: Request, form: Form, act: Act[Any], **asked: Any) -> Done | None:
    """Làm thử — the act once, under the form's key; refused with what was misread and its own reasons."""
    once: Callable[..., Done] = act.once(form.key, tuple(form.reasons))
    try:
        return once(request.actor, request.day, **asked)
    except Refused as refusal:
        form.refused(refusal.reasons)
        form.status = status_of(refusal)
        return None


def days_of(request: Request, form: Any) -> dict[str, date | None]:
    """Các ngày đã gõ — of the first and the last box, as an act takes them."""
    return {
        "from_day": form.day("from_day", request.day),
        "until": form.day("until", request.day),
    }


UNIT = mark("Số của đơn vị là số ở cuối địa chỉ trang đơn vị; bỏ trống là toàn hệ thống.")
PERSON = mark("Số hồ sơ là số của người trong sổ; bỏ trống nếu chưa gắn với ai.")


def _typed_number(form: Any, name: str, fault: str) -> int | None:
    """None for an empty box; what is no number is a fault beside it."""
    typed = getattr(form, name)
    if not typed:
        return None
    if typed.isdecimal() and int(typed[:19]) < MOST:
        return int(typed)
    form.reasons.append(Reason(fault, field=name))
    return -1


def small(number: int) -> int:
    """Số trong địa chỉ — 404 for one no table could hold."""
    if number >= MOST:
        raise Http404
    return number


def _list(request: Request, form: Form, status: int) -> HttpResponse:
    if not request.actor.may(Right.READ):
        raise Http404
    with reading(request):
        context = {
            "lines": accounts(by=request.actor, on=request.day),
            "proposals": proposals_waiting(by=request.actor, on=request.day),
            "switches": personnel_switches(request.day),
            "form": form, "faults": form.faults(), "manages": request.actor.may(Right.MANAGE),
        }  # fmt: skip
        return render(request, "web/accounts.html", context, status=form.status or status)


def account_page(
    request: Request,
    account: int,
    form: GrantForm,
    *,
    ending: ReasonForm | None = None,
    what: str = "",
    typing: TypingForm | None = None,
    token: TokenForm | None = None,
) -> HttpResponse:
    """Trang của một tài khoản, với phiếu vừa bị từ chối nếu có."""
    with reading(request):
        lines = accounts(by=request.actor, on=request.day)
        line = next((each for each in lines if each.id == account), None)
        tokens = tokens_of(by=request.actor, account=account, on=request.day)
    if line is None:
        raise Http404
    refused = next((each for each in (form, ending, typing, token) if each and each.reasons), form)
    context = {
        "line": line, "roles": list(ROLES.values()), "form": refused, "granting": form,
        "typing": typing or TypingForm(), "ending": ending or ReasonForm(), "ending_what": what,
        "faults": form.faults(), "typing_faults": typing.faults() if typing else {},
        "ending_faults": ending.faults() if ending else {}, "tokens": tokens,
        "token": token or TokenForm(), "token_faults": token.faults() if token else {},
        "rights": rights_to_give(line.roles_on(request.day)),
        "manages": request.actor.may(Right.MANAGE),
    }  # fmt: skip
    return _page(request, refused, "web/account.html", context)


def _page(request: Request, form: Form, template: str, context: dict[str, Any]) -> HttpResponse:
    shown = {"form": form, "faults": form.faults()} | context
    status = form.status or (422 if form.reasons else 200)
    with reading(request):
        return render(request, template, shown, status=status)
