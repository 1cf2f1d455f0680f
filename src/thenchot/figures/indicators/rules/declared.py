"""Các chỉ tiêu — every figure of our reports, declared once; to add one, add a declaration."""

from thenchot.figures.indicators.rules.indicator import Indicator, where
from thenchot.figures.indicators.words import (
    BadgeRound,
    Committee,
    EnteredFigure,
    Measure,
    Owner,
    Source,
)
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import CELLS, GRASSROOTS, Decider, Sex
from thenchot.people.awards.words import Timing
from thenchot.people.cadres.words import SALARIES, DecisionMatter
from thenchot.people.members.words import Status, Way

DEPARTMENT, COMMISSION = Owner.ORGANIZATION_DEPARTMENT, Owner.INSPECTION_COMMISSION
HEALTH, FRONT = Owner.HEALTH_BOARD, Owner.FATHERLAND_FRONT
PEOPLE, UNITS, CELL, PAPERS = mark("người"), mark("tổ chức"), mark("chi bộ"), mark("quyết định")
RESOLUTION_8 = mark("Tổng kết 10 năm thực hiện Nghị quyết Trung ương 8 (khóa XI) về bảo vệ Tổ quốc")
VISITS = frozenset({
    EnteredFigure.VISITS_IN_POST, EnteredFigure.VISITS_RETIRED, EnteredFigure.VISITS_HEROIC_MOTHERS,
})  # fmt: skip
STANDING = Decider.STANDING_COMMITTEE

_DECLARED = (
    # Đảng viên
    Indicator("dang-vien", mark("Đảng viên"), Source.MEMBERS, DEPARTMENT, by="status", unit=PEOPLE),
    Indicator("dang-vien-nu", mark("Đảng viên nữ"), Source.MEMBERS, DEPARTMENT,
              where(sex=Sex.FEMALE), base="dang-vien", unit=PEOPLE),
    Indicator("dang-vien-theo-tuoi", mark("Đảng viên, theo nhóm tuổi"), Source.MEMBERS, DEPARTMENT,
              by="age", unit=PEOPLE),
    Indicator("dang-vien-theo-tuoi-dang", mark("Đảng viên, theo tuổi đảng"), Source.MEMBERS, DEPARTMENT,
              by="seniority", unit=PEOPLE),
    Indicator("dang-vien-chinh-thuc", mark("Đảng viên chính thức"), Source.MEMBERS, DEPARTMENT,
              where(status=frozenset({Status.OFFICIAL, Status.EXEMPT})), base="dang-vien", unit=PEOPLE),
    Indicator("ket-nap", mark("Đảng viên được kết nạp"), Source.MOVEMENTS, DEPARTMENT,
              where(way=Way.ADMITTED), unit=PEOPLE),
    Indicator("ket-nap-nu", mark("Đảng viên nữ được kết nạp"), Source.MOVEMENTS, DEPARTMENT,
              where(way=Way.ADMITTED, sex=Sex.FEMALE), base="ket-nap", unit=PEOPLE),
    Indicator("cong-nhan-chinh-thuc", mark("Đảng viên được công nhận chính thức"), Source.MOVEMENTS,
              DEPARTMENT, where(way=Way.RECOGNISED), unit=PEOPLE),
    Indicator("ra-khoi-dang", mark("Đảng viên ra khỏi Đảng"), Source.MOVEMENTS, DEPARTMENT,
              where(way=frozenset({Way.STRUCK_OFF, Way.RESIGNED, Way.EXPELLED})), by="way", unit=PEOPLE),
    # Tổ chức
    Indicator("to-chuc-co-so-dang", mark("Tổ chức cơ sở đảng"), Source.ORGANIZATIONS, DEPARTMENT,
              where(kind=GRASSROOTS), by="kind", unit=UNITS),
    Indicator("chi-bo", mark("Chi bộ"), Source.ORGANIZATIONS, DEPARTMENT, where(kind=CELLS),
              by="committee", unit=CELL),
    Indicator("sap-nhap-hop-nhat", mark("Tổ chức nhận sáp nhập, lập ra do hợp nhất"), Source.UNIONS, DEPARTMENT,
              by="kind", unit=UNITS),
    # Quyết định của Ban Thường vụ
    Indicator("quyet-dinh-can-bo",
              mark("Quyết định của Ban Thường vụ Tỉnh ủy về tổ chức, cán bộ, đào tạo"),
              Source.DECISIONS, DEPARTMENT,
              where(decider=STANDING, matter=frozenset(DecisionMatter) - SALARIES), unit=PAPERS),
    Indicator("quyet-dinh-luong", mark("Quyết định của Ban Thường vụ Tỉnh ủy về tiền lương"),
              Source.DECISIONS, DEPARTMENT, where(decider=STANDING, matter=SALARIES), unit=PAPERS),
    # Huy hiệu, khen thưởng
    Indicator("huy-hieu", mark("Huy hiệu Đảng được tặng"), Source.BADGES, DEPARTMENT, by="timing", unit=PEOPLE),
    Indicator("huy-hieu-dot-3-2", mark("Huy hiệu Đảng đợt 3/2"), Source.BADGES, DEPARTMENT,
              where(round=BadgeRound.FEBRUARY), unit=PEOPLE),
    Indicator("huy-hieu-truoc-han", mark("Huy hiệu Đảng tặng trước hạn"), Source.BADGES, DEPARTMENT,
              where(timing=Timing.EARLY), unit=PEOPLE),
    Indicator("khen-thuong", mark("Tập thể, cá nhân được khen thưởng"), Source.COMMENDATIONS, DEPARTMENT,
              by="subject", unit=mark("lượt")),
    Indicator("khen-thuong-nghi-quyet-8",
              mark("Khen thưởng tổng kết 10 năm Nghị quyết Trung ương 8 (khóa XI) về bảo vệ Tổ quốc"),
              Source.COMMENDATIONS, DEPARTMENT, where(occasion=RESOLUTION_8), by="subject", unit=mark("lượt")),
    # Kiểm tra, kỷ luật
    Indicator("chi-bo-co-ke-hoach-kiem-tra", mark("Chi bộ có kế hoạch kiểm tra, giám sát"), Source.PLANS,
              COMMISSION, base="chi-bo", unit=CELL),
    Indicator("kiem-tra-chi-bo-co-chi-uy",
              mark("Số cuộc kiểm tra trong năm của mỗi chi bộ có chi ủy, ít nhất"), Source.PLANS, COMMISSION,
              where(committee=Committee.WITH), Measure.LEAST, "visits", unit=mark("cuộc")),
    Indicator("kiem-tra-chi-bo-khong-chi-uy",
              mark("Số cuộc kiểm tra trong năm của mỗi chi bộ không có chi ủy, ít nhất"), Source.PLANS,
              COMMISSION, where(committee=Committee.WITHOUT), Measure.LEAST, "visits", unit=mark("cuộc")),
    Indicator("cuoc-kiem-tra", mark("Số cuộc kiểm tra theo kế hoạch của các chi bộ"), Source.PLANS, COMMISSION,
              (), Measure.SUM, "visits", by="committee", unit=mark("cuộc")),
    Indicator("ky-luat", mark("Đảng viên bị kỷ luật"), Source.DISCIPLINES, COMMISSION, by="form", unit=PEOPLE),
    # Số liệu nhập
    Indicator("kham-chua-benh", mark("Lượt khám, điều trị ngoại trú cán bộ thuộc diện quản lý"), Source.ENTERED,
              HEALTH, where(figure=VISITS), Measure.SUM, "value", by="figure", unit=mark("lượt")),
    Indicator("nha-dai-doan-ket", mark("Nhà đại đoàn kết khởi công"), Source.ENTERED, FRONT,
              where(figure=EnteredFigure.HOUSES), Measure.SUM, "value", unit=mark("căn")),
    Indicator("phan-qua", mark("Phần quà tặng"), Source.ENTERED, FRONT, where(figure=EnteredFigure.GIFTS),
              Measure.SUM, "value", unit=mark("phần")),
    Indicator("gia-tri-cham-lo", mark("Tổng giá trị chăm lo"), Source.ENTERED, FRONT,
              where(figure=EnteredFigure.CARE_VALUE), Measure.SUM, "value", unit=mark("đồng")),
)  # fmt: skip
INDICATORS: dict[str, Indicator] = {each.code: each for each in _DECLARED}
