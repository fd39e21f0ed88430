import { basename, extname } from 'node:path/posix';
import { message } from '../../messages/sentence.ts';
import { about, failure, type Check } from '../check.ts';
import { requireRun } from '../found-run.ts';
import { nearest } from '../nearest.ts';
import type { ArtifactFact } from '../snapshot.ts';

/** Smaller than this on a side is an icon, not a figure that can be read. In pixels. */
const MIN_SIDE = 100;
/** The smoothing of letters and lines alone makes more colours than this in any drawing. */
const MIN_COLORS = 8;
/** Letters, lines and cells have sharp edges, a gradient has none; a drawing has ten times as many. */
const MIN_EDGES = 0.0005;

/**
 * The run carries a real image of this name, whichever its folder and whether PNG, SVG or JPEG; null takes an image of
 * any name.
 */
export function figure(runName: string, path: string | null, points = 2): Check {
  return {
    id: 'figure',
    points,
    needs: ['run'],
    sentence: path === null ? message('figure.any.sentence') : message('figure.sentence', { path }),
    hint: message('figure.hint', { path: path ?? 'matrice_confusion.png' }),
    test: (snapshot) => {
      const { id, artifacts } = requireRun(snapshot, runName);
      const images = artifacts.filter((artifact) => artifact.image !== null);
      const wanted =
        path === null ? images : images.filter((image) => nameOf(image.path) === nameOf(path));
      if (wanted.some(isReal)) return null;
      const first = wanted[0];
      if (first !== undefined) {
        return about({ kind: 'artifact', runId: id, path: first.path }, explain(first));
      }
      const found = artifacts
        .map((artifact) => artifact.path)
        .slice(0, 5)
        .join(', ');
      if (found === '') return failure(message('figure.none'));
      if (path === null) return failure(message('figure.no-image', { found }));
      const missing = failure(
        message('figure.missing', { path, found }),
        message('figure.missing.hint', { name: nameOf(path) }),
      );
      const paths = artifacts.map((artifact) => artifact.path);
      const name = nearest(nameOf(path), paths.map(nameOf));
      const near = paths.find((other) => nameOf(other) === name);
      return near === undefined
        ? missing
        : about({ kind: 'artifact', runId: id, path: near }, missing);
    },
  };
}

const nameOf = (path: string) => basename(path, extname(path));

function isReal({ image }: ArtifactFact): boolean {
  return (
    image !== null &&
    image.decoded &&
    !image.blank &&
    image.width >= MIN_SIDE &&
    image.height >= MIN_SIDE &&
    image.colors >= MIN_COLORS &&
    image.edges >= MIN_EDGES
  );
}

function explain({ path, image }: ArtifactFact) {
  if (image === null || !image.decoded) {
    return failure(message('figure.not-an-image', { path }), message('figure.not-an-image.hint'));
  }
  if (image.blank) return failure(message('figure.blank', { path }));
  const { width, height } = image;
  return width < MIN_SIDE || height < MIN_SIDE
    ? failure(message('figure.small', { path, width, height }))
    : failure(message('figure.plain', { path }));
}
