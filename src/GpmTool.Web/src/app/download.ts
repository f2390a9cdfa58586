import { useMutation } from '@tanstack/react-query';

import { send } from '../api/client';

export interface Download {
  /** The address below `<base>`. */
  path: string;
  /** The wanted form, where one address has several. */
  accept?: string;
  /** The name of the file on the reader's disk. */
  name: string;
}

/** Fetches a file and hands it to the browser. Unlike a plain link it can say what went wrong. */
async function download({ path, accept, name }: Download): Promise<void> {
  const response = await send(path, accept === undefined ? {} : { headers: { Accept: accept } });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export const useDownload = () => useMutation({ mutationFn: download });
