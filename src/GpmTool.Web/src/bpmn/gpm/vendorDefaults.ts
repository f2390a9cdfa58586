import { type Moddle, text } from '../services';
import { changed, emptyStep, type Step } from './content';

/**
 * What another tool recorded about steps, as the API reads it. It stands in that tool's own data until somebody edits the step
 * here; then all of it goes into our element, so that nothing is lost.
 */
export class VendorDefaults {
  private steps = new Map<string, Step>();

  /** Takes them over from the API's GPM view, for the steps that have no element of ours. */
  load(view: unknown, hasOwn: (id: string) => boolean): void {
    this.steps = new Map();
    const nodes = isRecord(view) && Array.isArray(view['nodes']) ? (view['nodes'] as unknown[]) : [];
    for (const node of nodes) {
      if (!isRecord(node) || typeof node['id'] !== 'string' || !isRecord(node['gpm']) || hasOwn(node['id'])) continue;
      this.steps.set(node['id'], changed<Step>(emptyStep, completed(node['gpm'])));
    }
  }

  /** What stands there for a step; undefined when there is nothing. */
  step(model: Moddle): Step | undefined {
    return this.steps.get(text(model, 'gpm:elementId') ?? model.id ?? '');
  }
}

/** The view leaves out what is the first word of its list. */
function completed(gpm: Record<string, unknown>): Partial<Step> {
  const list = (name: string) => (Array.isArray(gpm[name]) ? (gpm[name] as Record<string, unknown>[]) : []);
  return {
    ...gpm,
    documents: list('documents').map((one) => ({
      direction: 'input',
      medium: 'unspecified',
      ...one,
    })) as unknown as Step['documents'],
    legalBases: list('legalBases').map((one) => ({ verified: false, ...one })) as unknown as Step['legalBases'],
    responsibilities: list('responsibilities').map((one) => ({
      kind: 'responsible',
      ...one,
    })) as unknown as Step['responsibilities'],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const vendorDefaultsModule = { vendorDefaults: ['type', VendorDefaults] };
