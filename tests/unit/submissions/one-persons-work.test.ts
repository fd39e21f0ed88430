import { expect, test } from 'vitest';
import { isOnePersonsWork, secondCopies } from '../../../src/submissions/one-persons-work.ts';
import { folderWith, students, zipOf } from './make-class.ts';

const ONE = [
  ['part1', 'part2'],
  ['Partie 1', 'Partie 2', 'partie 3 (1)'],
  ['notebook', 'workshop-final'],
  ['marie_part1', 'marie_part2'],
  ['Untitled', 'Untitled1'],
];
const COPIES = [
  ['tp1', 'tp1 (1)'],
  ['workshop', 'workshop-Copy1', 'workshop - Copie'],
  ['marie', 'marie (1)'],
];
const SEVERAL = [
  ['dupont', 'martin'],
  ['part1 Marie', 'part1 Paul'],
  ['etudiant1', 'etudiant2'],
  ['tp1-groupe1', 'tp1-groupe2'],
  ['expert', 'partner'],
  ['tp', 'tp (1)', 'tp (2)', 'tp (3)', 'tp (4)'],
  ['part1'],
];

test.for(ONE)('%s, %s are one person’s', (stems) => {
  expect([isOnePersonsWork(stems, true), isOnePersonsWork(stems, false)]).toEqual([true, true]);
});

test.for(COPIES)('%s, %s are one person’s in a folder alone', (stems) => {
  expect([isOnePersonsWork(stems, true), isOnePersonsWork(stems, false)]).toEqual([true, false]);
});

test.for(SEVERAL)('%s, %s are several people’s', (stems) => {
  expect([isOnePersonsWork(stems, true), isOnePersonsWork(stems, false)]).toEqual([false, false]);
});

test('a class of one student, whose folder holds notebooks of loose names', async () => {
  const ids = async (...names: string[]) => {
    const files = Object.fromEntries(names.map((name) => [name, '{}']));
    return (await students(folderWith(files))).map(([id]) => id);
  };
  expect(await ids('Marie/part1.ipynb', 'Marie/part2.ipynb')).toEqual(['marie']);
  expect(await ids('Marie/tp1.ipynb', 'Marie/tp1 (1).ipynb')).toEqual(['marie']);
  expect(await ids('Marie/notebooks/part1.ipynb', 'Marie/notebooks/part2.ipynb')).toEqual([
    'marie',
  ]);
  expect(await ids('export/dupont.ipynb', 'export/martin.ipynb')).toEqual(['dupont', 'martin']);
  expect(await ids('marie/part1.ipynb', 'marie/part2.ipynb', 'paul/part1.ipynb')).toEqual([
    'marie',
    'paul',
  ]);
  expect(await ids('part1.ipynb', 'marie/part1.ipynb', 'paul/part1.ipynb')).toContain('paul');
  const zip = await zipOf({ 'part1.ipynb': '{}', 'part2.ipynb': '{}' });
  expect((await students(folderWith({ 'marie.zip': zip }))).map(([id]) => id)).toEqual(['marie']);
});

test('students who are called like copies of another are found', () => {
  expect(secondCopies(['Marie', 'Marie (1)', 'Paul (2)', 'tp copie', 'tp (1)', 'Zoé'])).toEqual([
    'Marie (1)',
    'tp copie',
    'tp (1)',
  ]);
});
