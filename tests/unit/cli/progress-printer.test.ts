import { expect, test } from 'vitest';
import { progressPrinter } from '../../../src/cli/open-server.ts';
import { createTranslator } from '../../../src/messages/translator.ts';

const shown = (language: 'fr' | 'en', what: 'mlflow' | 'libraries') => {
  const lines: string[] = [];
  const translate = createTranslator(language);
  const show = progressPrinter(
    { translate, progress: () => undefined, log: (line) => lines.push(line) },
    what,
  );
  show({ step: 'creating-python' });
  show({ step: 'collecting-packages', done: 3, total: 90, detail: 'scikit-learn' });
  show({ step: 'installing-packages', done: 3, total: 90 });
  return lines;
};

test('what is downloaded is said by its name', () => {
  expect(shown('en', 'mlflow')).toEqual([
    'Creating the Python environment…',
    'Downloading MLflow (once; 0.5 GB on disk)… 3/90 scikit-learn',
    'Installing MLflow (once)… 3/90',
  ]);
  expect(shown('en', 'libraries')).toEqual([
    'Creating the Python environment…',
    'Downloading the libraries for Python, scikit-learn and others (once; 0.9 GB on disk)… 3/90 scikit-learn',
    'Installing the libraries for Python (once)… 3/90',
  ]);
  expect(shown('fr', 'libraries')).toEqual([
    'Création de l’environnement Python…',
    'Téléchargement des bibliothèques pour Python, scikit-learn et autres (une seule fois ; 0,9 Go sur le disque)… 3/90 scikit-learn',
    'Installation des bibliothèques pour Python (une seule fois)… 3/90',
  ]);
});
