import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk in memory. Disposing takes it away, whoever still uses it. */
export interface SmallDisk extends AsyncDisposable {
  readonly folder: string;
  /** Writes a file `filling` that takes all that is left. */
  fill(): Promise<void>;
  /** Gives it another size, such as `64m`. */
  resize(size: string): void;
}

/** Mounts one over a folder; needs root. @param size as in `64k` */
export async function smallDisk(folder: string, size: string): Promise<SmallDisk> {
  await mkdir(folder, { recursive: true });
  mount(['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  return {
    folder,
    async fill() {
      // The write that finds no room has taken what there was.
      const parts = async function* () {
        for (;;) yield new Uint8Array(4096);
      };
      await writeFile(join(folder, 'filling'), parts()).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOSPC') throw error;
      });
    },
    resize: (to) => mount(['-o', `remount,size=${to}`, folder]),
    async [Symbol.asyncDispose]() {
      spawnSync('umount', ['--lazy', folder]);
    },
  };
}

/** Whether this user can mount one. */
export async function canMount(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = await mkdtemp(join(tmpdir(), 'disk-'));
  try {
    await using disk = await smallDisk(folder, '64k');
    return disk.folder === folder;
  } catch {
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function mount(args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount ${args.join(' ')}: ${stderr}`);
}
