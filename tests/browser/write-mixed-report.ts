import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reportFiles } from '../../src/html/report-files.ts';
import { confusionMatrix } from '../../src/workshop/plots/index.ts';
import { mixedClass, mixedSource } from '../unit/html/mixed-class.ts';

/**
 * Writes the report of the mixed class as `grade` would, figures included.
 *
 * @returns the pages, as paths below `out`
 */
export async function writeMixedReport(out: string, size?: number): Promise<string[]> {
  const results = mixedClass(size);
  const figure = confusionMatrix([
    [712, 88],
    [103, 97],
  ]);
  const figures = results.submissions.flatMap(({ exercises }) =>
    exercises.flatMap((exercise) => exercise.figures),
  );
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), content);
  };
  for (const { path } of figures) await write(path, figure.toPng());
  const pages: string[] = [];
  const readText = async (path: string) => mixedSource(path);
  for await (const { path, content } of reportFiles(results, { language: 'fr', readText })) {
    pages.push(join('report', path));
    await write(join('report', path), content);
  }
  return pages;
}
