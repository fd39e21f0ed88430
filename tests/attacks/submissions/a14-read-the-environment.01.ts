/** Prints the environment and arguments of every process that it can see, and every file it was handed. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export default function () {
  const seen = [JSON.stringify(process.env), process.argv.join(' ')];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const part of ['environ', 'cmdline']) {
      try {
        seen.push(readFileSync(`/proc/${pid}/${part}`, 'utf8'));
      } catch {}
    }
    try {
      for (const fd of readdirSync(`/proc/${pid}/fd`))
        seen.push(readlinkSync(`/proc/${pid}/fd/${fd}`));
    } catch {}
  }
  const text = seen.join('\n').replaceAll('\0', '\n');
  console.log(text.slice(-60_000));
  return text;
}
