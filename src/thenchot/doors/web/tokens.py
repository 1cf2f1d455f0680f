"""Trang khóa truy cập — an administrator gives one, its holder takes the secret; shown once."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from thenchot.doors.access.acts.tokens import give_token
from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.reads.tokens import TokenLine, tokens_of
from thenchot.doors.access.tokens import new_secret
from thenchot.doors.web.accounts import account_page, attempted, days_of, small
from thenchot.doors.web.forms import GrantForm, TokenForm


@require_POST
def give(request: Request, account: int) -> HttpResponse:
    """Cấp khóa truy cập."""
    form = TokenForm.typed(request.POST)
    form.rights = request.POST.getlist("rights")[:100]
    if attempted(
        request, form, give_token, account=small(account), name=form.name, rights=form.rights,
        reason=form.reason, **days_of(request, form),
    ):  # fmt: skip
        return HttpResponseRedirect(reverse("account", args=[account]))
    return account_page(request, account, GrantForm(), token=form)


@require_safe
def own(request: Request) -> HttpResponse:
    """Các khóa của tôi — whoever is signed in, of the own account only."""
    return render(request, "web/own_tokens.html", {"tokens": _own(request)})


@require_POST
def take(request: Request, token: int) -> HttpResponse:
    """Nhận khóa — the secret, once; an earlier one opens nothing any more."""
    with reading(request):
        found = next((each for each in _own(request) if each.id == token), None)
    if found is None or found.days.until is None or found.days.until <= request.day:
        raise Http404
    secret = new_secret(token)
    with reading(request):
        return render(request, "web/token_taken.html", {"token": found, "secret": secret})


def _own(request: Request) -> list[TokenLine]:
    account = request.actor.account
    if account is None:
        return []
    return tokens_of(by=request.actor, account=account, on=request.day)
