"""Chữ in của thông báo kết luận — as the paper of a body words them."""

from thenchot.people.sittings.words import Outcome, Way

OPENING = (
    "Ngày {day:%d/%m/%Y}, tại {place}, {body} đã họp, do {chair} chủ trì, cho ý kiến về các hồ sơ trình"
    " và kết luận như sau:"
)
WRITTEN = (
    "Đến ngày {day:%d/%m/%Y}, {body} đã cho ý kiến bằng văn bản về các hồ sơ trình, do {chair} chủ trì,"
    " và kết luận như sau:"
)
TITLE = {
    Way.MEETING: "kết luận của {body} tại phiên họp ngày {day:%d/%m/%Y}",
    Way.WRITTEN: "kết luận của {body} qua lấy ý kiến bằng văn bản đến ngày {day:%d/%m/%Y}",
}
CONCLUDED = "{n}. {about}: {outcome}"
OUTCOMES = {
    Outcome.CARRIED: "thống nhất thông qua",
    Outcome.LOST: "không thông qua",
    Outcome.POSTPONED: "chưa cho ý kiến, chuyển sang phiên sau",
}
VOTED = " ({agreed}/{members} thành viên tán thành, {against} không tán thành, {silent} không có ý kiến)"
CONCLUSION = "Các cơ quan, đơn vị liên quan căn cứ kết luận này tổ chức thực hiện."
