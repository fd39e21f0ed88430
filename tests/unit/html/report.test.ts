import { beforeAll, describe, expect, test } from 'vitest';
import { reportFiles, type ReportFile } from '../../../src/html/report-files.ts';
import { serializeResults } from '../../../src/results/results-document.ts';
import { HOSTILE } from './hostile-texts.ts';
import { mixedClass, mixedSource } from './mixed-class.ts';

const results = mixedClass();
let files: readonly ReportFile[] = [];
const page = (path: string) => files.find((file) => file.path === path)?.content ?? '';

beforeAll(async () => {
  files = await collect(
    reportFiles(results, { language: 'en', readText: async (path) => mixedSource(path) }),
  );
});

test('the mixed class is results/v1', () => {
  expect(() => serializeResults(results)).not.toThrow();
});

test('there is a page to open, and a page of the class and of each submission in both languages', () => {
  const pages = results.submissions.flatMap(({ id }) => [
    `fr/submissions/${id}.html`,
    `en/submissions/${id}.html`,
  ]);
  expect(files.map(({ path }) => path).toSorted()).toEqual(
    ['index.html', 'fr/index.html', 'en/index.html', ...pages].toSorted(),
  );
  expect(page('index.html')).toContain('<html lang="en">');
});

test('a page of the class has these parts, in this order', () => {
  expect(outline(page('en/index.html'))).toMatchInlineSnapshot(`
    "Results of the class
      In brief
      Trouble of ours
      Distribution of marks
          summary: The same distribution as a table
          caption: Distribution of marks
      Submissions
          caption: Mark, exercises and running time of each submission
      How each exercise went
        07 Log a gradient boosting
          caption: Checks of 07 Log a gradient boosting (answers: 33)
        08 Add tags and a confusion matrix
          caption: Checks of 08 Add tags and a confusion matrix (answers: 33)
        09 Find and load the best model
          caption: Checks of 09 Find and load the best model (answers: 30)
      Most common mistakes
          caption: Failed checks, the most frequent first
          summary: 21 submissions
          summary: 14 submissions
          summary: 6 submissions
          summary: 4 submissions
          summary: 3 submissions
          summary: 2 submissions
      Most common wrong names
          caption: What was found in place of the name that was asked for
          summary: 4 submissions
          summary: 3 submissions
          summary: 2 submissions
      Time and memory
          caption: Running the answers, by exercise
      Similarity
          caption: Groups of submissions that share what few others have
        Shared by more than half of the class
          caption: Shared by more than half of the class
          summary: 36 submissions"
  `);
});

test('a page of a submission has these parts, in this order', () => {
  expect(outline(page('en/submissions/student-005.html'))).toMatchInlineSnapshot(`
    "山田 太郎
      The submission
      Exercises
          caption: Points of each exercise
      07 Log a gradient boosting
        Checks
          summary: 7 requests to MLflow
          caption: Requests to MLflow in 07 Log a gradient boosting, as recorded by the gateway; times count from the first
          summary: The file handed in
      08 Add tags and a confusion matrix
        Checks
          summary: 7 requests to MLflow
          caption: Requests to MLflow in 08 Add tags and a confusion matrix, as recorded by the gateway; times count from the first
          summary: The file handed in
      09 Find and load the best model
        Checks
          summary: 7 requests to MLflow
          caption: Requests to MLflow in 09 Find and load the best model, as recorded by the gateway; times count from the first
          summary: The file handed in
      Files that do not count"
  `);
});

test('a notebook has its cells beside its calls and in its mistakes', () => {
  const told = (path: string) => [
    ...new Set([...page(path).matchAll(/>\s*(Cell[^<>]*7[^<>]*)</g)].map(([, text]) => text)),
  ];
  expect(told('en/submissions/student-010.html')).toMatchInlineSnapshot(`
    [
      "Cell 7, line 3 logged accuracy as a metric.",
      "Cell 7, line 3",
      "Cell 7",
    ]
  `);
  expect(told('fr/submissions/student-010.html')).toMatchInlineSnapshot(`
    [
      "Cellule 7, ligne 3 : accuracy y est loggé comme métrique.",
      "Cellule 7, ligne 3",
      "Cellule 7",
    ]
  `);
  expect(page('en/submissions/student-010.html')).toContain('>Made by<');
  expect(page('fr/submissions/student-010.html')).toContain('>Faite par<');
  expect(page('en/submissions/student-005.html')).not.toContain('>Made by<');
});

test('a notebook is shown once, as numbered cells, and a check leads to its line', () => {
  const notebook = page('en/submissions/student-010.html');
  expect(outline(notebook)).toMatchInlineSnapshot(`
    "&lt;/title&gt;&lt;/style&gt;&lt;/pre&gt;&lt;/textarea&gt;&lt;svg onload=alert(1)&gt;
      The submission
      Exercises
          caption: Points of each exercise
      07 Log a gradient boosting
        Checks
          summary: What the file printed
          summary: 7 requests to MLflow
          caption: Requests to MLflow in 07 Log a gradient boosting, as recorded by the gateway; times count from the first
          summary: The file handed in
      08 Add tags and a confusion matrix
        Checks
      09 Find and load the best model
        Checks
      Files that do not count"
  `);
  const cells = [...notebook.matchAll(/<span aria-hidden="true">\[(\d+)\]</g)].map(([, n]) => n);
  expect(cells).toEqual(['1', '2', '3', '5', '6', '7', '8']);
  expect(notebook).toContain('= &quot;cell 8&quot;');
  expect(notebook).not.toMatch(/cell_type|only printed|Only to be read/);
  const id = 'exercise-07-gradient-boosting-cell-7-line-3';
  expect(notebook).toContain(`<span id="${id}">x = 3`);
  expect(notebook).toContain(`<a href="#${id}">Cell 7, line 3 logged accuracy`);
  const elsewhere = '<a href="#exercise-07-gradient-boosting">07 Log a gradient boosting</a>';
  expect(notebook.match(/ran once: its time[^]*?<\/p>/g)).toEqual([
    expect.stringContaining(elsewhere),
    expect.stringContaining(elsewhere),
  ]);
});

test('a script is shown as text, once for each exercise that has its own', () => {
  const scripts = page('fr/submissions/student-006.html');
  expect(scripts.match(/import mlflow/g)).toHaveLength(3);
  expect(scripts).toContain('# handed-in/student-006/07-gradient-boosting.py');
});

test('the pages of both languages have the same elements', () => {
  const skeleton = (path: string) =>
    [...page(path).matchAll(/<[a-z][a-z0-9]*/g)].map(([tag]) => tag).join('');
  for (const { id } of results.submissions) {
    expect(skeleton(`fr/submissions/${id}.html`)).toBe(skeleton(`en/submissions/${id}.html`));
  }
  expect(skeleton('fr/index.html')).toBe(skeleton('en/index.html'));
  expect(page('fr/index.html')).toContain('Erreurs les plus fréquentes');
});

test('each page declares a policy under which nothing runs and nothing is fetched', () => {
  for (const { content } of files) {
    expect(content).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[^&]+&#39;; img-src/,
    );
  }
});

test('no page holds a script, a handler, a style attribute or an address that is not ours', () => {
  for (const { path, content } of files) {
    const tags = content.match(/<[a-z][^>]*>/g) ?? [];
    expect(tags.filter((tag) => /^<(script|iframe|object|embed|form|link|base)/.test(tag))).toEqual(
      [],
    );
    expect(tags.filter((tag) => / (on\w+|style)=/.test(tag.replaceAll(/"[^"]*"/g, '""')))).toEqual(
      [],
    );
    const addresses = [...content.matchAll(/ (?:href|src)="([^"]*)"/g)].map(
      ([, address]) => address ?? '',
    );
    for (const address of addresses) {
      expect(address, path).toMatch(
        /^(http:\/\/127\.0\.0\.1:5000\/|#[a-zA-Z0-9-]+$|(\.\.\/)*[a-z0-9-]+[a-zA-Z0-9/.#-]*$)/,
      );
    }
  }
});

test('hostile text is in the pages, and never as markup or hidden', () => {
  const all = files.map(({ content }) => content).join('');
  for (const text of [HOSTILE.script, HOSTILE.image, HOSTILE.attribute, HOSTILE.closing]) {
    expect(all).not.toContain(text);
  }
  expect(all).toContain('&lt;script&gt;document.title=&quot;owned&quot;');
  expect(all).toContain('gpj.exe⟨U+202C⟩');
  expect(all).toContain('${7*7} {{7*7}} $t(html.skip)');
  expect(all).not.toMatch(/[\p{Cc}--[\n\t]]|[\u202A-\u202E\u2066-\u2069\uFEFF]/v);
});

test('every link leads to a page of the report or a file of the out folder, every anchor exists', () => {
  const known = new Set(files.map(({ path }) => path));
  for (const { path, content } of files) {
    for (const [, href = ''] of content.matchAll(/ href="([^"]*)"/g)) {
      if (href.startsWith('http:')) continue;
      const url = new URL(href, `http://out/report/${path}`);
      const target = decodeURIComponent(url.pathname).replace('/report/', '');
      expect(known.has(target), `${href} of ${path}`).toBe(true);
      const id = url.hash.slice(1);
      if (id !== '') expect(page(target), `${href} of ${path}`).toContain(`id="${id}"`);
    }
  }
});

test('ids are there once', () => {
  for (const { path, content } of files) {
    const ids = [...content.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, path).toBe(ids.length);
  }
});

describe('trouble of ours', () => {
  test('is no zero: the submission has no mark and is in no number', () => {
    expect(page('en/submissions/student-019.html')).toContain(
      'No mark: trouble of ours, never a zero',
    );
    const marks = /(\d+) marks, mean/.exec(page('en/index.html'))?.[1];
    const troubled = results.submissions.filter(
      ({ outcome, exercises }) =>
        outcome === 'infra-error' || exercises.some(({ broken }) => broken),
    );
    expect(troubled).toHaveLength(3);
    expect(Number(marks)).toBe(results.submissions.length - troubled.length);
  });

  test('a page without any has no such part', async () => {
    const { submissions } = results;
    const [first] = await collect(
      reportFiles(
        { ...results, submissions: submissions.slice(0, 5) },
        { language: 'en', readText: async () => null },
      ),
    );
    expect(outline(first?.content ?? '')).not.toContain('Trouble of ours');
  });
});

test('a class of nobody has a page', async () => {
  const empty = { ...results, submissions: [], exercises: [] };
  const pages = await collect(reportFiles(empty, { language: 'fr', readText: async () => null }));
  expect(pages.map(({ path }) => path)).toEqual(['index.html', 'fr/index.html', 'en/index.html']);
});

test('a page is the same when it is made again', async () => {
  const again = await collect(
    reportFiles(results, { language: 'en', readText: async (path) => mixedSource(path) }),
  );
  expect(again).toEqual(files);
});

async function collect(pages: AsyncIterable<ReportFile>): Promise<ReportFile[]> {
  const collected: ReportFile[] = [];
  for await (const one of pages) collected.push(one);
  return collected;
}

/** Titles and tables, indented by their level. */
function outline(content: string): string {
  return [...content.matchAll(/<(h[1-6]|caption|summary)[^>]*>([^]*?)<\/\1>/g)]
    .map(([, tag = '', text = '']) => {
      const plain = text
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
      return tag.startsWith('h')
        ? `${'  '.repeat(Number(tag[1]) - 1)}${plain}`
        : `      ${tag}: ${plain}`;
    })
    .filter((line, index, lines) => line !== lines[index - 1])
    .join('\n');
}
