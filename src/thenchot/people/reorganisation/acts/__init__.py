"""Việc sắp xếp — what the office records of its schemes."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_SCHEME = mark("Nguyên tắc sắp xếp: mỗi dòng của đề án nói đủ một việc")

speak_for(
    {
        "scheme_decided_by_a_paper": Reason(
            mark("Đề án chỉ được ghi là đã quyết định khi có văn bản."), {}, _SCHEME, "basis"
        ),
        "scheme_has_a_title": Reason(mark("Tên đề án không được để trống."), {}, _SCHEME, "title"),
        "scheme_step_numbered_once": Reason(
            mark("Đề án đã có dòng mang số này."), {}, _SCHEME, "number"
        ),
        "scheme_step_says_where": Reason(
            mark("Dòng này thiếu hoặc thừa đơn vị, nơi đến."), {}, _SCHEME, "into"
        ),
        "scheme_step_says_the_name": Reason(
            mark("Thành lập, đổi tên thì phải ghi tên."), {}, _SCHEME, "name"
        ),
        "scheme_step_says_the_kind": Reason(
            mark("Thành lập, chuyển loại thì phải ghi loại và cấp."), {}, _SCHEME, "kind"
        ),
        "scheme_step_joins_two": Reason(mark("Nơi đến phải là đơn vị khác."), {}, _SCHEME, "into"),
        "scheme_step_share_is_a_part": Reason(
            mark("Phần chia phải lớn hơn 0 và không quá 1."), {}, _SCHEME, "share"
        ),
        "scheme_post_numbered_once": Reason(
            mark("Đề án đã có chức vụ mang số này."), {}, _SCHEME, "number"
        ),
        "scheme_post_says_where": Reason(
            mark("Chức vụ mới phải đặt ở đúng một đơn vị."), {}, _SCHEME, "unit"
        ),
        "scheme_post_has_a_title": Reason(
            mark("Tên chức vụ không được để trống."), {}, _SCHEME, "title"
        ),
        "scheme_post_ended_once": Reason(
            mark("Chức vụ này đã có trong các chức vụ thôi của đề án."), {}, _SCHEME, "post"
        ),
        "scheme_quota_said_once": Reason(
            mark("Biên chế loại này của đơn vị đã được ghi."), {}, _SCHEME, "into"
        ),
        "scheme_quota_says_where": Reason(
            mark("Biên chế phải giao cho đúng một đơn vị."), {}, _SCHEME, "into"
        ),
        "scheme_quota_is_listed": Reason(
            mark("Biên chế phải thuộc một loại của danh mục và không âm."), {}, _SCHEME, "assigned"
        ),
        "scheme_place_said_once": Reason(
            mark("Người này đã được bố trí trong đề án."), {}, _SCHEME, "person"
        ),
        "scheme_place_says_where": Reason(
            mark("Bố trí phải nói rõ nơi đến; thôi giữ chức vụ thì không ghi nơi đến."),
            {},
            _SCHEME,
            "unit",
        ),
        "scheme_consent_said_once": Reason(
            mark("Văn bản đồng ý về việc này đã được ghi."), {}, _SCHEME, "paper"
        ),
        "scheme_consent_says_where": Reason(
            mark("Văn bản đồng ý phải nói về đúng một đơn vị."), {}, _SCHEME, "unit"
        ),
    }
)
