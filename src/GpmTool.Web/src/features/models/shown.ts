import type { Model } from './queries';

/** A version whose picture is shown. */
export interface Shown {
  model: Model;
  version: number;
}

export const mostShown = 4;

/** What `show=<model>[@<version>],…` of the address names; without it the Soll and the reader's own Ist, else the first. */
export function shownOf(show: string | null, models: readonly Model[], own: readonly string[]): Shown[] {
  if (show !== null)
    return show
      .split(',')
      .flatMap((entry) => {
        const [id, number] = entry.split('@');
        const model = models.find((item) => item.id === id);
        if (model === undefined) return [];
        const version = Number(number);
        const isThere = Number.isInteger(version) && version > 0 && version <= model.latestVersion;
        return [{ model, version: isThere ? version : model.latestVersion }];
      })
      .slice(0, mostShown);
  const ist = models.filter(({ stage }) => stage === 'ist');
  const mine = ist.find(({ authority }) => typeof authority === 'string' && own.includes(authority));
  const first = [models.find(({ stage }) => stage === 'soll'), mine ?? ist[0]];
  return first.flatMap((model) => (model === undefined ? [] : [{ model, version: model.latestVersion }]));
}

/** The value of `show` for these; the newest version needs no number, so that a link stays with the newest. */
export const showOf = (shown: readonly Shown[]) =>
  shown
    .map(({ model, version }) => (version === model.latestVersion ? model.id : `${model.id}@${version.toString()}`))
    .join(',');

export const comparisonAddress = (left: Shown, right: Shown) =>
  `/comparisons?left=${left.model.id}@${left.version.toString()}&right=${right.model.id}@${right.version.toString()}`;
