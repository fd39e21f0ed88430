import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../../messages/sentence.ts';
import { findPython } from '../../server/find-python.ts';
import { chooseProvider, findTrackingServer, status } from '../../server/index.ts';
import { classMlflowEnv } from '../class-mlflow.ts';
import type { Console } from '../console.ts';
import { project } from '../project.ts';
import { whichSandbox } from '../which-sandbox.ts';
import { readCsv } from '../workbench.ts';

/**
 * `npm run doctor`: says where MLflow will come from and why, whether it can, and how to choose another; and in
 * which sandbox a class would be graded.
 *
 * @throws what would keep `npm test` from working, as a sentence
 */
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
  say('cli.doctor.class', { provider: (await chooseProvider(classMlflowEnv(io.env))).provider });
  for (const sentence of await whichSandbox(io.env)) io.print(io.translate(sentence));
  if (provider === 'uri') {
    await using given = await findTrackingServer({ stateFolder: project.state, env: io.env });
    const { version, uri } = given;
    say('cli.mlflow.running', { version, uri, provider });
    return 0;
  }
  if (provider === 'embedded') {
    const installed = await stat(join(project.state, 'python', 'installed.sha256')).catch(
      () => null,
    );
    if (installed === null) {
      say('cli.doctor.not-installed', { version: (await findPython(io.env)).version });
    } else say('cli.doctor.installed');
  }
  const running = (await status(project.state)).filter((server) => server.provider === provider);
  for (const { uri } of running) say('cli.mlflow.status', { uri, provider });
  if (running.length === 0) say('cli.mlflow.not-running');
  return 0;
}
