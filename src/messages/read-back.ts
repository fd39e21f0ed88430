import { en } from './en.ts';

/**
 * The values that were put into a sentence of the catalogue, read from its English text; null when the text
 * is another sentence.
 */
export function readBack(key: keyof typeof en, text: string): Record<string, string> | null {
  const groups = patternOf(key).exec(text)?.groups;
  return groups === undefined ? null : { ...groups };
}

const patterns = new Map<string, RegExp>();

function patternOf(key: keyof typeof en): RegExp {
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const source = en[key]
    .split(/\{\{(\w+)\}\}/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      if (seen.has(part)) return `\\k<${part}>`;
      seen.add(part);
      return `(?<${part}>.*?)`;
    })
    .join('');
  const pattern = new RegExp(`^${source}$`, 's');
  patterns.set(key, pattern);
  return pattern;
}
