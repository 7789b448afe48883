"""Prints the text of PDF files as PDFium takes it out: a JSON list of files, each a list of pages.

    target/oracles/bin/python tests/oracles/pdf_text.py FILE…
"""

import json
import sys

import pypdfium2


def pages(path):
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_bounded() for page in document]


json.dump([pages(path) for path in sys.argv[1:]], sys.stdout)
