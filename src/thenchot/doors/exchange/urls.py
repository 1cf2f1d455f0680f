"""Địa chỉ các tệp — a report's page address with the ending of the file; files of a digest, a position, a list."""

from django.urls import path

from thenchot.doors.exchange.documents.books import dossier_contents, paper_book
from thenchot.doors.exchange.documents.cascade import cascade_file
from thenchot.doors.exchange.documents.slip import paper_slip
from thenchot.doors.exchange.drafting.agenda import sitting_file
from thenchot.doors.exchange.drafting.paper import draft_file, signed_draft_file
from thenchot.doors.exchange.drafting.preview import preview_draft
from thenchot.doors.exchange.drafting.slip import draft_slip
from thenchot.doors.exchange.organizations.lists import comparison_file, list_file
from thenchot.doors.exchange.organizations.scheme import scheme_lines_file
from thenchot.doors.exchange.organizations.tree import tree_print
from thenchot.doors.exchange.people.book import member_book
from thenchot.doors.exchange.people.compared import compared_file
from thenchot.doors.exchange.people.listed import result_file
from thenchot.doors.exchange.people.members import members_file
from thenchot.doors.exchange.people.views import digest_file
from thenchot.doors.exchange.positions.views import position_file
from thenchot.doors.exchange.reports import views

urlpatterns = [
    path("bao-cao/<slug:period>.<slug:shape>", views.report_file, name="report_file"),
    path("vi-tri-viec-lam/<int:position>.<slug:shape>", position_file, name="position_file"),
    path("con-nguoi/trich-ngang/tep/<slug:shape>", digest_file, name="digest_file"),
    path("danh-sach/dang-vien.xlsx", members_file, name="members_file"),
    path("danh-sach/<slug:what>.xlsx", list_file, name="list_file"),
    path("to-chuc/so-sanh.xlsx", comparison_file, name="comparison_file"),
    path("sap-xep/<int:scheme>/cac-dong.xlsx", scheme_lines_file, name="scheme_lines_file"),
    path("to-chuc/cay.pdf", tree_print, name="tree_print"),
    path("to-chuc/<int:organization>/so-dang-vien.pdf", member_book, name="member_book"),
    path("van-ban/so", paper_book, name="paper_book"),
    path(
        "van-ban/ho-so/<int:dossier>/muc-luc.<str:shape>", dossier_contents, name="dossier_contents"
    ),
    path("van-ban/theo-tang/<int:cascade>/bang.xlsx", cascade_file, name="cascade_file"),
    path("van-ban/den/<int:incoming>/phieu.pdf", paper_slip, name="paper_slip"),
    path("van-ban/phien-hop/<int:sitting>/ban-in.pdf", sitting_file, name="sitting_file"),
    path("van-ban/du-thao/xem-truoc", preview_draft, name="draft_preview"),
    path("van-ban/du-thao/<int:draft>/ban-in.<slug:shape>", draft_file, name="draft_file"),
    path("van-ban/du-thao/<int:draft>/phieu-trinh.pdf", draft_slip, name="draft_slip_file"),
    path("van-ban/du-thao/<int:draft>/ky-thu.pdf", signed_draft_file, name="signed_draft_file"),
    path("nhap-du-lieu/ket-qua.xlsx", result_file, name="hand_in_file"),
    path("doi-chieu/ket-qua.xlsx", compared_file, name="compare_file"),
]
