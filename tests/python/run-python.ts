import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { startGateway } from '../../src/gateway/gateway.ts';
import type { RequestFact } from '../../src/judge/snapshot.ts';
import type { Ran } from '../../src/run/run-submission.ts';
import { startPythonChild } from '../../src/run/start-python.ts';

const CSV = fileURLToPath(new URL('../../data/customer_data.csv', import.meta.url));

export interface RanPython extends Ran {
  /** What reached MLflow, as the gateway saw it. */
  readonly requests: readonly RequestFact[];
}

/** Runs one file, a script or a notebook, with a gateway to the real MLflow. */
export async function runPython(
  name: `${string}.py` | `${string}.ipynb`,
  content: string,
  timeoutMs = 120_000,
): Promise<RanPython> {
  const folder = await mkdtemp(join(tmpdir(), 'python-tests-'));
  try {
    const file = join(folder, name);
    await writeFile(file, content);
    await using gateway = await startGateway({ target: inject('trackingUri') });
    using child = startPythonChild({
      python: inject('pythonScience'),
      csv: CSV,
      env: { PATH: process.env['PATH'] ?? '' },
    });
    const job = { file, trackingUri: gateway.uri, userName: 'ada' };
    const ran = await child.run(job, { timeoutMs });
    return { ...ran, requests: [...gateway.requests] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A cell's source, or the whole cell. */
type Cell = string | { readonly source: string; readonly tags: readonly string[] };

/** A notebook of version 4 with these code cells, between cells that do not run. */
export function notebook(cells: readonly Cell[]): string {
  const code = cells.map((cell) => {
    const { source, tags } = typeof cell === 'string' ? { source: cell, tags: [] } : cell;
    // As Jupyter writes them: a list of lines, each with its end.
    const lines = source.split(/(?<=\n)/);
    const metadata = { tags };
    return { cell_type: 'code', execution_count: null, metadata, outputs: [], source: lines };
  });
  const aside = (type: string) => ({ cell_type: type, metadata: {}, source: ['1 / 0'] });
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 4,
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
    cells: [aside('markdown'), ...code.slice(0, 1), aside('raw'), ...code.slice(1)],
  });
}
