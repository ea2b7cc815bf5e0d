"""Pictures: is it really a PNG or a JPEG, and how large. Only the standard library: the check need not draw."""

import struct
import zlib

from .errors import Refused, misuse

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # samples a pixel, by colour type
# Markers that carry the size: all start-of-frame markers but those of the tables (C4, C8, CC).
JPEG_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
JPEG_ALONE = {0x01, *range(0xD0, 0xDA)}


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels; refused when the file is not a whole picture."""
    try:
        if data.startswith(PNG_SIGNATURE):
            return _png_size(data)
        if data.startswith(b"\xff\xd8"):
            return _jpeg_size(data)
    except (struct.error, zlib.error, IndexError, KeyError) as error:
        raise _broken(f"damaged picture: {error}") from error
    raise _broken("neither PNG nor JPEG")


def _broken(why: str) -> Refused:
    return misuse("IMAGE_PROCESS_FAILED", why)


def _png_size(data: bytes) -> tuple[int, int]:
    chunks = _png_chunks(data)
    if chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise _broken("PNG without header or end")
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    pixels = zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"))
    row = 1 + (width * depth * CHANNELS[colour] + 7) // 8
    if not interlaced and len(pixels) != row * height:
        raise _broken("PNG whose pixels are missing")
    return width, height


def _png_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    chunks, at = list[tuple[bytes, bytes]](), len(PNG_SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if struct.unpack_from(">I", data, at + 8 + length)[0] != zlib.crc32(kind + body):
            raise _broken("PNG with a wrong checksum")
        chunks.append((kind, body))
        at += 12 + length
    return chunks


def _jpeg_size(data: bytes) -> tuple[int, int]:
    if not data.rstrip(b"\0").endswith(b"\xff\xd9"):
        raise _broken("JPEG without end")
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker in JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker in JPEG_ALONE:
            at += 2
        else:
            at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    raise _broken("JPEG without frame")
