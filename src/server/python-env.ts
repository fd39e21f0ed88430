import { delimiter, dirname } from 'node:path';

/**
 * The environment in which a private python finds its own programs: `mlflow models serve` starts `uvicorn`
 * by name. Settings of another Python are left out.
 */
export function pythonEnv(
  python: string,
  env: Record<string, string | undefined>,
): Record<string, string | undefined> {
  const { PYTHONHOME: _home, PYTHONPATH: _path, ...rest } = env;
  // Windows may spell it Path.
  const name = Object.keys(rest).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...rest, [name]: [dirname(python), rest[name] ?? ''].join(delimiter) };
}
