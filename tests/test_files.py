"""Finding files: folders, archives, standard input; nothing outside the root, nothing endless."""

import gzip
import io
import json
import os
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from articles.files import RawFile, count_files, read_files

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
    assert "object like" in found["2"]
    assert "object like" in found["3"]


def test_standard_input_is_a_file(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Tin")))
    assert list(read_files([Path("-")], max_bytes=LIMIT)) == [RawFile("-", b"Tin")]
