import { MlflowError } from './errors.ts';

export type ModelUri =
  | { readonly kind: 'run'; readonly runId: string; readonly path: string }
  | { readonly kind: 'model-id'; readonly modelId: string }
  | { readonly kind: 'version'; readonly name: string; readonly version: string }
  | { readonly kind: 'latest'; readonly name: string }
  | { readonly kind: 'alias'; readonly name: string; readonly alias: string }
  | { readonly kind: 'artifacts'; readonly artifactUri: string };

/**
 * Reads `runs:/ID/path`, `models:/m-ID`, `models:/name/3`, `models:/name/latest`,
 * `models:/name@alias`, and the address of an artifact folder.
 *
 * @throws MlflowError INVALID_PARAMETER_VALUE
 */
export function parseModelUri(uri: string): ModelUri {
  const [scheme = ''] = uri.split(':', 1);
  if (scheme === 'models') return parseModels(uri);
  if (scheme === 'runs') {
    const [, runId = '', path = ''] = /^runs:\/+([^/]+)(?:\/(.*?))?\/?$/.exec(uri) ?? [];
    if (runId !== '') return { kind: 'run', runId, path };
    throw improper(uri, "Runs URIs must be of the form 'runs:/<run_id>/path/to/artifact'");
  }
  if (/^(mlflow-artifacts|https?):/.test(uri)) return { kind: 'artifacts', artifactUri: uri };
  throw improper(uri, "Model URIs begin with 'runs:/' or 'models:/'");
}

function parseModels(uri: string): ModelUri {
  const parts = uri.replace(/^models:\/*/, '').split('/');
  const [first = '', suffix] = parts;
  if (parts.length > 2 || first.trim() === '') throw improperModels(uri);
  if (suffix === undefined) {
    const at = first.lastIndexOf('@');
    if (at < 0) return { kind: 'model-id', modelId: first };
    if (at === 0 || at === first.length - 1) throw improperModels(uri);
    return { kind: 'alias', name: first.slice(0, at), alias: first.slice(at + 1) };
  }
  if (/^[0-9]+$/.test(suffix)) return { kind: 'version', name: first, version: suffix };
  if (suffix.toLowerCase() === 'latest') return { kind: 'latest', name: first };
  throw improperModels(uri);
}

function improperModels(uri: string): MlflowError {
  return improper(
    uri,
    "Models URIs must be of the form 'models:/<name>/<version>', 'models:/<name>/latest', " +
      "'models:/<name>@<alias>' or 'models:/<model_id>'",
  );
}

function improper(uri: string, form: string): MlflowError {
  return new MlflowError('INVALID_PARAMETER_VALUE', `Not a proper model URI: ${uri}. ${form}`);
}
