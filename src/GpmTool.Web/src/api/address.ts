/** An address of the server, from the host on: a proxy may show it below a path, which `<base>` in index.html names. */
export const at = (path: string) => new URL(path, document.baseURI).pathname;

/** The path below which a proxy shows the page, without a slash at the end; empty at the root. */
export const basePath = () => at('.').replace(/\/$/, '');
