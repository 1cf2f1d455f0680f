"""Địa chỉ các trang — Vietnamese addresses, English code."""

from django.urls import path

from thenchot.doors.web import accounts, beginning, organizations, pages, people, reports, views
from thenchot.doors.web import accounts, beginning, organizations, pages, reports, search, views
from thenchot.doors.web.choices import choose

urlpatterns = [
    path("", pages.home, name="home"),
    path("to-chuc", organizations.organizations, name="organizations"),
    path("to-chuc/bang", organizations.organization_table, name="organization_table"),
    path("to-chuc/<int:organization>", organizations.organization, name="organization"),
    path("to-chuc/<int:organization>/doi-ten", views.rename, name="rename"),
    path("bao-cao", reports.periods, name="periods"),
    path("bao-cao/<slug:period>", reports.report, name="report"),
    path("bao-cao/<slug:period>/chot", reports.freeze, name="freeze"),
    path("bao-cao/<slug:period>/<str:code>", reports.figure, name="figure"),
    path("bao-cao-mo", reports.open_list, name="open_list"),
    path("cong-viec", pages.work, name="work"),
    path("danh-gia", pages.evaluation, name="evaluation"),
    path("quan-tri", pages.administration, name="administration"),
    path("quan-tri/tai-khoan", accounts.account_list, name="accounts"),
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
    path("tro-giup", pages.help_page, name="help"),
    path("gioi-thieu", pages.introduction, name="introduction"),
    path("thanh-phan", pages.components, name="components"),
    path("tim", search.search, name="search"),
    path("thong-bao", pages.soon, name="notices"),
    path("viec-cua-toi", pages.soon, name="my_work"),
    path("den-han", pages.soon, name="dues"),
    path("van-ban", pages.soon, name="instruments"),
    path("con-nguoi", people.people, name="people"),
    path("con-nguoi/trich-ngang", people.digest, name="digest"),
    path("con-nguoi/<int:person>", people.person, name="person"),
    path("con-nguoi/<int:person>/mo-ky-luat", people.open_discipline, name="open_discipline"),
    path("van-ban/<int:instrument>", pages.soon, name="instrument"),
]
