import type { Arranged, ModelFact, Snapshot } from '../judge/snapshot.ts';
import { REGISTERED_MODEL } from '../arrange/registered-model.ts';
import { unscored } from './score-model.ts';

/**
 * The newest version of the workshop's model that a file of several exercises loads: its own where it registered one, else
 * the one that was arranged; one that nobody loads when there is none.
 */
export function ownVersion({
  versions,
  runs,
  arranged,
}: Snapshot): NonNullable<Arranged['version']> {
  const [newest] = versions
    .filter(({ name }) => name === REGISTERED_MODEL)
    .toSorted((a, b) => Number(b.version) - Number(a.version));
  if (newest === undefined && arranged.version !== null) return arranged.version;
  if (newest === undefined) {
    const nothing = { status: 'READY', runId: null, modelId: null, source: null };
    return { name: REGISTERED_MODEL, version: '0', ...nothing, model: NO_MODEL };
  }
  const models = runs.filter(({ id }) => id === newest.runId).flatMap((run) => run.models);
  const model = models.find(({ modelId }) => modelId === newest.modelId) ?? models[0] ?? NO_MODEL;
  return { ...newest, model };
}

const NO_MODEL: ModelFact = {
  // Nobody downloads from there.
  ...unscored({ name: '', modelId: null, location: '\0' }),
  problem: 'no model was registered',
};
