/** What templates and hurried people write where a text of their own is asked for. */
const WORDS = [
  ['todo', 'à faire', 'tbd', 'tba', 'fixme', 'à compléter', 'à remplir', 'à remplacer'],
  [
    'placeholder',
    'changeme',
    'change me',
    'fill me',
    'fill in',
    'n a',
    'none',
    'null',
    'undefined',
  ],
  ['unknown', 'inconnu', 'inconnue', 'anonymous', 'anonyme', 'nobody', 'personne', 'moi', 'me'],
  ['nom', 'prénom', 'prénom nom', 'nom prénom', 'nom et prénom', 'prénom et nom', 'nom complet'],
  ['name', 'full name', 'first name', 'last name', 'first name last name', 'firstname lastname'],
  ['author', 'author name', 'auteur', 'autrice', 'nom de l auteur', 'student', 'student name'],
  ['étudiant', 'étudiante', 'étudiant e', 'nom de l étudiant', 'élève', 'someone', 'quelqu un'],
].flat();

const SPELLINGS = new Set(
  WORDS.flatMap((word) => [word, withoutAccents(word)]).flatMap((word) =>
    // `na` is a name, `n a` is not.
    word.length > 3 ? [word, word.replaceAll(' ', '')] : [word],
  ),
);

/** `your name`, `votre nom ici`, `VotrePrenom`; not a name that only begins like that. */
const YOURS =
  /^(your|votre|vos|ton|my|mon) ?(full |first |last )?(name|nom|prénom|prenom|noms|names)( .*)?$/u;

/**
 * Whether a text was left to be replaced: `...`, `TODO`, `<votre nom>`, `prenom.nom`, `Étudiant`, `xxx`.
 * Whole texts are compared, with accents either all right or all left out, so that `Nommé`, `Nôm` and
 * `Todor` are names.
 */
export function isPlaceholder(text: string): boolean {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return plain === '' || /^x{2,}$/.test(plain) || SPELLINGS.has(plain) || YOURS.test(plain);
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
