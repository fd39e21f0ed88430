import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { collect } from '../run/collect.ts';
import type { Program } from '../run/program.ts';

/** A file of a stranger's; its path is relative and safe. */
export interface InboxFile {
  readonly path: string;
  readonly content: Uint8Array;
}

export interface Question<T> {
  /** What it reads in its inbox. */
  readonly files: readonly InboxFile[];
  /** What it reads from standard input once the files are there. */
  readonly input: string;
  readonly isAnswer: (value: unknown) => value is T;
  /** What the answer may take as JSON, in bytes. */
  readonly answerLimit: number;
  readonly timeoutMs: number;
}

export type Reply<T> = { readonly answer: T | null } | { readonly stopped: 'time' | 'memory' };

/**
 * Gives a program in a sandbox a stranger's files and waits for what it says of them on file descriptor 3.
 *
 * @returns a null answer when it said nothing that has the shape
 * @throws SandboxFailedError
 */
export async function askProgram<T>(
  program: Program & AsyncDisposable & { readonly inbox: string },
  { files, input, isAnswer, answerLimit, timeoutMs }: Question<T>,
): Promise<Reply<T>> {
  await using _ = program;
  const report = collect(answerLimit);
  program.report.on('data', (chunk: Buffer) => {
    if (report.add(chunk) > answerLimit) program.kill();
  });
  for (const stream of program.output) stream.resume();
  program.stdin.on('error', () => undefined);
  for (const { path, content } of files) {
    const target = join(program.inbox, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  program.stdin.end(input);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    program.kill();
  }, timeoutMs);
  const { limit } = await program.ended.finally(() => clearTimeout(timer));
  if (late || limit === 'cpu') return { stopped: 'time' };
  if (limit === 'memory') return { stopped: 'memory' };
  const said = parse(report.text());
  return { answer: isAnswer(said) ? said : null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
