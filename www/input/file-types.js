/** The extensions of the files that can be read. */
export const EXTENSIONS = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".vtt", ".srt"];
