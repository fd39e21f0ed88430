import { readImagesHere, type ImageReader } from '../images/image-reader.ts';
import type { Snapshot } from '../judge/snapshot.ts';
import type { Mlflow } from '../mlflow/index.ts';
import type { ExerciseResult } from '../results/results.ts';
import type { OutFolder } from './out-folder.ts';

const MAX_FIGURES = 6;

interface Keeping {
  readonly out: OutFolder;
  readonly images?: ImageReader | undefined;
}

/**
 * Keeps the figures that were logged, drawn anew as PNG: what is shown in a report is pixels, never a
 * stranger's SVG or a file that only calls itself an image.
 */
export async function keepFigures(
  runs: Snapshot['runs'],
  mlflow: Mlflow,
  { out, images: reader = readImagesHere }: Keeping,
  folder: readonly string[],
): Promise<ExerciseResult['figures']> {
  const images = runs.flatMap(({ id, artifacts }) =>
    artifacts
      .filter(({ image }) => image?.decoded === true)
      .map(({ path }) => ({ runId: id, artifact: path })),
  );
  const figures: { artifact: string; path: string }[] = [];
  for (const [index, { runId, artifact }] of images.slice(0, MAX_FIGURES).entries()) {
    const { png } = await reader.read(await mlflow.client.readArtifact(runId, artifact));
    if (png === null) continue;
    const parts = [...folder, `figure-${index + 1}.png`];
    await out.write(png, ...parts);
    figures.push({ artifact, path: parts.join('/') });
  }
  return figures;
}
