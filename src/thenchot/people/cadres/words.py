"""Từ ngữ về cán bộ — rights, kinds of qualifications, what decisions are about."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with decisions on cadres."""

    READ = "cadres.xem", mark("Xem quyết định về cán bộ")
    RECORD_DECISION = "cadres.ghi", mark("Ghi quyết định về tổ chức, cán bộ, lương")
    RECORD_QUALIFICATION = (
        "cadres.ghi_trinh_do",
        mark("Ghi trình độ, đánh giá năng lực của cán bộ, đảng viên"),
    )


class QualificationKind(Labelled):
    """Loại trình độ — of each a person holds the highest one at a time."""

    PROFESSIONAL = "chuyen_mon", mark("Trình độ chuyên môn")
    POLITICAL = "ly_luan", mark("Lý luận chính trị")


class DecisionMatter(Labelled):
    """Nội dung quyết định — organization, personnel, training; and four kinds of salary."""

    ORGANIZATION = "to_chuc", mark("Tổ chức bộ máy")
    PERSONNEL = "can_bo", mark("Cán bộ")
    TRAINING = "dao_tao", mark("Đào tạo, bồi dưỡng")
    SALARY_STEP = "luong_thuong_xuyen", mark("Nâng lương thường xuyên")
    SALARY_EARLY = "luong_truoc_han", mark("Nâng lương trước thời hạn")
    SALARY_GRADE = "xep_luong", mark("Chuyển ngạch, xếp lương")
    SALARY_SENIORITY = "tham_nien_vuot_khung", mark("Phụ cấp thâm niên vượt khung")


SALARIES = frozenset({
    DecisionMatter.SALARY_STEP, DecisionMatter.SALARY_EARLY, DecisionMatter.SALARY_GRADE,
    DecisionMatter.SALARY_SENIORITY,
})  # fmt: skip


class Limits(Labelled):
    """Mức của quy định — for the clocks of people who hold posts."""

    RETIRING_MEN = (
        "nghi_huu.nam",
        mark("Tuổi nghỉ hưu của nam: số tháng năm 2021, thêm mỗi năm, mức cuối"),
    )
    RETIRING_WOMEN = (
        "nghi_huu.nu",
        mark("Tuổi nghỉ hưu của nữ: số tháng năm 2021, thêm mỗi năm, mức cuối"),
    )
    APPOINTED_MONTHS = "bo_nhiem.so_thang", mark("Số tháng giữ chức vụ của mỗi lần bổ nhiệm")
