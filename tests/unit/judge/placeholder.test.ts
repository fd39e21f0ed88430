import { expect, test } from 'vitest';
import { isPlaceholder } from '../../../src/judge/placeholder.ts';

test.for(
  [
    ['', '  ', '...', '…', '???', '___', 'TODO', '[todo]', 'À faire', 'a completer', 'xxx', 'XX'],
    ['nom', 'Nom', 'NOM', 'Prénom Nom', 'PRENOM NOM', 'prenom.nom', 'prenom_nom', 'nom, prénom'],
    ['votre-nom', '<votre nom>', 'votre nom ici', 'VotreNom', 'votre_prénom', 'ton nom'],
    ['your name', 'Your Name Here', 'your-name', '{{yourName}}', 'my name', 'Full Name'],
    ['étudiant', 'ETUDIANT', 'étudiant(e)', 'Étudiante', 'student', 'Student Name', 'author'],
    ['N/A', 'none', 'anonyme', 'e\u0301tudiant'],
  ].flat(),
)('%j was left to be replaced', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

test.for(
  [
    ['Ada', 'Ada Lovelace', 'Jean-Noël', '王', 'Todor', 'Nommé', 'Nôm', 'Nomi', 'Na', 'To Do'],
    ['Monique Nomade', 'Yournamé', 'Jean Nom', 'Student Loan', 'X', 'student42', 'ada.lovelace'],
    ['Votre Mathieu', 'Prénom Dupont', "O'Me", 'RandomForest'],
  ].flat(),
)('%j is a name', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});
