"""Finding files: folders, archives, standard input; nothing outside the root, nothing endless."""

import gzip
import io
import json
import os
import random
import sys
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from articles.files import RawFile, archives, count_files, read_files, read_uploads

LIMIT = 10_000


def read(*paths, limit=LIMIT) -> dict[str, bytes | str]:
    """Name → bytes, or the reason of a refusal."""
    return {raw.name: raw.refused or raw.data for raw in read_files(map(Path, paths), max_bytes=limit)}


def test_folders_are_read_in_the_order_of_names_without_hidden_files(tmp_path):
    for name in ["b/2.txt", "a.txt", "b/1.txt", ".hidden", ".git/config"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert list(read(tmp_path)) == ["a.txt", "b/1.txt", "b/2.txt"]
    assert count_files([tmp_path]) == 3


def test_two_roots_with_a_file_of_one_name_are_told_apart(tmp_path):
    for root in ("one", "two"):
        (tmp_path / root).mkdir()
        (tmp_path / root / "a.txt").write_text(root)
    assert read(tmp_path / "one", tmp_path / "two") == {"a.txt": b"one", "two/a.txt": b"two"}


def test_roots_that_are_called_alike_are_told_apart_by_the_folders_they_are_in(tmp_path, monkeypatch):
    years = ("2021", "2022", "2023")
    for year in years:
        (tmp_path / year / "news").mkdir(parents=True)
        (tmp_path / year / "news" / "a.txt").write_text(year)
    roots = [tmp_path / year / "news" for year in years]
    found = {"a.txt": b"2021", "news/a.txt": b"2022", "2023/news/a.txt": b"2023"}
    assert read(*roots) == found
    for name, data in found.items():
        again = read_files(roots, max_bytes=LIMIT, only={name})
        assert [(raw.name, raw.data) for raw in again] == [(name, data)]
    monkeypatch.chdir(roots[1])
    assert read(roots[0], ".") == {"a.txt": b"2021", "news/a.txt": b"2022"}


def test_a_name_that_is_not_utf8_is_shown_escaped(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/tin\xff.txt")).write_text("x")
    assert list(read(tmp_path)) == ["tin\\xff.txt"]


def test_a_zip_is_read_without_unpacking(tmp_path):
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("tin/b.txt", "B")
        archive.writestr("tin/a.txt", "A")
        archive.writestr("__MACOSX/.x", "junk")
    assert read(tmp_path / "t.zip") == {"tin/a.txt": b"A", "tin/b.txt": b"B"}
    assert read(tmp_path) == {"t.zip/tin/a.txt": b"A", "t.zip/tin/b.txt": b"B"}


def test_a_zip_bomb_costs_no_more_than_a_large_file(tmp_path):
    with zipfile.ZipFile(tmp_path / "t.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 50_000_000)
        archive.writestr("good.txt", "A")
    found = read(tmp_path / "t.zip")
    assert "larger than" in found["bomb.txt"]
    assert found["good.txt"] == b"A"


def test_tricks_in_archives_are_refused_by_name(tmp_path):
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("../../etc/cron.d/x", "A")
        archive.writestr("C:\\x.txt", "A")
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert all("leads out" in said or "link" in said for said in read(tmp_path / "t.zip").values())
    with tarfile.open(tmp_path / "t.tar.gz", "w:gz") as archive:
        for name, kind in (("dev", tarfile.CHRTYPE), ("soft", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE)):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
        member = tarfile.TarInfo("/abs.txt")
        member.size = 1
        archive.addfile(member, io.BytesIO(b"A"))
        member = tarfile.TarInfo("good.txt")
        member.size = 1
        archive.addfile(member, io.BytesIO(b"A"))
    found = read(tmp_path / "t.tar.gz")
    assert found.pop("good.txt") == b"A"
    assert all(isinstance(said, str) for said in found.values())


@pytest.mark.parametrize("name", ["t.zip", "t.tar.gz", "t.tar"])
def test_a_broken_archive_is_one_line_of_the_report(tmp_path, name):
    (tmp_path / name).write_bytes(
        gzip.compress(b"not an archive" * 99)[:-20] if "gz" in name else b"PK nonsense"
    )
    (tmp_path / "z.txt").write_text("A")
    found = read(tmp_path)
    assert "not a readable" in found[name]
    assert found["z.txt"] == b"A"


def test_jsonl_gives_a_text_a_line_and_refuses_what_is_none(tmp_path):
    lines = [
        json.dumps({"text": "Một", "name": "a.txt"}),
        '{"text": 5}',
        "nonsense",
        "",
        json.dumps({"text": "Hai"}),
    ]
    (tmp_path / "t.jsonl").write_text("\n".join(lines))
    found = read(tmp_path / "t.jsonl")
    assert found["a.txt"] == "Một".encode()
    assert found["5"] == b"Hai"
    assert "has no text" in found["2"]
    assert "object like" in found["3"]


def test_a_name_that_is_empty_in_jsonl_is_none_and_half_letters_are_no_fault(tmp_path):
    lines = [{"text": "Một", "name": ""}, {"text": "Hai", "name": None}, {"text": "B\ud800a", "name": "a"}]
    (tmp_path / "t.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    assert list(read_files([tmp_path / "t.jsonl"], max_bytes=LIMIT)) == [
        RawFile("1", "Một".encode(), nameless=True),
        RawFile("2", b"Hai", nameless=True),
        RawFile("a", "B\ufffda".encode()),
    ]


def test_jsonl_inside_an_archive_gives_its_lines(tmp_path):
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr(
            "in/t.jsonl", json.dumps({"text": "Một", "name": "a"}) + "\n" + json.dumps({"text": "Hai"})
        )
    assert read(tmp_path / "z.zip") == {"in/t.jsonl/a": "Một".encode(), "in/t.jsonl/2": b"Hai"}


def test_standard_input_is_a_file(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Tin")))
    assert list(read_files([Path("-")], max_bytes=LIMIT)) == [RawFile("-", b"Tin", nameless=True)]


def test_standard_input_that_is_closed_is_said(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert "closed" in read("-")["-"]


# -- what is refused, and never fatal


def in_zip(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def in_tar(*members: tuple[str, bytes], mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def test_links_to_folders_and_in_circles_are_said_and_not_followed(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "secret.txt").write_text("x")
    (tmp_path / "in" / "out").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "deep").mkdir()
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in" / "deep")
    (tmp_path / "in" / "loop.txt").symlink_to(tmp_path / "in" / "loop.txt")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "in" / "nowhere.txt")
    (tmp_path / "in" / "a.txt").write_text("A")
    (tmp_path / "in" / "same.txt").symlink_to(tmp_path / "in" / "a.txt")
    found = read(tmp_path / "in")
    assert found.pop("a.txt") == found.pop("same.txt") == b"A"
    assert "leads out" in found["out"]
    assert "not followed" in found["again"]
    assert set(found) == {"out", "again", "loop.txt", "gone.txt"}
    assert "leads back" in found["loop.txt"]
    assert "leads nowhere" in found["gone.txt"]
    assert all(isinstance(said, str) for said in found.values())


def test_a_file_and_a_folder_that_may_not_be_read_are_lines_of_the_report(tmp_path, monkeypatch):
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "b.txt").write_text("B")
    may, opened = os.access, os.open
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "closed" and may(path, mode))

    def refuse(path, *rest, **options):
        if Path(path).name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **options)

    monkeypatch.setattr(os, "open", refuse)
    found = read(tmp_path)
    assert "permissions" in found["closed"]
    assert "permissions" in found["b.txt"]
    assert found["a.txt"] == b"A"
    assert "permissions" in read(tmp_path / "closed")["closed"]  # Given itself, it is no empty folder.


def test_what_the_caller_writes_is_not_read(tmp_path):
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "report.json").write_text("[]")
    without = [tmp_path / "." / "report.json"]
    assert count_files([tmp_path], without=without) == 1
    assert [raw.name for raw in read_files([tmp_path], max_bytes=LIMIT, without=without)] == ["a.txt"]


@pytest.mark.parametrize("pack", [in_zip, in_tar], ids=["zip", "tar.gz"])
def test_an_archive_inside_an_archive_is_refused_with_its_cure(tmp_path, pack):
    from articles.text.files.decode import decode
    from articles.text.types import Unreadable

    name = f"t.{'zip' if pack is in_zip else 'tar.gz'}"
    (tmp_path / name).write_bytes(pack(("inner.zip", in_zip(("a.txt", b"A"))), ("b.txt", b"B")))
    found = read(tmp_path / name)
    assert found["b.txt"] == b"B"
    with pytest.raises(Unreadable, match="ZIP archive"):
        decode(found["inner.zip"])


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_an_archive_that_unfolds_beyond_all_proportion_is_left(tmp_path, monkeypatch, kind):
    monkeypatch.setattr(archives, "UNQUESTIONED", 500_000)
    bomb = [(f"{n:03d}.txt", b"0" * 9_000) for n in range(400)]
    (tmp_path / f"t.{kind}").write_bytes(in_zip(*bomb) if kind == "zip" else in_tar(*bomb))
    monkeypatch.setattr(archives, "MAX_RATIO", 5)
    found = read(tmp_path / f"t.{kind}")
    assert "unfolds to more than" in found[f"t.{kind}"] if f"t.{kind}" in found else found
    assert len(found) < 100


def test_a_huge_member_of_a_tar_is_not_unfolded_to_get_past_it(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "UNQUESTIONED", 1_000_000)
    (tmp_path / "t.tar.gz").write_bytes(in_tar(("bomb.txt", b"0" * 3_000_000), ("a.txt", b"A")))
    assert list(read(tmp_path / "t.tar.gz")) == ["t.tar.gz"]


def tar_header(name, kind, size):
    header = tarfile.TarInfo(name)
    header.type, header.size = kind, size
    return header.tobuf(tarfile.GNU_FORMAT)


def with_holes():
    """A file whose list of holes never ends: `tarfile` takes all of it before it hands out the member."""
    told = b"22 GNU.sparse.major=1\n22 GNU.sparse.minor=0\n"
    holes = b"900000000\n" + b"1\n" * 4_000_000
    return (
        tar_header("x", tarfile.XHDTYPE, len(told)) + told.ljust(512, b"\0")
        + tar_header("a.txt", tarfile.REGTYPE, len(holes)) + holes
    )  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        *(tar_header("x", kind, 30_000_000) + bytes(30_000_128) for kind in (b"x", b"g", b"X", b"L", b"K")),
        tar_header("a.txt", b"S", 1)[:482] + b"\1" + tar_header("a.txt", b"S", 1)[483:] + bytes(5_000_000),
        with_holes(),
        (tar_header("x", b"L", 5) + b"a.txt".ljust(512, b"\0")) * 2000,
    ],
    ids=["pax", "all members", "solaris", "name", "link", "old holes", "holes", "headers of headers"],
)
def test_what_a_tar_says_of_its_members_is_not_taken_into_memory_whole(tmp_path, said):
    packed = gzip.compress(said + tar_header("a.txt", b"0", 1) + b"A" + bytes(1535))
    (tmp_path / "t.tar.gz").write_bytes(packed)
    tracemalloc.start()
    try:
        found = read(tmp_path / "t.tar.gz")
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found == {"t.tar.gz": archives.NO_TAR}
    assert most < 10_000_000
    assert [raw.refused for raw in read_uploads([("t.tar.gz", packed)], max_bytes=LIMIT)] == [archives.NO_TAR]


def test_the_members_of_a_tar_are_not_kept(tmp_path):
    (tmp_path / "t.tar").write_bytes(in_tar(*((f"{n}.txt", b"A") for n in range(3000)), mode="w"))
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_files([tmp_path / "t.tar"], max_bytes=LIMIT)) == 3000
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("cut", [30, 200, 2000])
@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz", "tar.bz2", "tar.xz"])
def test_a_truncated_archive_stops_nothing(tmp_path, kind, cut):
    dirt = os.urandom(3000)
    whole = in_zip(("a.txt", dirt)) if kind == "zip" else in_tar(("a.txt", dirt), mode=f"w:{kind[4:]}")
    (tmp_path / f"t.{kind}").write_bytes(whole[:-cut] if cut < len(whole) else b"")
    (tmp_path / "z.txt").write_text("Z")
    found = read(tmp_path)
    assert found["z.txt"] == b"Z"
    # What was cut off may have been padding only.
    assert found.get("a.txt", found.get(f"t.{kind}/a.txt")) == dirt or any(
        isinstance(said, str) for said in found.values()
    )


@pytest.mark.parametrize("kind", ["zip", "tar.gz", "tar.xz"])
def test_damaged_archives_of_any_kind_never_raise(tmp_path, kind):
    dice = random.Random(3)
    good = in_zip(("a.txt", b"A" * 900), ("b.txt", b"B" * 900))
    if kind != "zip":
        good = in_tar(("a.txt", b"A" * 900), ("b.txt", b"B" * 900), mode=f"w:{kind[4:]}")
    for _ in range(300):
        bad = bytearray(good)
        for _ in range(dice.randint(1, 8)):
            bad[dice.randrange(len(bad))] = dice.randrange(256)
        (tmp_path / f"t.{kind}").write_bytes(bad)
        for raw in read_files([tmp_path / f"t.{kind}"], max_bytes=LIMIT):
            assert raw.refused or isinstance(raw.data, bytes)


def test_an_encrypted_member_says_what_to_do(tmp_path):
    data = bytearray(in_zip(("a.txt", b"A"), ("b.txt", b"B")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + place] |= 1
    (tmp_path / "t.zip").write_bytes(data)
    found = read(tmp_path / "t.zip")
    assert "password" in found["a.txt"]
    assert found["b.txt"] == b"B"


def test_members_of_one_name_are_all_read(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"):
        (tmp_path / "t.zip").write_bytes(in_zip(("a.txt", b"1"), ("a.txt", b"2")))
    (tmp_path / "t.tar.gz").write_bytes(in_tar(("a.txt", b"1"), ("a.txt", b"2")))
    for name in ("t.zip", "t.tar.gz"):
        found = list(read_files([tmp_path / name], max_bytes=LIMIT))
        assert [(raw.name, raw.data) for raw in found] == [("a.txt", b"1"), ("a.txt", b"2")]


def test_two_archives_with_a_member_of_one_name_are_told_apart(tmp_path):
    (tmp_path / "a.zip").write_bytes(in_zip(("x.txt", b"1")))
    (tmp_path / "b.zip").write_bytes(in_zip(("x.txt", b"2")))
    assert read(tmp_path / "a.zip", tmp_path / "b.zip") == {"x.txt": b"1", "b.zip/x.txt": b"2"}


def test_only_some_files_can_be_asked_for(tmp_path):
    for root in ("one", "two"):
        (tmp_path / root).mkdir()
        (tmp_path / root / "a.txt").write_text(root)
    (tmp_path / "two" / "t.zip").write_bytes(in_zip(("x.txt", b"X"), ("y.txt", b"Y")))
    only = {"two/a.txt", "t.zip/y.txt"}
    found = read_files([tmp_path / "one", tmp_path / "two"], max_bytes=LIMIT, only=only)
    assert {raw.name: raw.data for raw in found} == {"two/a.txt": b"two", "t.zip/y.txt": b"Y"}
    found = read_files([tmp_path / "two"], max_bytes=LIMIT, only={"t.zip"})
    assert [raw.name for raw in found] == ["t.zip/x.txt", "t.zip/y.txt"]
    found = read_files([tmp_path / "two" / "t.zip"], max_bytes=LIMIT, only={"t.zip"})
    assert [raw.name for raw in found] == ["x.txt", "y.txt"]


def test_what_holds_nothing_is_said_to(tmp_path):
    packed = in_zip(("in/t.csv", b"title,content\n"))
    for name, data in {
        "a.jsonl": b"\n",
        "b.csv": b"title,content\n",
        "c.zip": in_zip(),
        "d.zip": packed,
    }.items():
        (tmp_path / name).write_bytes(data)
    found = [*read_files([tmp_path], max_bytes=LIMIT), *read_uploads([("d.zip", packed)], max_bytes=LIMIT)]
    assert [raw.name for raw in found] == ["a.jsonl", "b.csv", "c.zip", "d.zip/in/t.csv", "in/t.csv"]
    assert all("holds no text" in raw.refused for raw in found)


def test_uploads_are_read_like_files():
    packed, other = in_zip(("a.txt", b"1"), ("../b.txt", b"2")), in_zip(("a.txt", b"3"))
    files = [("t.zip", packed), ("u.zip", other), ("c.txt", b"C"), ("bad.zip", b"PK"), ("d.txt", b"x" * 99)]
    found = {raw.name: raw.refused or raw.data for raw in read_uploads(files, max_bytes=50)}
    assert found["a.txt"] == b"1"
    assert found["u.zip/a.txt"] == b"3"
    assert found["c.txt"] == b"C"
    assert "leads out" in found["../b.txt"]
    assert "not a readable zip" in found["bad.zip"]
    assert "larger than" in found["d.txt"]
