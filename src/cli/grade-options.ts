import { availableParallelism } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { graders } from '../../graders/index.ts';
import type { GatewayLimits } from '../gateway/limits.ts';
import type { Grader } from '../judge/grader.ts';
import { message } from '../messages/sentence.ts';
import { LIMITS, type Limits } from '../sandbox/sandbox.ts';
import { ExitError } from './exit-error.ts';
import { findExercises } from './find-exercise.ts';
import { project } from './project.ts';

export const SANDBOXES = ['auto', 'bubblewrap', 'container', 'user', 'none'] as const;
export type SandboxChoice = (typeof SANDBOXES)[number];

export interface GradeOptions {
  /** Absolute path of the class folder or ZIP. */
  readonly source: string;
  /** Absolute path of the out folder. */
  readonly out: string;
  readonly graders: readonly Grader[];
  /** Submissions at once. */
  readonly jobs: number;
  readonly sandbox: SandboxChoice;
  /** Wall-clock limit of each exercise, in milliseconds; each grader's own when absent. */
  readonly timeoutMs: number | undefined;
  /** What a submission may take of this machine. */
  readonly limits: Limits;
  /** What it may take of MLflow. */
  readonly mlflowLimits: Partial<GatewayLimits>;
  /** Names or ids, as typed. */
  readonly only: readonly string[] | undefined;
  /** Path of Moodle's own grading worksheet, to be filled. */
  readonly moodle: string | undefined;
  readonly regrade: boolean;
  readonly allowDecrease: boolean;
  readonly keep: boolean;
}

const MEBIBYTE = 1024 * 1024;

type Typed = Readonly<Record<string, string | undefined>>;

/** @throws ExitError naming the option that makes no sense */
export function readGradeOptions(words: readonly string[], typed: Typed): GradeOptions {
  const [folder, ...rest] = words;
  if (folder === undefined || rest.length > 0) throw new ExitError(1, message('grade.usage'));
  const source = resolve(folder);
  const asked = typed['exercises'];
  return {
    source,
    out: resolve(typed['out'] ?? join(project.home, 'grades', basename(source, extname(source)))),
    graders: findExercises(asked === undefined ? [] : list('exercises', asked), graders),
    jobs: number(typed, 'jobs', { min: 1, max: 64 }) ?? availableParallelism() + 1,
    sandbox: sandboxOf(typed['sandbox'] ?? 'auto'),
    timeoutMs: seconds(number(typed, 'timeout', { min: 1, max: 86_400 })),
    limits: limitsOf(typed),
    mlflowLimits: mlflowLimitsOf(typed),
    only: typed['only'] === undefined ? undefined : list('only', typed['only']),
    moodle: typed['moodle'],
    regrade: typed['regrade'] === 'true',
    allowDecrease: typed['allow-decrease'] === 'true',
    keep: typed['keep'] !== 'false',
  };
}

function limitsOf(typed: Typed): Limits {
  return {
    memoryMb: number(typed, 'memory', { min: 128, max: 1_048_576 }) ?? LIMITS.memoryMb,
    cpuSeconds: number(typed, 'cpu', { min: 1, max: 86_400 }) ?? LIMITS.cpuSeconds,
    tasks: number(typed, 'processes', { min: 32, max: 32_768 }) ?? LIMITS.tasks,
    diskMb: number(typed, 'disk', { min: 1, max: 1_048_576 }) ?? LIMITS.diskMb,
  };
}

function mlflowLimitsOf(typed: Typed): Partial<GatewayLimits> {
  const perSecond = number(typed, 'rate', { min: 1, max: 10_000 });
  const requests = number(typed, 'requests', { min: 1, max: 10_000_000 });
  const upload = number(typed, 'upload', { min: 1, max: 102_400 });
  const uploads = number(typed, 'uploads', { min: 1, max: 1_048_576 });
  return {
    ...(perSecond !== undefined && { perSecond, burst: 2 * perSecond }),
    ...(requests !== undefined && { requests }),
    ...(upload !== undefined && { uploadBytes: upload * MEBIBYTE }),
    ...(uploads !== undefined && { totalBytes: uploads * MEBIBYTE }),
  };
}

function list(name: string, text: string): string[] {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length > 0) return items;
  throw new ExitError(1, message('grade.empty-list', { name }));
}

function number(
  typed: Typed,
  name: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  const text = typed[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new ExitError(1, message('grade.bad-number', { name, text, min, max }));
}

function seconds(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value * 1000;
}

function sandboxOf(text: string): SandboxChoice {
  const found = SANDBOXES.find((name) => name === text);
  if (found !== undefined) return found;
  throw new ExitError(1, message('grade.bad-sandbox', { text, names: SANDBOXES.join(', ') }));
}
