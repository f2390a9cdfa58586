/** An address of the server, from the host on: a proxy may show it below a path, which `<base>` in index.html names. */
export const at = (path: string) => new URL(path, document.baseURI).pathname;
