"""Opens a model or a scaler that a submission logged, which is code, and asks it about the workshop's rows.

    score_model.py [--serve]

Runs inside a sandbox: reads `{"folder", "columns", "asks"}` as JSON from standard input once the files are in that
folder, and answers on file descriptor 3 as src/sandbox/inside/score.ts does: `{"answers", "trees", "scales"}` or
`{"problem"}`. Without `asks` the files are a pickled scaler: `{"mean", "scale"}`, or null when it is something else.
On a student's own machine, `--serve`: one question on each line.
"""

import json
import os
import sys
import warnings

LABEL_COLUMNS = ("churned", "prediction", "label")


def main():
    warnings.simplefilter("ignore")
    if sys.argv[1:] != ["--serve"]:
        answer(json.load(sys.stdin))
        return
    for line in sys.stdin:
        answer(json.loads(line))


def answer(job):
    folder = job["folder"]
    try:
        said = answers(folder, job) if "asks" in job else scaler(folder)
    except BaseException as error:
        said = {"problem": f"{type(error).__name__}: {error}"[:500]} if "asks" in job else None
    line = json.dumps(said).encode() + b"\n"
    while line:
        line = line[os.write(3, line) :]


def answers(folder, job):
    import pandas

    predict, estimator = open_model(folder)
    given = []
    for ask in job["asks"]:
        rows = pandas.DataFrame(ask["rows"], columns=job["columns"])
        given.append(numbers(predict(rows, ask["give"])))
    return {"answers": given, "trees": trees(estimator), "scales": scales(estimator)}


def open_model(folder):
    """What predicts, by label or by probability, and the scikit-learn estimator, if it is one."""
    import mlflow
    from mlflow.models import Model

    flavors = Model.load(folder).flavors
    if "sklearn" in flavors:
        model = mlflow.sklearn.load_model(folder)

        def predict(rows, give):
            if give == "label":
                return model.predict(rows)
            # One that gives no probability is as sure as its labels are.
            return model.predict_proba(rows)[:, 1] if hasattr(model, "predict_proba") else model.predict(rows)

        return predict, model
    model = mlflow.pyfunc.load_model(folder)

    def predict_any(rows, give):
        said = model.predict(rows)
        if not hasattr(said, "columns"):
            return said
        wanted = ("probability",) if give == "probability" else LABEL_COLUMNS
        named = [name for name in wanted if name in said.columns]
        return said[named[0]] if named else said.iloc[:, 0]

    return predict_any, None


def numbers(values):
    import numpy

    return [float(value) for value in numpy.asarray(values).ravel()]


def trees(model):
    """How many trees it has and how deep the deepest is: none for what is linear, None where they cannot be counted."""
    if hasattr(model, "steps"):
        model = model.steps[-1][1]
    if not hasattr(model, "estimators_"):
        return {"count": 0, "depth": 0} if hasattr(model, "coef_") else None
    import numpy

    each = [tree.tree_ for tree in numpy.ravel(model.estimators_) if hasattr(tree, "tree_")]
    return {"count": len(each), "depth": int(max(tree.max_depth for tree in each))} if each else None


def scales(model):
    """Whether it is a pipeline in which a scaler comes before what predicts."""
    steps = getattr(model, "steps", [])
    return any(hasattr(step, "scale_") for _, step in steps[:-1])


def scaler(folder):
    import joblib

    path = os.path.join(folder, "scaler")
    if is_skops(path):
        import skops.io

        found = skops.io.load(path, trusted=skops.io.get_untrusted_types(file=path))
    else:
        found = joblib.load(path)
    return {"mean": numbers(found.mean_), "scale": numbers(found.scale_)}


def is_skops(path):
    """skops writes a ZIP, joblib and pickle do not."""
    with open(path, "rb") as file:
        return file.read(4) == b"PK\x03\x04"


if __name__ == "__main__":
    main()
