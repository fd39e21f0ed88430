import { message, type Message } from '../../messages/sentence.ts';
import { oneLine } from '../plain-text.ts';

/** Where things are in a worksheet, by number from 0; -1 for what it does not have. */
export interface WorksheetColumns {
  readonly identifier: number;
  readonly grade: number;
  readonly feedback: number;
  readonly maximum: number;
  readonly name: number;
  readonly email: number;
  readonly studentId: number;
  readonly group: number;
}

/** What Moodle calls them in English and in French, lower case. Other languages name theirs. */
const TITLES: Readonly<Record<keyof WorksheetColumns, readonly string[]>> = {
  identifier: ['identifier', 'identifiant'],
  grade: ['grade', 'note'],
  feedback: ['feedback comments', 'feedback par commentaires', 'commentaires de feedback'],
  maximum: ['maximum grade', 'note maximale'],
  name: ['full name', 'nom complet'],
  email: ['email address', 'adresse de courriel', 'adresse e-mail'],
  studentId: ['id number', 'numéro d’identification', "numéro d'identification"],
  group: ['group', 'groupe'],
};

/** Without these there is nobody to find, or nothing to fill. */
const NEEDED = ['identifier', 'grade'] as const;

/** Finds the columns by their titles, or says which it needs. */
export function findColumns(
  header: readonly string[],
  named: Partial<Record<keyof WorksheetColumns, string>>,
): WorksheetColumns | Message {
  const titles = header.map((title) => title.trim().toLowerCase());
  const find = (column: keyof WorksheetColumns) => {
    const own = named[column];
    if (own !== undefined) return titles.indexOf(own.trim().toLowerCase());
    return titles.findIndex((title) => TITLES[column].includes(title));
  };
  const columns: WorksheetColumns = {
    identifier: find('identifier'),
    grade: find('grade'),
    feedback: find('feedback'),
    maximum: find('maximum'),
    name: find('name'),
    email: find('email'),
    studentId: find('studentId'),
    group: find('group'),
  };
  return NEEDED.every((column) => columns[column] >= 0)
    ? columns
    : message('worksheet.no-columns', { header: oneLine(header.join(', '), 200) });
}
