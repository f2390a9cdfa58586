/** What the build uses of Node. */
declare module 'node:zlib' {
  export function gzipSync(data: string | Uint8Array): Uint8Array;
}
