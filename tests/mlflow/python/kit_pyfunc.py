"""Loads models with mlflow.pyfunc and prints what each predicts.

usage: kit_pyfunc.py tracking_uri model_uri... < {"columns": [...], "data": [[...]]}
"""
import json
import sys

import mlflow
import pandas as pd

mlflow.set_tracking_uri(sys.argv[1])
rows = json.load(sys.stdin)
df = pd.DataFrame(rows['data'], columns=rows['columns']).astype('float64')


def predict(uri):
    model = mlflow.pyfunc.load_model(uri)
    answer = model.predict(df)
    shuffled = model.predict(df[list(reversed(rows['columns']))])
    return {
        'columns': list(answer.columns),
        'churned': answer['churned'].tolist(),
        'probability': [float(p) for p in answer['probability']],
        'sameWhenShuffled': bool(answer.equals(shuffled)),
        'exampleRows': len(model.predict(model.input_example)),
        'signature': str(model.metadata.signature.outputs),
    }


print(json.dumps([predict(uri) for uri in sys.argv[2:]]))
