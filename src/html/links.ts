import { posix } from 'node:path';
import type { Language } from '../messages/sentence.ts';

/** Addresses as seen from one page of the report; all relative, all of our own making. */
export interface Links {
  readonly classPage: (language?: Language) => string;
  /** @param exercise the part of the page to open at */
  readonly submission: (id: string, exercise?: string, language?: Language) => string;
  /** A file of the out folder, in which the report's folder lies. */
  readonly outFile: (path: string) => string;
}

export const classPath = (language: Language) => `${language}/index.html`;
export const submissionPath = (language: Language, id: string) =>
  `${language}/submissions/${id}.html`;

/** @param from path of the page below the report's folder. @param language its own */
export function linksFrom(from: string, language: Language): Links {
  const to = (path: string) =>
    posix.relative(posix.dirname(from), path).split('/').map(encodeURIComponent).join('/');
  return {
    classPage: (other = language) => to(classPath(other)),
    submission: (id, exercise, other = language) =>
      to(submissionPath(other, id)) + (exercise === undefined ? '' : `#${exerciseId(exercise)}`),
    outFile: (path) => to(posix.join('..', path)),
  };
}

/** Of the part of a page that is about an exercise. */
export function exerciseId(exercise: string): string {
  return `exercise-${exercise.replaceAll(/[^a-zA-Z0-9-]/g, '-')}`;
}

/** An address of MLflow's UI, or null for everything that is no web address. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
