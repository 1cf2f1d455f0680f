"""Cặp xếp thứ tự — let ICU, inside Chromium, order pairs of Vietnamese names once.

Writes `tests/ground/plain/sort_pairs.tsv`: on each line the name that comes first, a tab, the
name that comes second, as `Intl.Collator("vi")` decides by given name, then middle, then family.
The names are drawn with a fixed seed from the lists below; nobody bears them on purpose.

    python scripts/make_sort_pairs.py            # needs Chromium: THENCHOT_CHROMIUM or the PATH
"""

import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import unicodedata
from pathlib import Path

OUT = Path(__file__).parent.parent / "tests" / "ground" / "plain" / "sort_pairs.tsv"
SEED = 1930
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
VOWELS = "aăâeêioôơuưy"
LETTERS = "abcdđefghijklmnopqrstuvwxyz" + VOWELS
FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Hoàng",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Danh",
    "Thạch",
    "Sơn",
    "Kim",
    "Lâm",
    "Mai",
    "Trương",
    "Trịnh",
    "Đinh",
    "Đoàn",
    "Tô",
    "Tạ",
    "Lưu",
    "Lương",
    "Cao",
    "Châu",
    "Chu",
    "Quách",
    "Thái",
    "Từ",
    "Ung",
    "Ưng",
    "Ông",
    "Ân",
]
MIDDLE = [
    *["Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Thành", "Xuân", "Kim", "Hồng", "Quốc", "Đình", "Công", "Như", "Mỹ", "Thu", "Thùy"],
    *["Thúy", "Thuý", "Thịnh", "Thì", "Vân", "Vạn", "Hoàng", "Hoài", "Bảo", "Bá", "Gia", "Đăng", "Đặng", "Anh", "Ánh"],
    "Thị Bích", "Thị Ngọc", "Thị Hồng", "Ngọc Thanh", "Văn Hữu", "Thị Thu", "Thị Thùy", "Thành Thị",
    "Thi Cúc", "Hoàng Bảo", "Bảo Hoàng", "Như Ý", "",
]  # fmt: skip
GIVEN = [
    "An",
    "Ân",
    "Ẩn",
    "Ấn",
    "Ánh",
    "Ảnh",
    "Anh",
    "Ăn",
    "Bình",
    "Bính",
    "Bảo",
    "Bão",
    "Báo",
    "Bạo",
    "Cường",
    "Cương",
    "Cúc",
    "Cục",
    "Dũng",
    "Dung",
    "Dụng",
    "Dương",
    "Đương",
    "Đường",
    "Đức",
    "Đực",
    "Đạt",
    "Đào",
    "Đảo",
    "Đạo",
    "Giang",
    "Giảng",
    "Hà",
    "Hả",
    "Há",
    "Hạ",
    "Hạnh",
    "Hành",
    "Hoa",
    "Hoà",
    "Hòa",
    "Hoá",
    "Hóa",
    "Hỏa",
    "Họa",
    "Hoàn",
    "Hoan",
    "Hoán",
    "Hoạn",
    "Hùng",
    "Hưng",
    "Hừng",
    "Huệ",
    "Huê",
    "Huế",
    "Khoa",
    "Khóa",
    "Khỏe",
    "Khoẻ",
    "Kiên",
    "Kiện",
    "Kiến",
    "Lan",
    "Lân",
    "Lăn",
    "Linh",
    "Lĩnh",
    "Long",
    "Lộng",
    "Lợi",
    "Lời",
    "Lỗi",
    "Mai",
    "Mại",
    "Mãi",
    "Minh",
    "Mình",
    "My",
    "Mỹ",
    "Mỵ",
    "Nga",
    "Ngà",
    "Ngã",
    "Ngọc",
    "Ngân",
    "Nhân",
    "Nhàn",
    "Nhẫn",
    "Nhận",
    "Oanh",
    "Phú",
    "Phụ",
    "Phương",
    "Phượng",
    "Phường",
    "Quân",
    "Quần",
    "Quận",
    "Quý",
    "Quỳ",
    "Quỹ",
    "Quỷ",
    "Quyên",
    "Quyền",
    "Quyết",
    "Sơn",
    "Sớm",
    "Tâm",
    "Tầm",
    "Tấm",
    "Tân",
    "Tấn",
    "Tận",
    "Tú",
    "Tư",
    "Tứ",
    "Từ",
    "Tự",
    "Thảo",
    "Thạo",
    "Thao",
    "Thắng",
    "Thăng",
    "Thúy",
    "Thuý",
    "Thủy",
    "Thuỷ",
    "Thùy",
    "Tuấn",
    "Tuân",
    "Uyên",
    "Ước",
    "Ư",
    "Vân",
    "Văn",
    "Vạn",
    "Vĩnh",
    "Vinh",
    "Xuân",
    "Xuyến",
    "Ý",
    "Yên",
    "Yến",
    "Yêu",
]
UPLANDS = [
    "Niê",
    "Ênuôl",
    "Êban",
    "Mlô",
    "Kpă",
    "Ksor",
    "Rơ-Chăm",
    "Y-Moan",
    "H'Hen",
    "H'Bĕ",
    "H'Bê",
    "H'Be",
    "K'Brôi",
    "K'Brơi",
    "Siu",
    "Blŭ",
    "Blư",
    "Blu",
    "Čư",
    "Cư",
    "Ñam",
    "Nam",
    "Đinh-Keo",
    "Đinh",
    "Giàng",
    "A-Sử",
    "A-Sư",
    "A",
    "Sùng",
    "Hạng",
    "Kră",
    "Krŏ",
    "Krô",
    "Kro",
]

PAGE = """<!doctype html><meta charset="utf-8"><pre id="out"></pre><script>
const order = new Intl.Collator("vi").compare;
const pairs = PAIRS;
const decide = ([a, b]) => order(a[0], b[0]) || order(a[1], b[1]) || order(a[2], b[2]);
document.getElementById("out").textContent =
  pairs.map((pair) => "LEG"[Math.sign(decide(pair)) + 1]).join("");
</script>"""


def parts(name: str) -> tuple[str, str, str]:
    """Từng phần — given, middle, family; written apart from the code it is to judge."""
    words = name.split(" ")
    return words[-1], " ".join(words[1:-1]), words[0] if len(words) > 1 else ""


def nfc(text: str) -> str:
    """Dựng sẵn — one code point for each letter."""
    return unicodedata.normalize("NFC", text)


def full_name(chance: random.Random) -> str:
    """Họ tên — family, middle and given drawn apart."""
    upland = chance.random() < 0.08
    family, given = (UPLANDS, UPLANDS) if upland else (FAMILY, GIVEN)
    words = [chance.choice(family), chance.choice(MIDDLE), chance.choice(given)]
    return " ".join(word for word in words if word)


def one_change(name: str, chance: random.Random) -> str:
    """Khác một nét — the name with one tone, one letter, one case, or one blank changed."""
    at = chance.choice([index for index, sign in enumerate(name) if sign not in " '-"])
    base, *marks = unicodedata.normalize("NFD", name[at])
    shape = "".join(mark for mark in marks if mark not in TONES)
    kind = chance.random()
    if kind < 0.5 and base.lower() in "aeiouy":
        new = nfc(base + shape + chance.choice(TONES))
    elif kind < 0.75:
        letter = chance.choice(VOWELS if base.lower() in "aeiouy" else LETTERS)
        new = letter.upper() if name[at].isupper() else letter
    elif kind < 0.9:
        new = name[at].swapcase()
    else:
        new = name[at] + chance.choice(["h", "n", "g"])
    return nfc(name[:at] + new + name[at + 1 :])


def syllables() -> list[str]:
    """Âm tiết — every vowel with every tone, bare and in frames, small and capital."""
    frames = ["{}", "t{}", "đ{}n", "Đ{}", "nh{}", "T{}nh"]
    vowels = [nfc(vowel + tone) for vowel in VOWELS for tone in TONES]
    words = [frame.format(vowel) for frame in frames for vowel in vowels]
    return words + [vowel.upper() for vowel in vowels] + list(LETTERS + LETTERS.upper())


def candidates() -> list[tuple[str, str]]:
    """Các cặp — neighbours and strangers, the same for the same seed."""
    chance = random.Random(SEED)
    words = syllables()
    pairs = list(zip(words, words[1:], strict=False))
    pairs += [(chance.choice(words), chance.choice(words)) for _ in range(1400)]
    for _ in range(2200):
        name = full_name(chance)
        pairs.append((name, one_change(name, chance)))
    for _ in range(1200):
        family, given = chance.choice(FAMILY), chance.choice(GIVEN)
        one, two = (f"{family} {chance.choice(MIDDLE)}".strip() for _ in range(2))
        pairs.append((f"{one} {given}", f"{two} {given}"))
    pairs += [(full_name(chance), full_name(chance)) for _ in range(1200)]
    pairs += [(chance.choice(UPLANDS), chance.choice(UPLANDS)) for _ in range(300)]
    swapped = [(two, one) if chance.random() < 0.5 else (one, two) for one, two in pairs]
    return list(dict.fromkeys((one, two) for one, two in swapped if one != two))


def decided(pairs: list[tuple[str, str]]) -> str:
    """Chromium trả lời — one letter per pair: L lower first, E equal, G the other way round."""
    chromium = os.environ.get("THENCHOT_CHROMIUM") or shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "order.html")
        asked = json.dumps([(parts(one), parts(two)) for one, two in pairs])
        page.write_text(PAGE.replace("PAIRS", asked), encoding="utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--dump-dom",
        ]
        command = [chromium, *flags, f"--user-data-dir={folder}/profile", page.as_uri()]
        shown = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    answer = re.search(r'<pre id="out">([LEG]+)</pre>', shown.stdout)
    if answer is None or len(answer[1]) != len(pairs):
        raise SystemExit("Chromium không trả lời đủ các cặp.")
    return answer[1]


def main() -> None:
    """Ghi tệp — the decided pairs; those ICU holds equal are left out."""
    pairs = candidates()
    rows = [
        f"{one}\t{two}\n" if verdict == "L" else f"{two}\t{one}\n"
        for (one, two), verdict in zip(pairs, decided(pairs), strict=True)
        if verdict != "E"
    ]
    OUT.write_text("".join(rows), encoding="utf-8")
    print(f"{len(rows)} cặp, {OUT.stat().st_size // 1024} KB: {OUT}")


if __name__ == "__main__":
    main()
