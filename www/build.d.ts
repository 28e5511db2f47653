/** What the build (`xtask/bundle`) writes into scripts: the worker, the core, the packs, and the files of the site. */

/** The source of the worker. */
declare const WORKER_SCRIPT: string;
/** The core, compressed. */
declare const CORE_GZIP_BASE64: string;
/** Each language with its pack, compressed; "" if its pack is a file beside the script. The default comes first. */
declare const PACKS_GZIP_BASE64: Record<string, string>;

/**
 * `version` identifies all files together; `files` has the path of each in the site, its `integrity`, and whether the
 * site works without it.
 */
declare const SITE: { version: string; files: [path: string, integrity: string, isOptional: boolean][] };
