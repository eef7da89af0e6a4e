"""Raw news files, the same on every run: what the importer is measured on."""

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
SENTENCES = [
    "Hai bên nhất trí tiếp tục phối hợp chặt chẽ nhằm tổ chức thành công các chuyến thăm và tiếp xúc cấp cao.",
    "Kim ngạch thương mại song phương năm nay ước đạt {n} tỷ USD, tăng {m}% so với cùng kỳ năm trước.",
    "{person} khẳng định Chính phủ khuyến khích và sẵn sàng tạo mọi điều kiện, bảo đảm môi trường thuận lợi cho các"
    " doanh nghiệp mở rộng sản xuất, kinh doanh tại các địa phương.",
    "Nhân dịp này, {person} trân trọng cảm ơn sự hỗ trợ quý báu của {country} trong ứng phó đại dịch thời gian qua.",
    "Về hợp tác đa phương, hai bên chia sẻ quan điểm về việc duy trì hòa bình, ổn định, an ninh, an toàn hàng hải ở"
    " khu vực, tuân thủ luật pháp quốc tế.",
    "Theo {person}, các bộ, ngành và địa phương cần đẩy mạnh và làm sâu sắc hơn nữa quan hệ hợp tác theo hướng thiết"
    " thực, hiệu quả, cùng có lợi.",
    "Dự kiến trong quý {q}, hai nước sẽ tổ chức {m} hoạt động giao lưu nhân dân, văn hóa, giáo dục và du lịch.",
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

    def sentence() -> str:
        return dice.choice(SENTENCES).format(
            person=dice.choice(named), country=country, n=dice.randint(2, 90), m=dice.randint(2, 40),
            q=dice.choice(["I", "II", "III", "IV"]),
        )  # fmt: skip

    body = [
        f"Sáng {day}/{month}, tại {place}, {named[0]} đã hội đàm với {named[1]}, trao đổi các biện pháp thúc đẩy quan"
        f" hệ với {country}.",
        *(" ".join(sentence() for _ in range(4)) for _ in range(7)),
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
