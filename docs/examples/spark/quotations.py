"""Finds the quotations of every text file in a folder, on Apache Spark.

    spark-submit quotations.py FOLDER OUTPUT [PROGRAM]

OUTPUT is a new folder with a line of JSON for each file, {"id", "quotations", "speakers"}, where
`id` is the address of the file. PROGRAM is quote-extractor where it is not on PATH; it has to be on
every machine that works, at the same place (`spark-submit --files` brings it there).
"""

import json
import shlex
import sys

from pyspark.sql import SparkSession


def line(file):
    """A file, its address and its text, as a line of JSON; line feeds in the text are escaped."""
    address, text = file
    return json.dumps({"id": address, "text": text})


def main(folder, output, program="quote-extractor"):
    context = SparkSession.builder.appName("quotations").getOrCreate().sparkContext
    files = context.wholeTextFiles(folder, context.defaultParallelism)
    # Spark runs a task a core already. `checkCode` fails the task, which Spark then tries again,
    # where the program ends early; without it the lines that are left would be lost unseen.
    command = shlex.join([program, "--jsonl", "--threads", "1"])
    files.map(line).pipe(command, checkCode=True).saveAsTextFile(output)


if __name__ == "__main__":
    main(*sys.argv[1:])
