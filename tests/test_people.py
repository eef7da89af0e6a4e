"""Finding people: invented sentences, one habit of Vietnamese news each. `name | role | country`; `?`
marks unsure."""

import pytest

from articles.text.people.find import find_people
from tests.stories import story


def seen(text, **options):
    """`name | role | country` of everyone found, unsure ones with `?` in front."""
    people = find_people(text, story(text), **options)
    for person in people:
        assert all(0 <= span.start < span.end <= len(text) for span in person.spans + person.role_spans)
        written = text[person.spans[0].start : person.spans[0].end]
        assert " ".join(written.split()) in (person.name, *person.other_names)
    return [f"{'' if p.sure else '?'}{p.name} | {p.role} | {p.country}" for p in people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An office before the name.
        ("Bộ trưởng Bộ Ngoại giao Tạ Lam Sơn nói.", ["Tạ Lam Sơn | Bộ trưởng Bộ Ngoại giao | "]),
        ("Bộ trưởng Ngoại giao Lê Sơn Hà nói.", ["Lê Sơn Hà | Bộ trưởng Ngoại giao | "]),
        ("Thứ trưởngTạ Kha tiếp đoàn.", ["Tạ Kha | Thứ trưởng | "]),
        ("chủ tịch Quốc hội Vi Thị Kiên chủ trì.", ["Vi Thị Kiên | Chủ tịch Quốc hội | "]),
        (
            "Uỷ viên Bộ Chính trị, Chủ tịch nước Tạ Hoà Khoa dự.",
            ["Tạ Hoà Khoa | Uỷ viên Bộ Chính trị, Chủ tịch nước | "],
        ),
        # What a body is for is no verb behind it; the youth union of a commune is called after that.
        (
            "Ông Hà Văn Lộc, Trưởng phòng Tiếp dân và giải quyết khiếu nại, nói.",
            ["Hà Văn Lộc | Trưởng phòng Tiếp dân và giải quyết khiếu nại | "],
        ),
        (
            "Giám đốc Trung tâm Xúc tiến và thu hút đầu tư tỉnh Lam Trà Hà Văn Lộc nói.",
            ["Hà Văn Lộc | Giám đốc Trung tâm Xúc tiến và thu hút đầu tư tỉnh Lam Trà | "],
        ),
        ("Bí thư Đoàn xã Lam Trà Hà Văn Lộc nói.", ["Hà Văn Lộc | Bí thư Đoàn xã Lam Trà | "]),
        ("Bí thư Đoàn xã Hà Văn Lộc nói.", ["Hà Văn Lộc | Bí thư Đoàn xã | "]),
        # Who came with the holder of an office, and what the members of a parliament do, are no part of it.
        (
            "Bộ trưởng tiếp Đại tướng Somchai Lanna, Thư ký Thường trực Bộ Quốc phòng Thái Lan và các thành viên.",
            ["Somchai Lanna | Thư ký Thường trực Bộ Quốc phòng Thái Lan | Thái Lan"],
        ),
        (
            "Giám đốc Ban Quản lý các khu đô thị và các thành phố vệ tinh Hà Văn Lộc nói.",
            ["Hà Văn Lộc | Giám đốc Ban Quản lý các khu đô thị và các thành phố vệ tinh | "],
        ),
        (
            "Về những nội dung đoàn Nghị sĩ Hạ viện Lào quan tâm, Thứ trưởng Hà Văn Lộc đã nói.",
            ["Hà Văn Lộc | Thứ trưởng | "],
        ),
        # Nobody holds the offices of two countries; whose president visits the prime minister is another.
        (
            "Trước chuyến thăm của Tổng thống Peru, Thủ tướng Israel Holt đã phát biểu.",
            ["?Holt | Thủ tướng | Israel"],
        ),
        # A whole name of two letters, where names that are hidden end in the letters that they begin with.
        ("Anh gặp cố lãnh đạo Triều Tiên Kim Lam Il.", ["?Kim Lam Il | Cố lãnh đạo | Triều Tiên"]),
        ("Nhân chứng Nguyễn Văn Th. đã nói. Anh gặp bà Tạ Thị Qu. ở chợ.", []),
        # The number of a king, of one letter or more.
        ("Quốc vương Lamond V đã tới.", ["Lamond V | Quốc vương | "]),
        ("Bức tranh của Sa hoàng Robert II (thế kỷ 19).", ["Robert II | Sa hoàng | "]),
        # At the end of a list, who represents a body is nobody told of before.
        (
            "Đón đoàn có Bộ trưởng Lào Som Vi-lay, Đại sứ Lào Khăm Lanna, đại diện Bộ Ngoại giao Lào.",
            ["Som Vi-lay | Bộ trưởng | Lào", "Khăm Lanna | Đại sứ | Lào"],
        ),
        # Who speaks for somebody is another.
        (
            "Thừa ủy quyền của Thứ trưởng Hà Văn Lộc, lãnh đạo Cục Chăn nuôi đã nói.",
            ["Hà Văn Lộc | Thứ trưởng | "],
        ),
        # A judge or a member of parliament is known by the office told of behind the name.
        (
            "Thẩm phán Tạ Lam Khê, Chánh tòa Hình sự TAND tỉnh Lam Trà cho biết.",
            ["Tạ Lam Khê | Chánh tòa Hình sự TAND tỉnh Lam Trà | "],
        ),
        (
            "Nghị sĩ Robert Holt, Chủ tịch Ủy ban Quân vụ Hạ viện, nói.",
            ["Robert Holt | Chủ tịch Ủy ban Quân vụ Hạ viện | "],
        ),
        # Words of an office that no list knew: a comma between two sorts of schools, a ministry's affairs.
        (
            "Chủ tịch Hiệp hội các trường đại học, cao đẳng Lam Trà – Giáo sư Hà Văn Lộc đã dự.",
            ["Hà Văn Lộc | Chủ tịch Hiệp hội các trường đại học, cao đẳng Lam Trà | "],
        ),
        (
            "Phát ngôn viên chính thức của Bộ Ngoại giao Lào Anna Ozola đã nói.",
            ["Anna Ozola | Phát ngôn viên chính thức của Bộ Ngoại giao | Lào"],
        ),
        (
            "Bộ trưởng Các vấn đề Nghị viện và Dân tộc Thiểu số của Ấn Độ ông Ravi Durg đã đến.",
            ["Ravi Durg | Bộ trưởng Các vấn đề Nghị viện và Dân tộc Thiểu số | Ấn Độ"],
        ),
        (
            "Có ông Hà Văn Lộc - Phó Chủ tịch UBND tỉnh, Đức Pháp chủ - Trưởng lão Hòa thượng Thích Lam Quang dự.",
            [
                "Hà Văn Lộc | Phó Chủ tịch UBND tỉnh | ",
                "Thích Lam Quang | Đức Pháp chủ - Trưởng lão Hòa thượng | ",
            ],
        ),
        # A Lao name of many syllables behind a rank; an initial behind a state; a sentence that no full stop ends.
        (
            "Đoàn do trung tá Khăm Sinh Phan Tha Lông (Bộ Quốc phòng Lào) dẫn đầu đã đến.",
            ["Khăm Sinh Phan Tha Lông | Trung tá | "],
        ),
        ("Thống đốc bang Lamho E. K. Vanco đã phát biểu.", ["?E. K. Vanco | Thống đốc bang Lamho | "]),
        (
            "Ca sĩ Tạ Duy Kha Ngay lập tức, anh nhập viện. Diễn viên Vi Lam Trang Vợ chồng cô đã dự.",
            ["Tạ Duy Kha | Ca sĩ | ", "Vi Lam Trang | Diễn viên | "],
        ),
        # A name that is also a year's, behind a form of address.
        ("Theo anh Đinh Mùi, chợ đông. Xuân Đinh Mùi đã về. Năm Đinh Mùi, chợ đông.", ["Đinh Mùi |  | "]),
        # Religious names have no surname; a place behind the same word is nobody.
        ("Ni sư Lam Nhũ và Hòa thượng Quảng Khê giảng.", ["Lam Nhũ | Ni sư | ", "Quảng Khê | Hòa thượng | "]),
        ("Ni sư Bến Tre và các Đại đức Việt Nam đã dự.", []),
        # The head of a unit beside another one; surnames of the Cham and the Raglai.
        (
            "Bí thư Đảng ủy xã Lò Văn Sằm và Trưởng bản Lường Thị Phà tiếp đoàn.",
            ["?Lò Văn Sằm | Bí thư Đảng ủy xã | ", "Lường Thị Phà | Trưởng bản | "],
        ),
        (
            "Nghệ nhân Đàng Thị Khê và Trưởng thôn Pinăng Lam đã dự.",
            ["Đàng Thị Khê | Nghệ nhân | ", "Pinăng Lam | Trưởng thôn | "],
        ),
        # A given name that is also a feast, behind a province; a province of Laos.
        ("Bí thư Tỉnh ủy Sóc Trăng Tạ Quốc Khánh nói.", ["Tạ Quốc Khánh | Bí thư Tỉnh ủy Sóc Trăng | "]),
        ("Dự lễ Quốc Khánh có nhiều người. Trường Nguyễn Trãi Hà Nội dự.", []),
        ("Bí thư Tỉnh ủy Hủa Phăn Som Vi-lay đến.", ["Som Vi-lay | Bí thư Tỉnh ủy Hủa Phăn | "]),
        # What somebody was counts less than what they are; a party of one word; an opposition has no name of its own.
        ("Đạo diễn Tạ Lam Khê, từng là trợ lý trường quay, nói.", ["Tạ Lam Khê | Đạo diễn | "]),
        ("Ông Hà Văn Lộc, từng là Giám đốc Sở Y tế, nói.", ["Hà Văn Lộc | Giám đốc Sở Y tế | "]),
        ("Lãnh đạo Đảng Xanh Robert Holt nói.", ["?Robert Holt | Lãnh đạo Đảng Xanh | "]),
        ("Lãnh đạo phe đối lập Sujith Weera lại muốn họp.", ["Sujith Weera | Lãnh đạo phe đối lập | "]),
        ("Lãnh đạo đảng đối lập Bharat Lamata lại muốn họp.", []),
        # A country in one word, an embassy behind the office, an office behind a verb that opens the sentence.
        ("Tổng thống Hàn Moon Ha-neul nói.", ["Moon Ha-neul | Tổng thống | Hàn Quốc"]),
        (
            "Bà Anna Holt, Bí thư thứ ba Đại sứ quán Peru.",
            ["Anna Holt | Bí thư thứ ba Đại sứ quán Peru | Peru"],
        ),
        ("Đón Tổng Bí thư Tạ Lam Sơn có nhiều người.", ["Tạ Lam Sơn | Tổng Bí thư | "]),
        # A town with stops in its abbreviation, and one office by two names.
        ("Đoàn viên, sinh viên T.P Lam Trà và sinh viên Lào đã dự.", []),
        (
            "Ngoại trưởng Peru Holt đã đến.\n\nBộ trưởng Ngoại giao Peru Anna Holt nói.",
            ["Anna Holt | Ngoại trưởng | Peru"],
        ),
        # Rolls: each office stays with the one it stands behind or before.
        (
            "Cùng bị khởi tố có Lê Văn Lam (SN 1981), Phó Giám đốc và Đặng Thị Én (SN 1988), kế toán của xã.",
            ["Lê Văn Lam | Phó Giám đốc | ", "Đặng Thị Én | Kế toán của xã | "],
        ),
        (
            "Dự có Chủ tịch Hội Nông dân Lò Đức Kha, nguyên Chủ tịch Quốc hội Hàn Quốc Park Dong Lam cùng nhiều bạn.",
            [
                "Lò Đức Kha | Chủ tịch Hội Nông dân | ",
                "Park Dong Lam | Nguyên Chủ tịch Quốc hội | Hàn Quốc",
            ],
        ),
        (
            "Nhận lời mời của đồng chí Tạ Lam Sơn, Bí thư Thành ủy, Trưởng đoàn đại biểu Quốc hội thành phố, đồng chí "
            "Som Vi-lay, Chủ tịch HĐND Thủ đô Viêng Chăn (CHDCND Lào) dẫn đầu Đoàn đại biểu sang thăm.",
            [
                "Tạ Lam Sơn | Bí thư Thành ủy, Trưởng đoàn đại biểu Quốc hội thành phố | ",
                "Som Vi-lay | Chủ tịch HĐND Thủ đô Viêng Chăn | Lào",
            ],
        ),
        (
            "Đoàn có Bộ trưởng Công an Vương Lam Hồng, Bộ trưởng Quốc phòng Đổng Khê, cùng nhiều lãnh đạo.",
            ["Vương Lam Hồng | Bộ trưởng Công an | ", "Đổng Khê | Bộ trưởng Quốc phòng | "],
        ),
        # An office's house is nobody's office; a province abroad; a name of many syllables.
        ("Đoàn đã đến Phủ Tổng thống Hàn Quốc Lamsan.", []),
        (
            "Thống đốc tỉnh Lamguchi Kiyota Lamnobu đã dự.",
            ["?Kiyota Lamnobu | Thống đốc tỉnh Lamguchi | "],
        ),
        (
            "Có Bộ trưởng Hoàng cung Samdech Phnea Srey Sok Nim Lam; các đại biểu khác.",
            ["Phnea Srey Sok Nim Lam | Bộ trưởng Hoàng cung | "],
        ),
        # A diocese is a unit like a province, a council a body of the state; who speaks for a commune has no name.
        (
            "Lời chúc gửi đến Giám mục Chính tòa Giáo phận Xuân Lộc Đỗ Văn Khê.",
            ["Đỗ Văn Khê | Giám mục Chính tòa Giáo phận Xuân Lộc | "],
        ),
        (
            "Có Bí thư Thành ủy, Chủ tịch HĐND Thủ đô Viêng Chăn Bounpheng Lamlom; các đại biểu.",
            ["Bounpheng Lamlom | Bí thư Thành ủy, Chủ tịch HĐND Thủ đô Viêng Chăn | "],
        ),
        ("Ngày 11/6, đại diện Công an xã Quế Thọ cho hay đã bắt giữ.", []),
        (
            "Nancy Holt, the U.S. ambassador to Vietnam, said.",
            ["Nancy Holt | Ambassador to Vietnam | United States"],
        ),
        # What is owned has a name of its own, and so has a hamlet: nobody else's.
        ("Chị Lê Thị Én, chủ shop Hoa Yêu Thương, nói.", ["Lê Thị Én | Chủ shop Hoa Yêu Thương | "]),
        ("Ông Tạ Kha, chủ một tiệm hoa ở quận 3, kể.", ["Tạ Kha | Chủ một tiệm hoa ở quận 3 | "]),
        ("Chủ quán Lê Thị Én nói.", ["Lê Thị Én | Chủ quán | "]),
        ("Ông Hồ Văn Lưng, Trưởng bản Ka Tiêng, nói.", ["Hồ Văn Lưng | Trưởng bản Ka Tiêng | "]),
        ("Trưởng bản Lường Thị Phà nói.", ["Lường Thị Phà | Trưởng bản | "]),
        # A firm in Latin letters behind an office behind a name, but no second person.
        (
            "Ông Tạ Lam Minh, Tổng giám đốc Lam Motors cho biết.",
            ["Tạ Lam Minh | Tổng giám đốc Lam Motors | "],
        ),
        ("Ông Tạ Kha, Tổng giám đốc Zentra Nova nói.", ["Tạ Kha | Tổng giám đốc Zentra Nova | "]),
        (
            "Dự có ông Tạ Kha, Giám đốc Anna Holt và nhiều khách.",
            ["Tạ Kha |  | ", "Anna Holt | Giám đốc | "],
        ),
        # Fields of bodies in lower case: behind the head, behind a dash, with a word that is a verb elsewhere.
        (
            "Ông Tạ Kha - Phó ban tuyên giáo Thành ủy cho rằng vậy.",
            ["Tạ Kha | Phó ban tuyên giáo Thành ủy | "],
        ),
        (
            "Chủ nhiệm Ủy ban Tài chính - ngân sách Tạ Lam Kha nói.",
            ["Tạ Lam Kha | Chủ nhiệm Ủy ban Tài chính - ngân sách | "],
        ),
        ("Tạ Lam Kha, Giám đốc Cục Hàng không, nói.", ["Tạ Lam Kha | Giám đốc Cục Hàng không | "]),
        ("Nhân viên hàng không Lê Thị Én khóc.", ["Lê Thị Én | Nhân viên hàng không | "]),
        ("Ông Tạ Kha, Phó Giám đốc Nhà hát dân ca, nói.", ["Tạ Kha | Phó Giám đốc Nhà hát dân ca | "]),
        ("Bộ trưởng Bộ KH-CN Tạ Lam Kha nói.", ["Tạ Lam Kha | Bộ trưởng Bộ KH-CN | "]),
        ("Bộ trưởng Nhà ở Peru Anna Holt đến.", ["Anna Holt | Bộ trưởng Nhà ở | Peru"]),
        (
            "Nhà báo Tạ Kha, Phó Tổng biên tập Báo Chàng Trai, dự.",
            ["Tạ Kha | Phó Tổng biên tập Báo Chàng Trai | "],
        ),
        (
            "Pavel Durin, nhà sáng lập trang mạng xã hội Lamtakte, nói.",
            ["Pavel Durin | Nhà sáng lập trang mạng xã hội Lamtakte | "],
        ),
        ("Tiếp ông Tạ Kha, Giám đốc cười.", ["Tạ Kha |  | "]),
        # Degrees together; an age between trade and name; students are not born; a form of address is no surname.
        ("GS.TSKH Tạ Văn Kha nói.", ["Tạ Văn Kha | GS.TSKH | "]),
        ("Nữ tài xế 26 tuổi Lê Thị Én bị bắt.", ["Lê Thị Én | Nữ tài xế | "]),
        ("Em Vi Thị Kha (sinh viên năm hai) kể.", ["Vi Thị Kha | Sinh viên | "]),
        ("Ông Tạ Văn Kha, Chủ tịch xã, nói. Đường Ông Tạ đông.", ["Tạ Văn Kha | Chủ tịch xã | "]),
        # Who asks is not the subject; those who stand behind `và` are others; what somebody led is one person's.
        (
            "Trao đổi với báo chí, ông Tạ Kha, Trưởng phòng Nông nghiệp huyện Bến Đò cho biết vậy.",
            ["Tạ Kha | Trưởng phòng Nông nghiệp huyện Bến Đò | "],
        ),
        (
            "Có bà Lê Thị Én, Bí thư Huyện ủy và lãnh đạo của Lào cùng dự.",
            ["Lê Thị Én | Bí thư Huyện ủy | "],
        ),
        (
            "Robert Holt, cựu lãnh đạo CIA tại Peru, thừa nhận.",
            ["Robert Holt | Cựu lãnh đạo CIA tại Peru | "],
        ),
        # Those whom a sentence is about do not speak; an office glued on; a note of the editors; a street's number.
        (
            "Thiếu học sinh ở trường tư thục, ông Tạ Lam Kha - Giám đốc Sở nói vậy.",
            ["Tạ Lam Kha | Giám đốc Sở | "],
        ),
        ("Giáo sư An Teg Won-Giám đốc Viện Lam Trà nói.", ["An Teg Won | Giám đốc Viện Lam Trà | "]),
        (
            "Con của GS Tạ Lam Hy (người sáng lập báo Bến Đò -PV) nói.",
            ["Tạ Lam Hy | Người sáng lập báo Bến Đò | "],
        ),
        ("Nhà ở 15A/28 Lê Lam Tôn đã bán. Trường THPT tư thục Phạm Lam Đồng mở.", []),
        # An office as the label of a line; words on an office and a comma before a form of address.
        (
            "Phó chủ tịch: Trần Lam Tuấn (chuyên môn), Cao Văn Kha (truyền thông)",
            ["Trần Lam Tuấn | Phó chủ tịch | ", "Cao Văn Kha | Phó chủ tịch | "],
        ),
        ("Bác sĩ: Trần Phú ở đâu?", ["?Trần Phú | Bác sĩ | "]),
        ("Quản lý của nữ ca sĩ, anh Trịnh Gia Bách, nói.", ["Trịnh Gia Bách | Quản lý | "]),
        ("Phát ngôn viên từ Nhà Trắng, ông Ian Holt nói.", ["Ian Holt | Phát ngôn viên | "]),
        ("Bác sĩ lắc đầu, ông Tạ Văn Kha bật khóc.", ["Tạ Văn Kha |  | "]),
        ("Đại diện Công ty Lam Trà, bà Lê Thị Én nói.", ["Lê Thị Én | Đại diện Công ty Lam Trà | "]),
        ("Thay mặt lãnh đạo Sở Y tế, ông Tạ Văn Kha nói.", ["Tạ Văn Kha |  | "]),
        ("Nghe Điều phối viên nhân đạo Ingrid Solheim.", ["?Ingrid Solheim | Điều phối viên nhân đạo | "]),
        # A middle name shows where a name of four begins; a number opens what does not belong to an office.
        (
            "Có Phó Chủ tịch HĐND thành phố Ngô Thị Kim Liên.",
            ["Ngô Thị Kim Liên | Phó Chủ tịch HĐND thành phố | "],
        ),
        (
            "Có ông Tạ Kha - Trưởng phòng Văn hóa và 150 hội viên.",
            ["Tạ Kha | Trưởng phòng Văn hóa | "],
        ),
        # Lists behind a counted office, `nhiều … như`, a spokesman, brackets, a name with Jr, one more office.
        (
            "Có hai phó chủ tịch, gồm các ông Tạ Lam Kha, Lê Lam Hải và bà Vi Thị Én.",
            ["Tạ Lam Kha | Phó chủ tịch | ", "Lê Lam Hải | Phó chủ tịch | ", "Vi Thị Én | Phó chủ tịch | "],
        ),
        (
            "Nhiều Thượng nghị sĩ như Bruno Holt, T.K. Vidal đến.",
            ["Bruno Holt | Thượng nghị sĩ | ", "T.K. Vidal | Thượng nghị sĩ | "],
        ),
        ("Theo người phát ngôn Nhà Trắng, Tổng thống Owen Holt đến.", ["Owen Holt | Tổng thống | "]),
        (
            "Có Quốc vụ khanh phụ trách y tế (Bộ Y tế) Anna Holt.",
            ["Anna Holt | Quốc vụ khanh phụ trách y tế (Bộ Y tế) | "],
        ),
        ("Thị trưởng John C. Holt Jr., nói. Đoàn Nhật Bản viếng.", ["John C. Holt Jr | Thị trưởng | "]),
        ("Tướng Tạ Lam Kha (hiện là chủ tịch nước) đi.", ["Tạ Lam Kha | Chủ tịch nước | "]),
        (
            "Có Tạ Lam Kha - Ủy viên Ban Thường vụ Tỉnh ủy; Phó Chủ tịch HĐND tỉnh; Vi Thị Én - Bí thư xã.",
            [
                "Tạ Lam Kha | Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch HĐND tỉnh | ",
                "Vi Thị Én | Bí thư xã | ",
            ],
        ),
        (
            "Có ông Tạ Kha, Chủ tịch xã; Phó Chủ tịch xã Lê Thị Én; Trưởng phòng Y tế huyện, ông Vi Văn Kiên.",
            [
                "Tạ Kha | Chủ tịch xã | ",
                "?Lê Thị Én | Phó Chủ tịch xã | ",
                "Vi Văn Kiên | Trưởng phòng Y tế huyện | ",
            ],
        ),
        # A sport between trade and name; lists behind `bao gồm`; brackets with what each of them does.
        ("VĐV điền kinh Nguyễn Thị Lam thắng.", ["Nguyễn Thị Lam | VĐV điền kinh | "]),
        ("Học sinh tiểu học Nguyễn Lam Khoa đến.", ["?Nguyễn Lam Khoa | Học sinh tiểu học | "]),
        (
            "3 HLV bao gồm: Mai Đức Kha (bóng đá nữ), Trần Văn Sỹ (điền kinh), Lê Hoàng Lam (bơi).",
            ["Mai Đức Kha | HLV | ", "Trần Văn Sỹ | HLV | ", "Lê Hoàng Lam | HLV | "],
        ),
        # A second office without a mark; a people or nation before the office; the number of a hamlet; a nun.
        (
            "Ông Đặng Lam Tâm, doanh nhân đồng thời là đại biểu Quốc hội, nói.",
            ["Đặng Lam Tâm | Đại biểu Quốc hội | "],
        ),
        (
            "Với vai trò diễn giả, ông Martin Holt, Đại sứ Peru tại Việt Nam cho biết.",
            ["Martin Holt | Đại sứ Peru tại Việt Nam | Peru"],
        ),
        (
            "Anh Vi Văn Dũng – dân tộc Thái, sinh năm 1964, trưởng bản Hòa Sơn, kể.",
            ["Vi Văn Dũng | Trưởng bản Hòa Sơn | "],
        ),
        ("Trưởng ấp 3 Lê Văn Kha nói.", ["Lê Văn Kha | Trưởng ấp 3 | "]),
        ("Ni sư Thích nữ Lam Như, trụ trì chùa, nói.", ["Thích nữ Lam Như | Trụ trì chùa | "]),
        (
            "Theo bà Trần Lam Liên, hiệu trưởng trường mầm non Bến Đò nơi có nhiều bé nhập viện, cho biết vậy.",
            ["Trần Lam Liên | Hiệu trưởng trường mầm non Bến Đò | "],
        ),
        ("Carrie Holt, nhân viên làm việc tại trạm xăng, kể.", ["?Carrie Holt | Nhân viên | "]),
        # Initials, which no Vietnamese abbreviation is; popes and kings by number; the houses of presidents.
        ("Phó Tổng thống JD Holt nói. JP Morgan tăng vốn.", ["JD Holt | Phó Tổng thống | "]),
        ("Giáo hoàng Leo XV đến. Đại hội Đảng XV họp.", ["Leo XV | Giáo hoàng | "]),
        ("Giám đốc Nhà Trắng Kevin Lamtt đến.", ["Kevin Lamtt | Giám đốc Nhà Trắng | "]),
        ("Đại biểu Quốc hội khóa XV Lê Văn Kha nói.", ["Lê Văn Kha | Đại biểu Quốc hội khóa XV | "]),
        ("Ông Lê Kha, Chủ tịch xã khóa cửa.", ["Lê Kha | Chủ tịch xã | "]),
        ("Ông Khoa Đình Nhật, Giám đốc Sở Y tế, nói.", ["?Khoa Đình Nhật | Giám đốc Sở Y tế | "]),
        # Elected or appointed.
        (
            "Đại hội bầu ông Tạ Lam Kha làm Chủ tịch Hội Nông dân.",
            ["Tạ Lam Kha | Chủ tịch Hội Nông dân | "],
        ),
        (
            "Bà Lò Thị Én được Thủ tướng bổ nhiệm giữ chức vụ Thứ trưởng Bộ Tài chính.",
            ["Lò Thị Én | Thứ trưởng Bộ Tài chính | "],
        ),
        ("Trưởng ban dân vận Thành ủy Lò Thị Én dự.", ["Lò Thị Én | Trưởng ban dân vận Thành ủy | "]),
        # Names of Vietnamese-looking syllables from abroad.
        (
            "Có đồng chí Chăn Thă Von Si Ha Chắc, Bí thư Tỉnh Đoàn Salavan.",
            ["Chăn Thă Von Si Ha Chắc | Bí thư Tỉnh Đoàn Salavan | "],
        ),
        (
            "Tham tán công sứ Campuchia tại Việt Nam Sam Than đã tới dự.",
            ["Sam Than | Tham tán công sứ Campuchia tại Việt Nam | Campuchia"],
        ),
        (
            "Có bà Kheap Lam An, Phó Chủ tịch Hội Nông dân Campuchia dự.",
            ["?Kheap Lam An | Phó Chủ tịch Hội Nông dân Campuchia | Campuchia"],
        ),
        ("Thomas Holt, Thống đốc bang, nói. Thống đốc T. Holt cười.", ["Thomas Holt | Thống đốc bang | "]),
        # A counted list, its last two by `là bà … và ông …`; an office, a dash and the name.
        (
            "Có 2 Phó Tổng giám đốc Tạ Lam Kha, Lò Thị Én và hai thành viên Ban kiểm soát là bà Vi Thị Kiên và "
            "ông Hà Văn Lộc.",
            [
                "Tạ Lam Kha | Phó Tổng giám đốc | ",
                "Lò Thị Én | Phó Tổng giám đốc | ",
                "Vi Thị Kiên | Thành viên Ban kiểm soát | ",
                "Hà Văn Lộc | Thành viên Ban kiểm soát | ",
            ],
        ),
        (
            "Do Tham mưu trưởng Quân khu 7 - Hà Văn Lộc làm trưởng đoàn.",
            ["Hà Văn Lộc | Tham mưu trưởng Quân khu 7 | "],
        ),
        # Streets.
        ("Cấm xe trên các tuyến đường: Trần Lam Khê - Lò Văn Kha - Hà Văn Lộc.", []),
        # A stage name beside somebody; a club whoever leads it.
        (
            "Ca sĩ Lò Lam Én, Lam Anh hát.",
            ["Lò Lam Én | Ca sĩ | ", "?Lam Anh |  | "],
        ),
        ("Lãnh đạo CLB Abcdef Sapporo mong muốn giữ chân anh.", []),
        # A spouse's role tells of the other, who keeps theirs.
        (
            "Bà Lò Thị Én, phu nhân Bộ trưởng Bộ Ngoại giao Tạ Lam Sơn làm trưởng đoàn.",
            [
                "Lò Thị Én | Phu nhân Bộ trưởng Bộ Ngoại giao Tạ Lam Sơn | ",
                "Tạ Lam Sơn | Bộ trưởng Bộ Ngoại giao | ",
            ],
        ),
        (
            "Trong chuyến thăm Việt Nam của Thủ tướng Lào, Bộ trưởng Bộ Công Thương Tạ Kha dự lễ ký.",
            ["Tạ Kha | Bộ trưởng Bộ Công Thương | "],
        ),
        ("Bị cáo Tạ Kha Chủ tịch Công ty K-Abcd 5 năm tù.", ["Tạ Kha | Chủ tịch Công ty K-Abcd | "]),
        (
            "Bác sĩ Tạ Lam Kha, Giám đốc Bệnh viện Đa khoa khu vực Lam Trà Minh, cho biết.",
            ["Tạ Lam Kha | Giám đốc Bệnh viện Đa khoa khu vực Lam Trà Minh | "],
        ),
        # An organisation, country or place between.
        (
            "Chủ tịch UBND thành phố Đông Phú Hà Văn Lộc cho biết.",
            ["Hà Văn Lộc | Chủ tịch UBND thành phố Đông Phú | "],
        ),
        ("Thủ tướng Latvia Anna Ozola đã đến.", ["Anna Ozola | Thủ tướng | Latvia"]),
        ("Phó Chủ tịch UBND TP Lâm Trà Vi Thị Kiên nói.", ["Vi Thị Kiên | Phó Chủ tịch UBND TP Lâm Trà | "]),
        ("Giám đốc Sở GD-ĐT Vi Văn Kiên nói.", ["Vi Văn Kiên | Giám đốc Sở GD-ĐT | "]),
        (
            "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch Lò Thị Én dự lễ.",
            ["Lò Thị Én | Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch | "],
        ),
        (
            "Bộ trưởng Bộ Lao động - Thương binh và Xã hội Tô Thị Ly trả lời.",
            ["Tô Thị Ly | Bộ trưởng Bộ Lao động - Thương binh và Xã hội | "],
        ),
        ("Thủ tướng Anh Gareth Holt phát biểu.", ["Gareth Holt | Thủ tướng | Anh"]),
        ("Tổng thống Nga Anton Belov thăm.", ["Anton Belov | Tổng thống | Nga"]),
        ("Đại sứ Việt Nam tại Lào Trần Kha dự.", ["Trần Kha | Đại sứ Việt Nam tại Lào | Việt Nam"]),
        ("Đại sứ Đức tại Việt Nam Anders Lund nói.", ["Anders Lund | Đại sứ Đức tại Việt Nam | Đức"]),
        (
            "Bộ trưởng Ngoại giao và Thương mại New Zealand Anna Holt nói.",
            ["Anna Holt | Bộ trưởng Ngoại giao và Thương mại | New Zealand"],
        ),
        (
            "Bộ trưởng Quốc phòng nước CHDCND Lào Thoong-xa Vi-lay đến.",
            ["Thoong-xa Vi-lay | Bộ trưởng Quốc phòng | Lào"],
        ),
        ("Bí thư Tỉnh ủy Nghệ An Lò Văn Khoa nói.", ["Lò Văn Khoa | Bí thư Tỉnh ủy Nghệ An | "]),
        (
            "Giám đốc Công an tỉnh Quảng Ninh, Đại tá Vi Văn Kiên nói.",
            ["Vi Văn Kiên | Giám đốc Công an tỉnh Quảng Ninh | "],
        ),
        ("giám đốc công an tỉnh Tạ Văn Lâm nói.", ["Tạ Văn Lâm | Giám đốc công an tỉnh | "]),
        (
            "Hiệu trưởng Trường THPT Lê Đại Hành Trần Thị Kha nói.",
            ["Trần Thị Kha | Hiệu trưởng Trường THPT Lê Đại Hành | "],
        ),
        (
            "Chủ tịch Liên đoàn Bóng đá Việt Nam Tạ Quốc Kha nói.",
            ["Tạ Quốc Kha | Chủ tịch Liên đoàn Bóng đá Việt Nam | Việt Nam"],
        ),
        (
            "Viện trưởng Viện Nghiên cứu phát triển kinh tế Trần Lam Khê nói.",
            ["Trần Lam Khê | Viện trưởng Viện Nghiên cứu phát triển kinh tế | "],
        ),
        ("Chủ tịch Hội Nhà báo tỉnh Vũ Lam Khê nói.", ["Vũ Lam Khê | Chủ tịch Hội Nhà báo tỉnh | "]),
        # Several roles.
        (
            "Phó Thủ tướng, Bộ trưởng Ngoại giao Phạm Đông Khê tiếp đoàn.",
            ["Phạm Đông Khê | Phó Thủ tướng, Bộ trưởng Ngoại giao | "],
        ),
        (
            "cùng Thứ trưởng Ngoại giao, Trưởng SOM của Hàn Quốc, Han Dae-su tham dự.",
            ["Han Dae-su | Thứ trưởng Ngoại giao, Trưởng SOM | Hàn Quốc"],
        ),
        (
            "Tổng Giám đốc kiêm Chủ tịch HĐQT Công ty Hòa Sơn Đỗ Lam Khê nói.",
            ["Đỗ Lam Khê | Tổng Giám đốc kiêm Chủ tịch HĐQT Công ty Hòa Sơn | "],
        ),
        # An office after the name.
        (
            "Ông Hà Văn Lộc, Ủy viên Ban Thường vụ, Phó Chủ tịch HĐND tỉnh, đã dự.",
            ["Hà Văn Lộc | Ủy viên Ban Thường vụ, Phó Chủ tịch HĐND tỉnh | "],
        ),
        ("đồng chí Vi Văn Kiên -Phó Bí thư Huyện ủy chủ trì.", ["Vi Văn Kiên | Phó Bí thư Huyện ủy | "]),
        ("Bà Tô Thị Ly- Tổng lãnh sự tại Busan nói.", ["Tô Thị Ly | Tổng lãnh sự tại Busan | "]),
        ("Nguyễn Lam Khê (Giám đốc Sở Y tế) nói.", ["Nguyễn Lam Khê | Giám đốc Sở Y tế | "]),
        ("Ông Anders Lund là Đại sứ Thụy Điển.", ["Anders Lund | Đại sứ | Thụy Điển"]),
        ("Bà Anna Ozola, một Thứ trưởng Ngoại giao, nói.", ["Anna Ozola | Thứ trưởng Ngoại giao | "]),
        # Not of the name before the comma.
        (
            "Tới chào Tổng thống Hàn Quốc Han Dae Su, Bộ trưởng Ngoại giao Phạm Lam Khê đã chuyển lời.",
            ["Han Dae Su | Tổng thống | Hàn Quốc", "Phạm Lam Khê | Bộ trưởng Ngoại giao | "],
        ),
        (
            "Tiếp ông Lê Sơn Hà, Chủ tịch Quốc hội khẳng định điều đó.",
            ["Lê Sơn Hà |  | "],
        ),
        # Status, address, rank.
        ("Tân Bộ trưởng Y tế Đào Lam Khê nhậm chức.", ["Đào Lam Khê | Bộ trưởng Y tế | "]),
        ("nguyên Phó Thủ tướng Vũ Lam Khê dự.", ["Vũ Lam Khê | Nguyên Phó Thủ tướng | "]),
        ("cựu Tổng thống Mỹ John R.Hale nói.", ["John R.Hale | Cựu Tổng thống | Hoa Kỳ"]),
        ("cố Thủ tướng Phạm Lam Khê.", ["Phạm Lam Khê | Cố Thủ tướng | "]),
        ("ngài Đại sứ Anders van der Lund đến.", ["Anders van der Lund | Đại sứ | "]),
        ("Samdech Sok Rith tiếp đoàn.", ["Sok Rith |  | "]),
        ("Đại tá Vi Văn Kiên nói.", ["Vi Văn Kiên | Đại tá | "]),
        ("PGS.TS. Lý Lam Khoa cho rằng.", ["Lý Lam Khoa | PGS.TS | "]),
        ("PGS. TS Lý Lam Khoa cho rằng.", ["Lý Lam Khoa | PGS. TS | "]),
        ("TS Lý Khoa cho rằng.", ["Lý Khoa | TS | "]),
        ("GS.TS Trần Lam Khê, Viện trưởng Viện Sử học, nói.", ["Trần Lam Khê | Viện trưởng Viện Sử học | "]),
        ("ThS.BS Đỗ Thị Khê, Trưởng khoa Nhi, nói.", ["Đỗ Thị Khê | Trưởng khoa Nhi | "]),
        ("nữ ca sĩ Lam Thủy Tiên hát.", ["Lam Thủy Tiên | Ca sĩ | "]),
        ("Cố vấn An ninh Quốc gia Mỹ Adam Holt nói.", ["Adam Holt | Cố vấn An ninh Quốc gia | Hoa Kỳ"]),
        ("chính quyền Tổng thống John Hale phản đối.", ["John Hale | Tổng thống | "]),
        ("Thủ tướng Campuchia Samdech Sok Rith dự.", ["Sok Rith | Thủ tướng | Campuchia"]),
        ("Đại sứ Thụy Điển, bà Anna Lund, nói.", ["Anna Lund | Đại sứ | Thụy Điển"]),
        (
            "ông Trần Lam Khê (58 tuổi, nguyên Chủ tịch UBND huyện Lâm Trà) bị bắt.",
            ["Trần Lam Khê | Nguyên Chủ tịch UBND huyện Lâm Trà | "],
        ),
        (
            "Trung tá Vi Lam Khê, trưởng Công an huyện Lâm Trà, cho hay.",
            ["Vi Lam Khê | Trưởng Công an huyện Lâm Trà | "],
        ),
        (
            "CEO Abcgroup Nguyễn Lam Khê và ông Lê Sơn Hà, Chủ tịch Hiệp hội Da giày - Túi xách, nói.",
            ["Nguyễn Lam Khê | CEO Abcgroup | ", "Lê Sơn Hà | Chủ tịch Hiệp hội Da giày - Túi xách | "],
        ),
        # Foreign names.
        ("Chủ tịch Kim Dae-su đến.", ["Kim Dae-su | Chủ tịch | "]),
        ("Bộ trưởng M. K. Rao nói.", ["M. K. Rao | Bộ trưởng | "]),
        (
            "Bộ trưởng Ngoại giao Trung Quốc Trương Vệ Quốc nói.",
            ["Trương Vệ Quốc | Bộ trưởng Ngoại giao | Trung Quốc"],
        ),
        ("Tổng thống Hàn Quốc Han Dae-su đến.", ["Han Dae-su | Tổng thống | Hàn Quốc"]),
        ("Tổng thống Lee Dong Wook đến.", ["Lee Dong Wook | Tổng thống | "]),
        # Plural heads and lists.
        (
            "Dự có các đồng chí: Hà Văn Lộc, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy; "
            "Vi Văn Kiên, Phó Bí thư.",
            ["Hà Văn Lộc | Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy | ", "Vi Văn Kiên | Phó Bí thư | "],
        ),
        (
            "các Thứ trưởng Trần Lam Khê và Lê Sơn Hà dự.",
            ["Trần Lam Khê | Thứ trưởng | ", "Lê Sơn Hà | Thứ trưởng | "],
        ),
        (
            "Có mặt các ông Trần Lam Khê, Lê Sơn Hà và bà Tô Thị Ly.",
            ["Trần Lam Khê |  | ", "Lê Sơn Hà |  | ", "Tô Thị Ly |  | "],
        ),
        (
            "đoàn do ông Trần Lam Khê, Phó Chủ tịch Hội Hữu nghị, làm trưởng đoàn.",
            ["Trần Lam Khê | Phó Chủ tịch Hội Hữu nghị | "],
        ),
        # What somebody is for the day ends the office; a parliament or ministry has no name of its own behind it.
        (
            "Đoàn do bà Lê Lam Trà, Trưởng ban Tổ chức Tỉnh ủy làm trưởng đoàn và ông Tạ Văn Kha, Phó Chủ tịch UBND "
            "tỉnh dẫn đầu.",
            ["Lê Lam Trà | Trưởng ban Tổ chức Tỉnh ủy | ", "Tạ Văn Kha | Phó Chủ tịch UBND tỉnh | "],
        ),
        (
            "Ông chào Quốc vương Anna Holt, Chủ tịch Thượng viện Peter Lund và Bộ trưởng Bộ Y tế Lào Som Vi-lay.",
            [
                "Anna Holt | Quốc vương | ",
                "Peter Lund | Chủ tịch Thượng viện | ",
                "Som Vi-lay | Bộ trưởng Bộ Y tế | Lào",
            ],
        ),
        ("Lễ diễn ra tại Tòa Giám mục Lam Trà.", []),
        (
            "Các vận động viên Nguyễn Lê Thị Lam Khê và Tạ Văn Kha dự giải.",
            ["Nguyễn Lê Thị Lam Khê | Vận động viên | ", "Tạ Văn Kha | Vận động viên | "],
        ),
        # Seats as local papers shorten them; those of houses and churches, who are called by one name.
        (
            "Các đồng chí: Lê Văn Khê - TUV, Bí thư Huyện ủy; Lò Thị Én, UVT.Ư Đảng; Hà Văn Lộc, UV BCH Đảng bộ tỉnh, "
            "Giám đốc Sở Y tế.",
            [
                "Lê Văn Khê | TUV, Bí thư Huyện ủy | ",
                "Lò Thị Én | UVT.Ư Đảng | ",
                "Hà Văn Lộc | UV BCH Đảng bộ tỉnh, Giám đốc Sở Y tế | ",
            ],
        ),
        (
            "Dự lễ có Quốc vương Brunei Anna Holt, Thái tử Nhật Bản Terunobu và Giáo hoàng Clement.",
            ["Anna Holt | Quốc vương | Brunei", "?Terunobu | Thái tử | Nhật Bản", "?Clement | Giáo hoàng | "],
        ),
        (
            "Bà gặp Bộ trưởng Phát triển nguồn nhân lực Anna Holt.",
            ["Anna Holt | Bộ trưởng Phát triển nguồn nhân lực | "],
        ),
        # A paper or a network is no person, whoever is told of behind it.
        ("Viết trên Lam Social, Tổng thống Holt cho biết như vậy.", ["?Holt | Tổng thống | "]),
        # A society of farmers or veterans, by its place.
        ("Hội Nông dân Lam Trà và Hội Cựu chiến binh Lam Sơn tổ chức hội thảo.", []),
        # Bodies of many states are no firms; `von der` stands in a name whatever follows.
        (
            "Ông gặp Thủ tướng Lào Som Vi-lay, Tổng Giám đốc Quỹ Tiền tệ Quốc tế (IMF) Kristina Holt và Chủ tịch Ủy "
            "ban châu Âu Johanna von der Lund.",
            [
                "Som Vi-lay | Thủ tướng | Lào",
                "Kristina Holt | Tổng Giám đốc Quỹ Tiền tệ Quốc tế (IMF) | ",
                "Johanna von der Lund | Chủ tịch Ủy ban châu Âu | ",
            ],
        ),
        # Titles of a court are no part of the name; bodies and the words of a caption are not either.
        (
            "Ông chào Thủ tướng Campuchia Samdech Moha Bovor Thipadei Som Vi-lay và Phu nhân.",
            ["Som Vi-lay | Thủ tướng | Campuchia"],
        ),
        (
            "Có các đồng chí: Hà Văn Lộc - Phó Chủ tịch UBND tỉnh; lãnh đạo Bộ Chỉ huy Quân sự tỉnh, Ban Chỉ huy Bộ "
            "đội Biên phòng tỉnh.",
            ["Hà Văn Lộc | Phó Chủ tịch UBND tỉnh | "],
        ),
        ("Đón Tổng thống Peru Anna Holt Toàn cảnh lễ đón.", ["Anna Holt | Tổng thống | Peru"]),
        # Police and courts, sport, culture, business.
        ("khởi tố bị can Lò A Sếnh (31 tuổi, ngụ xã Nà Khoa).", ["Lò A Sếnh |  | "]),
        ("Trước đó, Lò Văn Sếnh (SN 1991, trú huyện Nà Khoa) bỏ trốn.", ["Lò Văn Sếnh |  | "]),
        ("Nạn nhân là anh Trần Văn Khê, 31 tuổi, quê Nghệ An.", ["Trần Văn Khê |  | "]),
        ("HLV Tạ Quốc Kha cho biết.", ["Tạ Quốc Kha | HLV | "]),
        (
            "HLV trưởng đội tuyển Việt Nam Anders Lund nói.",
            ["Anders Lund | HLV trưởng đội tuyển Việt Nam | Việt Nam"],
        ),
        ("tiền đạo Đỗ Lam Khê ghi bàn.", ["Đỗ Lam Khê | Tiền đạo | "]),
        ("NSND Thu Lam và đạo diễn Trần Kha.", ["Thu Lam | NSND | ", "Trần Kha | Đạo diễn | "]),
        ("luật sư Trần Lam Khê (Đoàn Luật sư Hà Nội) nói.", ["Trần Lam Khê | Luật sư | "]),
        ("tỷ phú Anders Lund mua lại.", ["Anders Lund | Tỷ phú | "]),
        ("Hòa thượng Thích Lam Khê chủ lễ.", ["Thích Lam Khê | Hòa thượng | "]),
        # Without a title: suggestions only.
        ("Nguyễn Lam Khê ghi bàn phút 90.", ["?Nguyễn Lam Khê |  | "]),
        ("Theo Trần Lam Khê, giá sẽ tăng.", ["?Trần Lam Khê |  | "]),
        # Foreign given names, and words on a person behind a name.
        ("Nancy Holt bước ra.", ["?Nancy Holt |  | "]),
        ("Chủ tịch Hạ viện Nancy Holt rời đi.", ["Nancy Holt | Chủ tịch Hạ viện | "]),
        ("Bộ trưởng Môi trường Dorji Holt đến.", ["Dorji Holt | Bộ trưởng Môi trường | "]),
        ("Riyad Ozola, người dẫn đoàn, im lặng.", ["?Riyad Ozola |  | "]),
        ("Chủ tịch Cay-xa Vi-lay gây dựng.", ["Cay-xa Vi-lay | Chủ tịch | "]),
        ("gặp lãnh đạo Triều Tiên Kim Dae-su.", ["Kim Dae-su | Lãnh đạo | Triều Tiên"]),
        ("tổng thống tự phong Peru Maria Ruiz nói.", ["Maria Ruiz | Tổng thống tự phong | Peru"]),
        ("nhà sản xuất phim tài liệu Nancy Holt nói.", ["?Nancy Holt | Nhà sản xuất phim tài liệu | "]),
        # The whole of an office that a mark closes, and offices behind an abode.
        (
            "ông Trần Lam Khê - giám đốc chi nhánh nước đá Đông Phú, cho biết.",
            ["Trần Lam Khê | Giám đốc chi nhánh nước đá Đông Phú | "],
        ),
        ("Nancy Holt, cố vấn chính sách đối ngoại, nói.", ["Nancy Holt | Cố vấn chính sách đối ngoại | "]),
        ("ông Anders Lund, một chuyên gia từ Oslo, nói.", ["Anders Lund | Chuyên gia | "]),
        (
            "ông Trần Lam Khê - 45 tuổi, ngụ TP Đông Phú, cựu trung tá công an, nói.",
            ["Trần Lam Khê | Cựu trung tá công an | "],
        ),
        (
            "Dự có các đồng chí Ủy viên Bộ Chính trị: Phó Thủ tướng Tạ Lam Sơn; Bí thư Thành ủy Lê Sơn Hà.",
            ["Tạ Lam Sơn | Phó Thủ tướng | ", "Lê Sơn Hà | Bí thư Thành ủy | "],
        ),
        (
            "ông Trần Lam Khê, Tổng giám đốc hãng hàng không Lam Trà, nói.",
            ["Trần Lam Khê | Tổng giám đốc hãng hàng không Lam Trà | "],
        ),
        (
            "bà Tô Thị Ly - trưởng Ban quản lý an toàn thực phẩm (ATTP) TP Đông Phú - nói.",
            ["Tô Thị Ly | Trưởng Ban quản lý an toàn thực phẩm (ATTP) TP Đông Phú | "],
        ),
        ("Lò Văn Sếnh (sinh năm 1978) phó Giám đốc Sở Y tế.", ["Lò Văn Sếnh | Phó Giám đốc Sở Y tế | "]),
        (
            "phát ngôn viên Hạm đội Thái Bình Dương Victor Holt nói.",
            ["Victor Holt | Phát ngôn viên Hạm đội Thái Bình Dương | "],
        ),
        ("Chủ tịch Hội đồng châu Âu Gerald Lund nói.", ["Gerald Lund | Chủ tịch Hội đồng châu Âu | "]),
        ("Trưởng đại diện tại Oslo Nancy Holt nói.", ["Nancy Holt | Trưởng đại diện tại Oslo | "]),
        ("Chủ tịch Quốc hội Somphone Vilay cùng Đoàn.", ["Somphone Vilay | Chủ tịch Quốc hội | "]),
        (
            "đồng chí Trương Lam Khê, Ủy viên Bộ Chính trị, Ủy viên trưởng Nhân đại Trung Quốc, đến.",
            ["Trương Lam Khê | Ủy viên Bộ Chính trị, Ủy viên trưởng Nhân đại | Trung Quốc"],
        ),
        (
            "đồng chí Trương Lam Khê, Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Dân vận, đến.",
            ["Trương Lam Khê | Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Dân vận | "],
        ),
        ("đồng chí Lê Sơn Hà, Bí thư Trung ương Đảng, đến.", ["Lê Sơn Hà | Bí thư Trung ương Đảng | "]),
        ("luật sư của Đoàn Thị Khê cho biết.", ["?Đoàn Thị Khê |  | "]),
        ("Thứ trưởng Quốc phòng Tạ Kha dẫn đầu Đoàn.", ["Tạ Kha | Thứ trưởng Quốc phòng | "]),
        (
            "các Bí thư Trung ương Đoàn Lê Sơn Hà và Trần Lam Khê.",
            ["Lê Sơn Hà | Bí thư Trung ương Đoàn | ", "Trần Lam Khê | Bí thư Trung ương Đoàn | "],
        ),
        ("Chủ tịch UBND xã Tạ Văn Kha cho biết.", ["?Tạ Văn Kha | Chủ tịch UBND xã | "]),
        (
            "Chủ nhiệm Ủy ban Kinh tế của Quốc hội - ông Trần Lam Khê nói.",
            ["Trần Lam Khê | Chủ nhiệm Ủy ban Kinh tế của Quốc hội | "],
        ),
        (
            "trêu người kế nhiệm Rasheed Holt, và người đồng cấp Lào Som Vi-lay.",
            ["Rasheed Holt |  | ", "Som Vi-lay |  | "],
        ),
        (
            "Chủ nhiệm Ủy ban Văn hóa, giáo dục, thanh niên và nhi đồng Tạ Lam Sơn nói.",
            ["Tạ Lam Sơn | Chủ nhiệm Ủy ban Văn hóa, giáo dục, thanh niên và nhi đồng | "],
        ),
        ("một nghị sĩ Lào có tên Rasheed Holt cho biết.", ["Rasheed Holt | Nghị sĩ | Lào"]),
        ("thủ môn Lam Anh đẩy bóng.", ["?Lam Anh | Thủ môn | "]),
        ("tay vợt số 2 thế giới Nancy Holt thắng.", ["?Nancy Holt | Tay vợt số 2 thế giới | "]),
        ("Rasheed Holt, 47 tuổi, thợ nề, nói.", ["?Rasheed Holt |  | "]),
        (
            "Thay mặt lãnh đạo Sở Y tế, ông Trần Lam Khê, lãnh đạo và cán bộ tỉnh dâng hương.",
            ["Trần Lam Khê |  | "],
        ),
        ("Cục trưởng Cục Mỹ thuật Vi Kiến Khê nói.", ["Vi Kiến Khê | Cục trưởng Cục Mỹ thuật | "]),
        (
            "nhân viên Cơ quan Cứu hộ Holtshire Yorkton bị thương.",
            ["?Holtshire Yorkton | Nhân viên Cơ quan Cứu hộ | "],
        ),
        # Trades behind a name, and lists of names.
        (
            "Lò Văn Sếnh (28 tuổi, ngụ Nà Khoa), tài xế xe tải, ra đầu thú.",
            ["Lò Văn Sếnh | Tài xế xe tải | "],
        ),
        ("Lê Viktor ghi 1 bàn.", ["?Lê Viktor |  | "]),
        ("Mỹ Trang (SN 1986, ngụ Nà Khoa) bỏ trốn.", ["?Mỹ Trang |  | "]),
        (
            "với sự tham gia của nhiều ca sĩ được yêu thích: Lam Anh, Mỹ Trang, Khánh Thu và Lê Sơn Hà.",
            ["?Lam Anh | Ca sĩ | ", "?Mỹ Trang | Ca sĩ | ", "?Khánh Thu | Ca sĩ | ", "?Lê Sơn Hà | Ca sĩ | "],
        ),
        (
            "các tiền đạo như Hà Minh Khê, Lê Sơn Hà đều vui.",
            ["Hà Minh Khê | Tiền đạo | ", "Lê Sơn Hà | Tiền đạo | "],
        ),
        (
            "Giám đốc công an tỉnh Bà Rịa - Vũng Tàu Tạ Kha nói.",
            ["Tạ Kha | Giám đốc công an tỉnh Bà Rịa - Vũng Tàu | "],
        ),
        # A name without a surname that a story tells of again and again.
        (
            "Lam Anh đã hát. Khán giả nhớ Lam Anh. Lam Anh chia sẻ niềm vui. Đêm của Lam Anh khép lại.",
            ["?Lam Anh |  | "],
        ),
        # `nước chủ nhà`, `nước này`.
        (
            "Ông thăm chính thức Lào theo lời mời của Bộ trưởng Ngoại giao nước chủ nhà Thoong-xa Vi-lay.",
            ["Thoong-xa Vi-lay | Bộ trưởng Ngoại giao | Lào"],
        ),
        ("Tại Peru, Tổng thống nước này Maria Ruiz nói.", ["Maria Ruiz | Tổng thống | Peru"]),
        # A list of people has the trade of those it names.
        (
            "có 3 luật sư Lò Văn Khê, Vi Thị Kiên và Tạ Kha bào chữa.",
            ["Lò Văn Khê | Luật sư | ", "Vi Thị Kiên | Luật sư | ", "?Tạ Kha | Luật sư | "],
        ),
        (
            "hai bảo vệ là Lò Văn Khê (25 tuổi, trưởng ca trực), Vi Thị Kiên (23 tuổi) bị thương.",
            ["Lò Văn Khê | Trưởng ca trực | ", "Vi Thị Kiên | Bảo vệ | "],
        ),
        (
            "các nhạc sĩ khác như Lam Anh, Tạ Khê, Trần Kha - Thu Lam, Đức Anh, Lê Trà.",
            [
                f"?{name} | Nhạc sĩ | "
                for name in ("Lam Anh", "Tạ Khê", "Trần Kha", "Thu Lam", "Đức Anh", "Lê Trà")
            ],
        ),
        (
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Tạ Kha dự.",
            ["Tạ Kha | Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ | "],
        ),
        ("Thứ trưởng phụ trách châu Á Anna Ozola nói.", ["Anna Ozola | Thứ trưởng phụ trách châu Á | "]),
        (
            "những tên tuổi như Lam Anh, Tạ Khê, Lê Trà.",
            ["?Lam Anh |  | ", "?Tạ Khê |  | ", "?Lê Trà |  | "],
        ),
        # A wife is her husband's, not the next man's.
        (
            "Chủ tịch nước Lò Văn Khê và Phu nhân, Thủ tướng Tạ Kha Lam và Phu nhân dự.",
            ["Lò Văn Khê | Chủ tịch nước | ", "Tạ Kha Lam | Thủ tướng | "],
        ),
        (
            "Nhận lời mời của Chủ tịch nước Lò Văn Khê, Tổng thống Lào, ngài Som Vi-lay, đã đến.",
            ["Lò Văn Khê | Chủ tịch nước | ", "Som Vi-lay | Tổng thống | Lào"],
        ),
        (
            "ông Tạ Kha, phó hạt trưởng Hạt kiểm lâm Lam Jut, nói.",
            ["Tạ Kha | Phó hạt trưởng Hạt kiểm lâm Lam Jut | "],
        ),
        ("Uỷ viên Đoàn Chủ tịch Tạ Văn Khê nói.", ["Tạ Văn Khê | Uỷ viên Đoàn Chủ tịch | "]),
        # A role behind the words of an abode, or in a bracket.
        (
            "gồm: Lò Văn Khê (SN 1960), trú tại phường Lam Trà, Tp.Huế (nguyên Chủ tịch UBND huyện Lam Trà).",
            ["Lò Văn Khê | Nguyên Chủ tịch UBND huyện Lam Trà | "],
        ),
        (
            "vụ bị cáo Vi Thị Kiên (56 tuổi; cựu Hiệu trưởng Trường THCS Lam Trà).",
            ["Vi Thị Kiên | Cựu Hiệu trưởng Trường THCS Lam Trà | "],
        ),
        ("anh em của Chủ tịch UBND xã Tạ Văn Kha.", ["?Tạ Văn Kha | Chủ tịch UBND xã | "]),
        (
            "Nhà báo Lam Anh - Chủ tịch Hội Nhà báo Lam Trà - nói.",
            ["?Lam Anh | Chủ tịch Hội Nhà báo Lam Trà | "],
        ),
        # Common words, too, are names behind `Văn` and `Thị`; an office right behind a name is none of it.
        ("Đại tá Lò Văn Nhiều - trưởng phòng Tham mưu nói.", ["Lò Văn Nhiều | Trưởng phòng Tham mưu | "]),
        ("Thẩm phán Lò Văn Khê Chủ tọa phiên tòa, nói.", ["Lò Văn Khê | Thẩm phán | "]),
        ("thay cho bà Triệu Thị Kiên từ nhiệm.", ["Triệu Thị Kiên |  | "]),
        ("bà N. Ban nói.", []),
        # An office in whose name another stands; a country by its full style; a name that is a country's, too.
        (
            "Chủ nhiệm Văn phòng Chủ tịch nước Lò Văn Khê dự.",
            ["Lò Văn Khê | Chủ nhiệm Văn phòng Chủ tịch nước | "],
        ),
        ("bà Anna Ozola - Tổng thống nước Cộng hòa Latvia, nói.", ["Anna Ozola | Tổng thống | Latvia"]),
        ("đạo diễn Jordan Holt nói.", ["Jordan Holt | Đạo diễn | "]),
        ("đại sứ các nước Trung Quốc, Sri Lanka, Áo đến.", []),
        ("Thị trưởng Midland Jerry Holt nói.", ["?Jerry Holt | Thị trưởng Midland | "]),
        (
            "Dự lễ có đồng chí Lò Văn Khê-Ủy viên Ban Thường vụ Tỉnh ủy.",
            ["Lò Văn Khê | Ủy viên Ban Thường vụ Tỉnh ủy | "],
        ),
        (
            "Đại tướng Lò Văn Khê, Phó Bí thư Quân ủy Trung ương, Bộ trưởng Bộ Quốc phòng dự.",
            ["Lò Văn Khê | Phó Bí thư Quân ủy Trung ương, Bộ trưởng Bộ Quốc phòng | "],
        ),
        (
            "Tham gia có Thứ trưởng Lò Thị Én, đại diện lãnh đạo tỉnh Lam Trà cùng phóng viên.",
            ["Lò Thị Én | Thứ trưởng | "],
        ),
        (
            "Trao đổi với phóng viên Tạp chí điện tử Dân vận Việt Nam, Thạc sĩ Lò Văn Khê nói.",
            ["Lò Văn Khê | Thạc sĩ | "],
        ),
        # The foreign name of a fund or firm behind a name, and whose office stands behind `và`.
        (
            "ông Tạ Kha - Đại diện Quỹ Vi Trust AG tại Lào, nói.",
            ["Tạ Kha | Đại diện Quỹ Vi Trust AG tại Lào | "],
        ),
        (
            "ông Tạ Kha - Chủ tịch Công ty Jago và Trung tướng, GS.TS Lò Văn Khê nói.",
            ["Tạ Kha | Chủ tịch Công ty Jago | ", "Lò Văn Khê | Trung tướng, GS.TS | "],
        ),
        ("Giáo sư Lò Thị Én – Hiệu trưởng nhà trường đã nói.", ["Lò Thị Én | Hiệu trưởng nhà trường | "]),
        (
            "Tổng thống Lena Holt Vidal đến. Chiều nay, Tổng thống Lena Holt rời đi.",
            ["Lena Holt Vidal | Tổng thống | "],
        ),
        # A firm goes on behind its legal form.
        (
            "ông Tạ Kha, Giám đốc Công ty TNHH XD - TM Hùng Khê, nói.",
            ["Tạ Kha | Giám đốc Công ty TNHH XD - TM Hùng Khê | "],
        ),
        (
            "Tổng Giám đốc Hãng thông tấn Nga ABC – LAM, ngài Anna Ozola, nói.",
            ["Anna Ozola | Tổng Giám đốc Hãng thông tấn Nga ABC – LAM | Nga"],
        ),
        (
            "Thay mặt UBND thành phố, ông Tạ Kha, Phó Chủ tịch UBND thành phố đã tiếp thu.",
            ["Tạ Kha | Phó Chủ tịch UBND thành phố | "],
        ),
        (
            "ông Tạ Kha - Trưởng Ban kiểm soát của công ty về hành vi tham ô.",
            ["Tạ Kha | Trưởng Ban kiểm soát của công ty | "],
        ),
        # An Arabic article written to the name behind it.
        (
            "Tổng thống Peru Karim al-Holt tiếp Ngoại trưởng Lào Adel el-Vidal. Ông al-Holt nói.",
            ["Karim al-Holt | Tổng thống | Peru", "Adel el-Vidal | Ngoại trưởng | Lào"],
        ),
        # A candidate for an office does not hold it; a saint's name belongs to the name; a joint office goes on.
        ("Ứng viên tổng thống Peru Anna Holt nói.", ["Anna Holt | Ứng viên tổng thống | Peru"]),
        ("Đức cha Giuse Maria Tạ Văn Khê chủ tế.", ["Giuse Maria Tạ Văn Khê | Đức cha | "]),
        (
            "Tạ Văn Khê, Chủ tịch HĐQT kiêm Tổng giám đốc, nói.",
            ["Tạ Văn Khê | Chủ tịch HĐQT kiêm Tổng giám đốc | "],
        ),
        # An office behind the next name, after guests that are invited and after another that `và` adds.
        (
            "Khách mời có ông Đỗ Văn Lam – phó trưởng ban Dân vận, bà Lê Thị Én – Phó Chủ tịch xã.",
            ["Đỗ Văn Lam | Phó trưởng ban Dân vận | ", "Lê Thị Én | Phó Chủ tịch xã | "],
        ),
        (
            "Có ông Tạ Lam Kha, nguyên Bí thư Huyện ủy Lam Trà và già làng Lò Văn Khê.",
            ["Tạ Lam Kha | Nguyên Bí thư Huyện ủy Lam Trà | ", "Lò Văn Khê | Già làng | "],
        ),
        (
            "Bộ trưởng Bộ Quốc phòng Peru - Đại tướng Karim Holt dự.",
            ["Karim Holt | Bộ trưởng Bộ Quốc phòng | Peru"],
        ),
        # Who is among the guests has the office behind the name; abbreviated offices; a reason is no part of one.
        (
            "Tiếp đoàn có ông Tạ Văn Kha, Thứ trưởng Bộ Nội vụ cùng đại diện các vụ.",
            ["Tạ Văn Kha | Thứ trưởng Bộ Nội vụ | "],
        ),
        (
            "Có TT. Thích Lam Khê - Phó trưởng BTS Phật giáo tỉnh; Tạ Lam Kha, UVTV Tỉnh ủy, nói.",
            ["Thích Lam Khê | Phó trưởng BTS Phật giáo tỉnh | ", "Tạ Lam Kha | UVTV Tỉnh ủy | "],
        ),
        (
            "Kỷ luật ông Tạ Văn Khê - Phó Chủ tịch HĐND xã vì có sai phạm.",
            ["Tạ Văn Khê | Phó Chủ tịch HĐND xã | "],
        ),
        # A verb ends a role behind a body or a name abroad; law is no country; a town is nobody.
        (
            "Tạ Văn Khê, Trưởng ban Pháp chế HĐND tỉnh, nói.",
            ["Tạ Văn Khê | Trưởng ban Pháp chế HĐND tỉnh | "],
        ),
        ("Anna Holt, giáo sư tại Đại học Lamfort nhận xét.", ["?Anna Holt | Giáo sư tại Đại học Lamfort | "]),
        (
            "Bầu bà Lê Thị Én làm Chủ tịch HĐQT thay cho ông Tạ Văn Kha.",
            ["Lê Thị Én | Chủ tịch HĐQT | ", "Tạ Văn Kha |  | "],
        ),
        # Two offices of one head of a firm; a director and the deputy are two people.
        (
            "Chủ tịch và Tổng Giám đốc Công ty Lam Trà Hà Văn Lộc nói.",
            ["Hà Văn Lộc | Chủ tịch và Tổng Giám đốc Công ty Lam Trà | "],
        ),
        (
            "Đồng sáng lập và Giám đốc điều hành Lamtech, bà Lê Thị Én, nói.",
            ["Lê Thị Én | Đồng sáng lập và Giám đốc điều hành Lamtech | "],
        ),
        (
            "Chị Lê Thị Én - CEO & Founder thương hiệu Lamspa - nói.",
            ["Lê Thị Én | CEO & Founder thương hiệu Lamspa | "],
        ),
        (
            "Có Giám đốc và Phó Giám đốc Sở Y tế Hà Văn Lộc.",
            ["Hà Văn Lộc | Phó Giám đốc Sở Y tế | "],
        ),
        (
            "Chủ tịch kiêm Tổng Giám đốc Tập đoàn Lamco Hà Văn Lộc nói.",
            ["Hà Văn Lộc | Chủ tịch kiêm Tổng Giám đốc Tập đoàn Lamco | "],
        ),
        ("Founder Lê Thị Én nói.", ["Lê Thị Én | Founder | "]),
        # Trades and degrees that are told of as one.
        ("Nhà thơ, nhà báo Hà Quang Lộc qua đời.", ["Hà Quang Lộc | Nhà thơ, nhà báo | "]),
        ("Ca sĩ - nhạc sĩ Hà Quang Lộc ra mắt MV.", ["Hà Quang Lộc | Ca sĩ - nhạc sĩ | "]),
        (
            "Thẩm phán - Chủ tọa phiên tòa Hà Văn Lộc tuyên án.",
            ["Hà Văn Lộc | Thẩm phán - Chủ tọa phiên tòa | "],
        ),
        ("Theo chuyên gia kinh tế - PGS.TS Hà Văn Lộc, giá tăng.", ["Hà Văn Lộc | Chuyên gia kinh tế | "]),
        ("GS - TS Lò Văn Sằm nói.", ["Lò Văn Sằm | GS - TS | "]),
        (
            "Bác sĩ CKII Tạ Văn Kha, Trưởng khoa Nhi, nói.",
            ["Tạ Văn Kha | Trưởng khoa Nhi | "],
        ),
        # Artists beside artists; pairs; a list of names in which one is called like a trade.
        (
            "Nhạc sĩ Tạ Quang Khê, ca sĩ Lam Anh, đạo diễn Hà Kiên cùng dự.",
            ["Tạ Quang Khê | Nhạc sĩ | ", "Lam Anh | Ca sĩ | ", "Hà Kiên | Đạo diễn | "],
        ),
        (
            "Cặp tiền vệ Tạ Văn Kha và Lò Văn Sằm được gọi.",
            ["Tạ Văn Kha | Tiền vệ | ", "Lò Văn Sằm | Tiền vệ | "],
        ),
        ("Cặp đôi Tạ Lam Kha - Lò Kiều Anh dự tiệc.", ["Tạ Lam Kha |  | ", "Lò Kiều Anh |  | "]),
        (
            "Danh sách các cầu thủ: Sơn Trường, Văn Thạch, Anh Hùng, Ngọc Mây.",
            [f"?{name} | Cầu thủ | " for name in ("Sơn Trường", "Văn Thạch", "Anh Hùng", "Ngọc Mây")],
        ),
        ("Hậu vệ Đình Bảo chấn thương.", ["?Đình Bảo | Hậu vệ | "]),
        ("Dân làng tu sửa đình Lam Khê Trà, lập đình Tạ Văn Kha.", []),
        # Where the name begins and ends: a club, a sport, a nickname in quotes.
        ("Võ sĩ Muay Tạ Lam Kha thắng.", ["?Tạ Lam Kha | Võ sĩ Muay | "]),
        (
            "Thuyền trưởng CLB Lam Trà Robert Holt nói.",
            ["?Robert Holt | Thuyền trưởng CLB Lam Trà | "],
        ),
        ('Ông John "Jack" Holt, Giám đốc CIA, nói.', ['John "Jack" Holt | Giám đốc CIA | ']),
        (
            "HLV trưởng tuyển Việt Nam Robert Holt nói.",
            ["Robert Holt | HLV trưởng tuyển Việt Nam | Việt Nam"],
        ),
        # Ages without a comma, and behind another name in the bracket; a name that the story gives in full as well.
        ("Naida Lamova 30 tuổi, đã kết hôn.", ["?Naida Lamova |  | "]),
        ("Tạ Văn Kha (tức “Kha sẹo”, SN 1990, trú huyện Lam Trà) bị bắt.", ["Tạ Văn Kha |  | "]),
        (
            "Ông Tạ Quang Kha: Tôi biết.\n\nÔng Tạ Quang kha: Tôi không biết.",
            ["Tạ Quang Kha |  | ", "?Tạ Quang |  | "],
        ),
        # Offices and trades behind the name.
        (
            "Anh Tạ Văn Kha, chủ quán cà phê trên đường Lam Khê, nói.",
            ["Tạ Văn Kha | Chủ quán cà phê | "],
        ),
        ("Dmitry Lamov, một sinh viên bị thương, nói.", ["?Dmitry Lamov | Sinh viên | "]),
        ("Hiroshi Lamada - một quan chức tại Lambank - nói.", ["?Hiroshi Lamada | Quan chức tại Lambank | "]),
        (
            "Ông Lò Văn Sằm, Cục trưởng Cục Chống tham nhũng Thanh tra Chính phủ, nói.",
            ["Lò Văn Sằm | Cục trưởng Cục Chống tham nhũng Thanh tra Chính phủ | "],
        ),
        (
            "Ông Lò Văn Sằm, Tổng giám đốc Tập đoàn Truyền thông Chàng Trai, nói.",
            ["Lò Văn Sằm | Tổng giám đốc Tập đoàn Truyền thông Chàng Trai | "],
        ),
        (
            "Đại biểu Lò Văn Sằm- ĐBQH thành phố Lam Trà, nói.",
            ["Lò Văn Sằm | ĐBQH thành phố Lam Trà | "],
        ),
        ("Ông Lò Văn Sằm - PCT UBND huyện - nói.", ["Lò Văn Sằm | PCT UBND huyện | "]),
        # Who is spoken for, and a surname of a season.
        ("Thay mặt cán bộ phóng viên Hãng tin Lam, ngài Robert Holt chia buồn.", ["Robert Holt |  | "]),
        ("Ông Quý Kiến Lam bị sa thải.", ["Quý Kiến Lam |  | "]),
        ("Lãnh đạo Tp Hồ Chí Minh tiếp đoàn.", []),
        # An office or trade that is somebody else's: behind `và`, behind `của`.
        (
            "Tin của một quan chức tình báo Australia và Gilbert Lamden nói vậy.",
            ["?Gilbert Lamden |  | "],
        ),
        (
            "Chân sút của đội chủ nhà tiếp cận khung thành của thủ môn Peter Lamch.",
            ["Peter Lamch | Thủ môn | "],
        ),
        # Regions, movements and sports are nobody; a name ends before another form of address.
        (
            "Marco Lamoni (đại diện Nam Âu) và Lam Direction (đại diện Bắc Âu) hát.",
            ["Marco Lamoni | Đại diện Nam Âu | ", "?Lam Direction | Đại diện Bắc Âu | "],
        ),
        ("Nghi can Al Qaeda gốc Việt bị bắt.", []),
        ("Cặp đôi Hiphop lại thắng.", []),
        ("Võ sĩ Kickbox Hà Trường thắng.", ["?Hà Trường | Võ sĩ Kickbox | "]),
        ("Ông Gilbert Lamden Ông Holt từ chối.", ["Gilbert Lamden |  | ", "?Holt |  | "]),
        # Bodies and heads of more words.
        (
            "TS. Lò Văn Sằm, thành viên Ban cố vấn của Chính phủ nói.",
            ["Lò Văn Sằm | Thành viên Ban cố vấn của Chính phủ | "],
        ),
        (
            "Người phát ngôn viên Bộ Ngoại giao Trung Quốc Hoa Minh Lam nói.",
            ["Hoa Minh Lam | Người phát ngôn viên Bộ Ngoại giao | Trung Quốc"],
        ),
        (
            "Anh Lò Văn Sằm, quản trị diễn đàn Lam Tế (lamte.vn) bày tỏ sự hài lòng.",
            ["Lò Văn Sằm | Quản trị diễn đàn Lam Tế | "],
        ),
        # Names in capitals; not those of who may have written a paragraph, nor of a street.
        ("Ông TẠ VĂN KHA - Chủ tịch UBND xã - nói.", ["Tạ Văn Kha | Chủ tịch UBND xã | "]),
        (
            "Luật sư TẠ THỊ ÉN (Đoàn Luật sư Lam Trà): Cần rõ ràng. Bà Én nói thêm.",
            ["Tạ Thị Én | Luật sư | "],
        ),
        ("Chủ tịch UBND tỉnh TẠ VĂN KHA đến dự.", ["Tạ Văn Kha | Chủ tịch UBND tỉnh | "]),
        ("Cầu mới làm từ tháng 5, dân vui mừng. TẠ VĂN KHA", []),
        # Foreign surnames, as protocols write them; abbreviations of houses are none.
        (
            "Đoàn do ông HOSODA Kentaro dẫn đầu. Đi cùng Tổng lãnh sự HOSODA Kentaro có ông NISHI Haruto.",
            ["Hosoda Kentaro | Tổng lãnh sự | ", "Nishi Haruto |  | "],
        ),
        (
            "Ngài ILKO SARVA, Tham tán Đại sứ quán Peru, nói.",
            ["Ilko Sarva | Tham tán Đại sứ quán Peru | Peru"],
        ),
        ("Tiếp đoàn có ông Lamuel FAYE - Chủ tịch Tòa Thẩm kế.", ["Lamuel Faye | Chủ tịch Tòa Thẩm kế | "]),
        ("Bà Lam UBND xã và ông Kha VCCI cùng dự.", []),
        ("Theo ông Terulo NATO phải đổi khác.", ["?Terulo |  | "]),
        ("Đón đoàn có đ/c Lò Việt Khê-trưởng phòng Hợp tác.", ["Lò Việt Khê | Trưởng phòng Hợp tác | "]),
        # Words that are a town's where they come first; surnames that no list has, as the middle word says.
        (
            "Cố vấn nhà nước Myanmar Khin San Wai Lam gửi điện.",
            ["Khin San Wai Lam | Cố vấn nhà nước | Myanmar"],
        ),
        ("Ông Robert Holt sống ở San Lamcisco. San Lamcisco nói không.", ["Robert Holt |  | "]),
        ("Ông Khiếu Văn Lam và bà Kìm Thị Kha bị phạt.", ["Khiếu Văn Lam |  | ", "Kìm Thị Kha |  | "]),
        ("Bí thư xã nói về Phường Văn Miếu và Xuân Thị Trấn.", []),
        # Readers; offices whose words a verb or a body's longer name follows.
        ("Bạn đọc Tạ Văn Lam phản ánh.", ["Tạ Văn Lam |  | "]),
        ("Khán giả Lamchester City la ó.", []),
        (
            "Ông Hà Văn Lộc, Cục trưởng Cục Lãnh sự trả lời phỏng vấn.",
            ["Hà Văn Lộc | Cục trưởng Cục Lãnh sự | "],
        ),
        (
            "Chủ tịch Ủy ban Chỉ đạo hợp tác song phương Việt Nam - Trung Quốc Lò Thiện Nhân nói.",
            ["Lò Thiện Nhân | Chủ tịch Ủy ban Chỉ đạo hợp tác song phương Việt Nam - Trung Quốc | Việt Nam"],
        ),
        # Bodies of more words; whom a firm's name tells of with its country; who else is told of at the end of a list.
        (
            "Ông Trần Lam, Chủ nhiệm Ủy ban Thường vụ Đại hội đại biểu nhân dân tỉnh Lam Tây, đến.",
            ["Trần Lam | Chủ nhiệm Ủy ban Thường vụ Đại hội đại biểu nhân dân tỉnh Lam Tây | "],
        ),
        (
            "Ông Jules Lamlet, Tổng giám đốc Lambott Việt Nam, nói.",
            ["Jules Lamlet | Tổng giám đốc Lambott Việt Nam | Việt Nam"],
        ),
        (
            "Ông Hà Văn Lộc, Giám đốc Sở Nội vụ; đại diện hội đoàn các cấp. Trời mưa.",
            ["Hà Văn Lộc | Giám đốc Sở Nội vụ | "],
        ),
        (
            "Có ông Hà Văn Lộc, Phó Kiểm toán trưởng KTNN khu vực XIX và cán bộ, thủ quỹ của đơn vị.",
            ["Hà Văn Lộc | Phó Kiểm toán trưởng KTNN khu vực XIX | "],
        ),
        (
            "Lãnh đạo quân đội Myanmar Thống tướng Min Thet Lam dự.",
            ["Min Thet Lam | Lãnh đạo quân đội | Myanmar"],
        ),
        (
            "Bà Lê Thị Én, Chủ tịch sáng lập Hiệp hội Lam Anh, nói.",
            ["Lê Thị Én | Chủ tịch sáng lập Hiệp hội Lam Anh | "],
        ),
        ("Bằng khen của Chủ tịch UBND TPLam Trà cho các tập thể.", []),
        # What a head of department teaches, a teacher's subject, a club; a ward of a hospital is nobody.
        (
            "Phó trưởng khoa Nội, Bệnh viện Lam Trà, BSCKII Hà Quang Lộc nói.",
            ["Hà Quang Lộc | Phó trưởng khoa Nội, Bệnh viện Lam Trà | "],
        ),
        (
            "Thầy Hà Quang Lộc - giáo viên Toán Trường THPT Lam Trà - nói.",
            ["Hà Quang Lộc | Giáo viên Toán Trường THPT Lam Trà | "],
        ),
        ("Tiền vệ đội Lam Trà FC lại thắng.", []),
        ("Bác sĩ Hà Quang Lộc, Khoa Nhi, Bệnh viện Lam Trà, nói.", ["Hà Quang Lộc | Bác sĩ | "]),
        (
            "Phi công Hà Quang Lộc và cơ phó Lò Văn Sằm hạ cánh.",
            ["Hà Quang Lộc | Phi công | ", "Lò Văn Sằm | Cơ phó | "],
        ),
        ("Nhà đầu tư cá nhân Hà Quang Lộc mua.", ["Hà Quang Lộc | Nhà đầu tư cá nhân | "]),
        (
            "Ông Hà Văn Lộc, Chủ tịch Ủy ban liên hợp Phân giới cắm mốc Việt Nam - Lào làm Trưởng đoàn.",
            ["Hà Văn Lộc | Chủ tịch Ủy ban liên hợp Phân giới cắm mốc Việt Nam - Lào | Việt Nam"],
        ),
    ],
)
def test_who_is_found(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thứ trưởng Ngoại giao Hàn Quốc khẳng định Việt Nam là trọng tâm.",
        "Thứ trưởng, Trưởng SOM hai nước đã đánh giá quan hệ ASEAN-Hàn Quốc.",
        "Phó Chủ tịch UBND tỉnh cũng cho biết điều đó.",
        "Chủ tịch UBND huyện Đông Phú cho biết.",
        "Giám đốc Công an tỉnh Hà Nam đã chỉ đạo.",
        "Hội đồng Bảo an Liên hợp quốc họp về Biển Đông và COVID-19.",
        "Công ước Liên hợp quốc về Luật Biển (UNCLOS) năm 1982, Mekong, Bán đảo Triều Tiên.",
        "Trên đường Nguyễn Lam Khê, xe tải va chạm.",
        "Trường THPT Trần Lam Khê khai giảng.",
        "Học sinh Trường tiểu học Lê Lam Khê đoạt giải.",
        "Các tuyến đường Nguyễn Lam Khê, Trần Đông Hà và Lê Sơn Hà bị ngập.",
        "Chủ tịch Hiệp hội Cà phê Việt Nam nói.",
        "CLB Trần Anh Gia Lai thắng 3-1.",
        "Người dân Hà Nội và Đà Nẵng, Phan Thiết, Lý Sơn vui Tết.",
        "Tập đoàn Trần Lam Khê khởi công nhà máy.",
        "Nạn nhân Nguyễn Văn T. (31 tuổi) được cấp cứu.",
        "Bà N.T.H. khai nhận.",
        "Văn phòng Chính phủ, Bộ Giáo dục và Đào tạo, Sở Y tế họp.",
        "Bộ trưởng Tài chính các nước G20 họp tại Bali.",
        "Tổng thống Mỹ và Thủ tướng Anh điện đàm.",
        "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam.",
        "Anh, Pháp và Đức ra tuyên bố.",
        "Đại học Quốc gia Hà Nội tuyển sinh.",
        "Quỹ học bổng Trần Lam Khê trao 20 suất.",
        "Giải thưởng Lê Lam Khê lần thứ 5.",
        "Chủ tịch Goldman Sachs dự báo.",
        "Đội trưởng Kyoto United chấn thương.",
        "Dịch Covid-19 tại TP Hồ Chí Minh và Bình Dương.",
        "Bà Nà Hills đông khách, Cô Tô và Bà Rịa vắng.",
        "Tài khoản Facebook “Trần Lam Khê” đã khóa.",
        "tạm giữ Nguyễn Tấn Tr. (SN 2005), Phùng Tuấn D. và bà S., bà V.T.S.",
        "BỘ TRƯỞNG TẠ LAM SƠN THĂM HÀN QUỐC VÀ LÀO",
        "tờ Nancy Daily News và hãng Victor Electronics cho biết.",
        "Tổng thống Hàn Quốc tại Bàn Môn Điếm đã phát biểu.",
        "Tàu USS Carl Holt và Lầu Năm Góc.",
        "Các xã: Lam Anh, Nà Khoa, Lâm Trà. Ca sĩ diễn ở Lam Anh, Nà Khoa.",
        "Chủ tịch Ủy ban Chống Tham nhũng cho biết.",
        "Anh, Georgia và Ấn Độ cho biết.",
        "Huyện Lam Anh đã họp. Người Lam Anh vui. Xã Lam Anh chia sẻ. Tại Lam Anh, mưa đã tạnh.",
        "Theo nhật báo, ban giám khảo Nobel Vật lý có thể chọn.",
        "Sáng 3/4, Đảng ủy, Ban Tổng Giám đốc Công ty Sông Trà đã họp.",
        "Ban Ban Chỉ huy phòng, chống thiên tai xã Lam Khê ra công điện.",
        "Bí thư Thành ủy Sầm Sơn được khen; ở Sầm Sơn, Từ Liêm trời nắng.",
    ],
)
def test_nobody_is_made_up(text):
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "Bộ trưởng Ngoại giao Tạ Lam Sơn nói. Ông Sơn cảm ơn. Bộ trưởng Sơn về nước.",
            ["Tạ Lam Sơn", "Sơn", "Sơn"],
        ),
        ("Bà Tô Thị Thanh Hoa đến. Bà Hoa nói. Bà Thanh Hoa đi.", ["Tô Thị Thanh Hoa", "Hoa", "Thanh Hoa"]),
        ("Tổng thống Han Dae-su đến. Tổng thống Han nói.", ["Han Dae-su", "Han"]),
        ("Đức cha Giuse Tạ Văn Khê đến. Đức cha Giuse nói.", ["Giuse Tạ Văn Khê", "Giuse"]),
        ("Lãnh đạo Peru Kim Dae-su đến. Chuyên gia Kim nói.", ["Kim Dae-su"]),
        ("Thủ tướng Anna Ozola đến. Bà Ozola nói.", ["Anna Ozola", "Ozola"]),
        ("Thủ tướng Anna Ozola đến. Anna Ozola nói.", ["Anna Ozola", "Anna Ozola"]),
    ],
)
def test_short_forms_are_tied(text, mentions):
    (person,) = find_people(text, story(text))
    assert [text[s.start : s.end] for s in person.spans] == mentions


def test_a_short_form_goes_to_the_nearest_before():
    text = "Bộ trưởng Tạ Lam Sơn đến. Ông Lê Đông Sơn đón. Ông Sơn cảm ơn. Bộ trưởng Sơn về."
    minister, host = find_people(text, story(text))
    assert [text[s.start : s.end] for s in minister.spans] == ["Tạ Lam Sơn", "Sơn"]
    assert [text[s.start : s.end] for s in host.spans] == ["Lê Đông Sơn", "Sơn"]


def test_an_office_given_to_somebody_who_holds_another_is_told_behind_it():
    text = "Ông Tạ Văn Kha - Tỉnh ủy viên, Bí thư Thành ủy Sầm Sơn được bầu giữ chức Phó Chủ tịch UBND tỉnh."
    (person,) = find_people(text, story(text))
    assert [p.title for p in person.positions] == [
        "Bí thư Thành ủy Sầm Sơn",
        "Phó Chủ tịch UBND tỉnh",
        "Tỉnh ủy viên",
    ]


def test_positions_carry_organisation_and_country():
    text = (
        "Thứ trưởng Bộ Ngoại giao Tạ Lam Sơn, Trưởng Quan chức cao cấp (SOM) ASEAN của Việt Nam cùng "
        "Thứ trưởng Ngoại giao Han Dae-su, Trưởng SOM ASEAN của Hàn Quốc đã tham vấn. Thứ trưởng Sơn nói."
    )
    ours, theirs = find_people(text, story(text))
    assert [(p.title, p.organisation, p.country) for p in ours.positions] == [
        ("Thứ trưởng Bộ Ngoại giao", "Bộ Ngoại giao", "Việt Nam"),
        ("Trưởng Quan chức cao cấp (SOM) ASEAN", "", "Việt Nam"),
    ]
    assert [(p.title, p.organisation, p.country) for p in theirs.positions] == [
        ("Thứ trưởng Ngoại giao", "Bộ Ngoại giao", "Hàn Quốc"),
        ("Trưởng SOM ASEAN", "", "Hàn Quốc"),
    ]


@pytest.mark.parametrize(
    "office",
    [
        "Phó Chủ tịch UBND tỉnh",
        "Chủ tịch UBND xã",
        "Bí thư Tỉnh ủy",
        "Chủ tịch Quốc hội",
        "Thứ trưởng Bộ Công an",
        "Trưởng Ban Tổ chức Trung ương",
        "Giám đốc Sở Y tế",
    ],
)
@pytest.mark.parametrize(
    "verb", ["dự", "tiếp đoàn", "kiểm tra", "chúc mừng", "làm việc", "báo cáo", "dẫn đầu"]
)
def test_what_somebody_does_is_no_part_of_the_office(office, verb):
    assert seen(f"Sáng 5/2, ông Hà Văn Lộc, {office} {verb} tại đây.") == [f"Hà Văn Lộc | {office} | "]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Chủ tịch UBND tỉnh Nghệ An Tạ Lam Sơn nói.", "UBND tỉnh Nghệ An"),
        ("Giám đốc Sở Y tế Tạ Lam Sơn nói.", "Sở Y tế"),
        ("Bộ trưởng Quốc phòng Lào Thoong-xa Vi-lay nói.", "Bộ Quốc phòng"),
        ("Chủ tịch Quốc hội Tạ Lam Sơn nói.", "Quốc hội"),
        ("Tổng thống Peru Maria Ruiz nói.", ""),
        ("Trưởng Ban Tổ chức Tỉnh ủy Tạ Lam Sơn nói.", "Ban Tổ chức Tỉnh ủy"),
        ("Phó trưởng ban Ban Dân vận Tỉnh ủy Tạ Lam Sơn nói.", "Ban Dân vận Tỉnh ủy"),
        ("Trưởng ban Tạ Lam Sơn nói.", ""),
    ],
)
def test_organisation_of_an_office(text, organisation):
    (person,) = find_people(text, story(text))
    assert person.positions[0].organisation == organisation


def test_accepted_people_are_known_again():
    known = {"Bao Lam Khê": "Bao Lam Khê", "Han Dae Su": "Han Dae-su", "Lam Khê": "Bao Lam Khê"}
    text = "Lâm Đồng đón Han Dae Su. Bao Lam Khê hát."
    assert seen(text) == ["?Han Dae Su |  | "]
    assert seen(text, known=known) == ["Han Dae-su |  | ", "Bao Lam Khê |  | "]


def test_other_spellings_are_one_person():
    text = "Tổng thống Han Dae-su đến. Sau đó Tổng thống Han Dae Su nói."
    (person,) = find_people(text, story(text))
    assert (person.name, person.other_names, len(person.spans)) == ("Han Dae-su", ("Han Dae Su",), 2)


def test_the_speaker_of_a_headline():
    text = "TS. Vi Mạnh Kha: Đến lúc giữ lại đất lúa\nĐất lúa mất dần."
    assert seen(text) == ["Vi Mạnh Kha | TS | "]


def test_a_foreign_name_spelt_in_two_ways_is_left_to_an_editor():
    text = (
        "Ông Sergei Mikhalon đến. Ông Sergei Mikhailon nói. Ông Sergei Mikhailon về. Ông Anders Lund ở lại."
    )
    assert seen(text) == ["?Sergei Mikhalon |  | ", "Sergei Mikhailon |  | ", "Anders Lund |  | "]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A country before the office, an office abroad, an army rank behind an office.
        (
            "Peruvian Ambassador to Laos Eligio Holt met French Foreign Minister Anna Ozola in Hanoi on Monday.",
            ["Eligio Holt | Ambassador to Laos | ", "Anna Ozola | Foreign Minister | France"],
        ),
        (
            "Deputy Minister of National Defence Sen. Lieut. Gen. Ta Lam Son hosted a reception in Hanoi.",
            ["Ta Lam Son | Deputy Minister of National Defence | "],
        ),
        ("General Secretary Nguyen Lam Trong met him.", ["Nguyen Lam Trong | General Secretary | "]),
        # Firms stand before the office; courts, parliaments, sports and trades.
        (
            "Jago CEO Elmo Holt and its chief executive Vera Holt said so.",
            ["Elmo Holt | CEO | ", "Vera Holt | Chief executive | "],
        ),
        (
            "Judge John Holt sentenced him, and Sen. Anna Ozola said no.",
            ["John Holt | Judge | ", "Anna Ozola | Sen | "],
        ),
        (
            "It brought down football coach Jana Holt and striker Marcus Vidal.",
            ["Jana Holt | Coach | ", "Marcus Vidal | Striker | "],
        ),
        # A ministry of two fields, or three.
        (
            "The President met Minister of Education and Training Anna Holt in Lima on June 5, and they agreed.",
            ["Anna Holt | Minister of Education and Training | "],
        ),
        (
            "The President met Deputy Minister of Culture, Sports and Tourism Anna Holt in Lima on June 5.",
            ["Anna Holt | Deputy Minister of Culture, Sports and Tourism | "],
        ),
        (
            "The President met Minister of Justice Anna Holt in Lima on June 5, and they agreed to go on.",
            ["Anna Holt | Minister of Justice | "],
        ),
    ],
)
def test_who_is_found_in_english(text, expected):
    assert seen(text) == expected


def test_words_of_english_offices_stay_in_names_elsewhere():
    assert seen("Thẩm phán Justice Holt tuyên án. Trận đấu ở Premier League đã diễn ra.") == [
        "Justice Holt | Thẩm phán | "
    ]


def test_an_inviter_told_of_by_office_is_no_role_of_the_guest():
    text = "Nhận lời mời của Chủ tịch nước, Tổng thống Cộng hòa Peru Anna Holt sẽ thăm Lào."
    assert seen(text) == ["Anna Holt | Tổng thống | Peru"]
    text = "Nhận lời mời của Tổng Bí thư, Chủ tịch nước Lào Som Vi-lay, Thủ tướng Tạ Lam Sơn sẽ thăm Lào."
    assert seen(text)[0] == "Som Vi-lay | Tổng Bí thư, Chủ tịch nước | Lào"


IN_CAPITALS = (
    "NGÀY 3/4, TẠI HÀ NỘI, CHỦ TỊCH NƯỚC TẠ LAM SƠN ĐÃ TIẾP BÀ ANNA HOLT, ĐẠI SỨ PERU TẠI VIỆT NAM.\n\n"
    "ÔNG NGUYỄN VĂN LAM, GIÁM ĐỐC SỞ Y TẾ TỈNH LÂM ĐỒNG, NÓI. PHÓ CHỦ TỊCH UBND TỈNH TRẦN LAM KHÊ CHỦ TRÌ.\n\n"
    "LỰC LƯỢNG VŨ TRANG VÀ ÔNG SƠN CÙNG ĐI."
)


def test_a_town_is_nobody_in_a_story_of_the_one_it_is_named_after():
    text = "Họ họp tại TP.Tạ Văn Kha rồi tại TX. Tạ Văn Kha. Chủ tịch Tạ Văn Kha nói."
    assert [len(person.spans) for person in find_people(text, story(text))] == [1]


WITHOUT_ACCENTS = (
    "Ngay 3/4, tai Ha Noi, Chu tich nuoc Nguyen Lam Son da tiep ba Anna Holt, Dai su Peru tai Viet Nam.\n\n"
    "Ong Nguyen Van Lam, Giam doc So Y te, noi. Ba Tran Thi Kha cho biet. Bo truong Ngoai giao Lao Somchay "
    "Vilengsa cung du. Theo ong Lam, cac truong trong tinh da mo cua."
)


def test_stories_in_capitals_or_without_accents_suggest_people():
    assert seen(IN_CAPITALS) == [
        "?Tạ Lam Sơn | Chủ tịch nước | ",
        "?Anna Holt | Đại sứ Peru tại Việt Nam | Peru",
        "?Nguyễn Văn Lam | Giám đốc sở y tế tỉnh Lâm Đồng | ",
        "?Trần Lam Khê | Phó chủ tịch UBND tỉnh | ",
    ]
    assert find_people(IN_CAPITALS, story(IN_CAPITALS))[0].other_names == ("TẠ LAM SƠN",)
    assert seen(WITHOUT_ACCENTS) == [
        "?Nguyen Lam Son | Chu tich nuoc | ",
        "?Anna Holt | Dai su Peru tai Viet Nam | Peru",
        "?Nguyen Van Lam | Giam doc So Y te | ",
        "?Tran Thi Kha |  | ",
        "?Somchay Vilengsa | Bo truong Ngoai giao | Lào",
    ]


def test_a_line_in_capitals_and_an_english_story_are_read_as_they_are():
    assert seen(
        "CHỦ TỊCH NƯỚC TẠ LAM SƠN TIẾP ĐẠI SỨ.\n\nChủ tịch nước Tạ Lam Sơn đã tiếp Đại sứ ở Hà Nội."
    ) == ["Tạ Lam Sơn | Chủ tịch nước | "]
    assert seen("Chairman Tran Van Kha of the city council met ministers in Hanoi on Monday.") == [
        "Tran Van Kha | Chairman | "
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # The offices that stand together are shown together, each at its fullest.
        (
            "Bí thư Tỉnh ủy, Trưởng đoàn ĐBQH tỉnh Tạ Văn Khê dự. Bí thư Tỉnh ủy Lâm Đồng Tạ Văn Khê nói.",
            "Bí thư Tỉnh ủy Lâm Đồng, Trưởng đoàn ĐBQH tỉnh",
        ),
        # What stands elsewhere does not join them: an office behind the name, a new one, one of long ago.
        (
            "Phó Chủ tịch UBND tỉnh Tạ Văn Khê, Trưởng Ban Chỉ đạo 389 tỉnh, dự.",
            "Phó Chủ tịch UBND tỉnh",
        ),
        ("Bí thư Huyện ủy Tạ Văn Khê được bầu làm Chủ tịch UBND tỉnh Lam Trà.", "Bí thư Huyện ủy"),
        # Too many for one line: those that people are known by.
        (
            "Tạ Văn Khê, Ủy viên Ban Chấp hành Trung ương Đảng Lao động và Xã hội, Ủy viên Ban Thường vụ Đảng ủy "
            "các cơ quan Đảng Trung ương, Phó Chủ tịch Hội đồng Lý luận Trung ương, Giám đốc Học viện Lam Trà, "
            "Chủ tịch Hội Người cao tuổi, dự.",
            "Phó Chủ tịch Hội đồng Lý luận Trung ương, Giám đốc Học viện Lam Trà, Chủ tịch Hội Người cao tuổi",
        ),
    ],
)
def test_the_offices_that_stand_together_are_one_role(text, role):
    assert seen(text)[0].split(" | ")[1] == role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The body that an office's own is a part of, behind a comma.
        (
            "Cục trưởng Cục Lãnh sự, Bộ Ngoại giao Đoàn Hoàng Khê cho biết.",
            ["Đoàn Hoàng Khê | Cục trưởng Cục Lãnh sự, Bộ Ngoại giao | "],
        ),
        (
            "Vụ trưởng Vụ Thị trường châu Á - châu Phi, Bộ Công Thương Tạ Lam Sơn nói.",
            ["Tạ Lam Sơn | Vụ trưởng Vụ Thị trường châu Á - châu Phi, Bộ Công Thương | "],
        ),
        (
            "Bác sĩ Đoàn Hoàng Khê, Trưởng khoa Nhi, Bệnh viện Bạch Mai, cho biết.",
            ["Đoàn Hoàng Khê | Trưởng khoa Nhi, Bệnh viện Bạch Mai | "],
        ),
        (
            "Chuẩn tướng Raj Holt, Tư lệnh Vùng 2, Lực lượng Bảo vệ bờ biển Ấn Độ, dự.",
            ["Raj Holt | Tư lệnh Vùng 2, Lực lượng Bảo vệ bờ biển Ấn Độ | Ấn Độ"],
        ),
        # But others that came as well are no part of it.
        (
            "Dự có ông Hà Văn Lộc, Trưởng phòng Y tế, Trường Tiểu học Lam Trà và các xã.",
            ["Hà Văn Lộc | Trưởng phòng Y tế | "],
        ),
        (
            "Dự có ông Hà Văn Lộc, Cục trưởng Cục Lãnh sự, Bộ Công an, Bộ Quốc phòng và các địa phương.",
            ["Hà Văn Lộc | Cục trưởng Cục Lãnh sự | "],
        ),
        ("Ông Hà Văn Lộc, Giám đốc Sở Y tế, Sở Tài chính cùng dự.", ["Hà Văn Lộc | Giám đốc Sở Y tế | "]),
        (
            "Phó Cục trưởng Cục Lãnh sự, Bộ trưởng Ngoại giao Hà Văn Lộc và các đại sứ dự.",
            ["Hà Văn Lộc | Phó Cục trưởng Cục Lãnh sự, Bộ trưởng Ngoại giao | "],
        ),
        # Words of two syllables are not cut at one that may be a verb; but bodies do what is told of them.
        (
            "Ông Hà Văn Lộc, Giám đốc Ban Quản lý công trình hạ tầng kỹ thuật, nói.",
            ["Hà Văn Lộc | Giám đốc Ban Quản lý công trình hạ tầng kỹ thuật | "],
        ),
        (
            "Ông Hà Văn Lộc, giám đốc cơ quan ứng phó khẩn cấp, nói.",
            ["Hà Văn Lộc | Giám đốc cơ quan ứng phó khẩn cấp | "],
        ),
        (
            "Ông Hà Văn Lộc, Giám đốc Văn phòng đăng ký đất đai, nói.",
            ["Hà Văn Lộc | Giám đốc Văn phòng đăng ký đất đai | "],
        ),
        # What somebody is at, and for how long, is no part of it.
        (
            "Ông Hà Văn Lộc, Phó Chủ tịch UBND thành phố tại Hội thảo quốc tế về đô thị.",
            ["Hà Văn Lộc | Phó Chủ tịch UBND thành phố | "],
        ),
        (
            "Ông Hà Văn Lộc được bầu làm Phó Chủ tịch UBND nhiệm kỳ 2021-2026 tại kỳ họp tháng 5.",
            ["Hà Văn Lộc | Phó Chủ tịch UBND | "],
        ),
        (
            "TS Hà Văn Lộc, Trưởng khoa Quản lý Công nghiệp, Đại học Bách khoa TP HCM, nói.",
            ["Hà Văn Lộc | Trưởng khoa Quản lý Công nghiệp, Đại học Bách khoa TP HCM | "],
        ),
        # Where somebody is sent is not whose office it is.
        (
            "Bà Anna Holt, Điều phối viên thường trú Liên hợp quốc tại Việt Nam, phát biểu.",
            ["Anna Holt | Điều phối viên thường trú Liên hợp quốc tại Việt Nam | "],
        ),
        ("Đại sứ Peru tại Việt Nam Anna Holt dự.", ["Anna Holt | Đại sứ Peru tại Việt Nam | Peru"]),
        # `Nam sinh` begins no office in a name.
        ("Ông Lê Văn Nam sinh ngày 9/4/1948 ở Lào Cai.", ["Lê Văn Nam |  | "]),
        ("Ông Trần Khê Nam sinh năm 1955 ở Lào Cai.", ["Trần Khê Nam |  | "]),
        # An admiral is a rank.
        ("Đô đốc John Holt, Tư lệnh Hạm đội 7, đến thăm.", ["John Holt | Tư lệnh Hạm đội 7 | "]),
        ("Chủ tịch Tạ Lam Sơn nói. Chủ tịch nước Tạ Lam Sơn dự.", ["Tạ Lam Sơn | Chủ tịch nước | "]),
    ],
)
def test_what_an_office_is_of(text, expected):
    assert seen(text) == expected


def test_a_deputy_who_stands_in_always_is_of_the_body_itself():
    people = find_people(text := "Phó Chủ tịch Thường trực UBND tỉnh Lâm Đồng Hà Văn Lộc dự.", story(text))
    assert people[0].role == "Phó Chủ tịch Thường trực UBND tỉnh Lâm Đồng"
    assert people[0].positions[0].organisation == "UBND tỉnh Lâm Đồng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Several offices in one bracket.
        (
            "Ông Tạ Lam Khê (nguyên Ủy viên Ban cán sự đảng, nguyên Thứ trưởng Y tế), Hồ Đức Lam (Giám đốc Sở Y tế).",
            [
                "Tạ Lam Khê | Nguyên Ủy viên Ban cán sự đảng, Nguyên Thứ trưởng Y tế | ",
                "Hồ Đức Lam | Giám đốc Sở Y tế | ",
            ],
        ),
        # Offices held when something happened, as decisions on discipline tell of them.
        (
            "Ông Tạ Lam Khê, trong thời gian giữ cương vị Ủy viên Bộ Chính trị, Chủ tịch Quốc hội đã vi phạm.",
            ["Tạ Lam Khê | Ủy viên Bộ Chính trị, Chủ tịch Quốc hội | "],
        ),
        (
            "Các ông: Tạ Lam Khê, nguyên: Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; Hà Văn Lộc, nguyên: Bí thư Huyện ủy.",
            [
                "Tạ Lam Khê | Nguyên Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh | ",
                "Hà Văn Lộc | Nguyên Bí thư Huyện ủy | ",
            ],
        ),
        # An office that somebody stands for is not held.
        (
            "Liên minh đã chọn ông Som Vi-lay làm ứng cử viên Thủ tướng.",
            ["Som Vi-lay | Ứng cử viên Thủ tướng | "],
        ),
        (
            "Ứng cử viên đối lập tranh cử tổng thống Peru Anna Holt nói.",
            ["Anna Holt | Ứng cử viên đối lập tranh cử tổng thống | Peru"],
        ),
        (
            "Tổng thống Peru Owen Holt nói. Các ứng cử viên Holt và Vidal tranh luận.",
            ["Owen Holt | Tổng thống | Peru"],
        ),
        ("Tổng thống đương nhiệm Owen Holt nói.", ["Owen Holt | Tổng thống | "]),
        ("Tổng thống mới đắc cử Owen Holt nói.", ["Owen Holt | Tổng thống mới đắc cử | "]),
        # A deputy behind other words of an office stays a deputy.
        (
            "Sau phần điều hành của Phó chủ tịch Quốc hội Lê Thị Én, Quốc hội nghỉ.",
            ["Lê Thị Én | Phó chủ tịch Quốc hội | "],
        ),
        ("Trợ lý Phó Thủ tướng Hà Văn Lộc dự.", ["Hà Văn Lộc | Trợ lý Phó Thủ tướng | "]),
        # Bodies, terms and royal styles are no names.
        ("Tiêu chuẩn của Ủy viên Bộ Chính trị, Ban Bí thư, đồng thời của cấp dưới.", []),
        ("Từ 2017: Thường trực Ban Bí thư Khóa XII; Đại biểu Quốc hội khóa XIV.", []),
        (
            "Quốc vương Campuchia Preah Karuna Preah Bat Samdech Preah Boromneath Sovann Lamoni nói.",
            ["Sovann Lamoni | Quốc vương | Campuchia"],
        ),
    ],
)
def test_offices_as_the_party_and_parliaments_tell_of_them(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Lê Lam Khê bị miễn nhiệm chức Chủ tịch tỉnh Bắc Giang.",
            ["Lê Lam Khê | Chủ tịch tỉnh Bắc Giang | "],
        ),
        (
            "HĐND miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh đối với ông Lê Lam Khê.",
            ["Lê Lam Khê | Phó Chủ tịch UBND tỉnh | "],
        ),
        ("Ông Lê Lam Khê thôi giữ chức Bộ trưởng Y tế.", ["Lê Lam Khê | Bộ trưởng Y tế | "]),
        ("Ông Som Vi-lay đắc cử Tổng thống Peru.", ["Som Vi-lay | Tổng thống | Peru"]),
        # What somebody gives up for another, or is told that others were.
        ("Ông Lê Lam Khê từ chối gặp Chủ tịch tỉnh.", ["Lê Lam Khê |  | "]),
        ("Ông Lê Lam Khê bị cách chức mọi chức vụ trong Đảng.", ["Lê Lam Khê |  | "]),
    ],
)
def test_offices_that_people_take_up_or_leave(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nhiều tuyến đường ở quận 2 ngập nặng như Chu Văn Lam, Đinh Bộ Khê, Võ Văn Én.",
        "Cây đổ gần giao lộ Mạc Đĩnh Lam - Nguyễn Đình Khê, quận 1.",
        "Một km đường Bùi Hữu Khê ngập. Hai ngày sau, Bùi Hữu Khê (quận Bình Thủy) ngập sâu.",
    ],
)
def test_roads_are_nobody_wherever_they_stand(text):
    assert seen(text) == []


def test_whom_a_road_is_named_after_is_somebody():
    text = "Đường Võ Văn Khê kẹt xe. Bộ trưởng Y tế Võ Văn Khê sống ở đây. Võ Văn Khê nói."
    assert seen(text) == ["Võ Văn Khê | Bộ trưởng Y tế | "]
    text = "Trường Võ Văn Khê mở cửa. Võ Văn Khê nói rằng ông vui."
    assert seen(text) == ["?Võ Văn Khê |  | "]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Igor Lamov, tư lệnh không quân Nga, nói.", ["Igor Lamov | Tư lệnh không quân Nga | Nga"]),
        ("Chủ tịch không đồng ý. Ông Hà Văn Lộc nói.", ["Hà Văn Lộc |  | "]),
        # Ministries of much else, and of no country by the sound of it.
        (
            "Bộ trưởng Ngoại giao, Hội nhập khu vực và Kiều bào Ghana Anna Holt dự.",
            ["Anna Holt | Bộ trưởng Ngoại giao, Hội nhập khu vực và Kiều bào | Ghana"],
        ),
        (
            "Bộ trưởng Ngoại giao, Hợp tác và Pháp ngữ Congo Anna Holt dự.",
            ["Anna Holt | Bộ trưởng Ngoại giao, Hợp tác và Pháp ngữ | Congo"],
        ),
        # A clergyman is known by an office that he has.
        (
            "Hòa thượng Thích Lam Quảng, Phó Chủ tịch Hội đồng Trị sự, dự.",
            ["Thích Lam Quảng | Phó Chủ tịch Hội đồng Trị sự | "],
        ),
        ("Hòa thượng Thích Lam Quảng dự.", ["Thích Lam Quảng | Hòa thượng | "]),
        (
            "Tướng Erik Holt, lãnh đạo Bộ Tư lệnh Trung tâm Mỹ phụ trách các hoạt động ở Trung Đông, đã tới Lào.",
            [
                "Erik Holt | Lãnh đạo Bộ Tư lệnh Trung tâm Mỹ phụ trách các hoạt động ở Trung Đông | Hoa Kỳ",
            ],
        ),
        ("Bí thư Tỉnh ủy Hà Văn Lộc, lãnh đạo các sở dự.", ["Hà Văn Lộc | Bí thư Tỉnh ủy | "]),
        # Whose adviser somebody is, where no name follows that may be either's.
        (
            "Ông John Holt, cố vấn an ninh quốc gia của Tổng thống Mỹ, nói.",
            ["John Holt | Cố vấn an ninh quốc gia của Tổng thống | Hoa Kỳ"],
        ),
        (
            "Ông John Holt, cố vấn của Tổng thống Owen Vidal, nói.",
            ["John Holt | Cố vấn của Tổng thống Owen Vidal | ", "Owen Vidal | Tổng thống | "],
        ),
        ("Ông John Holt, khi đó là Thứ trưởng Y tế, nói.", ["John Holt | Thứ trưởng Y tế | "]),
    ],
)
def test_offices_of_world_news(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giám đốc Tài chính LamAI Sarah Holt nói.", ["Sarah Holt | Giám đốc Tài chính LamAI | "]),
        (
            "Bộ trưởng McKenzie Holt tiếp Bộ trưởng DeShawn Vidal.",
            [
                "McKenzie Holt | Bộ trưởng | ",
                "DeShawn Vidal | Bộ trưởng | ",
            ],
        ),
        (
            "Ông John Holt, nhà phân tích tại High Lamridge Futures, nói.",
            [
                "John Holt | Nhà phân tích tại High Lamridge Futures | ",
            ],
        ),
        (
            "Bà Anna Holt, chuyên gia của BNK Securities Lamagement, nói.",
            [
                "Anna Holt | Chuyên gia của BNK Securities Lamagement | ",
            ],
        ),
        # But whom somebody works for is somebody.
        ("Ông John Holt, luật sư của Anna Vidal, nói.", ["John Holt | Luật sư | ", "?Anna Vidal |  | "]),
    ],
)
def test_firms_behind_an_office_are_nobody(text, expected):
    assert seen(text) == expected


def test_the_end_of_a_line_says_nothing_about_its_beginning():
    assert seen("Tổng thống Anna Holt không tranh cử") == ["Anna Holt | Tổng thống | "]
    assert seen("Vụ trưởng Hà Văn Lộc từ chức") == ["Hà Văn Lộc | Vụ trưởng | "]


def test_bodies_within_bodies_without_end_are_read_once():
    text = "Ông Hà Văn Lộc, Trưởng phòng Lam" + ", Khoa Lam, Viện Lam" * 2_000 + ", nói."
    assert seen(text)[0].startswith("Hà Văn Lộc | Trưởng phòng Lam")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Where a body that an office's own is a part of has the same last word.
        (
            "Bác sĩ Lê Thị Én, Phó Trưởng khoa Ngoại, Bệnh viện Đa khoa tỉnh Lam Trà, nói.",
            ["Lê Thị Én | Phó Trưởng khoa Ngoại, Bệnh viện Đa khoa tỉnh Lam Trà | "],
        ),
        (
            "Bác sĩ Lê Thị Én, Trưởng khoa Ngoại, khoa Nội và khoa Nhi họp.",
            ["Lê Thị Én | Trưởng khoa Ngoại | "],
        ),
        # What is spoken of is no field; a field is.
        (
            "Phỏng vấn ông Hà Văn Lộc, đại biểu Quốc hội TP Huế về trách nhiệm của chủ đò.",
            ["Hà Văn Lộc | Đại biểu Quốc hội TP Huế | "],
        ),
        (
            "Ông Owen Holt, Đặc phái viên của Tổng thống Mỹ về biến đổi khí hậu, nói.",
            ["Owen Holt | Đặc phái viên của Tổng thống Mỹ về biến đổi khí hậu | Hoa Kỳ"],
        ),
        # Those who lead something are the next on a list; whoever led it is not.
        (
            "Dự lễ có ông Hà Văn Lộc - Phó Tổng Biên tập báo Lam Trà, lãnh đạo Tỉnh đoàn Bắc Giang, đông đảo học sinh.",
            ["Hà Văn Lộc | Phó Tổng Biên tập báo Lam Trà | "],
        ),
        (
            "Ông Hà Văn Lộc, Giám đốc Sở Y tế, nguyên lãnh đạo huyện Bắc Giang, nói.",
            ["Hà Văn Lộc | Giám đốc Sở Y tế, Nguyên lãnh đạo huyện Bắc Giang | "],
        ),
        # Law firms and notaries are named after people.
        (
            "Luật sư Hà Văn Lộc, Trưởng Văn phòng Luật sư Đỗ Vân Anh, nói.",
            ["Hà Văn Lộc | Trưởng Văn phòng Luật sư Đỗ Vân Anh | "],
        ),
        (
            "Luật sư Hà Văn Lộc, Giám đốc Công ty Luật TNHH Đỗ Vân, nói.",
            ["Hà Văn Lộc | Giám đốc Công ty Luật TNHH Đỗ Vân | "],
        ),
        ("Luật sư Hà Văn Lộc thuộc Văn phòng Luật sư Bắc Giang nói.", ["Hà Văn Lộc | Luật sư | "]),
        # Coaches are appointed too, but stay what they are where they have a trade.
        (
            "Ông Hà Văn Lộc được bổ nhiệm làm HLV trưởng đội tuyển nữ.",
            ["Hà Văn Lộc | HLV trưởng đội tuyển nữ | "],
        ),
        ("Ca sĩ Hà Văn Lộc được chọn làm giám khảo cuộc thi.", ["Hà Văn Lộc | Ca sĩ | "]),
        ("Ông Hà Văn Lộc bị tố chọn giáo viên làm việc riêng.", ["Hà Văn Lộc |  | "]),
        # A trade of one foreign word; of one Vietnamese word it needs a capital.
        ("Anh Hà Văn Lộc, shipper tại quận 7, nói.", ["Hà Văn Lộc | Shipper tại quận 7 | "]),
        (
            "Trung tướng Hà Văn Lộc, Tư lệnh Quân chủng Phòng không - Không quân, dự.",
            ["Hà Văn Lộc | Tư lệnh Quân chủng Phòng không - Không quân | "],
        ),
        ("Bà Lê Thị Én, trưởng phòng không có mặt.", ["Lê Thị Én |  | "]),
        (
            "Đại đức Thích Lam Khê, trụ trì chùa Bến Đình, nói.",
            ["Thích Lam Khê | Trụ trì chùa Bến Đình | "],
        ),
        (
            "Bà Lê Thị Én, Giám đốc phân tích Công ty Chứng khoán Sao Bắc, nói.",
            ["Lê Thị Én | Giám đốc phân tích Công ty Chứng khoán Sao Bắc | "],
        ),
    ],
)
def test_offices_and_trades_in_apposition(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whoever puts somebody in, asks for it or meets whoever is, holds no such office.
        ("Ông Hà Văn Lộc đã chúc mừng người vừa được bầu làm Chủ tịch Quốc hội.", ["Hà Văn Lộc |  | "]),
        (
            "Ông Hà Văn Lộc đã gặp bà Lê Thị Én vừa được bầu làm Chủ tịch Hội.",
            ["Hà Văn Lộc |  | ", "Lê Thị Én | Chủ tịch Hội | "],
        ),
        ("Ông Hà Văn Lộc đã bổ nhiệm con trai làm Giám đốc Công ty.", ["Hà Văn Lộc |  | "]),
        ("Ông Hà Văn Lộc bị cáo buộc bổ nhiệm con trai làm Giám đốc Công ty.", ["Hà Văn Lộc |  | "]),
        ("Ông Hà Văn Lộc đã yêu cầu cách chức Giám đốc Sở.", ["Hà Văn Lộc |  | "]),
        ("Bà Lê Thị Én đã đề nghị miễn nhiệm chức Giám đốc Sở Y tế.", ["Lê Thị Én |  | "]),
        ("Ông Hà Văn Lộc không còn giữ chức Chủ tịch Hội.", ["Hà Văn Lộc |  | "]),
        (
            "Ông Owen Holt đã chọn bà Anna Vidal làm Ngoại trưởng.",
            ["Owen Holt |  | ", "Anna Vidal | Ngoại trưởng | "],
        ),
        # Those who are put in do, whoever does it; and those who go on.
        (
            "Ông Hà Văn Lộc đã được Thủ tướng Lê Văn Kha bổ nhiệm làm Thứ trưởng Bộ Y tế.",
            ["Hà Văn Lộc | Thứ trưởng Bộ Y tế | ", "Lê Văn Kha | Thủ tướng | "],
        ),
        (
            "Ông Owen Holt được ông Ian Vidal bổ nhiệm làm Ngoại trưởng.",
            ["Owen Holt | Ngoại trưởng | ", "Ian Vidal |  | "],
        ),
        ("Bà Lê Thị Én bị cách chức Bí thư Đảng ủy xã.", ["Lê Thị Én | Bí thư Đảng ủy xã | "]),
        ("Ông Hà Văn Lộc được điều động làm Phó Giám đốc Sở.", ["Hà Văn Lộc | Phó Giám đốc Sở | "]),
        ("Ông Hà Văn Lộc tiếp tục giữ chức Chủ tịch Hội.", ["Hà Văn Lộc | Chủ tịch Hội | "]),
        ("Trước đó, ông Hà Văn Lộc giữ chức Chủ tịch Hội.", ["Hà Văn Lộc |  | "]),
        ("Ông Hà Văn Lộc nộp đơn xin từ chức Chủ tịch Hội.", ["Hà Văn Lộc | Chủ tịch Hội | "]),
        # A firm that is named after somebody is nobody.
        (
            "Luật sư Hà Văn Lộc (Văn phòng Luật sư Đỗ Vân Anh, Đoàn Luật sư TP Hà Nội) nói.",
            ["Hà Văn Lộc | Luật sư | "],
        ),
        ("Hợp đồng được lập tại Văn phòng công chứng Đỗ Vân Anh.", []),
        ("Chánh Văn phòng Hà Văn Lộc nói.", ["Hà Văn Lộc | Chánh Văn phòng | "]),
        # A party has one leader.
        (
            "Ông Hà Văn Lộc, Chủ tịch Hạ viện, lãnh đạo đảng đối lập, nói.",
            ["Hà Văn Lộc | Chủ tịch Hạ viện, Lãnh đạo đảng đối lập | "],
        ),
        ("Ông Hà Văn Lộc, đồng sáng lập Sao Bắc, nói.", ["Hà Văn Lộc | Đồng sáng lập Sao Bắc | "]),
        ("Các ông Tạ Lam Khê, Hà Văn Lộc (đồng đội nam) dự giải.", ["Tạ Lam Khê |  | ", "Hà Văn Lộc |  | "]),
    ],
)
def test_who_is_put_in_an_office_and_who_is_not(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Initials in a bracket say an office again; a bracket that says more is another.
        (
            "Ông Hà Văn Lộc, Giám đốc tài chính (CFO) Sao Bắc, nói.",
            ["Hà Văn Lộc | Giám đốc tài chính (CFO) Sao Bắc | "],
        ),
        ("Ông Hà Văn Lộc, Tổng Giám đốc (CEO), nói.", ["Hà Văn Lộc | Tổng Giám đốc (CEO) | "]),
        ("Bác sĩ Hà Văn Lộc (BS) nói.", ["Hà Văn Lộc | Bác sĩ | "]),
        # A team is no country: whoever trains it may come from another.
        ("HLV trưởng U23 Việt Nam Hà Văn Lộc nói.", ["Hà Văn Lộc | HLV trưởng U23 Việt Nam | "]),
        ("Ông Hà Văn Lộc, Trưởng đoàn U23 Việt Nam, nói.", ["Hà Văn Lộc | Trưởng đoàn U23 Việt Nam | "]),
        ("Tiền đạo Việt Nam Hà Văn Lộc ghi bàn.", ["Hà Văn Lộc | Tiền đạo | Việt Nam"]),
        # Trades of two, each a part of the other.
        ("HLV thủ môn Hà Văn Lộc nói.", ["Hà Văn Lộc | HLV thủ môn | "]),
        ("Bà Lê Thị Én, giám khảo cuộc thi, nói.", ["Lê Thị Én | Giám khảo cuộc thi | "]),
    ],
)
def test_offices_in_firms_and_teams(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A sentence goes on into the next without a full stop.
        ("Đại diện Sở Y tế Theo ông Hà Văn Lộc, bệnh đã giảm.", ["Hà Văn Lộc |  | "]),
        ("Giám đốc Quỹ Vì trẻ em Hà Văn Lộc nói.", ["Hà Văn Lộc | Giám đốc Quỹ Vì trẻ em | "]),
        ("Chủ tịch UBND tỉnh Đông Phú Ông Hà Văn Lộc nói.", ["Hà Văn Lộc | Chủ tịch UBND tỉnh Đông Phú | "]),
        ("Ca sĩ Lam Anh Với giọng ca ngọt đã thắng.", ["Lam Anh | Ca sĩ | "]),
        # The office right behind the name.
        ("Ông Tạ Văn Kha Chủ tịch UBND xã Lam Trà cho biết.", ["Tạ Văn Kha | Chủ tịch UBND xã Lam Trà | "]),
        ("Ông Tạ Văn Kha Phó Giám đốc Sở Y tế cho biết.", ["Tạ Văn Kha | Phó Giám đốc Sở Y tế | "]),
        (
            "Ông Tạ Văn Kha Nguyên Chủ tịch xã Lam Trà nói.",
            ["Tạ Văn Kha | Nguyên Chủ tịch xã Lam Trà | "],
        ),
        ("Ông Tạ Khôi Nguyên Chủ tịch xã Lam Trà nói.", ["Tạ Khôi Nguyên | Chủ tịch xã Lam Trà | "]),
        ("Ông Tạ Văn Kha Giám đốc cho biết.", ["Tạ Văn Kha |  | "]),
        # A nickname behind the first name; a firm or two before it.
        ('Robert "Bob" Holt, Giám đốc Lamtech, nói.', ['Robert "Bob" Holt | Giám đốc Lamtech | ']),
        ("CEO Lamtech Robert Holt nói.", ["Robert Holt | CEO Lamtech | "]),
        ("Tổng giám đốc Lamtech Asia Robert Holt nói.", ["Robert Holt | Tổng giám đốc Lamtech Asia | "]),
        ("CEO Mary Lamtech Holt nói.", ["Mary Lamtech Holt | CEO | "]),
        # Somebody called like a trade may come first.
        (
            "Anh Hùng, Văn Lam, Quế Khê và Tấn Tài ghi bàn.",
            ["?Văn Lam |  | ", "?Quế Khê |  | ", "?Tấn Tài |  | "],
        ),
        ("Anh hùng, nông dân và học sinh dự lễ.", []),
    ],
)
def test_what_runs_on_without_a_mark(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An office as it was held, and one whose holder the sentence tells.
        ("Giám đốc Sở Y tế khi đó, ông Hà Văn Lộc, đã ký.", ["Hà Văn Lộc | Giám đốc Sở Y tế | "]),
        ("Giám đốc Sở Y tế lúc bấy giờ là ông Hà Văn Lộc đã ký.", ["Hà Văn Lộc | Giám đốc Sở Y tế | "]),
        ("Thủ tướng khi đó là Robert Holt đã từ chối.", ["Robert Holt | Thủ tướng | "]),
        ("Chủ tịch UBND xã là ông Hà Văn Lộc.", ["Hà Văn Lộc | Chủ tịch UBND xã | "]),
        ("Giám đốc Công ty Lam Trà là em ông Hà Văn Lộc.", ["Hà Văn Lộc |  | "]),
        ("Theo Bí thư Tỉnh ủy, khi đó, ông Hà Văn Lộc đã về hưu.", ["Hà Văn Lộc |  | "]),
    ],
)
def test_offices_told_of_with_who_held_them(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tàu hộ vệ tên lửa 015 - Trần Lam Kha cập cảng.",
        "Hai tàu 011-Lê Lam Sơn và 015-Trần Lam Kha cập cảng.",
        "Tàu buồm Lê Quý Lam cập cảng.",
        "Công ty TNHH Trần Văn Kha vừa bị phạt.",
        "Lễ hội Lam Trà sẽ khai mạc tại Huế.",
        "Lăng Minh Sâm mở cửa. Quý Khách thân mến.",
    ],
)
def test_ships_firms_and_feasts_are_nobody(text):
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổng Giám đốc Tổng công ty Sông Đà Hà Văn Lộc nói.",
            ["Hà Văn Lộc | Tổng Giám đốc Tổng công ty Sông Đà | "],
        ),
        ("Giám đốc Tổng công ty Lamtech Hà Văn Lộc nói.", ["Hà Văn Lộc | Giám đốc Tổng công ty Lamtech | "]),
        (
            "Giám đốc Công ty Hàng không Lam Trà Hà Văn Lộc nói.",
            ["Hà Văn Lộc | Giám đốc Công ty Hàng không Lam Trà | "],
        ),
        (
            "Bà Lê Thị Én - Trưởng phòng Y tế, kiêm Chủ tịch Hội Khuyến học - nói.",
            ["Lê Thị Én | Trưởng phòng Y tế, Chủ tịch Hội Khuyến học | "],
        ),
        ("Cố nhạc sĩ Tạ Lam Khê sinh ở Huế.", ["Tạ Lam Khê | Cố nhạc sĩ | "]),
    ],
)
def test_where_the_name_of_a_large_firm_ends(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiền đạo Lamuel Ovu'o ghi bàn.", ["?Lamuel Ovu'o | Tiền đạo | "]),
        (
            "Ông Hà Văn Lộc, Cục trưởng Cục Quản lý Khám, chữa bệnh (Bộ Y tế), nói.",
            ["Hà Văn Lộc | Cục trưởng Cục Quản lý Khám, chữa bệnh (Bộ Y tế) | "],
        ),
        ("Vụ trưởng Vụ Giáo dục Đại học Hà Văn Lộc nói.", ["Hà Văn Lộc | Vụ trưởng Vụ Giáo dục Đại học | "]),
        ("Luật gia Hà Văn Lộc nói.", ["Hà Văn Lộc | Luật gia | "]),
    ],
)
def test_names_with_an_apostrophe_and_bodies_of_two_fields(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize("verb", ["hầu tòa", "trải lòng", "ly hôn", "thoái vốn"])
def test_an_office_behind_a_dash_ends_at_the_verb(verb):
    text = f"Bà Lê Thị Én - cựu Giám đốc Sở Tài chính {verb}."
    assert seen(text) == ["Lê Thị Én | Cựu Giám đốc Sở Tài chính | "]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cố vấn An ninh quốc gia của Thủ tướng Lam Kanta, ông Arun Sethi, nói.",
            ["Lam Kanta | Thủ tướng | ", "Arun Sethi | Cố vấn An ninh quốc gia của Thủ tướng Lam Kanta | "],
        ),
        (
            "Người phát ngôn của Tổng thống Nga Nikolai Lamov - Dmitri Sokolin - nói.",
            [
                "Nikolai Lamov | Tổng thống | Nga",
                "Dmitri Sokolin | Người phát ngôn của Tổng thống Nga Nikolai Lamov | Nga",
            ],
        ),
        (
            "Thư ký riêng của Bộ trưởng Bộ Y tế, ông Hà Văn Lộc, bị bắt.",
            ["Hà Văn Lộc | Thư ký riêng của Bộ trưởng Bộ Y tế | "],
        ),
        (
            "Nghệ sĩ Thu Lam - phu nhân của NSND Thế Kha - đến dự.",
            ["Thu Lam | Phu nhân của NSND Thế Kha | ", "Thế Kha | NSND | "],
        ),
        ("Chị Tạ Thị Kha (vợ anh Lộc) nói.", ["Tạ Thị Kha | Vợ anh Lộc | "]),
        ("Bà Tạ Thị Kha, vợ ông Lộc, nói.", ["Tạ Thị Kha | Vợ ông Lộc | "]),
        (
            "Anh Hà Minh Khê, con trai của Bí thư Tỉnh ủy Hà Văn Lộc, nói.",
            [
                "Hà Minh Khê | Con trai của Bí thư Tỉnh ủy Hà Văn Lộc | ",
                "Hà Văn Lộc | Bí thư Tỉnh ủy | ",
            ],
        ),
        (
            "Bà Tạ Thị Kha (vợ ông Hà Văn Lộc - cựu Bí thư Huyện ủy Lam Trà) nói.",
            ["Tạ Thị Kha | Vợ ông Hà Văn Lộc | ", "Hà Văn Lộc | Cựu Bí thư Huyện ủy Lam Trà | "],
        ),
        ("Bác sĩ Tạ Thị Kha, vợ ông Lộc, nói.", ["Tạ Thị Kha | Bác sĩ | "]),
        ("Anh Hà Văn Lộc, vợ và hai con đến dự.", ["Hà Văn Lộc |  | "]),
    ],
)
def test_whose_adviser_or_kin_somebody_is(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thừa ủy quyền của Bộ trưởng Bộ Công an, Thứ trưởng Hà Văn Lộc đã trao quyết định.",
            ["Hà Văn Lộc | Thứ trưởng | "],
        ),
        (
            "Theo chỉ đạo của Phó Thủ tướng, Bộ trưởng Ngoại giao Hà Văn Lộc, các đơn vị đã họp.",
            ["Hà Văn Lộc | Phó Thủ tướng, Bộ trưởng Ngoại giao | "],
        ),
        (
            "Thăm gia đình nhạc sĩ Tạ Văn Kha, Tổng Bí thư, Chủ tịch nước Hà Văn Lộc bày tỏ lòng biết ơn.",
            ["Tạ Văn Kha | Nhạc sĩ | ", "Hà Văn Lộc | Tổng Bí thư, Chủ tịch nước | "],
        ),
        (
            "Quốc hội miễn nhiệm bà Tạ Thị Kha, Trưởng Ban Kiểm phiếu – đại biểu Hà Văn Lộc cho biết.",
            ["Tạ Thị Kha |  | ", "Hà Văn Lộc | Trưởng Ban Kiểm phiếu – Đại biểu | "],
        ),
        (
            "Chủ tịch UBND tỉnh Lam Trà nhiệm kỳ 2016-2021, ông Hà Văn Lộc, bị kỷ luật.",
            ["Hà Văn Lộc | Chủ tịch UBND tỉnh Lam Trà | "],
        ),
        (
            "Quốc hội miễn nhiệm chức vụ Bộ trưởng Bộ Y tế nhiệm kỳ 2016 – 2021 với bà Tạ Thị Kha.",
            ["Tạ Thị Kha | Bộ trưởng Bộ Y tế | "],
        ),
        (
            "Huyện đình chỉ chức vụ Chủ tịch UBND xã Lam Trà (huyện Quế Lam) đối với ông Hà Văn Lộc.",
            ["Hà Văn Lộc | Chủ tịch UBND xã Lam Trà | "],
        ),
        ("Tại đây, founder của Lamtech là chị Tạ Thị Kha nói.", ["Tạ Thị Kha | Founder của Lamtech | "]),
        (
            "Có mặt ông Hà Văn Lộc (thành viên HĐQT kiêm Tổng giám đốc) và bà Tạ Thị Kha (thành viên độc lập).",
            ["Hà Văn Lộc | Thành viên HĐQT kiêm Tổng giám đốc | ", "Tạ Thị Kha | Thành viên độc lập | "],
        ),
        (
            "Robert Holt, ứng viên đang tranh cử, nói. Ông Robert Holt, lãnh đạo Đảng Xanh, nói.",
            ["Robert Holt | Lãnh đạo Đảng Xanh | "],
        ),
    ],
)
def test_whose_of_two_offices_one_is(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Hà Văn Lộc, Giám đốc Sở Y tế (TP Lam Trà) giới thiệc các hoạt động của Sở Y tế.",
            ["Hà Văn Lộc | Giám đốc Sở Y tế (TP Lam Trà) | "],
        ),
        (
            "Ông Hà Văn Lộc, Giám đốc Công ty Lam Trà (Latraco, chủ đầu tư), nói.",
            ["Hà Văn Lộc | Giám đốc Công ty Lam Trà | "],
        ),
        (
            "Chỉ định bà Tạ Thị Kha, Phó giám đốc Sở Ngoại vụ tham gia đội chèo của Hội Nông dân.",
            ["Tạ Thị Kha | Phó giám đốc Sở Ngoại vụ | "],
        ),
        (
            "Họ đưa cho Hà Văn Lộc, Phó giám đốc Trung tâm Lam Trà 950 triệu đồng.",
            ["Hà Văn Lộc | Phó giám đốc Trung tâm Lam Trà | "],
        ),
        (
            "Đoàn đại biểu Việt Nam tưởng niệm liệt sĩ Hà Văn Lộc.",
            ["Hà Văn Lộc | Liệt sĩ | "],
        ),
        (
            "Ông Hà Văn Lộc, Giám đốc Sở Nội vụ Lam Trà Năm 2019 về cơ bản các đơn vị đã xong.",
            ["Hà Văn Lộc | Giám đốc Sở Nội vụ Lam Trà | "],
        ),
        (
            "Thiếu tướng Hà Văn Lộc - Phó Cục trưởng Cục Cảnh sát Quản lý trại giam, cơ sở giáo dục và trường "
            "giáo dưỡng, Đại tá Tạ Văn Kha đến dự.",
            [
                "Hà Văn Lộc | Phó Cục trưởng Cục Cảnh sát Quản lý trại giam, cơ sở giáo dục và trường giáo dưỡng | ",
                "Tạ Văn Kha | Đại tá | ",
            ],
        ),
        (
            "Bà Tạ Thị Kha, Chủ tịch Nhóm nữ Đại biểu Quốc hội, nói.",
            ["Tạ Thị Kha | Chủ tịch Nhóm nữ Đại biểu Quốc hội | "],
        ),
        ("Nữ diễn viên xinh đẹp Manon Larcher đã kể.", ["Manon Larcher | Diễn viên | "]),
        ("Nhạc sĩ trẻ Hà Văn Lộc ra mắt album.", ["Hà Văn Lộc | Nhạc sĩ | "]),
        (
            "Phó Tỉnh trưởng tỉnh Sa-la-van Bun-nha-xay Chăn-thạ-lam tiếp đoàn.",
            ["Bun-nha-xay Chăn-thạ-lam | Phó Tỉnh trưởng tỉnh Sa-la-van | "],
        ),
        (
            "Ông Bun-nha-xay Lam-vông, Phó Tỉnh trưởng tỉnh Sa-La-Van, tiếp đoàn.",
            ["Bun-nha-xay Lam-vông | Phó Tỉnh trưởng tỉnh Sa-La-Van | "],
        ),
        (
            "Chủ tịch Liên minh Nghị sĩ hữu nghị Nhật – Việt Kubota Lamoto đã đến.",
            ["Kubota Lamoto | Chủ tịch Liên minh Nghị sĩ hữu nghị Nhật – Việt | Nhật Bản"],
        ),
        (
            "Ông là thượng nghị sĩ bang Ohio J. F. Vanco, 52 tuổi.",
            ["?J. F. Vanco | Thượng nghị sĩ bang Ohio | "],
        ),
        ("Phó Tổng thống Malawi Elias Klaus Chimba nói.", ["Elias Klaus Chimba | Phó Tổng thống | Malawi"]),
    ],
)
def test_where_an_office_ends_and_the_name_begins(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A phrase before the name is over at its comma, and `theo` opens none that anybody else goes on with.
        (
            "Về việc này, ông Hà Văn Lộc, Chủ tịch Lamgroup cho rằng mọi việc đã xong.",
            ["Hà Văn Lộc | Chủ tịch Lamgroup | "],
        ),
        (
            "Theo ông Hà Văn Lộc, Chánh văn phòng UBND tỉnh cho biết, đã xong.",
            ["Hà Văn Lộc | Chánh văn phòng UBND tỉnh | "],
        ),
        (
            "Trao đổi với phóng viên ông Hà Văn Lộc, Giám đốc Sở Y tế cho biết.",
            ["Hà Văn Lộc | Giám đốc Sở Y tế | "],
        ),
        ("Ông Robert Holt, giám đốc điều hành cho hay.", ["Robert Holt | Giám đốc điều hành | "]),
        (
            "Tại buổi tiếp Đại sứ, Bộ trưởng Hà Văn Lộc khẳng định như vậy.",
            ["Hà Văn Lộc | Bộ trưởng | "],
        ),
        (
            "Thừa ủy quyền của Bộ trưởng Bộ Công an, Thiếu tướng Hà Văn Lộc, Giám đốc Công an tỉnh đã trao quà.",
            ["Hà Văn Lộc | Giám đốc Công an tỉnh | "],
        ),
        (
            "Chất vấn Bộ trưởng Bộ Y tế, đại biểu Hà Văn Lộc (đoàn Lam Trà) cho biết như vậy.",
            ["Hà Văn Lộc | Đại biểu | "],
        ),
        ("Bà Tạ Thị Kha, nhà sáng lập Elsa Lamtalk chia sẻ.", ["Tạ Thị Kha | Nhà sáng lập Elsa Lamtalk | "]),
        # Bodies.
        (
            "Ông Hà Văn Lộc, nguyên Viện trưởng, Viện Nghiên cứu Kinh tế, nói.",
            ["Hà Văn Lộc | Nguyên Viện trưởng, Viện Nghiên cứu Kinh tế | "],
        ),
        (
            "PGS.TS Hà Minh Xuân, Hiệu trưởng Trường ĐH Y khoa Tạ Lam Khê, nói.",
            ["Hà Minh Xuân | Hiệu trưởng Trường ĐH Y khoa Tạ Lam Khê | "],
        ),
        (
            "Thầy giáo Hà Phương Nam - Bí thư Đoàn Trường THPT Lam Trà nói.",
            ["Hà Phương Nam | Bí thư Đoàn Trường THPT Lam Trà | "],
        ),
        (
            "Ông Hà Đình Dũng - Giám đốc điều hành nhà xe Hà Lam - Hải Trà nói.",
            ["Hà Đình Dũng | Giám đốc điều hành nhà xe Hà Lam - Hải Trà | "],
        ),
        (
            "Ông Eric Holt, giám đốc dự án Lamber Elevate nói.",
            ["Eric Holt | Giám đốc dự án Lamber Elevate | "],
        ),
        (
            "Phó Phát ngôn viên Bộ Ngoại giao Ngô Lam Thắng nói.",
            ["Ngô Lam Thắng | Phó Phát ngôn viên Bộ Ngoại giao | "],
        ),
        (
            "Ông Phan Văn Nhàn, Ủy viên BTV Huyện ủy, Phó Chủ tịch UBND huyện Lam Hà, nói.",
            ["Phan Văn Nhàn | Ủy viên BTV Huyện ủy, Phó Chủ tịch UBND huyện Lam Hà | "],
        ),
        (
            "Phó Chủ tịch Hiệp hội sinh viên châu Âu (ESU) Gohar Hovhannian nói.",
            ["Gohar Hovhannian | Phó Chủ tịch Hiệp hội sinh viên châu Âu (ESU) | "],
        ),
        (
            "Ông Hồ Minh Quân, nguyên là Trưởng phòng Y tế, nói.",
            ["Hồ Minh Quân | Nguyên Trưởng phòng Y tế | "],
        ),
        (
            "HĐND miễn nhiệm Phó Chủ tịch UBND tỉnh Lam Trà đối với ông Đinh Lam Hồng.",
            ["Đinh Lam Hồng | Phó Chủ tịch UBND tỉnh Lam Trà | "],
        ),
        (
            "Năm 2017, Bí thư Đảng ủy kiêm Chủ tịch UBND phường Lam An là ông Trần Văn Ngọc.",
            ["Trần Văn Ngọc | Bí thư Đảng ủy kiêm Chủ tịch UBND phường Lam An | "],
        ),
        (
            "Ông Hà Văn Lộc (quận 1), giáo viên Trường THPT Lam Trà, nói.",
            ["Hà Văn Lộc | Giáo viên Trường THPT Lam Trà | "],
        ),
        (
            "Tư lệnh không quân khu vực Thái Bình Dương Charles Holt đã tới thăm.",
            ["Charles Holt | Tư lệnh không quân khu vực Thái Bình Dương | "],
        ),
        # Trades and envoys.
        (
            "Cô giáo Hà Thị Vân – giáo viên Trường tiểu học Lam Tây nói.",
            ["Hà Thị Vân | Giáo viên Trường tiểu học Lam Tây | "],
        ),
        (
            "Đỗ Trần Minh Châu (20 tuổi), sinh viên năm thứ 3 khoa Giáo dục Tiểu học, nói.",
            ["Đỗ Trần Minh Châu | Sinh viên năm thứ 3 khoa Giáo dục Tiểu học | "],
        ),
        (
            "Cùng dự có ngài Kawano Lamkio - Đại sứ toàn quyền Nhật Bản tại Việt Nam, một số cán bộ.",
            ["Kawano Lamkio | Đại sứ toàn quyền Nhật Bản tại Việt Nam | Nhật Bản"],
        ),
        (
            "Bạn Hà Tấn Đạt (đầu tiên từ phải sang) - chủ tịch Hội Sinh viên Lam Trà.",
            ["Hà Tấn Đạt | Chủ tịch Hội Sinh viên Lam Trà | "],
        ),
    ],
)
def test_offices_behind_a_name_that_are_its_own(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Each part of a name in hyphens is one word of it; an office may be joined to its end.
        (
            "Đồng chí Rô-be-tô A-na-lam Va-lê-rôt, Tổng Bí thư Đảng Lao động Peru cảm ơn.",
            ["Rô-be-tô A-na-lam Va-lê-rôt | Tổng Bí thư Đảng Lao động Peru | Peru"],
        ),
        (
            "Đồng chí Kẹo Bun Xay Lam Phu-Phó Bí thư Tỉnh ủy, Tỉnh trưởng đến.",
            ["Kẹo Bun Xay Lam Phu | Phó Bí thư Tỉnh ủy, Tỉnh trưởng | "],
        ),
        # Behind a form of address many syllables are one name, and so are words with capitals inside.
        (
            "Dự có các đồng chí: Khăm Lam Chăn Von Xi Sục - Bí thư Tỉnh ủy; Sụ Lam Bun Nòi - Phó Bí thư Tỉnh ủy.",
            ["Khăm Lam Chăn Von Xi Sục | Bí thư Tỉnh ủy | ", "Sụ Lam Bun Nòi | Phó Bí thư Tỉnh ủy | "],
        ),
        ("Tiếp ngài SờRy LamRông và lãnh đạo LamTech Holdings.", ["SờRy LamRông |  | "]),
        (
            "Đón ngài Kham Lem, Bộ trưởng Bộ Lễ nghi và Tôn giáo.",
            ["?Kham Lem | Bộ trưởng Bộ Lễ nghi và Tôn giáo | "],
        ),
        ("Dự lễ có Thích nữ Lam Như.", ["?Thích nữ Lam Như |  | "]),
        # Where the head of a province or firm is named right behind it.
        ("Phó Chủ tịch UBND tỉnh Nguyễn Lam khẳng định.", ["?Nguyễn Lam | Phó Chủ tịch UBND tỉnh | "]),
        ("Phó Chủ tịch UBND tỉnh Cao Hùng khẳng định.", []),
        ("CEO Lamtuan Wang Lam nói.", ["?Wang Lam | CEO Lamtuan | "]),
        (
            "Nhà sáng lập Lamwei Nhậm Chính Kha, CEO Lamtuan Wang Kha đã dự.",
            ["?Nhậm Chính Kha | Nhà sáng lập Lamwei | ", "?Wang Kha | CEO Lamtuan | "],
        ),
    ],
)
def test_names_of_other_lands_and_firms(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # By whose order or leave, and what somebody else has just become.
        (
            "Thừa ủy quyền của Thủ tướng Chính phủ, đồng chí Hà Hải Lộc, Thứ trưởng Bộ Nội vụ công bố quyết định.",
            ["Hà Hải Lộc | Thứ trưởng Bộ Nội vụ | "],
        ),
        (
            "Được sự đồng ý của Thủ tướng Chính phủ, Thứ trưởng Ngoại giao Tạ Lam Sơn nói.",
            ["Tạ Lam Sơn | Thứ trưởng Ngoại giao | "],
        ),
        (
            "Hà Bá Lực được bổ nhiệm giữ chức vụ Tư lệnh Quân khu 4, Thiếu tướng Tạ Minh Kha, Chính ủy Quân khu 9, dự.",
            ["Hà Bá Lực | Tư lệnh Quân khu 4 | ", "Tạ Minh Kha | Chính ủy Quân khu 9 | "],
        ),
        (
            "Từng giữ chức vụ Giám đốc Sở Y tế, ông Hà Văn Lộc cho biết.",
            ["Hà Văn Lộc | Giám đốc Sở Y tế | "],
        ),
        # Whom one meets may hold two offices, where the sentence has said who meets.
        (
            "Bộ trưởng Tạ Lam Sơn gặp Phó Thủ tướng, Bộ trưởng Ngoại giao Lào Som Vi-lay.",
            ["Tạ Lam Sơn | Bộ trưởng | ", "Som Vi-lay | Phó Thủ tướng, Bộ trưởng Ngoại giao | Lào"],
        ),
        ("Tại buổi tiếp Đại sứ, Bộ trưởng Tạ Lam Sơn nói.", ["Tạ Lam Sơn | Bộ trưởng | "]),
        (
            "Đây là chuyến thăm của Tổng thư ký Đảng Dân chủ Peru, Chủ tịch Hội Hữu nghị Robert Holt.",
            ["Robert Holt | Tổng thư ký Đảng Dân chủ Peru, Chủ tịch Hội Hữu nghị | Peru"],
        ),
        (
            "Trao đổi với Chủ tịch UBND xã Lam Khê, ông Hà Văn Lộc cho biết.",
            ["Hà Văn Lộc | Chủ tịch UBND xã Lam Khê | "],
        ),
        # Who is congratulated on an office holds it.
        (
            "Điện mừng đã gửi tới ông Robert Holt, nhân dịp ông được bầu làm Tổng thống Peru.",
            ["Robert Holt | Tổng thống | Peru"],
        ),
        # Those who are with somebody are no part of the office.
        (
            "Ông Hà Văn Lộc, Tư lệnh Quân khu 4 và đoàn công tác đến thăm.",
            ["Hà Văn Lộc | Tư lệnh Quân khu 4 | "],
        ),
        (
            "Ông Som Vi-lay, Tổng lãnh sự Lào và các quan chức Lãnh sự quán đến.",
            ["Som Vi-lay | Tổng lãnh sự | Lào"],
        ),
        (
            "Ông Hà Văn Lộc, Vụ trưởng Vụ Dân tộc và các vấn đề xã hội, đến.",
            ["Hà Văn Lộc | Vụ trưởng Vụ Dân tộc và các vấn đề xã hội | "],
        ),
        # The country of a place, in a bracket or behind a comma.
        (
            "Ông Hà Văn Lộc, Trưởng đoàn đại biểu tỉnh Điện Biên (Việt Nam); bà Anna Holt, Tỉnh trưởng tỉnh Lamprabang "
            "(nước CHDCND Lào).",
            [
                "Hà Văn Lộc | Trưởng đoàn đại biểu tỉnh Điện Biên | Việt Nam",
                "Anna Holt | Tỉnh trưởng tỉnh Lamprabang | Lào",
            ],
        ),
        (
            "Thị trưởng thành phố Lamgu, Hàn Quốc, ông Hong Ha-neul nói.",
            ["Hong Ha-neul | Thị trưởng thành phố Lamgu | Hàn Quốc"],
        ),
        ("Ông Hà Văn Lộc, Đại sứ tại Nga, Trung Quốc và Lào, đến.", ["Hà Văn Lộc | Đại sứ tại Nga | "]),
        # One task in two words; the ministry behind a department that is named after what it organises.
        (
            "Phó Chi cục trưởng Chi cục Phòng, chống tệ nạn xã hội Hà Văn Lộc đến.",
            ["Hà Văn Lộc | Phó Chi cục trưởng Chi cục Phòng, chống tệ nạn xã hội | "],
        ),
        (
            "Ông Hà Văn Lộc, Phó Cục trưởng Cục Tổ chức cán bộ, Bộ Ngoại giao đã công bố danh sách.",
            ["Hà Văn Lộc | Phó Cục trưởng Cục Tổ chức cán bộ, Bộ Ngoại giao | "],
        ),
    ],
)
def test_offices_of_others_and_where_an_office_ends(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Notices of deaths: where somebody was born and came from, then what they were.
        (
            "Đồng chí Hà Văn Lộc, sinh ngày 3/2/1931, quê quán xã Lam Khê, huyện Lam Hà; nguyên Ủy viên Trung ương "
            "Đảng, nguyên Bí thư Tỉnh ủy Lạng Sơn; đã từ trần.",
            ["Hà Văn Lộc | Nguyên Ủy viên Trung ương Đảng, Nguyên Bí thư Tỉnh ủy Lạng Sơn | "],
        ),
        (
            "Bà Hà Thị Vân, sinh ngày 12 tháng 2 năm 1940, nguyên giáo viên Trường Lam Trà, qua đời.",
            ["Hà Thị Vân | Nguyên giáo viên Trường Lam Trà | "],
        ),
        (
            "Bà Hà Thị Vân, sinh năm 1940 - nguyên Giám đốc Sở Y tế Lào Cai, qua đời.",
            ["Hà Thị Vân | Nguyên Giám đốc Sở Y tế Lào Cai | "],
        ),
        (
            "Ông Hà Văn Lộc sinh ra ở Lam Trà; nguyên Giám đốc Sở Y tế Tạ Kha đến.",
            ["Hà Văn Lộc |  | ", "Tạ Kha | Nguyên Giám đốc Sở Y tế | "],
        ),
        # Two offices joined; the district that a party committee is of; what an interview is about.
        (
            "Ông Robert Holt, Chủ tịch Hội đồng LAMEO và là Bộ trưởng Giáo dục Peru, nói.",
            ["Robert Holt | Chủ tịch Hội đồng LAMEO và là Bộ trưởng Giáo dục | Peru"],
        ),
        ("Ông Hà Lam, Bí thư Huyện ủy Lục Xuân, đến.", ["?Hà Lam | Bí thư Huyện ủy Lục Xuân | "]),
        (
            "Phỏng vấn ông Hà Văn Lộc, Cục trưởng Cục Lãnh sự về chiến dịch đón thuyền này.",
            ["Hà Văn Lộc | Cục trưởng Cục Lãnh sự | "],
        ),
        # A clergyman or a prince is known by his other office.
        (
            "Mục sư Hà Văn Lộc - Trưởng ban Đại diện Hội thánh Lam Khê, nói.",
            ["Hà Văn Lộc | Trưởng ban Đại diện Hội thánh Lam Khê | "],
        ),
        ("Ngoại trưởng Peru - Hoàng thân Robert Holt - nói.", ["Robert Holt | Ngoại trưởng | Peru"]),
        # Where the name begins behind a body's own.
        (
            "Phó viện trưởng phụ trách Viện Khoa học Trà Sơn Bùi Thế Khê nói.",
            ["?Bùi Thế Khê | Phó viện trưởng phụ trách Viện Khoa học Trà Sơn | "],
        ),
        ("Toàn quyền Đông Dương Henry Lamlin đến.", ["Henry Lamlin | Toàn quyền Đông Dương | "]),
        # One office or trade of all on a list, each with a country.
        (
            "Dự có Bộ trưởng Ngoại giao các nước: Thoong-xa Vi-lay (Lào), Prak Lamhea (Campuchia).",
            [
                "Thoong-xa Vi-lay | Bộ trưởng Ngoại giao | Lào",
                "?Prak Lamhea | Bộ trưởng Ngoại giao | Campuchia",
            ],
        ),
        ("Đại sứ các nước: Ấn Độ, Nga và Lào đã dự.", []),
        (
            "Tiền đạo Stephan Lamrawy, Mario Lamtelli và Paolo Lamzini đã dự.",
            [
                "Stephan Lamrawy | Tiền đạo | ",
                "?Mario Lamtelli | Tiền đạo | ",
                "?Paolo Lamzini | Tiền đạo | ",
            ],
        ),
        ("Nhạc sĩ Hà Văn Lộc, Tạ Thị Kha hát.", ["Hà Văn Lộc | Nhạc sĩ | ", "?Tạ Thị Kha |  | "]),
        ("Đội hình: Thủ môn: Hà Văn Lộc.", ["Hà Văn Lộc | Thủ môn | "]),
        # Of which nation somebody is.
        ("Cô gặp bạn trai người Nhật Bản Kenta Lamoto.", ["?Kenta Lamoto |  | "]),
        ("Ở bản Kenta Lamoto có mưa.", []),
    ],
)
def test_the_dead_the_joined_and_the_listed(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Offices and trades of other countries, churches and the police.
        (
            "Ngài Som Vi-lay, Bộ trưởng bên cạnh Thủ tướng, nói.",
            ["Som Vi-lay | Bộ trưởng bên cạnh Thủ tướng | "],
        ),
        (
            "Phó Phụ tá Bộ trưởng Quốc phòng Peru Robert Holt nói.",
            ["Robert Holt | Phó Phụ tá Bộ trưởng Quốc phòng | Peru"],
        ),
        ("Quận trưởng Mauro Lamayo nói.", ["Mauro Lamayo | Quận trưởng | "]),
        ("Thông tín viên Victor Lamtie đưa tin.", ["Victor Lamtie | Thông tín viên | "]),
        ("Bệnh viện Việt Đức ông Hà Văn Lộc đã đến.", ["Hà Văn Lộc |  | "]),
        (
            "Hòa thượng Thích Lam Tấn - UVHĐTS GHPGVN, Trưởng BTS tỉnh Lam Trà, đã dự.",
            ["Thích Lam Tấn | UVHĐTS GHPGVN, Trưởng BTS tỉnh Lam Trà | "],
        ),
        (
            "Thiếu tá Lê Văn Khê (39 tuổi, cán bộ quản giáo Trại tạm giam số 8) đã ngủ.",
            ["Lê Văn Khê | Cán bộ quản giáo Trại tạm giam số 8 | "],
        ),
        (
            "Ông Tạ Kha, Cục trưởng Cục Cảnh sát điều tra tội phạm về tham nhũng, kinh tế, buôn lậu, nói.",
            ["Tạ Kha | Cục trưởng Cục Cảnh sát điều tra tội phạm về tham nhũng, kinh tế, buôn lậu | "],
        ),
        (
            "Ông Tạ Kha, Trưởng phòng Cảnh sát quản lý hành chính về trật tự xã hội, nói.",
            ["Tạ Kha | Trưởng phòng Cảnh sát quản lý hành chính về trật tự xã hội | "],
        ),
        (
            "Vụ trưởng Vụ Tổng hợp, Kiểm toán nhà nước (KTNN) Hà Văn Lộc nói.",
            ["Hà Văn Lộc | Vụ trưởng Vụ Tổng hợp, Kiểm toán nhà nước (KTNN) | "],
        ),
        (
            "Giám đốc Vườn quốc gia Trà Lam Hà Văn Lộc nói.",
            ["Hà Văn Lộc | Giám đốc Vườn quốc gia Trà Lam | "],
        ),
        # Behind a dash a name of two words whose verb follows.
        ("Chủ tịch UBND thị xã – Trần Nga kết luận phiên chợ.", ["Trần Nga | Chủ tịch UBND thị xã | "]),
        ("Lãnh đạo UBND thị xã – Trần Nga và Lam Khê.", []),
        # Somebody who has been put in an office is told of behind `người`, all offices of it.
        (
            "Ông Hà Văn Lộc, người vừa được Đại hội bầu giữ chức Ủy viên Bộ Chính trị, Chủ nhiệm Ủy ban "
            "Kiểm tra, đã dự.",
            ["Hà Văn Lộc | Chủ nhiệm Ủy ban Kiểm tra | "],
        ),
        ("Ông Hà Văn Lộc, người được cho là Bí thư Huyện ủy, đã dự.", ["Hà Văn Lộc |  | "]),
        # An office behind those that goes on is somebody else's.
        (
            "Ông Hà Văn Lộc được bầu làm Chủ tịch UBND xã, Phó Chủ tịch UBND xã là bà Tạ Thị Mơ.",
            ["Hà Văn Lộc | Chủ tịch UBND xã | ", "Tạ Thị Mơ | Phó Chủ tịch UBND xã | "],
        ),
        (
            "Cục trưởng Cục dự trữ Nhà nước khu vực Lam Khê Hà Văn Lộc nói.",
            ["Hà Văn Lộc | Cục trưởng Cục dự trữ Nhà nước khu vực Lam Khê | "],
        ),
        # A consulate is nobody's office.
        (
            "Theo Tổng Lãnh sự quán Peru tại Đông Phú, ông Hà Văn Lộc đã về nước.",
            ["Hà Văn Lộc |  | "],
        ),
    ],
)
def test_offices_that_no_list_had(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Where somebody serves stands behind a comma; so does the bank of a division.
        (
            "Cố vấn cấp cao về Quan hệ lao động, Văn phòng Tổng thống Kim Min Seo nói.",
            ["Kim Min Seo | Cố vấn cấp cao về Quan hệ lao động, Văn phòng Tổng thống | "],
        ),
        (
            "Bà Tạ Kha - Giám đốc Khối Khách hàng cá nhân, Ngân hàng Lam Trà - nói.",
            ["Tạ Kha | Giám đốc Khối Khách hàng cá nhân, Ngân hàng Lam Trà | "],
        ),
        (
            "Phó Ban công tác học sinh phía Nam Hoàng Thị Én đã dự.",
            ["Hoàng Thị Én | Phó Ban công tác học sinh phía Nam | "],
        ),
        # A seat with which the next one's offices begin; a vacant office is nobody's.
        (
            "Có ông Tạ Kha, Thường trực Ban Bí thư, Ủy viên Trung ương Đảng, Chủ tịch Hội Nông dân Lê Lam.",
            [
                "Tạ Kha | Thường trực Ban Bí thư | ",
                "Lê Lam | Ủy viên Trung ương Đảng, Chủ tịch Hội Nông dân | ",
            ],
        ),
        (
            "Chờ kiện toàn chức vụ Bí thư Huyện ủy, đồng chí Tạ Kha, Phó Bí thư Huyện ủy, sẽ lo.",
            ["Tạ Kha | Phó Bí thư Huyện ủy | "],
        ),
        ("Sau khi duyệt Bộ trưởng Quốc phòng, Tổng thống Robert Holt nói.", ["Robert Holt | Tổng thống | "]),
        # Who holds the office told of before `là`.
        (
            "Đại hội miễn nhiệm Chủ tịch Liên đoàn là ông Tạ Kha.",
            ["Tạ Kha | Chủ tịch Liên đoàn | "],
        ),
        (
            "Đoàn đã gặp Quốc vụ khanh Lào là Hoàng thân Som Vi-lay.",
            ["Som Vi-lay | Quốc vụ khanh | Lào"],
        ),
        ("Chồng bà gặp em của Chủ tịch xã là ông Tạ Kha.", ["Tạ Kha |  | "]),
        # A verb behind a unit that has no name here; what lies in a unit's name.
        (
            "Ông Tạ Kha, Phó Chủ tịch UBND xã tuyên truyền và vận động bà con trồng chè.",
            ["Tạ Kha | Phó Chủ tịch UBND xã | "],
        ),
        (
            "Ông Tạ Kha, Bí thư Đảng ủy xã biên giới Lam Khê.",
            ["Tạ Kha | Bí thư Đảng ủy xã biên giới Lam Khê | "],
        ),
        # A surname that is a flower; a nun is known by her office.
        (
            "Có TS. Tạ Kha – Trưởng phòng Y tế, TS. Hoa Ngọc Lam – Phó Trưởng khoa Nhi.",
            ["Tạ Kha | Trưởng phòng Y tế | ", "Hoa Ngọc Lam | Phó Trưởng khoa Nhi | "],
        ),
        ("Ở đó có Hoa Lan Bảo Lộc và Hoa Kỳ.", []),
        (
            "Sư cô Thích Nữ Lam - Hội trưởng Hội Phật tử Lam Khê - nói.",
            ["Thích Nữ Lam | Hội trưởng Hội Phật tử Lam Khê | "],
        ),
    ],
)
def test_where_the_next_ones_offices_begin(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đoàn thăm các đồng chí nguyên Huyện ủy viên, Phó Chủ tịch UBND huyện là Trần Kha, Lê Thị Én, Vi Lam Sơn.",
            [
                f"{name} | Nguyên Huyện ủy viên, Phó Chủ tịch UBND huyện | "
                for name in ("Trần Kha", "Lê Thị Én", "Vi Lam Sơn")
            ],
        ),
        (
            "Viện có hai phó giám đốc là bác sĩ Hà Công Lộc và Tạ Lam Kha.",
            ["Hà Công Lộc | Phó giám đốc | ", "Tạ Lam Kha | Phó giám đốc | "],
        ),
        (
            "Các ông ủy viên Đảng đoàn, phó chủ tịch: Hà Công Lộc, Tạ Lam Kha; ông Vi Lam Sơn - chánh văn phòng.",
            [
                "Hà Công Lộc | Ủy viên Đảng đoàn, Phó chủ tịch | ",
                "Tạ Lam Kha | Ủy viên Đảng đoàn, Phó chủ tịch | ",
                "Vi Lam Sơn | Chánh văn phòng | ",
            ],
        ),
        ("Đại tá Tạ Lam Kha, Chính ủy Sư đoàn dự, chủ trì.", ["Tạ Lam Kha | Chính ủy Sư đoàn | "]),
        (
            "Ông Tạ Lam Kha, Chánh văn phòng Nông thôn mới huyện, nói.",
            ["Tạ Lam Kha | Chánh văn phòng Nông thôn mới huyện | "],
        ),
        (
            "Bà Tạ Én, Chủ tịch Hội đồng xét tặng Giải thưởng thơ ca tỉnh, nói.",
            ["Tạ Én | Chủ tịch Hội đồng xét tặng Giải thưởng thơ ca tỉnh | "],
        ),
    ],
)
def test_one_office_of_all_who_are_listed_behind_it(text, expected):
    assert seen(text) == expected
