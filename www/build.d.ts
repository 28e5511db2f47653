/** What the build (`xtask/bundle`) writes into scripts: the worker, the core, and the files of the site. */

/** The source of the worker. */
declare const WORKER_SCRIPT: string;
/** The core, compressed. */
declare const CORE_GZIP_BASE64: string;

/** `version` identifies all files together; `files` has the path of each in the site and its `integrity`. */
declare const SITE: { version: string; files: [path: string, integrity: string][] };
