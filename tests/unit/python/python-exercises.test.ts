import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { graders } from '../../../graders/index.ts';
import { refusals } from '../exports/formats.ts';
import { notebookFile, notebookText, readNotebook, refill } from './notebook.ts';
import { pythonName, pythonRoom, readScript, type Room } from './python-script.ts';

const names = graders.map(({ name }) => name);
const cheatSheet = readFileSync(
  new URL('../../../docs/mlflow_cheatsheet.md', import.meta.url),
  'utf8',
);
const numberOf = (name: string) => name.slice(0, 2);

test.for<Room>(['exercises', '.stubs', 'solutions'])(
  '%s has every exercise in TypeScript and Python, and the notebook',
  (room) => {
    const folder = pythonRoom(room);
    const typeScript = readdirSync(new URL('../', folder)).filter((file) => file.endsWith('.ts'));
    expect(typeScript.toSorted()).toEqual(names.map((name) => `${name}.ts`));
    const python = readdirSync(folder).filter((file) => /\.(?:py|ipynb)$/.test(file));
    const expected = [...names.map((name) => `${pythonName(name)}.py`), 'workshop.ipynb'];
    expect(python.toSorted()).toEqual(expected);
  },
);

describe.for(graders)('$name', ({ name, title }) => {
  const stub = readScript('.stubs', name);
  const solution = readScript('solutions', name);

  test('the statement has its title, the cheat sheet and the hint in both languages', () => {
    const [french = '', english = ''] = stub.statement.split('\n\n---\n\n');
    expect(french).toContain(`${numberOf(name)} — ${title.fr} (`);
    expect(english).toContain(`${numberOf(name)} — ${title.en} (`);
    for (const text of [french, english]) {
      expect(text).toContain(`docs/mlflow_cheatsheet.md`);
      expect(text).toContain(`npm run hint ${numberOf(name)} -- --python`);
    }
  });

  test('there is something left to do in the exercise, and nothing in the solution', () => {
    expect(stub.cells.join('\n')).toContain('TODO');
    expect(solution.source).not.toMatch(/TODO|______/);
    expect(solution.cells.length).toBe(stub.cells.length);
  });

  test('the cheat sheet has every call of MLflow that the solution makes', () => {
    const calls = solution.source.match(/\b(?:mlflow|client)\.[\w.]+\(/g) ?? [];
    expect(calls).not.toEqual([]);
    for (const call of calls) expect(cheatSheet).toContain(call);
  });

  test('exercise and solution are prepared alike, as the notebook is', () => {
    const preparation = (script: typeof stub) => script.source.split(/"""\n|^# %%/m)[1];
    expect(preparation(solution)).toBe(preparation(stub));
    for (const { id, source } of readNotebook('.stubs').cells) {
      const needed =
        (id === 'setup-features' && /\bdf\b|\bX_test\b/.test(stub.cells.join('\n'))) ||
        (id === 'setup-split' && /\bX_test\b/.test(stub.cells.join('\n')));
      if (needed) expect(stub.source).toContain(source.join(''));
    }
  });
});

describe.for<Room>(['.stubs', 'solutions'])('the notebook in %s', (room) => {
  const notebook = readNotebook(room);

  test('is what nbformat 4.5 asks for, without outputs', () => {
    expect(refusals('nbformat.v4.5', notebook)).toEqual([]);
    const nameless = notebook.cells.map((cell) => ({ ...cell, id: undefined }));
    expect(refusals('nbformat.v4.5', { ...notebook, cells: nameless })).not.toEqual([]);
    expect(notebook).toMatchObject({ metadata: { kernelspec: { name: 'python3' } } });
    const ran = { outputs: [], execution_count: null };
    const code = notebook.cells.filter(({ cell_type: type }) => type === 'code');
    expect(code).toEqual(code.map((cell) => ({ ...cell, ...ran })));
    expect(new Set(notebook.cells.map(({ id }) => id)).size).toBe(notebook.cells.length);
  });

  test('has every cell of every exercise, in order, under its heading', () => {
    const cells = notebook.cells.filter(({ id }) => /^\d\d-/.test(id));
    const expected = names.flatMap((name) => [
      `## ${numberOf(name)} — `,
      ...readScript(room, name).cells.map((_, at) => `${numberOf(name)}-${at + 1}`),
    ]);
    const found = cells.map(({ cell_type: type, id, source: [first = ''] }) =>
      type === 'markdown' ? /^## \d\d — |/.exec(first)?.[0] : id,
    );
    expect(found).toEqual(expected);
  });

  // `vitest -u` writes the scripts' text into the notebooks: see CONTRIBUTING.md.
  test('has the statements and the code of the scripts, and the same prose', async () => {
    const fillings = new Map(
      names.map((name) => [
        numberOf(name),
        { statement: readScript('.stubs', name), code: readScript(room, name) },
      ]),
    );
    const text = notebookText(refill(readNotebook('.stubs'), fillings));
    await expect(text).toMatchFileSnapshot(fileURLToPath(notebookFile(room)));
  });
});
