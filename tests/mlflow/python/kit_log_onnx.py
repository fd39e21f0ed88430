"""Logs an ONNX classifier as Python's users do and prints the run and what ONNX Runtime predicts with it.

usage: kit_log_onnx.py tracking_uri < {"model": base64, "data": [[...]]}
"""
import base64
import json
import sys

import mlflow
import numpy as np
import onnx
import onnxruntime

mlflow.set_tracking_uri(sys.argv[1])
mlflow.set_experiment('kit-onnx-from-python')
given = json.load(sys.stdin)
content = base64.b64decode(given['model'])
rows = np.array(given['data'], dtype=np.float32)
with mlflow.start_run() as run:
    mlflow.onnx.log_model(onnx.load_from_string(content), name='model')
label, probability = onnxruntime.InferenceSession(content).run(None, {'X': rows})
print(json.dumps({
    'runId': run.info.run_id,
    'label': label.tolist(),
    'probability': [float(p) for p in probability[:, 1]],
}))
