import type { Snapshot } from '../judge/snapshot.ts';
import type { Mlflow } from '../mlflow/index.ts';
import type { ExerciseResult } from '../results/results.ts';
import type { OutFolder } from './out-folder.ts';

const MAX_FIGURES = 6;
const MAX_WIDTH = 1000;

/**
 * Keeps the figures that were logged, drawn anew as PNG: what is shown in a report is pixels, never a
 * stranger's SVG or a file that only calls itself an image.
 */
export async function keepFigures(
  { runs }: Snapshot,
  mlflow: Mlflow,
  out: OutFolder,
  folder: readonly string[],
): Promise<ExerciseResult['figures']> {
  const images = runs.flatMap(({ id, artifacts }) =>
    artifacts
      .filter(({ image }) => image?.decoded === true)
      .map(({ path }) => ({ runId: id, artifact: path })),
  );
  if (images.length === 0) return [];
  const { default: sharp } = await import('sharp');
  const figures: { artifact: string; path: string }[] = [];
  for (const [index, { runId, artifact }] of images.slice(0, MAX_FIGURES).entries()) {
    const bytes = await mlflow.client.readArtifact(runId, artifact);
    const png = await sharp(bytes, { limitInputPixels: 50_000_000 })
      .resize({ width: MAX_WIDTH, withoutEnlargement: true })
      .png()
      .toBuffer();
    const parts = [...folder, `figure-${index + 1}.png`];
    await out.write(png, ...parts);
    figures.push({ artifact, path: parts.join('/') });
  }
  return figures;
}
