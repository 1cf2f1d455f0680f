"""Nhập từ dòng lệnh — judged like the page; refused whole unless told otherwise; the reasons in a file."""

import pytest
from django.conf import settings
from office import office
from party import paper
from python_calamine import CalamineWorkbook
from world import TODAY

from thenchot.ground.plain.reasons import Refused
from thenchot.people.members.models import Membership
from thenchot.project.cli import importing
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HEAD = "Họ và tên,Ngày sinh,Giới tính,Nơi ở,Ngày vào Đảng"
GOOD, BAD = "Nguyễn Mới,3/2/1980,Nam,Ấp Một,1/5/2010", "Nguyễn Lỗi,1980,Nam,Ấp Một,1/5/2010"


@pytest.fixture
def listed(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "dữ liệu"))
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    office()
    paper("12-DS/ĐU")

    def run(*rows, result=None, number="12-DS/ĐU", column="Nơi ở=chi_bo", name="ds.csv", **more):
        file = tmp_path / name
        file.write_text("\n".join((HEAD, *rows)))
        asked = {"dry_run": False, "partial": False} | more
        importing.members(file, [column], "1/1/2025", number, result, "specialist", **asked)

    return run


def entered():
    return Membership.objects.filter(person__spells__full_name__startswith="Nguyễn").count()


def test_a_list_without_faults_enters(listed, capsys):
    listed(GOOD)
    assert entered() == 1
    assert "Đã ghi 1 đảng viên." in capsys.readouterr().out


def test_one_refused_row_keeps_all_out_and_fails(listed, capsys, tmp_path):
    with pytest.raises(Refused):
        listed(GOOD, BAD, result=tmp_path / "kq.xlsx")
    said = capsys.readouterr().out
    assert "2 dòng: 1 dòng ghi được, 1 dòng không nhận." in said
    assert "Dòng 3: Ngày sinh: Chỉ có năm 1980" in said
    rows = CalamineWorkbook.from_path(tmp_path / "kq.xlsx").get_sheet_by_index(0).to_python()
    assert rows[1][0] == "Nguyễn Lỗi"
    assert entered() == 0


def test_a_dry_run_records_nothing(listed):
    listed(GOOD, dry_run=True)
    with pytest.raises(Refused):
        listed(GOOD, BAD, dry_run=True)
    assert entered() == 0


def test_rows_that_may_enter_do_where_it_is_said_so(listed):
    listed(GOOD, BAD, partial=True)
    assert entered() == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"number": "99-DS/ĐU"}, "Sổ có 0 văn bản số «99-DS/ĐU»"),
        ({"column": "Nơi ở=la"}, "Không có cột «la»"),
        ({"column": "Khác=chi_bo"}, "Chưa chọn cột «Chi bộ»"),
        ({"name": "Danh sách (mật).csv"}, "dấu độ mật"),
        ({"name": "ds.xlsx"}, "Không mở được tệp này"),
    ],
)
def test_what_is_missing_is_named(listed, more, said):
    with pytest.raises(Refused, match=said):
        listed(GOOD, **more)
    assert entered() == 0
