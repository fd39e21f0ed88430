/**
 * What run_autograder calls: grades the submission and writes Gradescope's results.json, whatever happens.
 * Exit 0 with a mark; 1 without, and then the file has no score: Gradescope says that the autograder failed.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { message } from '../../messages/sentence.ts';
import { createConsole } from '../console.ts';
import { explain } from '../explain.ts';
import { project } from '../project.ts';
import { gradeOne, type Outcome } from './grade-one.ts';
import { readPackageSettings, SETTINGS_FILE } from './package-settings.ts';

/** Gradescope ends everything after 600 s and gives 0: we end before that, and give nothing. */
const LIMIT_S = 540;

const [root = '/autograder'] = process.argv.slice(2);
let io = await createConsole();
const late = setTimeout(() => {
  finish({ trouble: io.translate(message('gradescope.too-long', { seconds: LIMIT_S })) });
}, LIMIT_S * 1000);
try {
  const settings = await readPackageSettings(join(project.root, SETTINGS_FILE));
  io = await createConsole(settings.language);
  finish(await gradeOne(root, settings, io));
} catch (error) {
  finish({ trouble: io.translate(explain(error).sentence) });
}

function finish(outcome: Outcome): never {
  clearTimeout(late);
  const marked = 'results' in outcome;
  const document = marked
    ? outcome.results
    : { output: io.translate(message('gradescope.no-verdict', { reason: outcome.trouble })) };
  if (!marked) io.print(document.output);
  const folder = join(root, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileAtomic(join(folder, 'results.json'), `${JSON.stringify(document, null, 1)}\n`);
  // What still runs is killed on the way out.
  process.exit(marked ? 0 : 1);
}
