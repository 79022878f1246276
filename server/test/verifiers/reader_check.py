"""Asks pyHanko about the last signature of a PDF, as an ordinary reader would: summary, coverage and time stamp."""

import sys
from datetime import datetime, timezone

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

root, moment, *files = sys.argv[1:]
with open(root, "rb") as handle:
    roots = [x509.Certificate.load(handle.read())]
context = ValidationContext(
    trust_roots=roots,
    allow_fetching=False,
    moment=datetime.fromtimestamp(int(moment), timezone.utc),
    revocation_mode="soft-fail",
)
for name in files:
    with open(name, "rb") as handle:
        signature = PdfFileReader(handle).embedded_signatures[-1]
        status = validate_pdf_signature(signature, context, context)
        print(status.summary(), status.coverage.name, status.timestamp_validity.valid)
