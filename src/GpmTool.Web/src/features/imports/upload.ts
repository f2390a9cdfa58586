import { type Schema, send } from '../../api/client';
import { Failure } from '../../api/failure';

export interface ImportOptions {
  conflict: Schema['ImportConflict'];
  mode: Schema['ImportMode'];
  freeze: boolean;
  process: string;
  stage: Schema['Stage'] | '';
  authority: string;
}

export type Import = Schema['ImportResponse'];

const isZip = (file: File) => file.name.toLowerCase().endsWith('.zip');

/** A ZIP among other files: the API takes it alone. */
export const isMixed = (files: readonly File[]) => files.length > 1 && files.some(isZip);

/** A key that makes sending the same import twice, after a broken connection, one import. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join('');

/** Sends a package; the answer says where its import is to be watched. */
export async function upload(files: File[], options: ImportOptions, dryRun: boolean, key: string): Promise<Import> {
  const query = new URLSearchParams({
    conflict: options.conflict,
    mode: options.mode,
    freeze: String(options.freeze),
    dryRun: String(dryRun),
  });
  for (const name of ['process', 'stage', 'authority'] as const)
    if (options[name] !== '') query.set(name, options[name]);

  const [first] = files;
  const headers: Record<string, string> = { 'Idempotency-Key': key };
  let body: BodyInit;
  if (first !== undefined && isZip(first)) {
    body = first;
    headers['Content-Type'] = 'application/zip';
  } else {
    body = new FormData();
    for (const file of files) body.append('files', file, file.name);
  }
  const response = await send(`api/v1/imports?${query.toString()}`, { method: 'POST', body, headers });
  try {
    return (await response.json()) as Import;
  } catch {
    throw new Failure(response.status, 'malformed');
  }
}
