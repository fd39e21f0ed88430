import { HELP_FR } from './help.ts';
import { HTML_FR } from './html-fr.ts';
import { PYTHON_FR } from './python-fr.ts';

/** Everything that the harness can say to a student, in French. The English twin is en.ts. */
export const fr = {
  'run.sentence': 'Le run « {{name}} » existe et il est FINISHED',
  'run.hint': 'Ouvrez le run avec mlflow.startRun({ runName: "{{name}}" }, async () => { … }).',
  'run.failed': 'Le run « {{name}} » est FAILED : une erreur s’est produite pendant le run.',
  'run.failed-because': 'Le run « {{name}} » est FAILED : {{error}}',
  'run.failed.hint': 'Lisez l’erreur ci-dessus, corrigez-la, puis relancez.',
  'run.unfinished': 'Le run « {{name}} » est resté {{status}} : personne ne l’a terminé.',
  'run.unfinished.hint':
    'startRun avec une fonction termine le run tout seul ; sinon appelez mlflow.endRun(). Vérifiez aussi qu’aucun await ne manque.',
  'run.deleted': 'Le run « {{name}} » a été supprimé : il ne compte plus.',
  'run.deleted.hint': 'Ne supprimez pas le run que l’exercice demande.',
  'run.elsewhere':
    'Le run « {{name}} » est dans l’expérience « {{experiment}} » ; attendu : « {{expected}} ».',
  'run.elsewhere.hint': 'Appelez mlflow.setExperiment("{{expected}}") avant startRun.',
  'run.near': 'Aucun run « {{name}} » ; vous avez créé « {{found}} ».',
  'run.near.hint': 'Le nom doit être exactement « {{name}} ».',
  'run.others': 'Aucun run « {{name}} » ; runs trouvés : {{found}}.',
  'run.only-earlier':
    'Un run « {{name}} » existe d’une fois précédente, mais cette exécution-ci n’en a pas créé.',
  'run.none': 'Aucun run n’a été créé ; attendu : « {{name}} ».',

  'origin.cell': 'Cellule {{cell}}, ligne {{line}}',
  'origin.line': 'Ligne {{line}}',
  'origin.run': '{{place}} : le run « {{name}} » y est ouvert.',
  'origin.run-name': '{{place}} : le run y reçoit le nom « {{name}} ».',
  'origin.run-deleted': '{{place}} : le run « {{name}} » y est supprimé.',
  'origin.serving': '{{place}} : le serveur de modèle y est demandé.',
  'origin.loaded': '{{place}} : un modèle y est chargé.',
  'origin.param': '{{place}} : {{key}} y est loggé comme paramètre.',
  'origin.metric': '{{place}} : {{key}} y est loggé comme métrique.',
  'origin.tag': '{{place}} : le tag {{key}} y est posé.',
  'origin.model': '{{place}} : le modèle « {{name}} » y est loggé.',
  'origin.artifact': '{{place}} : {{path}} y est loggé.',
  'origin.version': '{{place}} : la version de « {{name}} » y est enregistrée.',

  'key.near.hint': 'Le nom doit être exactement {{key}}.',
  'key.elsewhere.hint': 'Loggez {{key}} entre startRun et la fin de ce run.',
  'key.twin.hint':
    'Chaque startRun crée un nouveau run : ouvrez « {{name}} » une seule fois et loggez tout dedans.',
  'param.sentence': 'Le paramètre {{key}} vaut {{expected}}',
  'param.hint': 'mlflow.logParams({ {{key}}: … }) à l’intérieur du run.',
  'param.wrong': 'Attendu {{key}} = {{expected}}, le run a {{key}} = {{seen}}.',
  'param.wrong.hint':
    'Le modèle et le paramètre loggé doivent avoir la même valeur : {{expected}}.',
  'param.near': 'Paramètre {{key}} absent : vous avez loggé « {{found}} ».',
  'param.missing': 'Paramètre {{key}} absent ; paramètres trouvés : {{found}}.',
  'param.elsewhere': '{{key}} a été loggé dans le run « {{found}} », pas dans « {{name}} ».',
  'param.twin': '{{key}} a été loggé dans un autre run du même nom, « {{name}} ».',
  'param.none': 'Paramètre {{key}} absent : le run n’a aucun paramètre.',
  'param.wrong-kind.metric': '{{key}} a été loggé comme métrique ; c’est un paramètre.',
  'param.wrong-kind.tag': '{{key}} a été posé comme tag ; c’est un paramètre.',
  'param.wrong-kind.hint':
    'Une entrée du modèle est un paramètre (logParams), un résultat une métrique (logMetrics).',

  'metric.sentence': 'La métrique {{key}} est loggée',
  'metric.hint': 'mlflow.logMetrics({ {{key}}: … }) à l’intérieur du run.',
  'metric.range': 'La métrique {{key}} vaut {{seen}} ; elle doit être entre 0 et 1.',
  'metric.range.hint':
    'Un score est une part : 0.85 et non 85. Loggez {{key}} tel que metrics le calcule.',
  'metric.near': 'Métrique {{key}} absente : vous avez loggé « {{found}} ».',
  'metric.missing': 'Métrique {{key}} absente ; métriques trouvées : {{found}}.',
  'metric.elsewhere': '{{key}} a été loggée dans le run « {{found}} », pas dans « {{name}} ».',
  'metric.twin': '{{key}} a été loggée dans un autre run du même nom, « {{name}} ».',
  'metric.none': 'Métrique {{key}} absente : le run n’a aucune métrique.',
  'metric.wrong-kind.param': '{{key}} a été loggé comme paramètre ; c’est une métrique.',
  'metric.wrong-kind.tag': '{{key}} a été posé comme tag ; c’est une métrique.',
  'metric.wrong-kind.hint':
    'Un résultat est une métrique (logMetrics) : lui seul se compare et se trie entre runs.',

  'tag.sentence': 'Le tag {{key}} vaut {{expected}}',
  'tag.filled.sentence': 'Le tag {{key}} est renseigné',
  'tag.hint': 'mlflow.setTag("{{key}}", "…") à l’intérieur du run.',
  'tag.wrong': 'Attendu le tag {{key}} = {{expected}}, le run a {{key}} = {{seen}}.',
  'tag.blank': 'Le tag {{key}} est vide.',
  'tag.placeholder': 'Le tag {{key}} contient encore le texte à remplacer : « {{seen}} ».',
  'tag.near': 'Tag {{key}} absent : vous avez posé « {{found}} ».',
  'tag.missing': 'Tag {{key}} absent ; tags trouvés : {{found}}.',
  'tag.elsewhere': 'Le tag {{key}} a été posé sur le run « {{found}} », pas sur « {{name}} ».',
  'tag.twin': 'Le tag {{key}} a été posé sur un autre run du même nom, « {{name}} ».',
  'tag.none': 'Tag {{key}} absent : le run n’a aucun tag à vous.',
  'tag.wrong-kind.param': '{{key}} a été loggé comme paramètre ; c’est un tag.',
  'tag.wrong-kind.metric': '{{key}} a été loggé comme métrique ; c’est un tag.',
  'tag.wrong-kind.hint': 'Une métadonnée se pose avec mlflow.setTag("{{key}}", "…").',

  'model.sentence': 'Le modèle « {{name}} » est loggé avec le run et se charge',
  'model.hint': 'await mlflow.onnx.logModel(model, { name: "{{name}}" }) à l’intérieur du run.',
  'model.none': 'Le run « {{run}} » n’a pas de modèle « {{name}} ».',
  'model.near': 'Le modèle s’appelle « {{found}} » ; attendu : « {{name}} ».',
  'model.near.hint': 'Le nom doit être exactement : logModel(model, { name: "{{name}}" }).',
  'model.elsewhere':
    'Le modèle « {{name}} » est dans le run « {{run}} » ; il doit être dans « {{expected}} ».',
  'model.elsewhere.hint': 'Appelez logModel à l’intérieur de la fonction donnée à startRun.',
  'model.only-file':
    'Le fichier « {{file}} » n’est pas un modèle MLflow : sans MLmodel, rien ne peut le charger.',
  'model.unusable': 'Le modèle « {{name}} » ne s’utilise pas : {{problem}}',
  'honest.sentence': 'La métrique {{key}} est bien celle du modèle loggé',
  'honest.hint':
    'Calculez {{key}} sur data.yTest et les prédictions du modèle que vous loggez, sans l’arrondir ni la saisir.',
  'honest.scaled.sentence': 'Scaler et modèle ensemble donnent la métrique {{key}} loggée',
  'honest.scaled.hint':
    'Le scaler sauvegardé doit être celui de l’entraînement, et le modèle celui que vous avez évalué.',
  'honest.wrong':
    'La métrique loggée est {{key}} = {{logged}} ; le modèle loggé obtient {{seen}} sur les lignes de test.',
  'honest.swapped.hint':
    '{{logged}} est la métrique {{other}} de ce modèle : loggez chaque score sous son propre nom.',
  'honest.elsewhere.hint':
    '{{logged}} est la métrique {{key}} du modèle du run « {{run}} » : loggez dans un même run le modèle et ses propres scores.',
  'honest.above.hint':
    'Est-ce celle des lignes d’entraînement ? Calculez {{key}} sur data.yTest et les prédictions du modèle que vous loggez, sans l’arrondir ni la saisir.',
  'honest.trees.sentence': 'Le modèle loggé a autant d’arbres que n_estimators',
  'honest.trees.wrong':
    'Le paramètre loggé est n_estimators = {{logged}} ; le modèle loggé a {{seen}} arbres.',
  'honest.depth.sentence': 'Aucun arbre du modèle loggé n’est plus profond que max_depth',
  'honest.depth.wrong':
    'Le paramètre loggé est max_depth = {{logged}} ; un arbre du modèle loggé a une profondeur de {{seen}}.',
  'honest.param.hint':
    'Donnez au modèle et à logParams la même valeur, par exemple par une constante, puis loggez ce modèle-là.',
  'honest.unscored': 'Le modèle loggé n’a pas pu être évalué pour {{key}}.',

  'figure.sentence': 'L’artefact {{path}} est une vraie image',
  'figure.any.sentence': 'Une image de matrice de confusion est loggée',
  'figure.hint': 'await mlflow.logFigure(plots.confusionMatrix(cm), "{{path}}").',
  'figure.none': 'Le run n’a aucun artefact.',
  'figure.missing': 'Artefact {{path}} absent ; artefacts trouvés : {{found}}.',
  'figure.missing.hint':
    'Une image PNG, SVG ou JPEG, dans le dossier de votre choix, qui s’appelle « {{name}} ».',
  'figure.no-image': 'Aucune image parmi les artefacts : {{found}}.',
  'figure.not-an-image': '{{path}} n’est pas une image : le fichier ne se décode pas.',
  'figure.not-an-image.hint': 'Le nom ne fait pas l’image : utilisez logFigure avec une figure.',
  'figure.blank': '{{path}} est une image unie : il n’y a rien à voir.',
  'figure.plain':
    '{{path}} n’a ni traits ni lettres : une matrice de confusion se dessine avec ses chiffres.',
  'figure.small': '{{path}} fait {{width}} × {{height}} pixels : illisible.',

  'scaler.sentence': 'Le scaler est sauvegardé sous preprocessing/',
  'scaler.hint': 'await mlflow.logDict(scaler.toJSON(), "preprocessing/scaler.json").',
  'scaler.missing': 'Rien sous preprocessing/ ; artefacts trouvés : {{found}}.',
  'scaler.unreadable': '{{path}} ne contient pas de scaler (mean et scale de 13 colonnes).',
  'scaler.elsewhere': 'Le scaler est dans « {{path}} » ; attendu sous preprocessing/.',

  'runs.count.sentence': 'Cinq runs sont rendus',
  'runs.count.hint': 'maxResults: 5, et rendez la liste.',
  'runs.count.wrong_one': '{{count}} run rendu ; attendu : 5.',
  'runs.count.wrong_other': '{{count}} runs rendus ; attendu : 5.',
  'runs.not-a-list': 'La fonction doit rendre une liste de runs ; elle a rendu {{seen}}.',
  'runs.best.sentence': 'Ce sont les cinq meilleurs par accuracy',
  'runs.best.hint': 'orderBy: ["metrics.accuracy DESC"], dans l’expérience de l’atelier.',
  'runs.best.deleted': 'Le run « {{name}} » est supprimé : il ne compte pas.',
  'runs.best.unknown': '« {{id}} » n’est pas un run de l’expérience.',
  'runs.best.twice': 'Le run {{id}} est rendu plus d’une fois.',
  'runs.best.wrong': '« {{name}} » n’est pas parmi les cinq meilleurs par accuracy.',
  'runs.best.no-accuracy': '« {{name}} » n’a pas d’accuracy.',
  'runs.order.sentence': 'Le meilleur est le premier',
  'runs.order.hint': 'DESC trie du plus grand au plus petit.',
  'runs.order.wrong': 'Ordre rendu : {{seen}} ; le meilleur doit venir en premier.',
  'search.sentence': 'Les runs ont été cherchés dans MLflow',
  'search.hint': 'mlflow.searchRuns({ experimentNames: […], orderBy: […], maxResults: … }).',
  'search.none': 'Aucune recherche de runs n’est arrivée jusqu’à MLflow.',

  'best.run.sentence': 'Le run rendu est le meilleur run actif et FINISHED par accuracy',
  'best.run.hint':
    'filterString: "attributes.status = \'FINISHED\'" et orderBy: ["metrics.accuracy DESC"].',
  'best.run.shape': 'La fonction doit rendre { runId, predictions } ; elle a rendu {{seen}}.',
  'best.run.worst': '« {{name}} » est le moins bon run : l’ordre est inversé.',
  'best.run.deleted': '« {{name}} » est supprimé : il ne compte pas.',
  'best.run.unfinished': '« {{name}} » est {{status}} : seul un run FINISHED compte.',
  'best.run.other': '« {{name}} » (accuracy {{seen}}) n’est pas le meilleur run.',
  'best.run.no-accuracy': '« {{name}} » n’a pas d’accuracy.',
  'best.run.unknown': '« {{id}} » n’est pas un run de l’expérience.',
  'best.loaded.sentence': 'Son modèle a été chargé depuis MLflow',
  'best.loaded.hint': 'await mlflow.onnx.loadModel(`runs:/${runId}/model`).',
  'best.loaded.none': 'Le modèle du meilleur run n’a pas été téléchargé depuis MLflow.',
  'best.loaded.other': 'Le modèle d’un autre run a été téléchargé, pas celui du meilleur.',
  'best.five.sentence': 'Cinq lignes de test sont prédites',
  'best.five.hint': 'data.XTest.slice(0, 5).',
  'best.five.wrong_one': '{{count}} prédiction rendue ; attendu : 5.',
  'best.five.wrong_other': '{{count}} prédictions rendues ; attendu : 5.',
  'best.predictions.sentence': 'Les prédictions sont celles de ce modèle',
  'best.predictions.hint': 'Prédisez data.XTest.slice(0, 5) avec le modèle chargé.',
  'best.predictions.wrong': 'Prédictions rendues : {{seen}} ; le modèle donne autre chose.',

  'registered.sentence': 'Une nouvelle version de « {{name}} » est READY',
  'registered.hint': 'await mlflow.registerModel(`runs:/${runId}/model`, "{{name}}").',
  'registered.none': 'Aucune nouvelle version de « {{name}} » dans le registre.',
  'registered.near': 'Vous avez enregistré « {{found}} » ; attendu : « {{name}} ».',
  'registered.near.hint': 'Le nom dans le registre doit être exactement « {{name}} ».',
  'registered.status': 'La version {{version}} est {{status}} ; attendu : READY.',
  'registered.run.sentence': 'La version vient du run « {{run}} »',
  'registered.run.hint': 'L’URI doit être runs:/ID/model avec l’ID de ce run.',
  'registered.run.other':
    'La version {{version}} vient du run « {{seen}} » ; attendu : « {{run}} ».',
  'registered.run.nothing': 'La version {{version}} n’est liée à aucun run.',
  'registered.empty':
    'La version {{version}} désigne l’artefact « {{path}} » du run, où MLflow 3 ne garde pas le modèle : elle ne se charge pas.',
  'registered.empty.hint':
    'Au lieu de createModelVersion, await mlflow.registerModel(`runs:/${runId}/model`, "{{name}}") : il trouve le modèle loggé.',
  'reloaded.latest.sentence': 'Le modèle est rechargé par models:/{{name}}/latest',
  'reloaded.latest.hint': 'await mlflow.onnx.loadModel("models:/{{name}}/latest").',
  'reloaded.latest.none': 'La dernière version n’a pas été demandée par models:/{{name}}/latest.',
  'reloaded.number.sentence': 'Le modèle est rechargé par son numéro de version',
  'reloaded.number.hint': 'await mlflow.onnx.loadModel(`models:/{{name}}/${version}`).',
  'reloaded.number.none': 'La version {{version}} n’a pas été demandée par son numéro.',
  'reloaded.predictions.sentence': 'Les deux chargements prédisent comme le modèle loggé',
  'reloaded.predictions.hint': 'Rendez { latest, byNumber } : cinq prédictions de chaque.',
  'reloaded.predictions.shape':
    'La fonction doit rendre { latest, byNumber }, cinq prédictions chacun ; elle a rendu {{seen}}.',
  'reloaded.which.latest': 'latest',
  'reloaded.which.byNumber': 'byNumber',
  'reloaded.predictions.wrong': '{{which}} : {{seen}} ; le modèle loggé donne autre chose.',

  'served.sentence': 'Le modèle enregistré est servi par mlflow models serve',
  'served.hint': 'await serving.serve("models:/churn-predictor/latest").',
  'served.none': 'Aucun serveur de modèle n’a été démarré.',
  'served.other': 'Le modèle servi est « {{seen}} » ; attendu : models:/churn-predictor/latest.',
  'served.failed': 'Le serveur de modèle n’a pas démarré pour « {{seen}} ».',
  'invoked.sentence': 'Trois lignes sont envoyées à /invocations en dataframe_split',
  'invoked.hint': 'POST { dataframe_split: { columns: data.featureCols, data: lignes } }.',
  'invoked.none': 'Rien n’a été envoyé à /invocations.',
  'invoked.format': 'Le corps envoyé n’est pas un dataframe_split ; clés trouvées : {{found}}.',
  'invoked.rows_one': '{{count}} ligne envoyée ; attendu : 3.',
  'invoked.rows_other': '{{count}} lignes envoyées ; attendu : 3.',
  'invoked.refused': 'Le serveur de modèle a répondu {{status}} : {{seen}}',
  'answered.sentence': 'La réponse rendue est celle du serveur, égale aux prédictions du modèle',
  'answered.hint': 'Rendez response.predictions tel que le serveur l’a donné.',
  'answered.wrong': 'Rendu : {{seen}} ; le serveur avait répondu autre chose.',
  'answered.rows': 'Les lignes envoyées ne sont pas les trois premières lignes de test.',

  'batch.model.sentence': 'Le modèle vient du registre',
  'batch.model.hint': 'await mlflow.onnx.loadModel("models:/churn-predictor/latest").',
  'batch.model.none': 'Le modèle enregistré n’a pas été téléchargé depuis MLflow.',
  'batch.table.sentence': 'Une table est loggée avec le run',
  'batch.table.hint': 'await mlflow.logTable(résultats, "predictions.json").',
  'batch.table.none': 'Aucun artefact de ce run n’est une table ; artefacts trouvés : {{found}}.',
  'batch.columns.sentence': 'La table a customer_id, churn_probability et churn_predicted',
  'batch.columns.hint': 'Les trois colonnes portent exactement ces noms.',
  'batch.columns.missing_one': 'Colonne absente : {{missing}} ; colonnes trouvées : {{found}}.',
  'batch.columns.missing_other': 'Colonnes absentes : {{missing}} ; colonnes trouvées : {{found}}.',
  'batch.rows.sentence': 'La table a 100 clients, les premiers du fichier',
  'batch.rows.hint': 'data.customers(100).',
  'batch.rows.count_one': '{{count}} ligne ; attendu : 100.',
  'batch.rows.count_other': '{{count}} lignes ; attendu : 100.',
  'batch.rows.order':
    'Ce sont les bons clients dans un autre ordre : ligne {{row}}, trouvé {{seen}}, attendu {{expected}}.',
  'batch.rows.order.hint': 'Gardez l’ordre de data.customers(100).',
  'batch.rows.ids':
    'Les clients ne sont pas les 100 premiers : trouvé {{seen}}, attendu {{expected}}.',
  'batch.values.sentence': 'Les valeurs sont celles du modèle enregistré',
  'batch.values.hint': 'predictProba pour churn_probability, predict pour churn_predicted.',
  'batch.values.wrong':
    '{{column}} du client {{id}} : {{seen}} ; le modèle enregistré donne {{expected}}.',

  'note.several-runs': '{{count}} runs portent le nom « {{name}} » : le dernier FINISHED compte.',
  'note.many-runs':
    '{{created}} runs ont été créés ; {{seen}} ont été examinés, d’abord ceux que l’exercice demande.',
  'note.refused.not-offered':
    'Appel refusé : {{calls}}. Un devoir n’a accès qu’aux expériences, runs, modèles, artefacts et au registre de MLflow.',
  'note.refused.artifact-path':
    'Appel refusé : {{calls}}. Ce chemin d’artefact sort de ce qui vous appartient.',
  'note.refused.model-source':
    'Version de modèle refusée : sa source doit être un modèle de vos propres runs (runs:/… ou models:/…).',
  'note.refused.artifact-location':
    'Expérience refusée : elle ne peut pas ranger ses fichiers ailleurs ; n’indiquez pas artifact_location.',
  'note.refused.malformed':
    'Requête refusée : {{calls}}. Aucun client MLflow n’envoie une telle requête.',
  'note.refused.slow': 'Requête abandonnée : elle a mis trop longtemps à arriver.',
  'note.refused.connections': 'Trop de connexions à la fois : certaines ont été fermées.',
  'note.refused.rate': 'Trop de requêtes à la fois : certaines ont dû être répétées.',
  'note.limit.body-size':
    'Limite atteinte : une requête contient au plus {{limit}} Mo ({{calls}}).',
  'note.limit.upload-size': 'Limite atteinte : un fichier fait au plus {{limit}} Mo ({{calls}}).',
  'note.limit.total-size': 'Limite atteinte : un devoir envoie en tout au plus {{limit}} Mo.',
  'note.limit.requests': 'Limite atteinte : un devoir envoie au plus {{limit}} requêtes.',
  'note.limit.runs': 'Limite atteinte : un devoir crée au plus {{limit}} runs.',
  'note.limit.experiments': 'Limite atteinte : un devoir crée au plus {{limit}} expériences.',
  'note.limit.logged-models': 'Limite atteinte : un devoir enregistre au plus {{limit}} modèles.',
  'note.limit.registered-models':
    'Limite atteinte : un devoir crée au plus {{limit}} modèles dans le registre.',
  'note.limit.model-versions':
    'Limite atteinte : un devoir crée au plus {{limit}} versions de modèles.',
  'note.limit.model-servers':
    'Limite atteinte : un devoir démarre au plus {{limit}} serveurs de modèles.',
  'execution.threw': 'Votre fichier a levé une erreur : {{error}}',
  'execution.threw-at': 'Votre fichier a levé une erreur, {{place}} : {{error}}',
  'execution.syntax-error': 'Votre fichier contient une erreur de syntaxe : {{error}}',
  'execution.syntax-error-at':
    'Votre fichier contient une erreur de syntaxe, {{place}} : {{error}}',
  'execution.elsewhere':
    'Votre fichier dirige MLflow vers « {{uri}} », où personne ne regarde : écrivez mlflow.set_tracking_uri("http://localhost:5000"), ou os.environ["MLFLOW_TRACKING_URI"].',
  'execution.elsewhere-at':
    'Votre fichier dirige MLflow vers « {{uri}} », {{place}}, où personne ne regarde : écrivez mlflow.set_tracking_uri("http://localhost:5000"), ou os.environ["MLFLOW_TRACKING_URI"].',
  'execution.not-run': 'Non exécuté : le fichier s’est arrêté avant sa première ligne.',
  'execution.not-run-after': 'Non exécuté : le carnet s’est arrêté à la cellule {{cell}}.',
  'place.line': 'ligne {{line}}',
  'place.cell': 'ligne {{line}} de la cellule {{cell}}',
  'execution.no-default-export':
    'Votre fichier n’exporte pas de fonction par défaut : gardez « export default async function … ».',
  'execution.exited':
    'Votre fichier a quitté le processus (code {{code}}) avant de finir : retirez process.exit().',
  'execution.unsettled':
    'Votre fichier attend une promesse que rien ne tient jamais : regardez vos await et vos new Promise.',
  'execution.cpu-time':
    'Arrêté : plus de temps de calcul que permis a été utilisé : y a-t-il une boucle sans fin ?',
  'execution.timed-out': 'Arrêté après {{seconds}} s : y a-t-il une boucle sans fin ?',
  'execution.timed-out-in':
    'Arrêté après {{seconds}} s, à la cellule {{cell}} : y a-t-il une boucle sans fin ?',
  'execution.out-of-memory': 'Arrêté : la mémoire permise ({{megabytes}} Mo) est dépassée.',
  'execution.unreadable-return':
    'Ce que votre fonction a rendu ne se lit pas comme du JSON ({{error}}) : rendez seulement ce que l’exercice demande.',
  'execution.RETURNED_TOO_LARGE':
    'Ce que votre fonction a rendu est trop grand pour être lu (plus de 1 Mo) : rendez seulement ce que l’exercice demande.',
  'execution.DEFAULT_IS_CLASS':
    'Votre fichier exporte une classe par défaut, l’exercice veut une fonction : gardez « export default async function … ».',
  'execution.IMPORT_NOT_FOUND':
    'Votre fichier importe « {{name}} », introuvable : un exercice n’importe que des types (import type …), utilisez ce que la fonction reçoit.',
  'execution.IMPORT_NOT_A_VALUE':
    'Votre fichier importe « {{name}} », qui n’est pas une valeur : un exercice n’importe que des types, écrivez import type { … }.',
  'execution.MODULE_NOT_FOUND':
    'Votre fichier importe « {{name}} », qui n’est pas installé ici : l’atelier n’a besoin que de mlflow, scikit-learn, pandas, numpy, matplotlib, seaborn et requests.',
  'execution.DATA_NOT_FOUND':
    'Votre fichier lit « {{path}} », {{place}}, qui n’existe pas là où il est corrigé : écrivez "../data/customer_data.csv", ou os.environ["WORKSHOP_DATA"].',
  'execution.FILE_NOT_FOUND':
    'Votre fichier a besoin de « {{path}} », {{place}}, qui n’existe pas : est-il écrit avant, par ce même fichier, sous ce nom exact ?',
  'execution.NAME_NOT_DEFINED':
    'Votre fichier utilise le nom « {{name}} », {{place}}, que rien ne définit avant : est-il mal écrit, ou créé plus bas ? Tout s’exécute une fois, de haut en bas.',
  'execution.PARAM_CHANGED':
    'Votre fichier logge le paramètre {{name}} une seconde fois dans le même run avec une autre valeur, {{place}} : loggez-le une fois, ou ouvrez un nouveau run avec mlflow.start_run() pour l’autre valeur.',
  'execution.METRIC_NOT_A_NUMBER':
    'Votre fichier logge comme métrique ce qui n’est pas un nombre, {{place}} ({{error}}) : log_metric et log_metrics prennent des nombres ; un texte est un paramètre ou un tag.',
  'execution.RUN_ACTIVE':
    'Votre fichier ouvre un run alors qu’un autre est encore ouvert, {{place}} : écrivez with mlflow.start_run(…):, qui le termine, ou appelez mlflow.end_run() avant.',
  'execution.WINDOWS_PATH':
    'Votre fichier contient un chemin avec des \\ comme sous Windows, {{place}}, qui n’est pas une chaîne Python : écrivez "../data/customer_data.csv", ou os.environ["WORKSHOP_DATA"].',
  'execution.NO_INPUT':
    'Votre fichier demande une réponse au clavier, {{place}}, et personne ne peut répondre ici : retirez input().',
  'execution.NOTEBOOK_NOT_JSON':
    'Votre notebook ne se lit pas ({{said}}) : enregistrez-le de nouveau depuis Jupyter, sans le modifier à la main.',
  'execution.NOTEBOOK_VERSION':
    'Votre fichier n’est pas un notebook que nous savons lire (nbformat : {{version}}) : enregistrez-le au format Jupyter (nbformat 4).',
  'execution.NOTEBOOK_DAMAGED':
    'Votre notebook est abîmé ({{said}}) : enregistrez-le de nouveau depuis Jupyter.',
  'execution.NOTEBOOK_LANGUAGE':
    'Votre notebook est écrit pour {{language}} : choisissez un noyau Python.',
  'execution.SNAKE_CASE':
    'Votre fichier appelle {{name}}, {{place}}, qui n’existe pas : les noms s’écrivent ici en camelCase, {{camel}}.',
  'execution.NOT_TAKEN':
    'Votre fichier utilise {{name}}, {{place}}, sans l’avoir : prenez-le dans ce que la fonction reçoit, comme function ({ {{name}} }).',
  'execution.NOT_AN_ERROR':
    'Votre fichier a levé autre chose qu’une erreur : {{error}}. Écrivez throw new Error("…"), qui dit aussi la ligne.',

  'kit.X_EMPTY': 'X n’a aucune ligne.',
  'kit.X_NO_COLUMNS': 'X n’a aucune colonne.',
  'kit.X_NOT_ROWS': 'X doit être une liste de lignes de nombres (manque-t-il un await ?).',
  'kit.X_WIDTH': 'Nombre de colonnes de X à la ligne {{row}} : {{found}} ; attendu : {{expected}}.',
  'kit.X_NOT_A_NUMBER': 'X[{{row}}][{{column}}] vaut {{value}}, qui n’est pas un nombre.',
  'kit.X_Y_LENGTHS':
    'X et y n’ont pas la même longueur ({{rows}} et {{labels}}) : il faut une étiquette par ligne.',
  'kit.Y_NOT_A_LABEL': 'y[{{row}}] vaut {{value}} ; attendu : 0 ou 1.',
  'kit.Y_ONE_LABEL': 'Toutes les étiquettes valent {{value}} : il n’y a rien à apprendre.',
  'kit.OPTION_NOT_WHOLE':
    '{{option}} doit être un nombre entier d’au moins {{least}}, pas {{value}}.',
  'kit.OPTION_NOT_POSITIVE': '{{option}} doit être un nombre supérieur à 0, pas {{value}}.',
  'kit.NOT_FITTED': 'Ce {{model}} n’est pas encore entraîné : appelez d’abord fit(X, y).',
  'kit.SCALER_JSON':
    'Ce n’est pas un StandardScaler : il faut le JSON de scaler.toJSON(), avec mean et scale.',
  'kit.MATRIX_LABELS':
    'Nombre d’étiquettes : {{labels}} ; la matrice en demande une par ligne : {{rows}}.',
  'kit.MATRIX_NOT_SQUARE': 'Une matrice de confusion a autant de colonnes que de lignes.',
  'kit.MATRIX_NOT_COUNTS':
    'Une matrice de confusion compte des lignes : {{value}} n’en est pas un nombre.',
  'kit.LABELS_NOT_LISTS':
    'yTrue et yPred doivent être des listes d’étiquettes (manque-t-il un await ?).',
  'kit.LABELS_LENGTHS':
    'yTrue et yPred n’ont pas la même longueur ({{yTrue}} et {{yPred}}) : il faut une étiquette par ligne.',
  'kit.LABELS_EMPTY': 'Il n’y a aucune étiquette à comparer.',
  'kit.NOT_A_LABEL': '{{value}} n’est pas une étiquette.',
  'kit.ONNX_UNREADABLE': 'Le fichier n’est pas un modèle ONNX qui s’ouvre.',
  'kit.ONNX_FAILED': 'Le modèle a échoué sur ces lignes.',
  'kit.ONNX_NO_PROBABILITIES': 'Ce modèle ne donne pas de probabilités.',
  'kit.ONNX_NO_MODEL': 'mlflow.onnx.logModel attend le modèle entraîné lui-même, pas {{found}}.',
  'kit.ONNX_NO_FLAVOR': '{{uri}} n’est pas au format ONNX (formats : {{found}}).',
  'kit.ONNX_UNFIT': 'Ce modèle ne classe pas des lignes de nombres : {{problem}}',
  'kit.NOT_SERVED': 'Le serveur de modèle de « {{uri}} » n’a pas démarré : {{said}}',

  'report.passed': 'réussi',
  'report.failed': 'à revoir',
  'report.to-do': 'à faire',
  'report.broken': 'erreur du correcteur',
  'report.points': '{{points}}/{{max}}',
  'report.try': 'essayez : {{hint}}',
  'report.only-its-end':
    'Tout ce qui est demandé est dans MLflow : l’exercice sera réussi quand le fichier ira jusqu’au bout.',
  'report.skipped_one': '{{count}} vérification attend la précédente',
  'report.skipped_other': '{{count}} vérifications attendent la précédente',
  'report.broken-check': 'Vérification en panne (pas votre faute) : {{error}}',
  'report.look': 'Voir le run : {{url}}',
  'report.printed': 'Votre fichier a affiché :',
  'report.summary_one':
    '{{count}} réussi, {{failed}} à revoir, {{todo}} à faire — {{points}}/{{max}} points',
  'report.summary_other':
    '{{count}} réussis, {{failed}} à revoir, {{todo}} à faire — {{points}}/{{max}} points',
  'report.next': 'Suite : ouvrez {{path}}, puis npm test {{command}}',
  'report.next-in': 'Suite : {{name}} dans {{path}}, puis npm test {{path}}',
  'report.next-none': 'C’était le dernier à commencer. Où en êtes-vous en tout ? {{command}}',
  'report.hint-command': 'Besoin d’un indice ? npm run {{command}}',
  'report.all-done': 'Tous les exercices sont réussis. Bravo !',
  'export.execution': 'Le fichier s’exécute jusqu’au bout',
  'export.missing': 'Aucun fichier n’a été remis pour cet exercice.',
  'export.to-do': 'Le fichier est comme il a été distribué.',
  'export.blocked': 'Attend d’abord : {{sentence}}',
  'export.no-mark': 'Pas de note : {{problem}}',
  'export.no-mark-broken': 'Pas de note : une vérification du correcteur est en panne.',
  'export.student': 'Étudiant',
  'export.points': 'Points',
  'export.outcome': 'État',
  'export.exercise': 'Exercice',
  'export.class': 'Résultats de la classe',
  'export.legend':
    '✓ réussi, ◐ en partie ou arrêté avant la fin, ✗ aucun point, · pas de fichier, ou tel que distribué',
  'export.numbers':
    'Notes : {{marked}} sur {{total}} ; moyenne {{mean}}, médiane {{median}} sur {{max}}',
  'export.no-numbers': 'Notes : aucune sur {{total}}',
  'export.more': 'et {{count}} de plus, dans les résultats complets',

  'progress.another-grades': 'Une autre commande corrige : attente…',
  'progress.run': '{{name}} : exécution…',
  'progress.arrange': '{{name}} : préparation…',
  'progress.observe': '{{name}} : lecture de MLflow…',

  'cli.unknown-exercise-near': 'Exercice inconnu : « {{name}} ». Vouliez-vous dire {{near}} ?',
  'cli.unknown-exercise': 'Exercice inconnu : « {{name}} ». Exercices : {{names}}.',
  'cli.unknown-command-near':
    'Commande inconnue : « {{name}} ». Vouliez-vous dire {{near}} ? Toutes : npm test -- --help',
  'cli.unknown-command': 'Commande inconnue : « {{name}} ». Commandes : {{names}}.',
  'cli.needs-value': '--{{name}} attend une valeur : --{{name}}=…',
  'cli.swallowed':
    'npm a gardé {{options}} pour lui : les options viennent après « -- ». Tapez : {{command}}',
  'cli.unknown-option': 'Option inconnue : --{{name}}. Options de cette commande : {{options}}.',
  'cli.unknown-language': 'Pas de textes pour {{asked}} : choisissez fr ou en.',
  'cli.bad-timeout':
    '--timeout={{seconds}} n’est pas un nombre de secondes : par exemple --timeout=300.',
  'cli.missing-file':
    'Le fichier {{file}} n’existe pas. Vérifiez le chemin, ou donnez un numéro : npm test 07',
  'cli.no-program':
    '{{file}} n’est ni un fichier TypeScript (.ts), ni un script Python (.py), ni un notebook (.ipynb).',
  'cli.missing-exercise': '{{file}} n’existe pas. Rétablissez-le : npm run reset {{command}}',
  'cli.no-snapshot':
    'Aucun fichier « {{file}} ». Nommez un instantané, par exemple : npm run replay .mlflow/snapshots/07-gradient-boosting.json',
  'cli.bad-snapshot': '{{file}} n’est pas un instantané de ce correcteur : {{error}}',
  'cli.csv-missing': 'data/customer_data.csv manque. Rétablissez-le : npm run reset data',
  'cli.csv-altered':
    'data/customer_data.csv n’est pas celui de l’atelier : il a été modifié. Rétablissez-le : npm run reset data',
  'cli.disk-full': 'Le disque est plein : libérez de la place, puis relancez. Rien n’a été noté.',
  'cli.mlflow-failed':
    'MLflow n’a pas pu faire sa part ({{error}}). Rien n’a été noté ; son journal dit pourquoi (.mlflow/server.log pour le MLflow embarqué).',
  'cli.unexpected': 'Erreur du correcteur, pas la vôtre : {{error}}',
  'cli.lost-server':
    'MLflow s’est arrêté pendant la correction et n’a pas pu repartir : {{error}}. Rien n’a été noté ; relancez la commande.',
  'cli.restarting': 'MLflow s’est arrêté : redémarrage, puis {{name}} est repris.',
  'cli.help': HELP_FR,
  'cli.server': 'MLflow {{version}} : {{uri}} ({{provider}})',
  'cli.reset': '{{file}} est de nouveau comme au début ; votre version : {{backup}}',
  'cli.reset-data':
    'data/customer_data.csv est de nouveau comme au début ; celui d’avant : {{backup}}',
  'cli.reset-data-same': 'data/customer_data.csv est déjà comme au début.',
  'cli.reset-same': '{{file}} est déjà comme au début.',
  'cli.one-exercise': 'Nommez un exercice, par exemple : npm run {{command}} 07',
  'cli.hint-more': 'Indice {{shown}}/3. Encore un : npm run {{command}}',
  'cli.hint-last': 'Indice 3/3, le dernier. La solution : npm run {{command}}',
  'cli.watching': 'J’attends que vous enregistriez exercises/… (Ctrl+C pour arrêter)',
  'cli.mlflow.running': 'MLflow {{version}} répond à {{uri}} ({{provider}}).',
  'cli.mlflow.status': 'MLflow répond à {{uri}} ({{provider}}).',
  'cli.mlflow.not-running': 'Aucun MLflow de ce projet ne tourne. Démarrez-le : npm run mlflow',
  'cli.mlflow.stopped': 'MLflow est arrêté. Ses données restent dans {{folder}}.',
  'cli.mlflow.action': 'Action inconnue : « {{action}} ». Choisissez start, status ou stop.',
  'cli.doctor.chosen': 'MLflow viendra de : {{provider}}',
  'cli.doctor.because': 'Pourquoi : {{because}}',
  'cli.doctor.choose': 'Pour choisir autrement :',
  'cli.doctor.choose.uri':
    '  un serveur existant    MLFLOW_TRACKING_URI=http://localhost:5000 npm test',
  'cli.doctor.choose.container': '  un conteneur Docker    WORKSHOP_MLFLOW=container npm test',
  'cli.doctor.choose.embedded': '  le MLflow embarqué     WORKSHOP_MLFLOW=embedded npm test',
  'cli.doctor.installed': 'MLflow embarqué : installé',
  'cli.doctor.not-installed':
    'MLflow embarqué : pas encore installé ; npm test l’installera une seule fois, avec Python {{version}}',
  'cli.doctor.node': 'Node {{version}}',
  'cli.doctor.class': 'MLflow d’une classe (npm run grade) : {{provider}}',
  'cli.doctor.sandbox': 'Bac à sable pour les rendus d’une classe (npm run grade) : {{sandbox}}',
  'cli.doctor.sandbox-bubblewrap':
    'Pourquoi : il fonctionne ici et démarre plus vite qu’un conteneur (--sandbox=container en demande un)',
  'cli.doctor.sandbox-container': 'Pourquoi : un moteur Docker répond ; {{reason}}',
  'cli.doctor.sandbox-none':
    'Bac à sable pour les rendus d’une classe (npm run grade) : aucun ne fonctionne ici ({{reason}} ; aucun moteur Docker ne répond, {{engine}})',
  'cli.doctor.sandbox-get':
    '  Pour en avoir un : sous Linux, apt-get install bubblewrap ; ailleurs, ou si bubblewrap n’y est pas permis, démarrez un moteur Docker',
  'cli.doctor.data': 'data/customer_data.csv : intact',
  'because.forced-by-WORKSHOP_MLFLOW': 'la variable WORKSHOP_MLFLOW le demande',
  'because.MLFLOW_TRACKING_URI-is-set': 'la variable MLFLOW_TRACKING_URI est définie',
  'because.docker-engine-answers': 'un moteur Docker répond',
  'because.no-docker-engine': 'aucun moteur Docker ne répond',
  'progress.waiting-for-another-command': 'Une autre commande prépare MLflow : attente… {{more}}',
  'progress.creating-python': 'Création de l’environnement Python… {{more}}',
  'progress.collecting-packages':
    'Téléchargement de MLflow (une seule fois ; 0,5 Go sur le disque)… {{more}}',
  'progress.installing-packages': 'Installation de MLflow (une seule fois)… {{more}}',
  'progress.libraries.waiting-for-another-command':
    'Une autre commande installe les bibliothèques pour Python : attente… {{more}}',
  'progress.libraries.collecting-packages':
    'Téléchargement des bibliothèques pour Python, scikit-learn et autres (une seule fois ; 0,9 Go sur le disque)… {{more}}',
  'progress.libraries.installing-packages':
    'Installation des bibliothèques pour Python (une seule fois)… {{more}}',
  'progress.preparing-database': 'Préparation de la base de données… {{more}}',
  'progress.pulling-image': 'Téléchargement de l’image Docker… {{more}}',
  'progress.starting-server': 'Démarrage de MLflow… {{more}}',
  'server.NO_PYTHON':
    'Il faut Python 3.10 à 3.14, et aucun Python n’a été trouvé. Installez-le, ou démarrez Docker.',
  'server.PYTHON_NOT_FOUND':
    'Il faut Python 3.10 à 3.14 (trouvé : {{found}}). Installez-le, ou démarrez Docker.',
  'server.PYTHON_VENV_MISSING':
    '{{python}} ne sait pas créer d’environnement. Sous Debian et Ubuntu : {{fix}}',
  'server.NO_NETWORK':
    'Pas de réseau pour installer des paquets Python. Connectez-vous et relancez ; détails dans {{log}}.',
  'server.DISK_FULL': 'Le disque est plein : libérez environ 1 Go pour {{folder}}, puis relancez.',
  'server.INSTALL_FAILED':
    'Des paquets Python n’ont pas pu être installés : {{lastLines}} Détails dans {{log}}.',
  'server.PORT_TAKEN':
    'Le port {{port}} est pris par un autre programme : arrêtez-le, ou relancez pour un autre port.',
  'server.START_FAILED': 'MLflow n’a pas démarré : {{lastLines}} Détails dans {{log}}.',
  'server.UNREACHABLE':
    'Aucun MLflow ne répond à MLFLOW_TRACKING_URI={{uri}} : démarrez ce serveur, ou retirez la variable.',
  'server.NOT_MLFLOW': 'Ce qui répond à MLFLOW_TRACKING_URI={{uri}} n’est pas MLflow : {{answer}}',
  'server.OTHER_MAJOR_VERSION':
    'Le MLflow à MLFLOW_TRACKING_URI={{uri}} est en version {{found}} ; cet atelier demande {{wanted}}.',
  'server.BAD_SETTING': '{{name}}={{value}} n’est pas compris : choisissez {{allowed}}.',
  'server.NO_DOCKER_ENGINE':
    'Aucun moteur Docker ne répond ({{reason}}). Démarrez-le, ou retirez WORKSHOP_MLFLOW.',
  'server.WORKSPACE': 'MLflow a refusé l’espace de travail « {{name}} » ({{status}}) : {{answer}}',
  'server.CONTAINER_FAILED':
    'Le conteneur {{image}} n’a pas démarré : {{said}}. Essayez WORKSHOP_MLFLOW=embedded.',

  'submission.empty': 'Rien n’a été rendu : ni fichier ni archive.',
  'submission.no-exercise':
    'Aucun fichier d’exercice ; trouvé : {{found}}. Attendu : un nom comme {{example}}.',
  'submission.which-exercise':
    '« {{file}} » : de quel exercice s’agit-il ? Renommez-le, par exemple en {{example}}.ts.',
  'submission.not-asked': '« {{file}} » est pour {{exercise}}, qui n’est pas corrigé cette fois.',
  'submission.damaged-notebook':
    '« {{file}} » n’est pas un notebook complet (JSON invalide) : enregistrez-le de nouveau dans Jupyter.',
  'submission.holds-none': '« {{file}} » : il n’a rien à voir avec les exercices corrigés.',
  'submission.other-candidate':
    '« {{file}} » n’est pas utilisé : pour {{exercise}}, c’est « {{used}} » qui compte.',
  'submission.earlier': '« {{file}} » n’est pas utilisé : « {{used}} » a été rendu plus tard.',
  'submission.other-file': '« {{file}} » n’est pas un exercice.',
  'submission.junk': '« {{file}} » n’est jamais lu.',
  'submission.workshop-folder':
    '« {{file}} » appartient à l’atelier ; le travail rendu se trouve dans exercises/.',
  'submission.empty-file': '« {{file}} » est vide.',
  'submission.too-large': '« {{file}} » dépasse {{limit}} ko : ce n’est pas un exercice.',
  'submission.notebook-too-large':
    '« {{file}} » dépasse {{limit}} Mo : effacez ses sorties dans Jupyter et enregistrez-le de nouveau.',
  'submission.not-text': '« {{file}} » n’est pas un texte : contenu binaire.',
  'submission.utf-16':
    '« {{file}} » est enregistré en UTF-16 : enregistrez-le de nouveau en UTF-8.',
  'submission.link': '« {{file}} » est un lien : les liens ne sont pas suivis.',
  'submission.hard-link':
    '« {{file}} » est un lien physique et peut venir d’ailleurs : copiez le dossier et corrigez la copie.',
  'submission.special': '« {{file}} » n’est ni un fichier ni un dossier.',
  'submission.unreadable': '« {{file}} » ne peut pas être lu ({{reason}}).',
  'submission.unsafe-path':
    '« {{file}} » désigne un endroit hors de son archive : rien n’est extrait.',
  'submission.same-name-twice': '« {{file}} » figure deux fois dans l’archive : le dernier compte.',
  'submission.too-deep': '« {{file}} » : plus de {{limit}} dossiers les uns dans les autres.',
  'submission.too-many-entries':
    '« {{file}} » contient plus de {{limit}} fichiers : ne rendez que les exercices.',
  'submission.too-many-archives': '« {{file}} » : plus de {{limit}} archives dans un rendu.',
  'submission.nested-archives':
    '« {{file}} » : plus de {{limit}} archives les unes dans les autres.',
  'submission.archive-too-large':
    '« {{file}} » dépasse {{limit}} Mo une fois extrait : ne rendez que les exercices.',
  'submission.overlapping':
    '« {{file}} » est une archive piégée : ses fichiers partagent les mêmes octets.',
  'submission.broken-zip': '« {{file}} » n’est pas un ZIP complet : demandez-le de nouveau.',
  'submission.encrypted': '« {{file}} » est chiffré : demandez un ZIP sans mot de passe.',
  'submission.compression':
    '« {{file}} » est compressé d’une façon rare : demandez un ZIP ordinaire.',
  'submission.other-archive':
    '« {{file}} » est une archive {{format}} : décompressez-la dans un dossier du même nom, ou demandez un ZIP.',
  'submission.more-ignored': 'Et {{count}} autres.',
  'submission.no-class': '« {{file}} » n’est ni un dossier, ni un ZIP, ni un exercice.',

  'cli.mlflow.not-a-class':
    '{{folder}} ne contient pas le MLflow d’une classe : indiquez le dossier de résultats de npm run grade.',
  'grade.bad-worksheet':
    '{{file}} n’est pas une feuille d’évaluation Moodle ({{why}}). Téléchargez-la depuis le devoir : Télécharger la feuille d’évaluation.',
  'worksheet.empty': 'elle est vide',
  'worksheet.no-utf8': 'elle n’est pas en UTF-8, comme Moodle l’écrit',
  'worksheet.no-csv': 'ce n’est pas du CSV',
  'worksheet.no-columns':
    'ses colonnes doivent s’appeler Identifiant et Note, ou Identifier et Grade ; ce sont : {{header}}',
  'grade.moodle_one': '{{count}} ligne de la feuille Moodle est remplie : exports/moodle.csv',
  'grade.moodle_other': '{{count}} lignes de la feuille Moodle sont remplies : exports/moodle.csv',
  'grade.moodle-unmatched': 'Aucune ligne de la feuille n’est à coup sûr la leur : {{names}}',
  'grade.canvas-hidden': 'Absents de exports/canvas.csv, car Canvas cache qui ils sont : {{names}}',
  'grade.other-exercises':
    'Ce dossier contient les notes d’autres exercices ({{names}}) : demandez les mêmes avec --exercises, ou choisissez un autre dossier avec --out.',
  'grade.empty-list': '--{{name}}= n’indique rien.',
  'grade.disk-full':
    'Le disque est plein : libérez de la place, puis relancez la même commande. Ce qui était corrigé le reste.',
  'grade.disk-full-at':
    'Plus de place dans {{folder}} : libérez-en, puis relancez la même commande. Ce qui était corrigé le reste.',
  'grade.unusable-out':
    'Impossible d’écrire les résultats dans {{folder}} ({{code}}) : choisissez un autre dossier avec --out.',
  'grade.usage': 'Indiquez le dossier ou le ZIP des rendus : npm run grade -- DOSSIER',
  'grade.bad-number': '--{{name}}={{text}} doit être un nombre entier de {{min}} à {{max}}.',
  'grade.bad-sandbox': '--sandbox={{text}} est inconnu ; choix possibles : {{names}}.',
  'grade.no-folder': '{{folder}} n’existe pas : vérifiez le chemin.',
  'grade.nothing':
    'Aucun rendu dans {{folder}}. docs/grading.md montre à quoi peut ressembler le dossier d’une classe.',
  'grade.busy':
    'Une autre commande corrige déjà dans {{folder}} : attendez-la, ou choisissez un autre dossier avec --out.',
  'grade.no-workspaces':
    'Le MLflow de {{uri}} n’a pas de workspaces, les rendus se verraient entre eux : démarrez-le avec --enable-workspaces, ou retirez MLFLOW_TRACKING_URI.',
  'grade.sandbox-failed':
    'Aucun bac à sable ne fonctionne ici ({{reasons}}). Installez bubblewrap ou démarrez un moteur Docker ; --sandbox=none exécute le code d’inconnus sans protection.',
  'grade.other-user':
    'ATTENTION : --sandbox=user. Le rendu s’exécute sous un autre utilisateur, avec des limites de mémoire, de processus, de temps processeur et de taille de fichier. Abandonné : le réseau lui est ouvert, MLflow compris, il voit les autres processus, et le correcteur lit lui-même les fichiers ONNX et les images qu’il logge.',
  'grade.user-failed': '--sandbox=user ne fonctionne pas ici : {{reason}}.',
  'grade.user-reads-class':
    '--sandbox=user : les autres utilisateurs de cette machine peuvent lire {{folder}}, et donc chaque rendu aussi. Fermez-le d’abord : chmod go-rwx DOSSIER.',
  'package.usage': 'Usage : npm run package gradescope [-- --exercises=07,08] [--out=FICHIER.zip]',
  'package.written':
    '{{file}} : {{count}} fichiers, {{kilobytes}} ko, exercices {{exercises}}. Déposez-le dans Gradescope sous « Configure Autograder » (docs/grading.md).',
  'package.large':
    'ATTENTION : les exercices 10 et 11 ne tiennent pas dans les 768 Mo de Gradescope, ni un notebook de tous les exercices. Choisissez-y au moins 1,5 Go.',
  'gradescope.sandbox': 'Bac à sable de ce rendu : {{name}}.',
  'gradescope.no-bubblewrap':
    'bubblewrap ne fonctionne pas dans ce conteneur ({{reason}}) : au mieux, un autre utilisateur.',
  'gradescope.no-verdict':
    'Le correcteur n’a pas pu noter ce rendu, qui n’y est pour rien : ni points ni zéro. Relancez-le. {{reason}}',
  'gradescope.too-long': 'La correction a pris plus de {{seconds}} s.',
  'grade.no-sandbox':
    'ATTENTION : --sandbox=none. Les rendus s’exécutent avec vos droits : ils peuvent lire et modifier vos fichiers, utiliser le réseau et se voir entre eux.',
  'grade.unknown-name': 'Aucun rendu de « {{name}} ».',
  'grade.unknown-name-near': 'Aucun rendu de « {{name}} ». Vouliez-vous dire « {{near}} » ?',
  'grade.reading': 'Lecture des rendus…',
  'grade.passed-over': 'À personne : {{why}}',
  'grade.copies':
    'Lus comme des étudiants à part malgré leurs noms de copies : {{names}}. Mettez dans un même dossier ce qui est d’un même étudiant.',
  'grade.kept_one': '{{count}} rendu déjà corrigé est gardé (--regrade le corrige de nouveau).',
  'grade.kept_other':
    '{{count}} rendus déjà corrigés sont gardés (--regrade les corrige de nouveau).',
  'grade.outdated_one':
    '{{count}} d’entre eux a été corrigé avec d’autres correcteurs ou d’autres limites qu’aujourd’hui.',
  'grade.outdated_other':
    '{{count}} d’entre eux ont été corrigés avec d’autres correcteurs ou d’autres limites qu’aujourd’hui.',
  'grade.begin_one':
    'Correction de {{count}} rendu, {{jobs}} à la fois, bac à sable {{sandbox}}, MLflow {{version}} à {{uri}}',
  'grade.begin_other':
    'Correction de {{count}} rendus, {{jobs}} à la fois, bac à sable {{sandbox}}, MLflow {{version}} à {{uri}}',
  'grade.progress': '{{done}}/{{total}}  {{name}}',
  'grade.progress-left': '{{done}}/{{total}}, {{rate}} par minute, encore {{left}}  {{name}}',
  'grade.done-one': '{{done}}/{{total}}  {{points}}  {{name}}',
  'grade.still-running': 'Encore en cours : {{names}}',
  'grade.lost-server': 'MLflow a été perdu pendant la correction ({{error}}).',
  'grade.retry': '{{name}} : {{why}} Nouvel essai…',
  'grade.diff': '{{gain}} en hausse, {{lose}} en baisse, {{same}} sans changement.',
  'grade.not-lowered': 'Aucune note n’a baissé : --allow-decrease prend les notes plus basses.',
  'grade.stopped-reading':
    'Arrêté pendant la lecture des rendus : rien n’a été corrigé. La même commande recommence.',
  'grade.stopped_one':
    'Arrêté : {{count}} rendu sur {{total}} a un verdict. La même commande reprend à partir de là.',
  'grade.stopped_other':
    'Arrêté : {{count}} rendus sur {{total}} ont un verdict. La même commande reprend à partir de là.',
  'grade.stopped-regrade_one':
    'Arrêté : {{count}} rendu sur {{total}} a été corrigé de nouveau, les autres gardent leur note. La même commande les recorrige tous.',
  'grade.stopped-regrade_other':
    'Arrêté : {{count}} rendus sur {{total}} ont été corrigés de nouveau, les autres gardent leur note. La même commande les recorrige tous.',
  'grade.finished': '{{done}} rendus sur {{total}} ont un verdict. Résultats : {{folder}}',

  ...HTML_FR,
  ...PYTHON_FR,
} as const;

/** A key of the catalogue; of a sentence with a plural, the part before `_one` and `_other`. */
export type MessageKey = Base<keyof typeof fr>;

type Base<Key> = Key extends `${infer Name}_one` | `${infer Name}_other` ? Name : Key;

/** Whether it names a sentence that has no plural; what others call their errors may. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(fr, key);
}
