/** https://mlflow.org/docs/latest/ml/model/signatures.html */
export type ColumnType =
  | 'boolean'
  | 'integer'
  | 'long'
  | 'float'
  | 'double'
  | 'string'
  | 'binary'
  | 'datetime';

export interface ColumnSpec {
  readonly type: ColumnType;
  readonly name?: string;
  readonly required?: boolean;
}

export interface TensorSpec {
  readonly type: 'tensor';
  readonly name?: string;
  /** dtype is numpy's name; -1 in the shape stands for any size. */
  readonly 'tensor-spec': { readonly dtype: string; readonly shape: readonly number[] };
}

/** A field of a kind that this client only carries: arrays, objects, maps, and what comes later. */
export interface OtherSpec {
  readonly type: string;
  readonly name?: string;
}

export interface ModelSignature {
  readonly inputs: readonly (ColumnSpec | TensorSpec | OtherSpec)[];
  readonly outputs?: readonly (ColumnSpec | TensorSpec | OtherSpec)[];
}

/** As MLmodel keeps it: each schema is JSON in text. */
export function signatureFields(signature: ModelSignature): Record<string, string | null> {
  return {
    inputs: JSON.stringify(signature.inputs),
    outputs: signature.outputs === undefined ? null : JSON.stringify(signature.outputs),
    params: null,
  };
}
