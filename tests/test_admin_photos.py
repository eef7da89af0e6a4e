"""Photos of an article: where they stand in the text, in what order, and which files are taken."""

import io
from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models import Photo, images
from articles.models.images import validate_photo
from tests.admin_desk import article, form_data, messages_of, rows_of, save, url
from tests.desk import Desk, at

pytestmark = pytest.mark.django_db

BODY = "<p>Một.</p>\n<h2>Hai</h2>\n<ul><li>Ba</li><li>bốn</li></ul>\n<p>Năm.</p>"


def picture(form: str = "PNG", size: tuple[int, int] = (4, 3)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size).save(out, form)
    return out.getvalue()


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def places_of(client, item) -> list[str]:
    (formset,) = (
        inline.formset
        for inline in client.get(url(item)).context["inline_admin_formsets"]
        if inline.formset.prefix == "photos"
    )
    return [label for _value, label in formset.empty_form.fields["after_paragraph"].widget.choices]


def test_a_place_is_known_by_how_its_paragraph_begins(editor_client):
    item = article(body=BODY)
    assert places_of(editor_client, item) == [
        "At the top",
        "After “Một.”",
        "After “Hai”",
        "After “Babốn”",
        "After “Năm.”",
    ]


def test_a_place_is_saved(editor_client):
    item = article(body=BODY)
    save(editor_client, item, **rows_of("photos", {"caption": "Ảnh", "after_paragraph": 3, "rank": 0}))
    assert Photo.objects.get().after_paragraph == 3
    assert '<option value="3" selected>' in editor_client.get(url(item)).text


def test_a_place_in_a_paragraph_that_is_only_being_written_is_taken(editor_client):
    item = article(body=BODY)
    photo = rows_of("photos", {"caption": "Ảnh", "after_paragraph": 6, "rank": 0})
    save(editor_client, item, body=BODY + "<p>Sáu.</p><p>Bảy.</p>", **photo)
    assert Photo.objects.get().after_paragraph == 6


def test_a_place_beyond_a_body_that_became_shorter_is_the_end(editor_client):
    item = article(body="<p>Một.</p>")
    Photo.objects.create(article=item, after_paragraph=9)
    assert '<option value="9" selected>At the end</option>' in editor_client.get(url(item)).text
    save(editor_client, item)
    item.refresh_from_db()
    assert item.version == 1


@pytest.mark.parametrize("place", ["-1", "x", ""])
def test_a_place_that_is_none_is_refused(editor_client, place):
    item = article(body=BODY)
    response = save(
        editor_client, item, **rows_of("photos", {"caption": "Ảnh", "after_paragraph": place, "rank": 1})
    )
    assert "errorlist" in response.text
    assert not Photo.objects.exists()


def test_photos_can_change_their_order(editor_client):
    item = article()
    for rank, caption in enumerate(("Một", "Hai")):
        Photo.objects.create(article=item, caption=caption, rank=rank)
    data = form_data(editor_client, url(item))
    save(editor_client, item, **data | {"photos-0-rank": "1", "photos-1-rank": "0"})
    assert [photo.caption for photo in item.photos.all()] == ["Hai", "Một"]


@contextmanager
def refused(code: str):
    with pytest.raises(ValidationError) as caught:
        yield
    assert caught.value.code == code


@pytest.fixture(params=["with Pillow", "without"])
def pillow(request, monkeypatch):
    if request.param == "without":
        monkeypatch.setattr(images, "_pillow", lambda: None)
    return request.param == "with Pillow"


@pytest.mark.parametrize(
    ("form", "name"), [("JPEG", "a.JPG"), ("PNG", "a.png"), ("GIF", "a.gif"), ("WEBP", "a.webp")]
)
def test_images_are_taken(pillow, form, name):
    validate_photo(upload(name, picture(form)))


HOSTILE = {
    "script": b"<script>alert(1)</script>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "html behind a comment": b"<!--\xff\xd8\xff--><html>",
    "empty but for blanks": b"   ",
    "program": b"MZ\x90\x00",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_image_is_refused_whatever_its_name(pillow, content):
    with refused("photo"):
        validate_photo(upload("a.png", content))


def test_an_image_under_another_format_s_name_is_refused(pillow):
    with refused("photo_name"):
        validate_photo(upload("a.jpg", picture("PNG")))


def test_a_file_that_is_too_large_is_refused(pillow, settings):
    settings.ARTICLES = {"PHOTO_MAX_BYTES": 50}
    with refused("photo_size"):
        validate_photo(upload("a.png", picture("PNG")))


def test_pillow_finds_damage():
    with refused("photo"):
        validate_photo(upload("a.png", picture("PNG")[:30] + b"\0" * 40))
    with refused("photo"):
        validate_photo(upload("a.gif", b"GIF89a<script>alert(1)</script>"))


def test_a_photo_that_would_fill_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr(images, "MOST_PIXELS", 100)
    with refused("photo_pixels"):
        validate_photo(upload("a.png", picture("PNG", (20, 20))))


def test_the_form_says_what_is_wrong_with_a_file_and_keeps_what_is_right(editor_client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    item = article()
    photo = rows_of("photos", {"caption": "Ảnh", "after_paragraph": 0, "rank": 0})
    response = save(editor_client, item, **photo, **{"photos-0-file": upload("a.png", HOSTILE["svg"])})
    assert "This is not a photo, or it is damaged." in response.text
    assert "have to be added again, as the form was not saved: a.png." in messages_of(response)[0]
    assert not Photo.objects.exists()
    save(editor_client, item, **photo, **{"photos-0-file": upload("../<b>ảnh.png", picture())})
    saved = Photo.objects.get()
    assert saved.file.name.endswith(".png")
    assert "<" not in saved.file.name
    page = editor_client.get(url(item)).text
    assert f'<img class="newsroom-thumb" src="{saved.file.url}"' in page
    save(editor_client, item, title="Tên mới")
    assert Photo.objects.get().file.name == saved.file.name


@pytest.mark.parametrize("name", ["a" * 200, "ế" * 90, ".a" * 100], ids=["long", "long in bytes", "dots"])
def test_a_file_with_a_long_name_is_taken_under_a_shorter_one(editor_client, settings, tmp_path, name):
    settings.MEDIA_ROOT = tmp_path
    item = article()
    photo = rows_of("photos", {"caption": "Ảnh", "after_paragraph": 0, "rank": 0})
    save(editor_client, item, **photo, **{"photos-0-file": upload(f"{name}.png", picture())})
    stored = Photo.objects.get().file
    assert stored.name.endswith(".png")
    assert stored.size == len(picture())
    assert len(stored.name) <= 100


# Over the desk API.


def put_file(desk, item, photo, content: bytes, kind: str = "image/png", **headers):
    headers.setdefault("if_match", "*")
    return desk("PUT", at(item, f"photos/{photo.pk}/file/"), content, content_type=kind, **headers)


@pytest.fixture
def stored(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    item = article()
    return item, Photo.objects.create(article=item, caption="Ảnh")


def test_a_file_is_put_in_place_and_taken_away_as_versions_of_the_article(stored):
    item, photo = stored
    desk = Desk()
    answer = put_file(desk, item, photo, picture("JPEG"), "image/jpeg", if_match='"1"')
    assert (answer.status_code, answer["ETag"]) == (200, '"2"'), answer.content
    photo.refresh_from_db()
    assert photo.file.name.endswith(".jpg")
    assert answer.json()["photo_files"] == {str(photo.pk): photo.file.url}
    sent_back = {"photos": answer.json()["photos"]}
    assert desk.patch(at(item), sent_back, if_match='"2"').json()["photo_files"]
    gone = desk("DELETE", at(item, f"photos/{photo.pk}/file/"), if_match='"3"')
    assert (gone.status_code, gone.json()["photo_files"]) == (200, {})
    assert Photo.objects.get().caption == "Ảnh"


def test_a_file_over_the_api_has_to_be_a_photo(stored, settings):
    item, photo = stored
    desk = Desk()
    assert put_file(desk, item, photo, HOSTILE["svg"]).status_code == 400
    assert put_file(desk, item, photo, b" ").status_code == 400
    assert put_file(desk, item, photo, picture(), "application/json").status_code == 415
    settings.ARTICLES = {"PHOTO_MAX_BYTES": 50}
    assert "Send one of 50" in put_file(desk, item, photo, picture()).json()["detail"]
    assert not Photo.objects.get().file


def test_a_file_larger_than_other_bodies_is_taken(stored, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 60
    item, photo = stored
    assert put_file(Desk(), item, photo, picture("PNG", (50, 50))).status_code == 200


def test_a_file_is_for_the_version_that_was_seen_and_the_photo_of_this_article(stored):
    item, photo = stored
    desk = Desk()
    assert put_file(desk, item, photo, picture(), if_match='"7"').status_code == 412
    assert (
        desk("PUT", at(item, f"photos/{photo.pk}/file/"), picture(), content_type="image/png").status_code
        == 428
    )
    assert put_file(desk, article("Khác"), photo, picture()).status_code == 404
