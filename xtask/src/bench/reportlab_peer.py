"""The peer of `certificate_pdf`: ReportLab prints the lines of our certificate with our fonts. Prints the median milliseconds.

Arguments: folder of the fonts, text file, PDF to keep. Fonts are registered once, as in a server that stays up; each paper is
another one, as ours is.
"""

import io
import statistics
import sys
import time

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WARM_ROUNDS, ROUNDS = 20, 200
fonts, text, kept = sys.argv[1:]
pdfmetrics.registerFont(TTFont("regular", fonts + "/NotoSerif-Regular.ttf"))
pdfmetrics.registerFont(TTFont("bold", fonts + "/NotoSerif-Bold.ttf"))
lines = [line for line in open(text, encoding="utf-8").read().replace("\f", "\n").splitlines() if line.strip()]


def paper(number):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setTitle(lines[0].strip())
    at = A4[1] - 60
    for index, line in enumerate(lines + [f"DA-26-{number:07}"]):
        canvas.setFont("bold" if index % 4 == 0 else "regular", 10)
        canvas.drawString(60, at, line)
        at -= 14
        if at < 60:
            canvas.showPage()
            at = A4[1] - 60
    canvas.save()
    return out.getvalue()


times = []
for number in range(WARM_ROUNDS + ROUNDS):
    began = time.perf_counter()
    pdf = paper(number)
    if number >= WARM_ROUNDS:
        times.append((time.perf_counter() - began) * 1000)
open(kept, "wb").write(pdf)
print(round(statistics.median(times), 3))
