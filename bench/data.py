"""Articles by the thousand, the same on every run, through the product's own door."""

import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from articles.actions.bulk import insert
from articles.actions.publish import publish_many
from articles.actions.revise import derive
from articles.models import Article, Coverage, Event, Mention, Participation, Person, Photo, Section, Topic
from articles.text.fold import slugify
from articles.text.html import from_paragraphs

SYLLABLES = (
    "an ba ban bằng bảo bên biên bình bộ các cảnh cao châu chí chiến chính chủ chức công cộng cuộc cường dân "
    "đại đầu đến đề điện định đoàn đối đồng đường giáo giữa hà hải hành hiệp hoà hội hợp hướng hữu khai khu "
    "kinh kỳ lãnh lập lễ liên lực mại minh mới năm nghị ngoại người nhân nước phát phối phương quan quốc "
    "sách sản sinh sự tác tại tài tăng tế thảo thế thoại thông thúc thương tiếp tịch toàn tổ tổng trao triển "
    "trong trường tư từ tướng vấn văn vệ việc Việt vực xã xây xuất ý yêu"
).split()
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"]
GIVEN = [
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hà",
    "Hùng",
    "Khánh",
    "Lan",
    "Minh",
    "Nam",
    "Sơn",
    "Tú",
    "Vinh",
]
SECTIONS = ["Chính trị", "Kinh tế", "Xã hội", "Văn hóa", "Thế giới", "Thể thao", "Pháp luật", "Khoa học"]
AGENCIES = ["TTXVN", "VNP", "VGP", "QĐND"]
BATCH = 500


def generate(sizes: Sequence[int], say: Callable[[str], object]) -> Iterator[int]:
    """People, events and articles of about 3 KB, each with its links, all published; yields at each size."""
    articles = max(sizes)
    dice = random.Random(20210706)

    def words(count: int) -> str:
        return " ".join(dice.choices(SYLLABLES, k=count)).capitalize()

    def new_id() -> uuid.UUID:
        return uuid.UUID(int=dice.getrandbits(128), version=4)

    sections = [Section(id=new_id(), name=name, slug=slugify(name)) for name in SECTIONS]
    topics = [Topic(id=new_id(), name=f"{words(2)} {n}", slug=f"chu-de-{n}") for n in range(40)]
    people = [
        Person(id=new_id(), name=f"{dice.choice(FAMILY)} {words(1)} {dice.choice(GIVEN)} {n}")
        for n in range(min(max(articles // 5, 10), 20_000))
    ]
    first_day = date(2000, 1, 1)
    events = [
        Event(
            id=new_id(), name=words(8), event_kind=dice.choice(Event.Kind.values),
            date=(first_day + timedelta(days=dice.randrange(9000))).isoformat(), place=words(2),
        )
        for _ in range(max(articles // 10, 10))
    ]  # fmt: skip
    Section.objects.bulk_create(sections)
    Topic.objects.bulk_create(topics)
    _publish(Person, people, say)
    _publish(
        Event, events, say,
        links=lambda event: [
            Participation(id=new_id(), event=event, person=person, rank=rank, role=words(4))
            for rank, person in enumerate(dice.sample(people, 2))
        ],
    )  # fmt: skip

    # One is in every other article; of the rest a few are in the news all the time, most once: as 1/rank.
    fame = [1 / rank for rank in range(1, len(people) + 1)]

    def links(article: Article) -> list[Any]:
        always = people[:1] if dice.random() < 0.5 else []
        named = dict.fromkeys([*always, *dice.choices(people, fame, k=3)])
        article.body += from_paragraphs([", ".join(person.name for person in named)])
        return [
            *(Mention(id=new_id(), article=article, person=person, rank=rank, role=words(5))
              for rank, person in enumerate(named)),
            *(Coverage(id=new_id(), article=article, event=event, rank=rank)
              for rank, event in enumerate(dice.sample(events, dice.randint(1, 2)))),
            Photo(id=new_id(), article=article, after_paragraph=1, caption=words(14), credit=words(2)),
            *(Article.topics.through(article=article, topic=topic) for topic in dice.sample(topics, 2)),
        ]  # fmt: skip

    def article(_: int) -> Article:
        return Article(
            id=new_id(), title=words(12), dek=words(25),
            body=from_paragraphs(words(90) + "." for _ in range(6)), language="vi",
            date=(first_day + timedelta(days=dice.randrange(9000))).isoformat(), dateline="Hà Nội",
            byline=[f"{dice.choice(FAMILY)} {dice.choice(GIVEN)}"], agencies=[dice.choice(AGENCIES)],
            section=dice.choice(sections),
        )  # fmt: skip

    done = 0
    for size in sorted(sizes):
        while done < size:
            number = min(BATCH, size - done)
            _publish(Article, [article(n) for n in range(number)], say, links=links)
            done += number
        yield size


def _publish(
    model: type[Any],
    items: Sequence[Any],
    say: Callable[[str], object],
    links: Callable[[Any], list] | None = None,
) -> None:
    for start in range(0, len(items), BATCH):
        batch = items[start : start + BATCH]
        rows = [link for item in batch for link in links(item)] if links else []
        for item in batch:
            derive(item)
        insert(batch)
        for table in dict.fromkeys(map(type, rows)):
            insert(row for row in rows if type(row) is table)
        refused = [outcome for outcome in publish_many(batch, by=None) if outcome.edition is None]
        if refused:
            raise SystemExit(f"Not published: {refused[0].messages}")
        say(f"{model.__name__.lower()} {start + len(batch):,}")
