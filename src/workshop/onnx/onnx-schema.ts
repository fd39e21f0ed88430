import protobuf from 'protobufjs/light.js';

/**
 * The part of ONNX's protobuf schema that the workshop writes and reads.
 * Source: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
const one = (type: string, id: number) => ({ type, id });
const many = (type: string, id: number) => ({ rule: 'repeated', type, id });
/** Numbers one after another without a tag for each: protobuf readers take both forms. */
const packed = (type: string, id: number) => ({ ...many(type, id), options: { packed: true } });

const root = protobuf.Root.fromJSON({
  nested: {
    ModelProto: {
      fields: {
        ir_version: one('int64', 1),
        producer_name: one('string', 2),
        graph: one('GraphProto', 7),
        opset_import: many('OperatorSetIdProto', 8),
      },
    },
    OperatorSetIdProto: { fields: { domain: one('string', 1), version: one('int64', 2) } },
    GraphProto: {
      fields: {
        node: many('NodeProto', 1),
        name: one('string', 2),
        initializer: many('TensorProto', 5),
        input: many('ValueInfoProto', 11),
        output: many('ValueInfoProto', 12),
      },
    },
    NodeProto: {
      fields: {
        input: many('string', 1),
        output: many('string', 2),
        name: one('string', 3),
        op_type: one('string', 4),
        attribute: many('AttributeProto', 5),
        domain: one('string', 7),
      },
    },
    AttributeProto: {
      fields: {
        name: one('string', 1),
        f: one('float', 2),
        i: one('int64', 3),
        s: one('bytes', 4),
        floats: packed('float', 7),
        ints: packed('int64', 8),
        strings: many('bytes', 9),
        type: one('int32', 20),
      },
    },
    TensorProto: {
      fields: {
        dims: packed('int64', 1),
        data_type: one('int32', 2),
        name: one('string', 8),
        raw_data: one('bytes', 9),
      },
    },
    ValueInfoProto: { fields: { name: one('string', 1), type: one('TypeProto', 2) } },
    TypeProto: { fields: { tensor_type: one('TensorType', 1) } },
    TensorType: { fields: { elem_type: one('int32', 1), shape: one('ShapeProto', 2) } },
    ShapeProto: { fields: { dim: many('DimensionProto', 1) } },
    DimensionProto: { fields: { dim_value: one('int64', 1), dim_param: one('string', 2) } },
  },
});

/** The whole file: `encode` and `decode` it. */
export const ModelProto = root.lookupType('ModelProto');
