# SPDX-License-Identifier: Apache-2.0
"""Files to send: PDF documents with real text, pictures, and things that are not what they say."""

import struct
import zlib


def pdf(*pages: str) -> bytes:
    """A sound PDF with a page for each text; its lines are divided by line breaks."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    leaves = []
    for page in pages:
        drawn = b"BT /F1 12 Tf 60 780 Td 16 TL "
        for line in page.split("\n"):
            words = line.encode("cp1252").replace(b"\\", b"\\\\")
            drawn += b"(" + words.replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T* "
        drawn += b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        leaves.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(leaves), b" ".join(leaves))
    written = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + (
        b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table)
    )


def png(width: int = 40, height: int = 30) -> bytes:
    """A sound grey picture."""

    def chunk(name: bytes, content: bytes) -> bytes:
        sum_ = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", sum_)

    rows = b"".join(b"\x00" + bytes([200]) * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def large_pdf(size: int) -> bytes:
    """A sound PDF of about so many bytes, most of them in a stream that no page shows."""
    base = pdf("Stor fil")
    filling = b"%" + b"x" * 78 + b"\n"
    # Comments may stand between objects; the table of places is made for what comes before them.
    cut = base.index(b"xref\n")
    added = filling * max((size - len(base)) // len(filling), 0)
    moved = base[:cut] + added + base[cut:]
    place = b"startxref\n%d\n" % cut
    return moved.replace(place, b"startxref\n%d\n" % (cut + len(added)))


def twelve() -> list[dict]:
    """Twelve files as a person chooses them; the fifth is a PDF that was cut off."""
    files = []
    for number in range(12):
        name, kind = f"journal-{number + 1:02}.pdf", "application/pdf"
        content = pdf(
            f"Journal {number + 1}, sida 1\nKontakt med vården om värk i axeln.",
            f"Journal {number + 1}, sida 2\nMinnesord nummer{number + 1} finns bara här.",
        )
        if number == 4:
            name, content = "trasig.pdf", content[: len(content) // 2]
        if number == 10:
            name, kind, content = "foto.png", "image/png", png()
        if number == 11:
            name, kind = "brev.txt", "text/plain"
            content = "Egen berättelse.\nJag orkar gå en kvart.\n".encode()
        files.append({"name": name, "mimeType": kind, "buffer": content})
    return files
