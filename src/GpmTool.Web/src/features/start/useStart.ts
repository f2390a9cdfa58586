import { useCallback, useEffect, useState } from 'react';

import { at } from '../../api/address';
import { type Answer, getJson } from '../../api/http';
import { type Health, readHealth } from './health';
import { isOverview, type Overview } from './overview';
import { startState, type StartState } from './startState';

export interface Start {
  state: StartState;
  health: Health;
  reload: () => void;
}

/** Loads the overview and the server's health side by side, again on every `reload`. */
export function useStart(): Start {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer<Overview>>();
  const [health, setHealth] = useState<Health>('checking');

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const unlessAborted = (error: unknown) => {
      if (!signal.aborted) throw error;
    };
    getJson(at('api/v1/overview'), isOverview, signal).then(setAnswer).catch(unlessAborted);
    readHealth(signal).then(setHealth).catch(unlessAborted);
    return () => {
      controller.abort();
    };
  }, [attempt]);

  const reload = useCallback(() => {
    setAnswer(undefined);
    setHealth('checking');
    setAttempt((n) => n + 1);
  }, []);

  return { state: startState(answer), health, reload };
}
