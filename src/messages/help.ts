/** What `--help` prints. */
export const HELP_FR = `Du Chaos à MLflow : des exercices vérifiés sur un vrai MLflow

  npm test                      corrige tous les exercices que vous avez modifiés
  npm test 07                   corrige un exercice, par numéro, par nom ou par fichier
  npm test 07 -- --timeout=300  lui laisse 300 secondes
  npm test -- --python          de même pour les exercices en Python ; avec 07, un seul
  npm test FICHIER.ipynb        corrige chaque exercice d’un carnet ou d’un script Python
  npm run watch                 corrige un exercice à chaque enregistrement
  npm run hint 07               l’indice suivant
  npm run solution 07           la solution de référence
  npm run reset 07              l’exercice comme au début ; le vôtre est gardé à part
  npm run reset workshop        le carnet comme au début
  npm run reset data            le fichier des clients comme au début
  npm run replay FICHIER        juge de nouveau un instantané de .mlflow/snapshots
  npm run mlflow                démarre MLflow et donne son adresse (aussi : status, stop)
  npm run grade -- DOSSIER      corrige les rendus d’une classe, chacun isolé (docs/grading.md)
  npm run package gradescope    le correcteur automatique à déposer dans Gradescope (docs/grading.md)
  npm run mlflow -- --of DOSSIER  le MLflow d’une classe corrigée
  npm run doctor                d’où vient MLflow, et pourquoi

watch, hint, solution et reset prennent aussi -- --python.
Pour ceux qui développent : npm run check, verify, law, bench.
Langue : -- --lang=fr ou -- --lang=en, sinon celle du système.
Code de sortie : 0 tout va bien, 1 à vous de jouer, 2 panne de notre côté ou de la machine.`;

export const HELP_EN = `Du Chaos à MLflow: exercises checked on a real MLflow

  npm test                      grades every exercise that you changed
  npm test 07                   grades one exercise, by number, name or file
  npm test 07 -- --timeout=300  gives it 300 seconds
  npm test -- --python          the same for the exercises in Python; with 07, that one
  npm test FILE.ipynb           grades each exercise of a notebook or a Python script
  npm run watch                 grades an exercise each time it is saved
  npm run hint 07               the next hint
  npm run solution 07           the reference solution
  npm run reset 07              the exercise as handed out; yours is kept aside
  npm run reset workshop        the notebook as handed out
  npm run reset data            the customers' file as handed out
  npm run replay FILE           judges a snapshot of .mlflow/snapshots again
  npm run mlflow                starts MLflow and tells its address (also: status, stop)
  npm run grade -- FOLDER       grades what a class handed in, each isolated (docs/grading.md)
  npm run package gradescope    the autograder to upload to Gradescope (docs/grading.md)
  npm run mlflow -- --of FOLDER the MLflow of a graded class
  npm run doctor                where MLflow comes from, and why

watch, hint, solution and reset take -- --python too.
For developers: npm run check, verify, law, bench.
Language: -- --lang=fr or -- --lang=en, else that of the system.
Exit code: 0 all is well, 1 it is your turn, 2 trouble on our side or the machine's.`;
