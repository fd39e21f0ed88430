import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../../src/exports/escape-markdown.ts';
import { toGitHubAnnotations } from '../../../src/exports/github-annotations.ts';
import { toGitHubSummary } from '../../../src/exports/github-summary.ts';
import { gradedSubmission, infraError, sampleClass } from '../results/sample-class.ts';
import { NASTY, nastyClass } from './nasty-class.ts';

const render = (markdown: string) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
const OURS =
  /^<\/?(h2|p|ul|li|strong|br|table|thead|tbody|tr|th|td)( (align="(left|right|center)"))?( \/)?>$|^<!---->$/;

test('an annotation is made for each exercise that is not passed', () => {
  expect(toGitHubAnnotations(sampleClass(), gradedSubmission('a'), 'en')).toMatchInlineSnapshot(`
    "::error file=a/01-first-run.ts,title=01-first-run Your first run 5/6::The parameter max_depth is 10%0AExpected max_depth = 10, the run has max_depth = 12.%0ACell 7, line 3 logged max_depth as a parameter.%0Atry: The model and the logged parameter must have the same value: 10.
    ::error file=a/07-gradient-boosting.ts,line=12,title=07-gradient-boosting Log a gradient boosting 0/4::The file runs to its end%0AYour file threw an error, line 12: TypeError: oops
    ::error title=09-best-model Find the best model 0/2::Find the best model%0ANo file was handed in for this exercise.
    "
  `);
});

test('an annotation stands at the line that made what failed; a notebook has no lines', () => {
  const place = (kind: 'python' | 'notebook', cell: number | null): string | undefined => {
    const submission = gradedSubmission('a');
    const exercises = submission.exercises.map((exercise) => ({
      ...exercise,
      file: exercise.file && { ...exercise.file, kind },
      checks: exercise.checks.map((check) =>
        check.at === undefined ? check : { ...check, at: { ...check.at, cell, line: 31 } },
      ),
    }));
    const [first = ''] = toGitHubAnnotations(
      sampleClass(),
      { ...submission, exercises },
      'en',
    ).split('\n');
    return /^::error file=[^,]*(,.*?),title=|^::error file=[^,]*,title=/.exec(first)?.[1];
  };
  expect(place('python', null)).toBe(',line=31');
  expect(place('notebook', null)).toBeUndefined();
  expect(place('notebook', 7)).toBeUndefined();
});

test('trouble of ours is a warning', () => {
  expect(toGitHubAnnotations(sampleClass(), infraError('a'), 'en')).toBe(
    '::warning::No mark: MLflow no longer answers.\n',
  );
});

test('what a student writes begins no command and ends no property', () => {
  const results = nastyClass();
  const lines = results.submissions.flatMap((submission) =>
    toGitHubAnnotations(results, submission, 'fr').trimEnd().split('\n'),
  );
  for (const line of lines) {
    expect(line).toMatch(
      /^::(error|warning|notice)( file=[^:,]*(,line=\d+)?,title=[^:,]*| title=[^:,]*)?::/,
    );
    // GitHub's runner splits at the first `::` after the properties.
    const [, properties = ''] = /^::\w+ ?(.*?)::/.exec(line) ?? [];
    expect(properties.split(',').length).toBeLessThanOrEqual(3);
  }
  expect(lines.length).toBeGreaterThan(NASTY.length * 2);
});

test('the summary of a class is a table', () => {
  expect(toGitHubSummary(sampleClass(), 'en')).toMatchInlineSnapshot(`
    "## Results of the class

    Marks&#58;<!----> 2 of 3&#59; mean 2&#46;<!---->5&#44; median 2&#46;<!---->5 of 12

    | Student | Points | 01 | 07 | 09 |
    | --- | ---: | ---: | ---: | ---: |
    | Alice Martin | 5/12 | 5 | 0 | 0 |
    | Bob<br>The ZIP cannot be read&#46;<!----> | 0/12 | 0 | 0 | 0 |
    | Chloé<br>No mark&#58;<!----> MLflow no longer answers&#46;<!----> | – |  |  |  |
    "
  `);
});

test.each(NASTY.filter((text) => !/[\r\n]/.test(text)))('%j is text in Markdown', (text) => {
  const html = render(`| a |\n| --- |\n| ${escapeMarkdown(text)} |\n`);
  const tags = html.match(/<[^>]+>/g) ?? [];
  expect(tags.filter((tag) => !OURS.test(tag))).toEqual([]);
});

test('escaped text is shown as it was written', () => {
  const html = render(escapeMarkdown('**a** <b> [c](d) `e` & f@g | h'));
  expect(html.replaceAll('<!---->', '')).toBe('<p>**a** &lt;b&gt; [c](d) `e` &amp; f@g | h</p>');
});

test('summaries of a nasty class hold no markup but their own', () => {
  const results = nastyClass();
  const summaries = [
    results,
    ...results.submissions.map((one) => ({ ...results, submissions: [one] })),
  ];
  for (const summary of summaries) {
    const tags = render(toGitHubSummary(summary, 'fr')).match(/<[^>]+>/g) ?? [];
    expect(tags.filter((tag) => !OURS.test(tag))).toEqual([]);
  }
});

test('a summary stays under a megabyte and counts what it leaves out', () => {
  const one = gradedSubmission('a', { name: '[x]'.repeat(33), exercises: [] });
  const many = Array.from({ length: 5000 }, (_, index) => ({ ...one, id: `a${index}` }));
  const summary = toGitHubSummary(sampleClass(many), 'en');
  expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000);
  expect(summary).toMatch(/and \d+ more/);
});
