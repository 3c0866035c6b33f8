from __future__ import annotations

from pathlib import Path

from reading_samples import BODY, FIRST, only, refused, write

from marsad.errors import EmptyError, ReadingError, TooLargeError, UnreadableError, UnsupportedError
from marsad.reading import Limits, read, read_bytes, read_originals, sources


def test_a_folder_stands_for_its_files_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/2", "b/1", "a", ".hidden", ".git/c"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    extra = write(tmp_path, "x", "z")
    found = list(sources([extra, tmp_path]))
    assert [p.relative_to(tmp_path).as_posix() for p in found] == ["z", "a", "z", "b/1", "b/2"]


def test_a_file_that_vanishes_between_listing_and_reading_is_one_error(tmp_path: Path) -> None:
    kept, gone = write(tmp_path, BODY, "a"), write(tmp_path, BODY, "b")
    listing = sources([tmp_path])
    assert next(listing) == kept
    rest = list(listing)
    gone.unlink()
    [error] = [found for path in rest for found in read(path)]
    assert isinstance(error, UnreadableError)
    assert "no such file" in str(error)


def test_a_file_cut_short_while_it_is_read_gives_what_came_before_and_one_error(tmp_path: Path) -> None:
    line = '{"text": "' + FIRST * 20 + '"}\n'
    path = write(tmp_path, line * 200)
    reports = read(path)
    assert not isinstance(next(reports), ReadingError)
    path.write_bytes(path.read_bytes()[: 150 * len(line.encode()) + 40])
    rest = list(reports)
    assert len(rest) == 150
    assert [f.code for f in rest if isinstance(f, ReadingError)] == ["malformed"]


def test_a_path_below_a_file_and_a_folder_cannot_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, BODY)
    assert isinstance(refused(path / "below"), UnreadableError)
    assert "directory" in str(refused(tmp_path))


def test_nothing_and_white_space_are_refused_as_empty(tmp_path: Path) -> None:
    for data in (b"", b" \n\t\r\n ", b"\xef\xbb\xbf\n", "\u00a0\u2003\n".encode(), b"\n" * 200_000):
        assert isinstance(refused(write(tmp_path, data)), EmptyError), data[:10]


def test_known_kinds_without_a_reader_say_what_they_are(tmp_path: Path) -> None:
    kinds = {
        "gzip": b"\x1f\x8b\x08\x00",
        "image": b"\x89PNG\r\n\x1a\n",
        "Rich Text": b"{\\rtf1 x}",
        "XML": b"<?xml version='1.0'?><rss></rss>",
    }
    for kind, data in kinds.items():
        error = refused(write(tmp_path, data))
        assert isinstance(error, UnsupportedError)
        assert kind in str(error)


def test_a_text_beyond_the_limit_is_refused_without_being_read_to_its_end(tmp_path: Path) -> None:
    path = write(tmp_path, BODY)
    with path.open("r+b") as file:
        file.truncate(50_000_000_000)
    assert isinstance(refused(path, Limits(report_bytes=1_000_000)), TooLargeError)


def test_one_line_of_a_hundred_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "line"
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"x" * 1_000_000)
    error = refused(path)
    assert isinstance(error, TooLargeError)
    assert "20 MB" in str(error)


def test_a_report_of_two_hundred_pages_is_read_whole(tmp_path: Path) -> None:
    text = "\n\n".join(f"{FIRST} {n}.\n{FIRST}" for n in range(1_000))
    assert only(write(tmp_path, text)).text == text
    assert len(text) > 400_000


def test_original_bytes_come_along_and_give_hash_and_id(tmp_path: Path) -> None:
    from hashlib import sha256

    data = b"\xef\xbb\xbf" + BODY.encode()
    [found] = read_originals(write(tmp_path, data))
    assert not isinstance(found, ReadingError)
    report, original = found
    assert original == data
    assert report.sha256 == sha256(data).hexdigest()
    assert report.id == "r" + report.sha256[:16]
    assert report.text == BODY


def test_bytes_at_hand_read_as_the_file_does(tmp_path: Path) -> None:
    path = write(tmp_path, BODY)
    assert list(read_bytes(BODY.encode(), str(path))) == [only(path)]


def test_each_kind_of_refusal_has_its_own_code_and_exit_code() -> None:
    kinds = [kind for kind in ReadingError.__subclasses__() if kind.__module__ == "marsad.errors"]
    assert len(kinds) >= 9
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert len({kind.exit_code for kind in kinds}) == len(kinds)
