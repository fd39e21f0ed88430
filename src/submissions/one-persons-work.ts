/** What files are called after when not after their author. */
const WORK = String.raw`part(?:ie)?|tp|td|lab|labo|notebook|carnet|cahier|workshop|atelier|exercices?|exercises?|exo|ex|mlflow|churn|devoir|homework|hw|rendu|untitled|final|version|v|session|s[ée]ance|jour|day|module`;
/** Such a word and its number: `part1`, `Partie 2`, `v3`. */
const WORD = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${WORK})[\s._-]*\d*(?![\p{L}\p{N}])`, 'giu');
/** What browsers, Jupyter and people add to the name of a second copy. */
const COPY = /(?:[\s._-]*(?:\(\d{1,3}\)|(?<!\p{L})(?:copie|copy)[\s._-]*\d*))+$/iu;

/** More copies of one name are rather those of several people, downloaded one after the other. */
const MOST_COPIES = 4;

/**
 * Whether files that lie side by side are one person's, from their names without ending: `part1` and `part2`,
 * `Marie part1` and `Marie part2`, but not `part1 Marie` and `part1 Paul`, nor `etudiant1` and `etudiant2`.
 *
 * @param isAlone whether the folder that they lie in is the only one beside which nothing lies: in that of one person,
 *   `tp1` and `tp1 (1)` are one work and its copy
 */
export function isOnePersonsWork(stems: readonly string[], isAlone: boolean): boolean {
  const names = stems.map((stem) => {
    const name = stem.normalize('NFC').trim().replace(COPY, '');
    const works = [...name.matchAll(WORD)].map(([word]) => letters(word));
    return { work: works.join(' '), rest: letters(name.replaceAll(WORD, ' ')) };
  });
  const [first] = names;
  if (first === undefined || names.length < 2) return false;
  if (names.some(({ rest }) => rest !== first.rest)) return false;
  const works = Map.groupBy(names, ({ work }) => work);
  if (works.size === names.length) return true;
  return isAlone && [...works.values()].every(({ length }) => length <= MOST_COPIES);
}

/** Of the names of students, those that say copy: `tp1 (1)`, where there is another of that name. */
export function secondCopies(names: readonly string[]): string[] {
  const plain = (name: string) => name.normalize('NFC').replace(COPY, '');
  const groups = Map.groupBy(names, plain);
  return names.filter((name) => {
    const { length } = groups.get(plain(name)) ?? [];
    return length > 1 && plain(name) !== name.normalize('NFC');
  });
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
