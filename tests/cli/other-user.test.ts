import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { otherUsersReachUs } from '../sandbox/boxes.ts';
import { classFolder, quickAnswer, readResults, endClass } from './class-folder.ts';
import { scratchProject, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;

beforeEach(async () => {
  project = await scratchProject();
  // As any folder is that root makes.
  await chmod(project.folder, 0o755);
});
afterEach(async () => await endClass(project));

test.runIf(otherUsersReachUs)(
  'another user grades no class that it can read, and cannot look into the out folder',
  async () => {
    const handedIn = await classFolder(project, {
      'marie/01-first-run.ts': quickAnswer().replace(
        'async function ({ mlflow }: Workshop) {',
        `async function ({ mlflow }: Workshop) {
  const { readdirSync } = await import('node:fs');
  for (const folder of ['class', 'out', 'out/mlflow', 'out/handed-in'])
    try { console.log('sees', readdirSync('${project.folder}/' + folder)); } catch (error) { console.log(error.code); }`,
      ),
    });
    const words = ['grade', handedIn, '--sandbox=user', '--exercises=01', '--out=out'];
    const open = await project.run(words);
    expect(open.status).toBe(1);
    expect(open.stderr).toContain(`can read ${handedIn}`);

    await chmod(handedIn, 0o700);
    const closed = await project.run(words);
    expect(closed.status, closed.stderr).toBe(0);
    expect((await stat(join(project.folder, 'out'))).mode & 0o777).toBe(0o700);
    const [marie] = (await readResults(project)).submissions;
    expect(marie?.points).toBe(marie?.maxPoints);
    expect(marie?.exercises[0]?.output).toBe('EACCES\n'.repeat(4));
  },
);
