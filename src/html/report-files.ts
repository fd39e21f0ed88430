import type { Language } from '../messages/sentence.ts';
import type { Results, SubmissionResult } from '../results/results.ts';
import { classPage } from './class-page.ts';
import { classPath, linksFrom, submissionPath } from './links.ts';
import { submissionPage } from './submission-page.ts';
import { createWords, type Words } from './words.ts';

export interface ReportFile {
  /** Below the report's folder, which lies in the out folder. */
  readonly path: string;
  readonly content: string;
}

export interface ReportOptions {
  /** The text of a file of the out folder; null when it is not there. */
  readonly readText: (path: string) => Promise<string | null>;
  /** Of `index.html`; every page is there in both. */
  readonly language: Language;
}

/**
 * The report of a class as static pages that need no script and no network: `index.html`, then for each
 * language `<language>/index.html` and `<language>/submissions/<id>.html`. One page at a time is in memory.
 */
export async function* reportFiles(
  results: Results,
  { readText, language }: ReportOptions,
): AsyncGenerator<ReportFile> {
  const languages = [createWords('fr'), createWords('en')];
  const file = (path: string, words: Words): ReportFile => {
    const scene = { results, words, links: linksFrom(path, words.language) };
    return { path, content: classPage(scene).toString() };
  };
  for (const words of languages) {
    if (words.language === language) yield file('index.html', words);
    yield file(classPath(words.language), words);
  }
  const { submissions } = results;
  for (const [index, submission] of submissions.entries()) {
    const sources = await readSources(submission, readText);
    for (const words of languages) {
      const path = submissionPath(words.language, submission.id);
      const scene = { results, words, links: linksFrom(path, words.language) };
      const around = { previous: submissions[index - 1], next: submissions[index + 1] };
      yield { path, content: submissionPage(scene, submission, sources, around).toString() };
    }
  }
}

async function readSources(
  { exercises }: SubmissionResult,
  readText: ReportOptions['readText'],
): Promise<ReadonlyMap<string, string>> {
  const sources = new Map<string, string>();
  for (const { exercise, file, ranWith } of exercises) {
    const text = file === null || ranWith !== undefined ? null : await readText(file.path);
    if (text !== null) sources.set(exercise, text);
  }
  return sources;
}
