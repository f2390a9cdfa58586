import { at } from '../../api/address';
import { isRecord, sendJson } from '../../api/http';

/** Logs out, at the identity provider as well when the person came from one. */
export async function logOut(onDone: () => void): Promise<void> {
  const answer = await sendJson('DELETE', at('api/v1/session'));
  if (answer.ok && isRecord(answer.value) && typeof answer.value['continueAt'] === 'string') {
    window.location.assign(answer.value['continueAt']);
  } else onDone();
}
