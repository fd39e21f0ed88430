import { message } from '../../messages/sentence.ts';
import { chooseProvider } from '../../server/index.ts';
import type { Console } from '../console.ts';
import { readCsv } from '../workbench.ts';

/** `npm run doctor`: says where MLflow will come from and why, and how to choose another. */
export async function doctor(io: Console): Promise<0> {
  const say = (...args: Parameters<typeof message>) => io.print(io.translate(message(...args)));
  const { provider, because } = await chooseProvider(io.env);
  say('cli.doctor.chosen', { provider });
  say('cli.doctor.because', { because: io.translate(message(`because.${because}`)) });
  say('cli.doctor.choose');
  for (const other of ['uri', 'container', 'embedded'] as const) say(`cli.doctor.choose.${other}`);
  say('cli.doctor.node', { version: process.versions.node });
  await readCsv();
  say('cli.doctor.data');
  return 0;
}
