import { inspect } from 'node:util';
import { KitError } from '../workshop/index.ts';
import type { Report } from './job.ts';

type ErrorFact = Extract<Report, { error: unknown }>['error'];

/** Where the submission is, as a stack names it. */
export interface Place {
  readonly file: string;
  readonly url: string;
  /** The last module that it imported and that could not be found, as it is written there. */
  readonly notFound: string | null;
}

/** What is kept of a message, in characters. */
const MESSAGE_LIMIT = 8000;

/** Whatever was thrown, as plain facts. Its own getters may throw in turn. */
export function describeThrown(thrown: unknown, place: Place): ErrorFact {
  try {
    if (!(thrown instanceof Error)) return notAnError(thrown);
    const message = textOf(thrown.message).slice(0, MESSAGE_LIMIT);
    const line = lineIn(textOf(thrown.stack ?? ''), place);
    return { name: textOf(thrown.name).slice(0, 100), message, line, ...coded(thrown, place) };
  } catch {
    return { name: 'Error', message: 'an error that cannot be shown', line: null };
  }
}

/** The stack without the frames of Node and of ours. */
export function ownStack(thrown: unknown, file: string): string {
  try {
    if (!(thrown instanceof Error)) return notAnError(thrown).message;
    const lines = textOf(thrown.stack ?? thrown.message).split('\n');
    return lines.filter((line) => !/^ +at /.test(line) || line.includes(file)).join('\n');
  } catch {
    return '';
  }
}

function notAnError(thrown: unknown): ErrorFact {
  const text =
    typeof thrown === 'string' ? thrown : inspect(thrown, { breakLength: Infinity, depth: 2 });
  return { name: '', message: text.slice(0, MESSAGE_LIMIT), line: null, code: 'NOT_AN_ERROR' };
}

/** A code and values for a catalogue of sentences, where the error is one that it may know. */
function coded(error: Error, { notFound }: Place): Pick<ErrorFact, 'code' | 'values'> {
  if (error instanceof KitError) return { code: error.code, values: error.values };
  // https://nodejs.org/api/errors.html#err_module_not_found
  if (notFound !== null && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
    return { code: 'IMPORT_NOT_FOUND', values: { name: notFound } };
  const [, name] = /does not provide an export named '([^']+)'/.exec(error.message) ?? [];
  if (name !== undefined && error instanceof SyntaxError)
    return { code: 'IMPORT_NOT_A_VALUE', values: { name } };
  return mistakenFor(error);
}

/** What the exercise's function is handed. */
const HANDED = ['mlflow', 'data', 'models', 'metrics', 'plots'];

/** Python's spelling, and what was not taken from what the function is handed. */
function mistakenFor({ name, message }: Error): Pick<ErrorFact, 'code' | 'values'> {
  const [, called = '', snake] =
    /^((?:[\w$]{1,60}\.){0,4}([a-z]{1,40}(?:_[a-z0-9]{1,40}){1,6})) is not a function/.exec(
      message,
    ) ?? [];
  if (name === 'TypeError' && snake !== undefined) {
    const camel = snake.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    return { code: 'SNAKE_CASE', values: { name: called, camel } };
  }
  const [, missing = ''] = /^(\w{1,40}) is not defined$/.exec(message) ?? [];
  if (name === 'ReferenceError' && HANDED.includes(missing))
    return { code: 'NOT_TAKEN', values: { name: missing } };
  return {};
}

/** The first line of the submission that a stack names. */
function lineIn(stack: string, { url, file }: Place): number | null {
  for (const place of [url, file]) {
    const [, after] = stack.split(`${place}:`);
    const line = Number.parseInt(after ?? '', 10);
    if (Number.isInteger(line)) return line;
  }
  return null;
}

/** Whoever throws an error may have put anything in the place of its texts. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value);
}
