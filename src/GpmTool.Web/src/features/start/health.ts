import { at } from '../../api/address';

export type Health = 'checking' | 'ready' | 'notReady' | 'unreachable';

/** Asks the server whether it can work: its readiness answers 200 or 503, and a dead server nothing. */
export async function readHealth(signal: AbortSignal): Promise<Health> {
  try {
    const response = await fetch(at('health/ready'), { signal });
    return response.ok ? 'ready' : 'notReady';
  } catch {
    signal.throwIfAborted();
    return 'unreachable';
  }
}
