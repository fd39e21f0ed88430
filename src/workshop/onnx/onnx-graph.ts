/** Builders for the messages of an ONNX graph, named as in `onnx-schema.ts`. */

/** `TensorProto.DataType`. */
export const FLOAT = 1;
export const INT64 = 7;
export const DOUBLE = 11;

const text = new TextEncoder();

export type Attribute = { name: string; type: number; [field: string]: unknown };

export interface Node {
  op_type: string;
  input: string[];
  output: string[];
  attribute: Attribute[];
  domain: string;
}

export const intAttribute = (name: string, i: number): Attribute => ({ name, type: 2, i });
export const textAttribute = (name: string, s: string): Attribute => ({
  name,
  type: 3,
  s: text.encode(s),
});
export const floatsAttribute = (name: string, floats: number[]): Attribute => ({
  name,
  type: 6,
  floats,
});
export const intsAttribute = (name: string, ints: number[]): Attribute => ({ name, type: 7, ints });

/** @param strings the same few values many times over */
export function textsAttribute(name: string, strings: string[]): Attribute {
  const encoded = new Map(strings.map((value) => [value, text.encode(value)]));
  return { name, type: 8, strings: strings.map((value) => encoded.get(value)!) };
}

export function node(
  op_type: string,
  input: string[],
  output: string[],
  attribute: Attribute[] = [],
  domain = '',
): Node {
  return { op_type, input, output, attribute, domain };
}

/** A tensor of the graph; no dimensions make a scalar. */
export function initializer(
  name: string,
  values: Float32Array | Float64Array | BigInt64Array,
  dims: number[] = [],
) {
  const data_type =
    values instanceof Float32Array ? FLOAT : values instanceof Float64Array ? DOUBLE : INT64;
  const raw_data = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { name, data_type, dims, raw_data };
}

/** An input or output of the graph: one value for each of N rows. */
export function columnOfRows(name: string, elem_type: number) {
  return { name, type: { tensor_type: { elem_type, shape: { dim: [{ dim_param: 'N' }] } } } };
}
