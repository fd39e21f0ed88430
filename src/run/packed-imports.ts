/**
 * Loaded before a program of ours (`node --import`): what `npm run` packed of the dependencies is taken in
 * place of their hundreds of files, which take Node a quarter of a second to find and read.
 * https://nodejs.org/api/module.html#moduleregisterhooksoptions
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const FOLDER = new URL('../../node_modules/.cache/packed/', import.meta.url);

/** The file of each packed dependency, by the name it is imported by; none where nothing was packed. */
function packed(): ReadonlyMap<string, string> {
  try {
    const files: Record<string, string> = JSON.parse(
      readFileSync(new URL('index.json', FOLDER), 'utf8'),
    );
    return new Map(Object.entries(files));
  } catch {
    return new Map();
  }
}

const files = packed();
registerHooks({
  resolve(specifier, context, next) {
    const file = files.get(specifier);
    // Dependencies go on finding each other as they were installed.
    const ours = file !== undefined && !context.parentURL?.includes('/node_modules/');
    if (!ours) return next(specifier, context);
    return { url: new URL(file, FOLDER).href, format: 'module', shortCircuit: true };
  },
});
