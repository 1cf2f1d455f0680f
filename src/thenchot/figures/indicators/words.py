"""Từ ngữ về số liệu — rights, who answers for a figure, what is counted, by what it is broken down."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with figures."""

    READ = "indicators.xem", mark("Xem số liệu")
    ENTER = "indicators.nhap", mark("Nhập số liệu")
    SET_TARGET = "indicators.giao", mark("Ghi chỉ tiêu được giao")


class Owner(Labelled):
    """Cơ quan phụ trách số liệu — the body that answers for a figure and hands in its section."""

    ORGANIZATION_DEPARTMENT = "ban_to_chuc", mark("Ban Tổ chức")
    INSPECTION_COMMISSION = "uy_ban_kiem_tra", mark("Ủy ban Kiểm tra")
    HEALTH_BOARD = "ban_bao_ve_suc_khoe", mark("Ban Bảo vệ, chăm sóc sức khỏe cán bộ")
    FATHERLAND_FRONT = "mat_tran", mark("Ủy ban Mặt trận Tổ quốc")


class Source(Labelled):
    """Nguồn — the records an indicator counts."""

    MEMBERS = "dang_vien", mark("Danh sách đảng viên")
    MOVEMENTS = "bien_dong", mark("Sổ biến động đảng viên")
    ORGANIZATIONS = "to_chuc", mark("Sổ tổ chức")
    UNIONS = "sap_nhap", mark("Quyết định sáp nhập, hợp nhất tổ chức")
    PLANS = "ke_hoach_kiem_tra", mark("Kế hoạch kiểm tra, giám sát của chi bộ")
    DISCIPLINES = "ky_luat", mark("Sổ kỷ luật đảng viên")
    BADGES = "huy_hieu", mark("Sổ Huy hiệu Đảng")
    COMMENDATIONS = "khen_thuong", mark("Sổ khen thưởng")
    DECISIONS = "quyet_dinh", mark("Sổ quyết định về tổ chức, cán bộ, lương")
    ENTERED = "so_nhap", mark("Số liệu nhập theo báo cáo của cơ quan phụ trách")


class Held(Labelled):
    """Cách tính theo thời gian — a stock at the last day of a period, or a flow over its days."""

    AT_END = "cuoi_ky", mark("số có vào ngày cuối kỳ")
    BEGUN = "trong_ky", mark("số phát sinh trong kỳ")
    WITHIN = "tron_trong_ky", mark("số của các kỳ nhỏ hơn nằm trọn trong kỳ")


class Measure(Labelled):
    """Phép tính — over the records: how many, the sum of a column, or its least value."""

    COUNT = "dem", mark("đếm hồ sơ")
    SUM = "cong", mark("cộng các hồ sơ")
    LEAST = "nho_nhat", mark("số nhỏ nhất trong các hồ sơ")


class AgeBand(Labelled):
    """Nhóm tuổi — full years on the day."""

    TO_30 = "0", mark("Đến 30 tuổi")
    TO_35 = "1", mark("Từ 31 đến 35 tuổi")
    TO_40 = "2", mark("Từ 36 đến 40 tuổi")
    TO_50 = "3", mark("Từ 41 đến 50 tuổi")
    TO_60 = "4", mark("Từ 51 đến 60 tuổi")
    ABOVE = "5", mark("Trên 60 tuổi")


class SeniorityBand(Labelled):
    """Nhóm tuổi đảng — full years on the day."""

    BELOW_10 = "0", mark("Dưới 10 năm tuổi đảng")
    FROM_10 = "1", mark("Từ 10 đến dưới 20 năm tuổi đảng")
    FROM_20 = "2", mark("Từ 20 đến dưới 30 năm tuổi đảng")
    FROM_30 = "3", mark("Từ 30 đến dưới 40 năm tuổi đảng")
    FROM_40 = "4", mark("Từ 40 đến dưới 50 năm tuổi đảng")
    FROM_50 = "5", mark("Từ 50 năm tuổi đảng")


class Committee(Labelled):
    """Chi ủy — whether a cell has a committee."""

    WITH = "co", mark("có chi ủy")
    WITHOUT = "khong", mark("không có chi ủy")


class Subject(Labelled):
    """Đối tượng khen thưởng."""

    COLLECTIVE = "tap_the", mark("tập thể")
    PERSON = "ca_nhan", mark("cá nhân")


class BadgeRound(Labelled):
    """Đợt tặng Huy hiệu Đảng — four days of the year; others are given outside the rounds."""

    FEBRUARY = "02-03", mark("đợt 3/2")
    MAY = "05-19", mark("đợt 19/5")
    SEPTEMBER = "09-02", mark("đợt 2/9")
    NOVEMBER = "11-07", mark("đợt 7/11")


class EnteredFigure(Labelled):
    """Số liệu nhập — what no record of ours holds; each comes with the paper of its owner body."""

    VISITS_IN_POST = "kham_tai_chuc", mark("cán bộ đương chức")
    VISITS_RETIRED = "kham_nghi_huu", mark("cán bộ nghỉ hưu")
    VISITS_HEROIC_MOTHERS = "kham_me_anh_hung", mark("Bà mẹ Việt Nam anh hùng")
    HOUSES = "nha_dai_doan_ket", mark("nhà đại đoàn kết khởi công")
    GIFTS = "phan_qua", mark("phần quà")
    CARE_VALUE = "gia_tri_cham_lo", mark("đồng, giá trị chăm lo")
