import type { Schema } from '../api/client';
import type { Me } from './me';

type Role = Schema['Role'];

/** What buttons depend on. The server decides; this only keeps what it would refuse out of sight. */
export type Right =
  'editModels' | 'editProcesses' | 'publish' | 'steerSoll' | 'import' | 'editMasterData' | 'manageAccounts';

/** What an action is about; `authority` is null for what belongs to the whole field, such as its Soll. */
export interface Subject {
  policyField: string;
  authority: string | null;
}

type Bound = 'everywhere' | 'ofField' | 'authority';

/** The rows of the table in docs/accounts.md that buttons need; a test holds both together. */
export const holders: Record<Right, Partial<Record<Role, Bound>>> = {
  editModels: { modeller: 'authority', fieldCoordination: 'ofField' },
  editProcesses: { fieldCoordination: 'ofField' },
  publish: { fieldCoordination: 'ofField' },
  steerSoll: { fieldCoordination: 'ofField' },
  import: { modeller: 'authority', fieldCoordination: 'ofField', administrator: 'everywhere' },
  editMasterData: { administrator: 'everywhere' },
  manageAccounts: { administrator: 'everywhere' },
};

/** Whether the caller may do it with this; without a subject: with anything at all. */
export function may(me: Me | null, right: Right, subject?: Subject): boolean {
  return (me?.roles ?? []).some((grant) => {
    const bound = holders[right][grant.role];
    if (bound === undefined) return false;
    if (subject === undefined || bound === 'everywhere') return true;
    if (typeof grant.policyField === 'string' && grant.policyField !== subject.policyField) return false;
    return bound === 'ofField' ? subject.authority === null : grant.authority === subject.authority;
  });
}
