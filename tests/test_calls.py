"""Lines in which the house speaks to its readers are left out; sentences about readers and channels stay."""

import pytest

from articles.text.layout.lines import read_rows
from articles.text.layout.navigation import marker


@pytest.mark.parametrize(
    "line",
    [
        "Theo dõi Xứ Đoài Online trên Google News, YouTube và Zalo để cập nhật tin mới.",
        "Đăng ký kênh YouTube của Xứ Đoài TV để xem video mới nhất tại đây!",
        "Quan tâm Zalo Official Account của báo để nhận tin sức khỏe mỗi ngày.",
        "Ủng hộ báo chí tử tế, hãy đăng ký thành viên của chúng tôi tại đây",
        "Bạn đọc có thông tin, bài viết xin gửi về hộp thư: bandoc@xudoai.example.vn hoặc gọi 024.3812.3456.",
        "Tin bài cộng tác, hình ảnh xin gửi về tòa soạn theo địa chỉ ghi bên dưới.",
        "Theo bạn, chợ nên dời đi đâu? Hãy để lại ý kiến ở phần bình luận.",
        "Subscribe to our newsletter to get the day's stories.",
        "Tòa soạn có quyền không đăng những ý kiến không phù hợp với thuần phong mỹ tục.",
        "Ban biên tập có quyền từ chối những bình luận không viết bằng tiếng Việt.",
        "Để gửi bình luận, bạn cần đăng nhập bằng tài khoản của báo.",
    ],
)
def test_a_call_to_readers_is_no_part_of_the_story(line: str) -> None:
    assert marker(read_rows(line)[0]) in ("pointer", "widget")


@pytest.mark.parametrize(
    "line",
    [
        "Theo dõi đoạn phim trên Facebook, nhiều người bức xúc thay cho cụ bà.",
        "Tải ứng dụng giả mạo để vay tiền, bà Mơ mất hơn hai tỷ đồng.",
        "Tải ứng dụng lạ qua tin nhắn tiềm ẩn nhiều nguy cơ.",
        "Tham gia kênh Telegram này đã có hơn 300 người.",
        "Bạn đọc Hà Văn Lộc gửi đơn về tòa soạn phản ánh con đường ngập nước.",
        "Mọi thông tin về đối tượng, đề nghị báo Công an huyện Lâm Trà, điện thoại 0240 3812 345.",
        "Mọi sự giúp đỡ xin gửi về chị Lò Thị Én, bản Trà Đông, điện thoại 0912 345 678.",
        "Tòa soạn cũ ở phố Bến Mới sẽ được duyệt bán đấu giá trong tháng sau.",
        "Khán giả có thể xem trận đấu trên kênh của đài vào 19h tối nay.",
    ],
)
def test_a_sentence_about_readers_or_channels_stays(line: str) -> None:
    assert marker(read_rows(line)[0]) is None
