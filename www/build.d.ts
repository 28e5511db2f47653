/**
 * What `cargo xtask dist` writes into scripts that exist only built: the worker's script, the core
 * in gzip and base64, and the files of the site.
 */

declare const WORKER_SCRIPT: string;
declare const CORE_GZIP_BASE64: string;

/** `version`: of all files together; `files`: each path below the site and its hash for `integrity`. */
declare const SITE: { version: string; files: [path: string, integrity: string][] };
