"""Raw news files, the same on every run: what the importer is measured on.

The files share words, names and phrases as news does, and hardly a sentence: any two have less than a tenth of their
runs of three words in common. Texts that repeat sentences would all be taken for versions of one story.
"""

import random
from pathlib import Path

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
MIDDLE = "Thanh Văn Thị Quốc Minh Hữu Đức Xuân Ngọc Bình Hồng Kim Gia Tuấn Thu".split()
GIVEN = "An Bình Châu Dũng Giang Hà Hùng Khánh Lan Minh Nam Sơn Tú Vinh Yến Phúc Quân Thảo".split()
OFFICES = [
    "Bộ trưởng Ngoại giao",
    "Thứ trưởng Bộ Ngoại giao",
    "Phó Thủ tướng",
    "Chủ tịch Quốc hội",
    "Bộ trưởng Công Thương",
    "Đại sứ Việt Nam tại Hàn Quốc",
    "Chủ tịch UBND tỉnh",
    "Thứ trưởng Bộ Tài chính",
]
COUNTRIES = ["Hàn Quốc", "Nhật Bản", "Lào", "Campuchia", "Pháp", "Đức", "Hoa Kỳ", "Ấn Độ"]
PLACES = ["Hà Nội", "TP Hồ Chí Minh", "Đà Nẵng", "Huế", "Cần Thơ"]


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]


NOUNS = _words(
    "quan hệ, thương mại, đầu tư, nông nghiệp, du lịch, giáo dục, y tế, môi trường, năng lượng, công nghệ, hạ tầng,"
    " giao thông, doanh nghiệp, thị trường, nguồn vốn, lao động, hàng hóa, nông sản, thủy sản, dệt may, điện tử,"
    " ngân hàng, tài chính, thuế quan, hải quan, cửa khẩu, cảng biển, đường sắt, sân bay, khu công nghiệp, đô thị,"
    " văn hóa, thể thao, thanh niên, phụ nữ, trẻ em, cộng đồng, địa phương, thành phố, nông thôn, biên giới, an ninh,"
    " quốc phòng, pháp luật, tư pháp, hành chính, dữ liệu, chuyển đổi số, trí tuệ, khoa học, nghiên cứu, đại học,"
    " bệnh viện, vắc xin, thuốc men, thiên tai, khí hậu, nước sạch, rừng ngập mặn, ngư dân, kim ngạch, xuất khẩu"
)
VERBS = _words(
    "thúc đẩy, tăng cường, mở rộng, củng cố, phát triển, nâng cao, tháo gỡ, bảo đảm, hỗ trợ, triển khai, hoàn thiện,"
    " rà soát, ưu tiên, thu hút, khuyến khích, giám sát, cải thiện, đơn giản hóa, hiện đại hóa, đa dạng hóa, kết nối,"
    " chia sẻ, trao đổi, đào tạo, xây dựng, bảo vệ, khai thác, quản lý, tổ chức, phối hợp, đánh giá, đề xuất"
)
MANNERS = _words(
    "hiệu quả, bền vững, toàn diện, thiết thực, kịp thời, đồng bộ, minh bạch, chặt chẽ, lâu dài, thực chất, cân bằng,"
    " linh hoạt, chủ động, an toàn, rộng rãi, từng bước, mạnh mẽ, sâu rộng, ổn định, công bằng"
)
WHEN = _words(
    "trong quý {q}, từ đầu năm, trong {m} tháng qua, thời gian tới, giai đoạn này, sau {m} năm hợp tác, hiện nay,"
    " trước mắt, về lâu dài, mỗi năm"
)
SENTENCES = [
    "{when} hai bên {verb} {noun} {manner}, {verb} {noun} và {verb} {noun} {noun}.",
    "{person} cho rằng {noun} {noun} cần {verb} {noun} theo hướng {manner}, {manner}, nhất là {noun} và {noun}.",
    "Kim ngạch {noun} {when} đạt {n},{q2} tỷ USD, tăng {m}% nhờ {noun} {manner} và {noun} {noun}.",
    "Theo {person}, {noun} của {country} {verb} {noun} {manner} hơn, qua đó {verb} {noun}, {noun} {manner}.",
    "{noun} {manner} {verb} {noun}, còn {noun} {noun} vẫn {verb} {noun} ở {m} tỉnh, {noun} {manner}.",
    "Đại diện {noun} {country} mong muốn {verb} {noun}, {verb} {noun} {manner} {when}.",
    "Với {noun} {noun}, {noun} {manner} giúp {verb} {n} dự án {noun}, {verb} {noun} {noun} {manner}.",
]


def write_texts(folder: Path, files: int, *, people: int = 2000) -> None:
    """`files` text files of about 5 KB in UTF-8, each naming two to five of `people` and an event or two."""
    dice = random.Random(20210706)
    cast = [
        (dice.choice(OFFICES), f"{family} {middle} {given}")
        for family, middle, given in (
            (dice.choice(FAMILY), dice.choice(MIDDLE), dice.choice(GIVEN)) for _ in range(people)
        )
    ]
    for number in range(files):
        folder.joinpath(f"{number:06d}.txt").write_text(text(dice, cast, number))


def text(dice: random.Random, cast: list[tuple[str, str]], number: int) -> str:
    """One page: section, headline, date, standfirst, body with a caption, signature."""
    named = [f"{office} {name}" for office, name in dice.sample(cast, dice.randint(2, 5))]
    country, place = dice.choice(COUNTRIES), dice.choice(PLACES)
    day, month, year = dice.randint(1, 28), dice.randint(1, 12), dice.randint(2001, 2024)

    def words(pattern: str) -> str:
        """The pattern with a word, drawn anew, in each of its places."""
        drawn = {"noun": NOUNS, "verb": VERBS, "manner": MANNERS, "when": WHEN, "person": named}
        for slot, choices in drawn.items():
            parts = pattern.split(f"{{{slot}}}")
            pattern = parts[0] + "".join(dice.choice(choices) + part for part in parts[1:])
        return pattern.format(
            country=country, n=dice.randint(2, 90), m=dice.randint(2, 40), q=dice.choice(["I", "II", "III", "IV"]),
            q2=dice.randint(1, 9),
        )  # fmt: skip

    def sentence() -> str:
        said = words(dice.choice(SENTENCES))
        return said[0].upper() + said[1:]

    body = [
        f"Sáng {day}/{month}, tại {place}, {named[0]} đã hội đàm với {named[1]}, trao đổi các biện pháp thúc đẩy quan"
        f" hệ với {country}.",
        *(" ".join(sentence() for _ in range(5)) for _ in range(6)),
    ]
    caption = f"{named[0]} tại buổi hội đàm. Ảnh: TTXVN"
    return "\n\n".join(
        [
            "Chính trị",
            f"Việt Nam - {country}: Hội đàm lần thứ {number + 1} về hợp tác kinh tế và thương mại",
            f"{day:02d}/{month:02d}/{year} 08:30",
            f"({place}) - {sentence()}",
            body[0],
            caption,
            *body[1:],
            f"{dice.choice(FAMILY).upper()} {dice.choice(GIVEN).upper()}",
        ]
    )
