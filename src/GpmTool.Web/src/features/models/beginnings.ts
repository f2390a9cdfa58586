import { send } from '../../api/client';
import type { Schema } from '../../api/client';
import type { Model } from './queries';

/** The document a new model begins with, and its media type. */
export interface Beginning {
  body: BodyInit;
  type: string;
}

const view = 'application/vnd.gpmtool.graph+json';

/** A start and an end, in the GPM view: the least that can be drawn on. */
export function emptyDrawing(name: string, start: string, end: string): Beginning {
  const graph = {
    name,
    mainProcessId: 'process',
    processes: [{ id: 'process', name }],
    nodes: [
      { id: 'start', name: start, kind: 'startEvent', parentId: 'process' },
      { id: 'end', name: end, kind: 'endEvent', parentId: 'process' },
    ],
    flows: [{ id: 'flow', parentId: 'process', sourceId: 'start', targetId: 'end' }],
  };
  return { body: JSON.stringify(graph), type: view };
}

/** The newest version of another variant, with what the reader may see of it. */
export async function copyOf(model: Model): Promise<Beginning> {
  const path = `api/v1/models/${model.id}/versions/${model.latestVersion.toString()}?form=view`;
  return { body: await (await send(path)).text(), type: view };
}

/** A file of the reader. */
export function fromFile(file: File): Beginning {
  const name = file.name.toLowerCase();
  if (name.endsWith('.gpm.json')) return { body: file, type: view };
  return { body: file, type: name.endsWith('.json') ? 'application/json' : 'application/bpmn+xml' };
}

/** Creates a model that begins with that document. */
export async function createModel(
  process: string,
  authority: string,
  beginning: Beginning,
): Promise<Schema['ModelResponse']> {
  const query = new URLSearchParams(authority === '' ? { stage: 'soll' } : { stage: 'ist', authority });
  const response = await send(`api/v1/processes/${encodeURIComponent(process)}/models?${query.toString()}`, {
    method: 'POST',
    body: beginning.body,
    headers: { 'Content-Type': beginning.type },
  });
  return (await response.json()) as Schema['ModelResponse'];
}
