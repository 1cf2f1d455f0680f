"""Địa chỉ các trang — Vietnamese addresses, English code."""

from django.urls import path
from django.views.generic import RedirectView

from thenchot.doors.web import accounts, beginning, reports, views
from thenchot.doors.web.choices import choose

urlpatterns = [
    path("", RedirectView.as_view(url="/to-chuc")),
    path("to-chuc", views.organizations, name="organizations"),
    path("to-chuc/<int:organization>", views.organization, name="organization"),
    path("to-chuc/<int:organization>/doi-ten", views.rename, name="rename"),
    path("bao-cao", reports.periods, name="periods"),
    path("bao-cao/<slug:period>", reports.report, name="report"),
    path("bao-cao/<slug:period>/<str:code>", reports.figure, name="figure"),
    path("bao-cao-mo", reports.open_list, name="open_list"),
    path("quan-tri", accounts.account_list, name="accounts"),
    path("quan-tri/vai", accounts.role_list, name="roles"),
    path("quan-tri/mo-tai-khoan", accounts.new_account, name="new_account"),
    path("quan-tri/ai-xem/<int:person>", accounts.who_sees_page, name="who_sees"),
    path("quan-tri/tai-khoan/<int:account>", accounts.account, name="account"),
    path("quan-tri/tai-khoan/<int:account>/nhap-thay", accounts.typing, name="typing"),
    path("quan-tri/tai-khoan/<int:account>/duong-dan", accounts.link, name="give_link"),
    path("quan-tri/tai-khoan/<int:account>/thu/<slug:what>", accounts.end, name="end"),
    path("quan-tri/de-nghi/<int:proposal>", accounts.decide, name="decide"),
    path("nhap-thay", accounts.type_for, name="type_for"),
    path("bat-dau", beginning.wait, name="first_run"),
    path("bat-dau/<str:word>", beginning.begin, name="begin"),
    path("tuy-chon", choose, name="choose"),
    path("nhat-ky", views.journal, name="journal"),
]
