import type { Answer, Failure } from '../../api/http';
import type { Overview } from './overview';

/** What the start page shows; exactly one of these at any time. */
export type StartState =
  | { view: 'loading' }
  | { view: 'loggedOut' }
  | { view: 'error'; failure: Failure }
  | { view: 'empty'; overview: Overview }
  | { view: 'full'; overview: Overview };

export function startState(answer: Answer<Overview> | undefined): StartState {
  if (answer === undefined) return { view: 'loading' };
  if (!answer.ok && answer.failure.kind === 'refused' && answer.failure.status === 401) return { view: 'loggedOut' };
  if (!answer.ok) return { view: 'error', failure: answer.failure };
  const view = answer.value.processes === 0 ? 'empty' : 'full';
  return { view, overview: answer.value };
}
