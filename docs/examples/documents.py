"""Prints articles as JSON lines, made of the texts in tests/spec, to measure with.

    python3 docs/examples/documents.py NUMBER > documents.jsonl
"""

import itertools
import json
import pathlib
import re
import sys

# The average length of a newspaper article, in characters.
LENGTH = 5000

specs = sorted((pathlib.Path(__file__).parents[2] / "tests" / "spec").glob("*.md"))
fence = re.compile(r"^```text[^\n]*\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
texts = [text for spec in specs for text in fence.findall(spec.read_text(encoding="utf-8"))]
# The long texts are hostile input, unlike an article.
texts = [text for text in texts if len(text) < 1000]

next_text = itertools.cycle(texts)
for number in range(int(sys.argv[1])):
    article = ""
    while len(article) < LENGTH:
        article += next(next_text) + "\n\n"
    print(json.dumps({"id": number, "text": article}, ensure_ascii=False))
