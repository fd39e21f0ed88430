import { asObject } from './shape.ts';
import type { RequestFact, Snapshot } from './snapshot.ts';

/** One time that a registered version's files were asked for. */
export interface Load {
  readonly version: string;
  /** What the URI named; `either` where the record cannot tell. */
  readonly by: 'number' | 'latest' | 'alias' | 'either';
}

/** A question about the model that a later load may have needed. */
type Question = { readonly by: Load['by']; readonly version: string | null };

/**
 * How the versions of a registered model were loaded, read from the record. Every load ends in a question
 * for the version's download address; what came before tells the URI:
 *
 * - `models:/name/latest` asks for the latest versions, and nothing else about the version
 * - `models:/name/3` asks for that version (the TypeScript client) or for nothing (Python's)
 * - `models:/name@alias` asks for the alias
 *
 * Python's client asks for the registered model before each question of the submission's own: an own
 * question for the latest versions may or may not belong to a load, and counts for both.
 */
export function loadsOf(snapshot: Snapshot, name: string): readonly Load[] {
  const loads: Load[] = [];
  const open: Question[] = [];
  let before = '';
  for (const request of snapshot.requests) {
    const question = toQuestion(request);
    if (question === null || question.name !== name) continue;
    const { endpoint, version } = question;
    if (endpoint === 'registered-models/get-latest-versions') {
      open.push({ by: before === 'registered-models/get' ? 'either' : 'latest', version: null });
    } else if (endpoint === 'registered-models/alias' && request.method === 'GET') {
      open.push({ by: 'alias', version: null });
    } else if (endpoint === 'model-versions/get') {
      open.push({ by: 'number', version });
    } else if (endpoint === 'model-versions/get-download-uri' && version !== null) {
      // The last fitting question: two loads at once ask both questions before either address.
      const last = open.findLastIndex((asked) => [null, version].includes(asked.version));
      loads.push({ version, by: open.splice(last, last < 0 ? 0 : 1)[0]?.by ?? 'number' });
    }
    before = endpoint;
  }
  return loads;
}

function toQuestion({ method, path, status, body }: RequestFact) {
  const { pathname, searchParams } = new URL(path, 'http://mlflow');
  const [, endpoint] =
    /\/mlflow\/((?:registered-models|model-versions)\/[^/]+)$/.exec(pathname) ?? [];
  if (endpoint === undefined || status < 200 || status >= 300) return null;
  const name = method === 'GET' ? searchParams.get('name') : asObject(body)?.['name'];
  return { endpoint, name, version: searchParams.get('version') };
}
