import type { Kind } from './submission.ts';

const EXTENSIONS: readonly (readonly [RegExp, Kind])[] = [
  [/\.[cm]?ts$/i, 'typescript'],
  [/\.py$/i, 'python'],
  [/\.ipynb$/i, 'notebook'],
];

/** The extension of a kind's copy in the scratch folder. */
export const EXTENSION: Readonly<Record<Kind, string>> = {
  typescript: '.ts',
  python: '.py',
  notebook: '.ipynb',
};

/**
 * What a file name says its content is, and the name without that. Windows and mail programs add `.txt`
 * to a program they do not know; declarations and tests are nobody's answer.
 */
export function fileKind(name: string): { readonly kind: Kind; readonly stem: string } | null {
  const plain = name.replace(/\.txt$/i, '');
  if (/\.(d|test|spec)\.[cm]?ts$/i.test(plain)) return null;
  for (const [extension, kind] of EXTENSIONS) {
    if (extension.test(plain)) return { kind, stem: plain.replace(extension, '') };
  }
  return null;
}
