"""Finds the quotations of every text file in a folder, on Apache Spark.

    spark-submit quotations.py FOLDER OUTPUT [PROGRAM]

OUTPUT is a new folder with a line of JSON for each file: {"id", "quotations", "speakers"}, where `id` is
the address of the file. PROGRAM is the path of quote-extractor if it is not on PATH. Every worker needs it
at the same path (`spark-submit --files` copies it there).
"""

import json
import shlex
import sys

from pyspark.sql import SparkSession


def line(file):
    """A file, given as its address and its text, as a line of JSON; line feeds in the text are escaped."""
    address, text = file
    return json.dumps({"id": address, "text": text})


def main(folder, output, program="quote-extractor"):
    context = SparkSession.builder.appName("quotations").getOrCreate().sparkContext
    files = context.wholeTextFiles(folder, context.defaultParallelism)
    # Spark already runs one task on each core. If the program ends early, `checkCode` fails the task, and
    # Spark tries it again; without it the remaining lines would be lost without a message.
    command = shlex.join([program, "--jsonl", "--threads", "1"])
    files.map(line).pipe(command, checkCode=True).saveAsTextFile(output)


if __name__ == "__main__":
    main(*sys.argv[1:])
