import { extname } from 'node:path';
import { graders } from '../../graders/index.ts';
import type { Work } from '../grade.ts';
import type { Grader } from '../judge/grader.ts';
import { message } from '../messages/sentence.ts';
import { ExitError } from './exit-error.ts';
import { findExercise } from './find-exercise.ts';

/** Options of a command that takes one exercise. */
export interface OneOptions {
  /** `true` for the exercise in Python. */
  readonly python?: string | undefined;
}

/** An exercise in a language. */
export interface OneExercise {
  readonly grader: Grader;
  readonly language: Work['language'];
  /** What follows the name of a command to say so again, such as `07 -- --python`. */
  readonly again: string;
}

/** The exercise that `07`, `07 -- --python` or `07_gradient_boosting.py` means. @throws ExitError for an unknown one */
export function oneExercise(word: string, { python }: OneOptions): OneExercise {
  const grader = findExercise(word, graders);
  const language = python === 'true' || extname(word) === '.py' ? 'python' : 'typescript';
  return { grader, language, again: againFor(grader, language) };
}

/** What follows the name of a command for this exercise. */
export function againFor({ name }: Pick<Grader, 'name'>, language: Work['language']): string {
  const number = name.slice(0, 2);
  return language === 'python' ? `${number} -- --python` : number;
}

/** @throws ExitError when there is not exactly one word */
export function onlyWord(words: readonly string[], command: string): string {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) {
    throw new ExitError(1, message('cli.one-exercise', { command }));
  }
  return word;
}
